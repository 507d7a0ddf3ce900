import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlaybackCommand } from '../../shared/ipc/audio-port';
import { Announcer } from './announcer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An announcer over speakers that do nothing by themselves. */
function bench(parts: { synthesize?: (text: string, signal: AbortSignal) => Promise<Int16Array> } = {}) {
  const played: PlaybackCommand[] = [];
  const spoken: string[] = [];
  const around = { busy: false, alone: true, open: 0, logged: [] as string[] };
  const announcer: Announcer = new Announcer({
    synthesize: (text, signal) => {
      spoken.push(text);
      return parts.synthesize?.(text, signal) ?? Promise.resolve(new Int16Array(24_000));
    },
    audio: {
      open: () => void (around.open += 1),
      close: () => void (around.open -= 1),
      play: (command) => void played.push(command),
    },
    busy: () => around.busy,
    alone: () => around.alone,
    now: () => performance.now(),
    log: (line) => void around.logged.push(line),
  });
  const replies = () => played.flatMap((command) => (command.type === 'audio' ? [command.reply] : []));
  const report = (type: 'drained' | 'flushed', reply = replies().at(-1)!) =>
    announcer.played({ type, reply, samples: 0, at: 0 });
  return { announcer, played, spoken, around, replies, report };
}

const passing = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

test('a sentence is played through and the speakers are given back', async () => {
  const { announcer, played, around, report } = bench();
  announcer.say('The tea is done.', ['a']);
  await passing();
  expect(played.map(({ type }) => type)).toEqual(['audio', 'finish']);
  expect(around.open).toBe(1);
  expect(report('drained')).toBe(true);
  await passing();
  expect(around.open).toBe(0);
  expect(announcer.active).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test('sentences are said one after the other', async () => {
  const { announcer, replies, report, spoken } = bench();
  announcer.say('one', ['a']);
  announcer.say('two', ['b']);
  await passing();
  expect(replies()).toHaveLength(1);
  report('drained');
  await passing();
  expect(replies()).toHaveLength(2);
  expect(spoken).toEqual(['one', 'two']);
});

test('hushed, it is silent at once, and says neither that nor what waits', async () => {
  const { announcer, played, spoken, report } = bench();
  announcer.say('one', ['a']);
  announcer.say('two', ['b']);
  await passing();
  expect(announcer.saying).toBe('one');
  announcer.hush();
  await passing();
  expect(played.at(-1)).toMatchObject({ type: 'flush' });
  expect(announcer.saying).toBeNull();
  report('flushed');
  await passing(10_000);
  expect(spoken).toEqual(['one']);
  announcer.say('three', ['c']);
  await passing();
  expect(spoken).toEqual(['one', 'three']);
});

test('reports about answers of a talk are left to the talk', () => {
  const { announcer, report } = bench();
  expect(report('drained', 'reply-1')).toBe(false);
  expect(announcer.audioReported({ type: 'closed' })).toBe(false);
});

describe('in a talk', () => {
  test('it waits until nobody has spoken for a moment', async () => {
    const { announcer, around, replies } = bench();
    around.busy = true;
    announcer.say('done', ['a']);
    await passing(5_000);
    expect(replies()).toEqual([]);
    around.busy = false;
    await passing(400);
    expect(replies()).toEqual([]);
    around.busy = true;
    await passing(400);
    around.busy = false;
    await passing(1_000);
    expect(replies()).toHaveLength(1);
  });

  test('noise that never ends keeps it back for half a minute only', async () => {
    const { announcer, around, replies } = bench();
    around.busy = true;
    announcer.say('done', ['a']);
    await passing(29_000);
    expect(replies()).toEqual([]);
    await passing(2_000);
    expect(replies()).toHaveLength(1);
  });

  test('cut off by the end of the talk, it is said again, under another name, once', async () => {
    const { announcer, replies, report } = bench();
    announcer.say('done', ['a']);
    await passing();
    report('flushed');
    await passing();
    expect(replies()).toEqual(['announcement-1', 'announcement-2']);
    report('flushed');
    await passing();
    expect(replies()).toHaveLength(2);
    expect(announcer.active).toBe(false);
  });
});

test('dismissed while it is said: silent at once, and not said again', async () => {
  const { announcer, played, around, replies } = bench();
  announcer.say('done', ['a']);
  announcer.say('other', ['b']);
  await passing();
  announcer.silence('a');
  announcer.silence('b');
  await passing();
  expect(played.at(-1)).toEqual({ type: 'flush', reply: 'announcement-1' });
  expect(replies()).toHaveLength(1);
  expect(around.open).toBe(0);
});

test('dismissed while it waits: never said', async () => {
  const { announcer, around, replies } = bench();
  around.busy = true;
  announcer.say('done', ['a']);
  await passing(1_000);
  announcer.silence('a');
  around.busy = false;
  await passing(2_000);
  expect(replies()).toEqual([]);
  expect(announcer.active).toBe(false);
  expect(around.logged).toEqual([]);
});

test('what tells of several is not silenced by dismissing one', async () => {
  const { announcer, played } = bench();
  announcer.say('both', ['a', 'b']);
  await passing();
  announcer.silence('a');
  await passing();
  expect(played.map(({ type }) => type)).toEqual(['audio', 'finish']);
});

test('speech that fails and speakers that hang keep nothing back', async () => {
  let fail = true;
  const { announcer, replies, around } = bench({
    synthesize: () =>
      fail ? Promise.reject(new Error('secret words')) : Promise.resolve(new Int16Array(24_000)),
  });
  announcer.say('one', ['a']);
  await passing();
  expect(around.logged).toEqual(['announcement not heard (Error)']);
  fail = false;
  announcer.say('two', ['b']);
  announcer.say('three', ['c']);
  await passing(9_000);
  expect(replies()).toHaveLength(2);
  await passing(9_000);
  expect(around.open).toBe(0);
  expect(announcer.active).toBe(false);
});

test('speakers that cannot be opened end it when nobody else uses them', async () => {
  const { announcer, around } = bench();
  announcer.say('one', ['a']);
  await passing();
  const trouble = { type: 'trouble', trouble: 'sound_failed', fatal: true, device: '' } as const;
  around.alone = false;
  expect(announcer.audioReported(trouble)).toBe(false);
  around.alone = true;
  expect(announcer.audioReported(trouble)).toBe(true);
  await passing();
  expect(around.open).toBe(0);
});

test('at the end of the app it falls silent, gives the speakers back and says nothing more', async () => {
  const { announcer, around, replies } = bench();
  announcer.say('one', ['a', 'b']);
  announcer.say('two', ['c']);
  await passing();
  await announcer.stop();
  expect(around.open).toBe(0);
  announcer.say('three', ['d']);
  await passing(20_000);
  expect(replies()).toHaveLength(1);
});
