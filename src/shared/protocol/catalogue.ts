import { z } from 'zod';

/** A voice of the service and the language it speaks. `null`: accepted live, language not documented. */
export interface Voice {
  /** Lower case, as it is sent in `output.voice`. */
  readonly name: string;
  /** BCP 47 tag. */
  readonly language: string | null;
}

const voicesOf = (language: string | null, names: readonly string[]): readonly Voice[] =>
  names.map((name) => ({ name, language }));

/** The voices known when this was written, recommended ones first (protocol.md section 12.1). */
export const VOICES: readonly Voice[] = [
  { name: 'anna', language: 'en-GB' },
  { name: 'alba', language: 'en-US' },
  { name: 'michael', language: 'en-US' },
  { name: 'charles', language: 'en-GB' },
  ...voicesOf('en-US', ['eve', 'george', 'jane', 'jean', 'mary']),
  ...voicesOf('en-GB', ['paul', 'vera']),
  ...voicesOf('es', ['lola']),
  ...voicesOf('it', ['giovanni']),
  ...voicesOf('de', ['juergen']),
  ...voicesOf('pt', ['rafael']),
  ...voicesOf('fr', ['estelle']),
  ...voicesOf(null, ['iris', 'reid']),
];

/** Sent when the person chose none: the service's own default is contradictory (protocol.md section 14, row 27). */
export const DEFAULT_VOICE = 'anna';

/** Languages the service can recognise (protocol.md section 12.3). Any other code silently deafens the session. */
export const INPUT_LANGUAGES = [
  ...(['en', 'es', 'fr', 'de', 'it', 'pt', 'tr', 'nl', 'sv', 'no', 'da', 'fi'] as const),
  ...(['hi', 'vi', 'ar', 'he', 'ja', 'zh'] as const),
] as const;
/** One of them. */
export const inputLanguageSchema = z.enum(INPUT_LANGUAGES);
/** A language the service can recognise. */
export type InputLanguage = z.infer<typeof inputLanguageSchema>;

/** A voice of the same language to fall back to when the service no longer offers `name` (protocol.md section 12). */
export function fallbackVoice(name: string): string {
  const language = VOICES.find((voice) => voice.name === name)?.language?.slice(0, 2) ?? 'en';
  const same = VOICES.find((voice) => voice.name !== name && voice.language?.startsWith(language));
  return same?.name ?? VOICES.find((voice) => voice.name !== name)?.name ?? DEFAULT_VOICE;
}
