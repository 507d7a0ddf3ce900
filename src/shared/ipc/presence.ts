import { z } from 'zod';
import { request } from './contract';

/** What is in the window beyond what main knows anyway; a window that is made anew shows the same. */
const keptPageSchema = z.strictObject({
  /** Typed and not sent. */
  draft: z.string().max(20_000),
  view: z.enum(['conversation', 'history', 'agents', 'actions', 'onboarding']),
  settingsOpen: z.boolean(),
});
/** See {@link keptPageSchema}. */
export type KeptPage = Readonly<z.infer<typeof keptPageSchema>>;

/** How Parley starts, and how it can be brought back. */
export interface StartPicture {
  /** Whether it starts at login; null when the system does not tell. */
  readonly atLogin: boolean | null;
  /** Whether the desktop shows tray icons. */
  readonly tray: boolean;
}

const nothing = z.undefined();

/** Requests about the window itself and Parley's life beside it. */
export const presenceRequests = {
  'window.kept': request(nothing).returning<KeptPage>(),
  'window.keep': request(keptPageSchema.partial()).returning<undefined>(),
  'presence.start': request(nothing).returning<StartPicture>(),
  /** Switches the start at login on or off; resolves to what the system says then. */
  'presence.setAtLogin': request(z.boolean()).returning<StartPicture>(),
  'presence.quit': request(nothing).returning<undefined>(),
} as const;

/** What a window is told of it. */
export interface PresenceEvents {
  /** "Settings" was chosen in the tray. */
  readonly 'presence.openSettings': undefined;
}
