import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SpeechClient } from '../../shared/ipc/speech-client';
import type { SpeechAnswer, SpeechRequest } from '../../shared/ipc/speech-port';
import type { CaptureMessage } from '../../shared/ipc/audio-port';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { WakeWordEnrolment } from '../../shared/wake-word';
import { initialState } from '../conversation/state';
import { snapshotOf } from '../conversation/snapshot';
import { WakeWord } from './wake-word';

const enrolment: WakeWordEnrolment = {
  ...{ version: 2, recordings: [], alike: 0.9, other: 0.3, milliseconds: 700 },
  ear: { mean: [], recordings: [], alike: 0.9, other: 0.3 },
};
const idle = snapshotOf(initialState, 0, 0);
const frame = (value = 0): CaptureMessage => ({
  ...{ type: 'frame', capturedAt: 0, level: 0.1 },
  pcm: new Int16Array(1_200).fill(value),
});

/** A wake word in a world that the test turns by hand. */
function setUp() {
  const asked: SpeechRequest[] = [];
  let answer: (given: SpeechAnswer) => void = () => undefined;
  const speech = new SpeechClient({
    post: (request) => asked.push(request),
    listen: (listener) => (answer = listener),
  });
  const world = {
    wakeWord: true,
    allowed: true,
    ownSound: false,
    now: 0,
    snapshot: idle,
    models: true,
    begun: 0,
    ended: 0,
    heard: [] as number[],
    sound: [] as string[],
  };
  const told: { name: string; payload: unknown }[] = [];
  const wakeWord = new WakeWord({
    settings: () => ({ wakeWord: world.wakeWord, wakeWordSensitivity: 'normal' }),
    speech: () => (world.models ? speech : null),
    sound: {
      open: () => world.sound.push('open'),
      close: () => world.sound.push('close'),
      play: () => undefined,
    },
    ownSound: () => world.ownSound,
    talk: () => ({
      snapshot: () => world.snapshot,
      begin: () => {
        world.begun += 1;
        world.snapshot = { ...idle, live: true, status: 'connecting' };
        wakeWord.refresh();
      },
      captured: ({ pcm }) => {
        // A talk takes no frames before it has begun.
        if (world.snapshot.live) world.heard.push(pcm[0]!);
      },
      end: () => {
        world.ended += 1;
      },
    }),
    allowed: () => world.allowed,
    tell: (name, payload) => told.push({ name, payload }),
    now: () => world.now,
    log: () => undefined,
  });
  const openStreams = () => {
    const opened = asked.filter(({ type }) => type === 'wake.open').length;
    return opened - asked.filter(({ type }) => type === 'wake.close').length;
  };
  const hear = (accepted = true, endSample = 0) => {
    const open = asked.findLast((request) => request.type === 'wake.open')!;
    answer({ type: 'wake.heard', stream: open.stream, endSample, score: 0.9, accepted });
  };
  const become = (snapshot: Partial<ConversationSnapshot>) => {
    world.snapshot = { ...world.snapshot, ...snapshot };
    wakeWord.refresh();
  };
  return {
    wakeWord,
    world,
    told,
    asked,
    openStreams,
    hear,
    become,
    fail: (given: SpeechAnswer) => answer(given),
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('listening', () => {
  test('is off until a name is enrolled, and opens no microphone before', () => {
    const { wakeWord, world } = setUp();
    wakeWord.refresh();
    expect(wakeWord.picture.status).toEqual({ name: 'off' });
    expect(world.sound).toEqual([]);
    wakeWord.setEnrolment(enrolment);
    expect(wakeWord.picture.status).toEqual({ name: 'listening' });
    expect(world.sound).toEqual(['open']);
  });

  test('is off unless it is switched on', () => {
    const { wakeWord, world } = setUp();
    world.wakeWord = false;
    wakeWord.setEnrolment(enrolment);
    expect(wakeWord.picture.status).toEqual({ name: 'off' });
    expect(world.sound).toEqual([]);
  });

  test('everybody is told when it begins and ends, once', () => {
    const { wakeWord, world, told } = setUp();
    wakeWord.setEnrolment(enrolment);
    wakeWord.refresh();
    world.allowed = false;
    wakeWord.refresh();
    expect(told.map(({ payload }) => (payload as { status: unknown }).status)).toEqual([
      { name: 'listening' },
      { name: 'waiting', why: 'paused' },
    ]);
  });

  test.each([
    ['a pause or a low battery', (set: ReturnType<typeof setUp>) => (set.world.allowed = false)],
    ['a lock', (set: ReturnType<typeof setUp>) => set.wakeWord.setAway(true)],
    ['switching it off', (set: ReturnType<typeof setUp>) => (set.world.wakeWord = false)],
    ['forgetting the name', (set: ReturnType<typeof setUp>) => set.wakeWord.setEnrolment(null)],
  ])('%s closes microphone and stream', (_, change) => {
    const set = setUp();
    set.wakeWord.setEnrolment(enrolment);
    change(set);
    set.wakeWord.refresh();
    expect(set.world.sound).toEqual(['open', 'close']);
    expect(set.openStreams()).toBe(0);
  });

  test('own sound is not listened to, nor its echo', () => {
    const { wakeWord, world, openStreams } = setUp();
    wakeWord.setEnrolment(enrolment);
    wakeWord.captured(frame());
    world.ownSound = true;
    wakeWord.captured(frame());
    expect(openStreams()).toBe(0);
    // The microphone stays open meanwhile, and whoever shows what is open must know.
    expect(wakeWord.hasMicrophone).toBe(true);
    expect(world.sound).toEqual(['open']);
    world.ownSound = false;
    world.now = 500;
    wakeWord.captured(frame());
    expect(openStreams()).toBe(0);
    world.now = 700;
    wakeWord.captured(frame());
    expect(openStreams()).toBe(1);
  });

  test('a stream that keeps failing is left, until something changes', () => {
    const { wakeWord, asked, fail } = setUp();
    wakeWord.setEnrolment(enrolment);
    for (let i = 0; i < 3; i++) {
      const open = asked.findLast((request) => request.type === 'wake.open')!;
      fail({ type: 'wake.failed', stream: open.stream, code: 'internal', message: '' });
      vi.advanceTimersByTime(1_000);
    }
    expect(wakeWord.picture.status).toEqual({ name: 'waiting', why: 'models' });
    expect(asked.filter(({ type }) => type === 'wake.open')).toHaveLength(3);
    wakeWord.setAway(true);
    wakeWord.setAway(false);
    expect(wakeWord.picture.status).toEqual({ name: 'listening' });
    expect(asked.filter(({ type }) => type === 'wake.open')).toHaveLength(4);
  });

  test('a microphone that a talk loses is the talk’s to tell', () => {
    const { wakeWord, become } = setUp();
    wakeWord.setEnrolment(enrolment);
    become({ live: true, status: 'listening' });
    const lost = { type: 'trouble', trouble: 'no_microphone', fatal: true, device: '' } as const;
    expect(wakeWord.audioReported(lost)).toBe(false);
  });

  test('at the end of the app the sound is given back for good', () => {
    const { wakeWord, world, openStreams } = setUp();
    wakeWord.setEnrolment(enrolment);
    wakeWord.close();
    wakeWord.refresh();
    expect(world.sound).toEqual(['open', 'close']);
    expect(openStreams()).toBe(0);
  });

  test('without models it says so', () => {
    const { wakeWord, world } = setUp();
    world.models = false;
    wakeWord.setEnrolment(enrolment);
    expect(wakeWord.picture.status).toEqual({ name: 'waiting', why: 'models' });
  });

  test('a lost microphone is told, and one that comes back is used', () => {
    const { wakeWord } = setUp();
    wakeWord.setEnrolment(enrolment);
    const lost = { type: 'trouble', trouble: 'no_microphone', fatal: true, device: '' } as const;
    expect(wakeWord.audioReported(lost)).toBe(true);
    expect(wakeWord.picture.status).toEqual({ name: 'waiting', why: 'microphone' });
    wakeWord.audioReported({ type: 'opened', input: '', output: '', sampleRate: 0, echoCancellation: true });
    expect(wakeWord.picture.status).toEqual({ name: 'listening' });
  });
});

describe('the name', () => {
  test('begins a talk, with the words after it and without those before', () => {
    const { wakeWord, world, hear } = setUp();
    wakeWord.setEnrolment(enrolment);
    for (let i = 1; i <= 10; i++) wakeWord.captured(frame(i));
    // 60 ms after its end the talk begins, in the middle of a frame.
    hear(true, 6 * 1_200);
    expect(world.begun).toBe(1);
    expect(world.heard).toEqual([0, 9, 10]);
  });

  test('is listened for no more while the talk is open, and again afterwards', () => {
    const { wakeWord, hear, openStreams, become, world } = setUp();
    wakeWord.setEnrolment(enrolment);
    hear();
    expect(wakeWord.picture.status).toEqual({ name: 'waiting', why: 'talk' });
    expect(openStreams()).toBe(0);
    // The microphone goes over to the talk without a break.
    expect(world.sound).toEqual(['open']);
    become(idle);
    expect(openStreams()).toBe(1);
  });

  test('that turns out to be something else at the second look begins nothing', () => {
    const { wakeWord, world, hear } = setUp();
    wakeWord.setEnrolment(enrolment);
    hear(false);
    expect(world.begun).toBe(0);
  });

  test('tried out begins nothing, and is told', () => {
    const { wakeWord, world, hear, told } = setUp();
    world.wakeWord = false;
    wakeWord.setEnrolment(enrolment);
    wakeWord.setTesting(true);
    hear(false);
    hear(true);
    expect(world.begun).toBe(0);
    expect(told.filter(({ name }) => name === 'wakeWord.tried').map(({ payload }) => payload)).toEqual([
      { accepted: false },
      { accepted: true },
    ]);
    wakeWord.setTesting(false);
    expect(world.sound).toEqual(['open', 'close']);
  });
});

describe('a talk that the name began', () => {
  test('ends when nobody says anything', () => {
    const { wakeWord, world, hear, become } = setUp();
    wakeWord.setEnrolment(enrolment);
    hear();
    become({ status: 'listening' });
    vi.advanceTimersByTime(7_900);
    expect(world.ended).toBe(0);
    vi.advanceTimersByTime(200);
    expect(world.ended).toBe(1);
  });

  test('goes on while somebody speaks', () => {
    const { wakeWord, world, hear, become } = setUp();
    wakeWord.setEnrolment(enrolment);
    hear();
    become({ status: 'listening' });
    become({ status: 'hearing' });
    vi.advanceTimersByTime(60_000);
    expect(world.ended).toBe(0);
  });

  test('ends instead of resting, where any speech would wake it', () => {
    const { wakeWord, world, hear, become } = setUp();
    wakeWord.setEnrolment(enrolment);
    hear();
    become({ live: false, resting: true, status: 'ready' });
    vi.runAllTimers();
    expect(world.ended).toBe(1);
  });

  test('one that the person began is left alone', () => {
    const { wakeWord, world, become } = setUp();
    wakeWord.setEnrolment(enrolment);
    become({ live: true, status: 'listening' });
    become({ live: false, resting: true, status: 'ready' });
    vi.runAllTimers();
    expect(world.ended).toBe(0);
  });
});
