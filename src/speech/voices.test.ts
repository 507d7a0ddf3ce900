import { expect, test } from 'vitest';
import { PartError, type Speech } from './part';
import { spreadWords } from './spread-words';
import { Voices } from './voices';

const never = new AbortController().signal;
const speech = (name: string): Speech => ({
  pcm: new Int16Array(1),
  words: [{ text: name, startMs: 0, endMs: 1 }],
  milliseconds: 1,
});

function voices(system: () => Promise<Speech>) {
  const reports: string[] = [];
  const loads: string[] = [];
  const builtIn = { synthesize: ({ voice }: { voice: string }) => Promise.resolve(speech(voice)) };
  const others = {
    system: () => (loads.push('system'), Promise.resolve({ speak: system })),
    neural: () => (loads.push('neural'), Promise.reject(new PartError('model_missing', 'It is not there.'))),
  };
  const all = new Voices(builtIn, others, (message) => reports.push(message));
  const say = async (voice: 'slt' | 'rms' | 'system' | 'neural', signal = never) =>
    (await all.synthesize({ text: 'hi', voice, speed: 1 }, signal)).words[0]!.text;
  return { say, reports, loads };
}

test('each voice speaks by its own engine, which is loaded once and only when asked for', async () => {
  const { say, loads } = voices(() => Promise.resolve(speech('the system')));
  expect(await say('rms')).toBe('rms');
  expect(loads).toEqual([]);
  expect([await say('system'), await say('system')]).toEqual(['the system', 'the system']);
  expect(loads).toEqual(['system']);
});

test('a voice that cannot be had is stood in for, and that is told once', async () => {
  const { say, reports } = voices(() => Promise.resolve(speech('the system')));
  expect([await say('neural'), await say('neural')]).toEqual(['slt', 'slt']);
  expect(reports).toEqual(['It is not there.']);
});

test('a voice that fails at a clause is stood in for at that clause', async () => {
  let times = 0;
  const { say } = voices(() =>
    times++ === 0 ? Promise.reject(new PartError('internal', 'No sound.')) : Promise.resolve(speech('again')),
  );
  expect([await say('system'), await say('system')]).toEqual(['slt', 'again']);
});

test('what was given up is not said by another voice', async () => {
  const controller = new AbortController();
  const { say } = voices(() => {
    controller.abort();
    return Promise.reject(new PartError('internal', 'No sound.'));
  });
  await expect(say('system', controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
});

test('words are spread over the sound by their length, with time for the signs', () => {
  const pcm = new Int16Array(24_000).fill(0).fill(5_000, 2_400, 21_600);
  const words = spreadWords('Yes, certainly.', pcm, 24_000);
  expect(words.map(({ text }) => text)).toEqual(['Yes,', 'certainly.']);
  expect(words[0]!.startMs).toBe(100);
  expect(words[1]!.endMs).toBe(900);
  expect(words[1]!.startMs - words[0]!.endMs).toBeGreaterThan(50);
  expect(spreadWords('', pcm, 24_000)).toEqual([]);
  expect(spreadWords('one two', new Int16Array(10), 24_000)).toHaveLength(2);
});
