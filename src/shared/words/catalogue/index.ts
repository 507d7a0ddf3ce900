/** The catalogue: every text of the interface once, in English, which is its key. */
import { commonTexts } from './common';
import { conversationTexts } from './conversation';
import { settingsTexts } from './settings';

/** Sentences that main tells in English: at a window's edge they are found again by their words (`translated.ts`). */
export const sentencesOfMain = [...commonTexts] as const;

/** Every text of the interface. */
export const interfaceTexts = [...commonTexts, ...conversationTexts, ...settingsTexts] as const;

/** A text of the interface, in English; templates have `{name}` placeholders. */
export type InterfaceText = (typeof interfaceTexts)[number];
/** A text of the interface without placeholders. */
export type PlainText = Exclude<InterfaceText, `${string}{${string}}${string}`>;
