/** Puts the stop word together: where it may listen, what Parley says, and what stopping is. */
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { Settings } from '../../shared/settings/schema';
import type { Conversation } from '../conversation/conversation';
import type { Announcer } from '../mind/announcer';
import type { Processes } from '../processes/start-processes';
import { StopWord } from './stop-word';

/** What the stop word needs of the app. */
export interface StopWordSurroundings {
  readonly settings: { readonly current: Settings };
  readonly conversation: () => Conversation;
  readonly processes: Pick<Processes, 'connectSpeech'>;
  readonly announcer: Pick<Announcer, 'saying'>;
  /** Outside a talk: whether the wake word has the microphone open, by the person's choice. */
  readonly listensForName: () => boolean;
  readonly log: (line: string) => void;
}

/** Makes the stop word. */
export function startStopWord(around: StopWordSurroundings): StopWord {
  const { announcer, conversation } = around;
  const snapshot = () => conversation().current().snapshot;
  return new StopWord({
    allowed: () => around.settings.current.stopWord && microphoneIsOpen(snapshot(), around.listensForName),
    saying: () => {
      // Whatever else the status tells meanwhile, such as that the person is heard.
      const inTalk = conversation().saying;
      const beside = announcer.saying;
      return inTalk === null && beside === null ? null : `${inTalk ?? ''} ${beside ?? ''}`;
    },
    speech: around.processes.connectSpeech,
    stop: () => conversation().dispatch({ type: 'stop-said' }),
    now: () => performance.now(),
    log: around.log,
  });
}

/** Whether the person has the microphone open: in a talk unless it is muted or waits for the key. */
function microphoneIsOpen(
  { live, resting, muted, talkKey }: ConversationSnapshot,
  forName: () => boolean,
): boolean {
  return live || resting ? !muted && talkKey !== 'up' : forName();
}
