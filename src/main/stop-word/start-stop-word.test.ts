import { expect, test } from 'vitest';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import { SpeechClient } from '../../shared/ipc/speech-client';
import type { SpeechAnswer, SpeechRequest } from '../../shared/ipc/speech-port';
import { defaultSettings } from '../../shared/settings/schema';
import type { Conversation } from '../conversation/conversation';
import { snapshotOf } from '../conversation/snapshot';
import { initialState } from '../conversation/state';
import { startStopWord } from './start-stop-word';

const talking: ConversationSnapshot = { ...snapshotOf(initialState, 0, 0), live: true };
const usual = {
  stopWord: true,
  snapshot: talking,
  saying: 'It is half past three.' as string | null,
  announced: null as string | null,
  listensForName: false,
};

/** The stop word in an app of which `state` says how it stands. */
function started(state: Partial<typeof usual> = {}) {
  const stands = { ...usual, ...state };
  const asked: SpeechRequest[] = [];
  const told: unknown[] = [];
  let answer: (message: SpeechAnswer) => void = () => undefined;
  const conversation = {
    current: () => ({ snapshot: stands.snapshot, transcript: [] }),
    saying: stands.saying,
    dispatch: (event: unknown) => told.push(event),
  };
  const stopWord = startStopWord({
    settings: { current: { ...defaultSettings, stopWord: stands.stopWord } },
    conversation: () => conversation as unknown as Conversation,
    processes: {
      connectSpeech: () =>
        new SpeechClient({
          listen: (listener) => (answer = listener),
          post: (message) => {
            asked.push(message);
            if (message.type === 'recognize')
              answer({ type: 'recognized', id: message.id, text: 'Stop.', milliseconds: 1 });
          },
        }),
    },
    announcer: { saying: stands.announced },
    listensForName: () => stands.listensForName,
    log: () => undefined,
  });
  stopWord.refresh();
  const stream = asked.flatMap((message) => (message.type === 'vad.open' ? [message.stream] : [])).at(0);
  /** A word of half a second with silence around it. */
  const say = async () => {
    for (let frame = 1; frame <= 40; frame++) {
      const probability = frame > 10 && frame <= 25 ? 0.9 : 0;
      answer({ type: 'vad.frame', stream: stream!, endSample: frame * 768, probability });
    }
    await new Promise(setImmediate);
  };
  return { stopWord, listens: stream !== undefined, say, told };
}

test.each([
  ['in a talk', {}],
  ['over what is said beside a talk', { saying: null, announced: 'Your tea is ready.' }],
  [
    'outside a talk while the name is listened for',
    {
      snapshot: { ...talking, live: false },
      saying: null,
      announced: 'Your tea is ready.',
      listensForName: true,
    },
  ],
  ['in a rest', { snapshot: { ...talking, live: false, resting: true }, saying: null, announced: 'Tea.' }],
  ['while the person is heard over it', { snapshot: { ...talking, status: 'hearing' as const } }],
  ['while the talk key is held', { snapshot: { ...talking, talkKey: 'held' as const } }],
])('it listens %s', (_, state) => {
  const { listens, stopWord } = started(state);
  expect(listens).toBe(true);
  stopWord.close();
});

test.each([
  ['it is switched off', { stopWord: false }],
  ['Parley is silent', { saying: null }],
  ['the microphone is muted', { snapshot: { ...talking, muted: true } }],
  ['the talk waits for its key', { snapshot: { ...talking, talkKey: 'up' as const } }],
  [
    'nobody listens outside a talk',
    { snapshot: { ...talking, live: false }, saying: null, announced: 'Tea.' },
  ],
])('it does not listen where %s', (_, state) => {
  expect(started(state).listens).toBe(false);
});

test('said, it is told the talk, which silences everything', async () => {
  const { stopWord, say, told } = started();
  await say();
  expect(told).toEqual([{ type: 'stop-said' }]);
  stopWord.close();
});

test.each([
  ['in the talk', { saying: 'Get off at the last stop.' }],
  ['beside it', { announced: 'That is enough. Enough!' }],
])('what Parley says %s may be its own echo', async (_, state) => {
  const { stopWord, say, told } = started(state);
  await say();
  expect(told).toEqual([]);
  stopWord.close();
});
