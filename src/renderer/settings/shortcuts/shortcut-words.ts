import type { ShortcutName } from '../../../shared/shortcuts/shortcuts';
import type { PlainText } from '../../../shared/words/catalogue';

/** What each shortcut is called, and does, in plain words. */
export const shortcutWords: Readonly<
  Record<ShortcutName, { readonly name: PlainText; readonly does: PlainText }>
> = {
  talk: {
    name: 'Talk',
    does: 'Hold it to talk, let go for the answer. Tap it to keep the microphone on, tap again to close it. Tap twice for an open conversation.',
  },
  stop: { name: 'Stop speaking', does: 'The agent falls silent.' },
  mute: { name: 'Mute', does: 'Mutes the microphone of an open conversation, or unmutes it.' },
  show: { name: 'Show window', does: 'Brings this window to the front.' },
  undo: { name: 'Undo', does: 'Takes back what was done last in this conversation.' },
};
