import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AUDIO_RATE } from '../../shared/ipc/audio-port';
import { SpeechClient } from '../../shared/ipc/speech-client';
import type { SpeechAnswer, SpeechRequest } from '../../shared/ipc/speech-port';
import { StopWord } from './stop-word';

const VAD = Math.round(AUDIO_RATE * 0.032);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stop word in a talk in which Parley speaks, with a speech process that hears what it is told to. */
function bench() {
  const asked: SpeechRequest[] = [];
  const stopped: number[] = [];
  const logged: string[] = [];
  let answer: (message: SpeechAnswer) => void = () => undefined;
  const around = {
    allowed: true,
    saying: 'The weather is fine.' as string | null,
    heard: 'Stop.',
    hold: false,
  };
  const speech = new SpeechClient({
    listen: (listener) => (answer = listener),
    post: (message) => {
      asked.push(message);
      if (message.type !== 'recognize' || around.hold) return;
      answer({ type: 'recognized', id: message.id, text: around.heard, milliseconds: 1 });
    },
  });
  const word = new StopWord({
    allowed: () => around.allowed,
    saying: () => around.saying,
    speech: () => speech,
    stop: () => stopped.push(performance.now()),
    now: () => performance.now(),
    log: (line) => logged.push(line),
  });
  const streams = () => asked.flatMap((message) => (message.type === 'vad.open' ? [message.stream] : []));
  const count = (type: SpeechRequest['type']) => asked.filter((message) => message.type === type).length;
  return {
    word,
    around,
    asked,
    stopped,
    logged,
    count,
    tell: (message: SpeechAnswer) => answer(message),
    streams,
  };
}

/** The microphone hears a word of 0.4 s with silence around it. */
async function say(rig: ReturnType<typeof bench>): Promise<void> {
  const { tell, streams, word } = rig;
  word.captured({ type: 'frame', pcm: new Int16Array(1_200), level: 0.1, capturedAt: 0 } as never);
  const stream = streams().at(-1);
  if (stream === undefined) return;
  let end = 0;
  const frames = [
    ...Array<number>(15).fill(0.02),
    ...Array<number>(12).fill(0.95),
    ...Array<number>(8).fill(0.02),
  ];
  for (const probability of frames) tell({ type: 'vad.frame', stream, endSample: (end += VAD), probability });
  await vi.advanceTimersByTimeAsync(0);
}

test('"stop" over Parley\'s voice stops it', async () => {
  const rig = bench();
  await say(rig);
  expect(rig.stopped).toHaveLength(1);
});

test('another word does not', async () => {
  const rig = bench();
  rig.around.heard = 'Really?';
  await say(rig);
  // With more and less of the sound just before it.
  expect(rig.count('recognize')).toBe(3);
  expect(rig.stopped).toEqual([]);
});

test('nothing is listened to while Parley is silent', async () => {
  const rig = bench();
  rig.around.saying = null;
  await say(rig);
  expect(rig.count('vad.open')).toBe(0);
});

test("nothing is listened to, and no model is loaded, where it is off or the microphone is not the person's choice", async () => {
  const rig = bench();
  rig.around.allowed = false;
  await say(rig);
  expect(rig.asked).toEqual([]);
});

test("the word is still heard that began over the last of Parley's voice, and nothing after that", async () => {
  const rig = bench();
  rig.word.refresh();
  rig.around.saying = null;
  await vi.advanceTimersByTimeAsync(1_000);
  await say(rig);
  expect(rig.stopped).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(rig.count('vad.close')).toBe(1);
});

test('Parley is not stopped by its own words', async () => {
  const rig = bench();
  rig.around.saying = 'Get off at the last stop.';
  await say(rig);
  expect(rig.count('recognize')).toBe(3);
  expect(rig.stopped).toEqual([]);
});

test('muting while the word is being recognised gives it up', async () => {
  const rig = bench();
  rig.around.hold = true;
  await say(rig);
  rig.around.allowed = false;
  rig.word.refresh();
  expect(rig.count('cancel')).toBe(1);
  expect(rig.count('vad.close')).toBe(1);
});

test('the stream is closed when the microphone falls silent with Parley', async () => {
  const rig = bench();
  rig.word.refresh();
  expect(rig.count('vad.open')).toBe(1);
  rig.around.saying = null;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(rig.count('vad.close')).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('what fails is not tried again at once, and says so without a word of what was said', async () => {
  const rig = bench();
  rig.word.refresh();
  rig.tell({ type: 'vad.failed', stream: rig.streams()[0]!, code: 'model_missing', message: 'x' });
  rig.word.refresh();
  expect(rig.count('vad.open')).toBe(1);
  expect(rig.logged).toEqual(['stop word: model_missing']);
  await vi.advanceTimersByTimeAsync(5_000);
  rig.word.refresh();
  expect(rig.count('vad.open')).toBe(2);
});

test('the recognizer is loaded as Parley begins to speak, and not before', () => {
  const rig = bench();
  rig.around.saying = null;
  rig.word.refresh();
  expect(rig.asked).toEqual([]);
  rig.around.saying = 'Hello.';
  rig.word.refresh();
  expect(rig.asked).toContainEqual(expect.objectContaining({ type: 'warm', parts: ['recognizer'] }));
});
