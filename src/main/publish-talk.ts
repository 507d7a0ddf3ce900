import type { BrowserWindow } from 'electron';
import type { WindowEvents } from '../shared/ipc';
import type { ConversationSnapshot } from '../shared/ipc/conversation';
import type { ConversationPublisher } from './conversation/surroundings';

/** Who is told of the talk. */
export interface TalkAudience {
  /** Tells every page that shows the talk, levels apart. */
  readonly send: <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => void;
  readonly window: () => BrowserWindow | null;
  /** Levels for the overlay, which knows itself whether it is seen. */
  readonly overlayLevels: (levels: WindowEvents['conversation.levels']) => void;
  /** For whoever follows the talk inside main. */
  readonly changed: (snapshot: ConversationSnapshot) => void;
}

/** How the talk is told. Levels go only where somebody can see them. */
export function publishTalk({ send, window, overlayLevels, changed }: TalkAudience): ConversationPublisher {
  return {
    snapshot: (snapshot) => {
      send('conversation.snapshot', snapshot);
      changed(snapshot);
    },
    entry: (entry) => send('conversation.entry', entry),
    replaced: (entries) => {
      send('conversation.cleared', undefined);
      for (const entry of entries) send('conversation.entry', entry);
    },
    levels: (input, output) => {
      overlayLevels({ input, output });
      const shown = window();
      if (shown?.isVisible() && !shown.isMinimized()) send('conversation.levels', { input, output });
    },
  };
}
