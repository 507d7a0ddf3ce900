import { describe, expect, test } from 'vitest';
import { AUDIO_RATE, type PlaybackCommand } from '../../shared/ipc/audio-port';
import { SpeechClient } from '../../shared/ipc/speech-client';
import type { SpeechAnswer, SpeechRequest } from '../../shared/ipc/speech-port';
import { explainTrouble } from '../desktop/audio-troubles';
import { SoundCheck } from './sound-check';

/** A check in a world that the test turns by hand. */
function setUp() {
  const asked: SpeechRequest[] = [];
  let answer: (given: SpeechAnswer) => void = () => undefined;
  const speech = new SpeechClient({
    post: (request) => asked.push(request),
    listen: (listener) => (answer = listener),
  });
  const world = {
    inTalk: false,
    microphone: null as boolean | null,
    played: [] as PlaybackCommand[],
    voice: Promise.resolve(new Int16Array(2_400)),
  };
  const check = new SoundCheck({
    sound: {
      open: (microphone = false) => (world.microphone = microphone),
      close: () => (world.microphone = null),
      play: (command) => void world.played.push(command),
    },
    inTalk: () => world.inTalk,
    speech: () => speech,
    synthesize: () => world.voice,
    explainTrouble,
    changed: () => undefined,
    level: () => undefined,
    log: () => undefined,
  });
  let samples = 0;
  const frame = (value: number) => {
    samples += 1_200;
    const pcm = new Int16Array(1_200).map((_, at) => (at % 24 < 12 ? value : -value));
    check.captured({ type: 'frame', pcm, capturedAt: 0, level: value / 32_768 });
  };
  const voice = (probability: number) => {
    const open = asked.findLast((request) => request.type === 'vad.open')!;
    answer({ type: 'vad.frame', stream: open.stream, probability, endSample: samples });
  };
  const opened = () =>
    check.audioReported({
      ...{ type: 'opened', input: 'Laptop', output: '', sampleRate: 48_000, echoCancellation: true },
    });
  /** Somebody speaks a second, then is silent. */
  const speak = () => {
    for (let count = 0; count < 30; count += 1) frame(20);
    for (let count = 0; count < 20; count += 1) {
      frame(8_000);
      voice(0.9);
    }
    for (let count = 0; count < 20; count += 1) {
      frame(20);
      voice(0.1);
    }
  };
  const sounding = () => world.played.filter((command) => command.type === 'audio');
  return { check, world, frame, opened, speak, sounding };
}

describe('the microphone', () => {
  test('is closed as soon as the words are recorded; they are played back and then forgotten', () => {
    const { check, world, opened, speak, sounding } = setUp();
    check.listen();
    expect(world.microphone).toBe(true);
    opened();
    speak();
    expect(check.picture.microphone).toMatchObject({ name: 'heard', loudness: 'good', device: 'Laptop' });
    expect(world.microphone).toBeNull();
    check.playBack();
    expect(world.microphone).toBe(false);
    expect(sounding()[0]!.pcm.length).toBeGreaterThan(AUDIO_RATE);
    check.stop();
    expect(world.microphone).toBeNull();
    expect(() => check.playBack()).toThrow('check_nothing_recorded');
  });

  test('is not taken from a conversation', () => {
    const { check, world } = setUp();
    world.inTalk = true;
    expect(() => check.listen()).toThrow('check_in_conversation');
    expect(world.microphone).toBeNull();
  });

  test('stays wanted when there is none, and is used when one comes', () => {
    const { check, world, opened } = setUp();
    check.listen();
    check.audioReported({ type: 'trouble', trouble: 'no_microphone', fatal: true, device: '' });
    expect(check.picture.microphone).toEqual({ name: 'failed', why: 'none' });
    expect(world.microphone).toBe(true);
    opened();
    expect(check.picture.microphone.name).toBe('waiting');
  });

  test('nobody is recorded who does not speak', () => {
    const { check, opened, frame } = setUp();
    check.listen();
    opened();
    for (let count = 0; count < 400; count += 1) frame(20);
    expect(check.picture.microphone.name).toBe('unheard');
  });
});

describe('the speakers', () => {
  test('sound with tones at once and a sentence after them, until all was played', async () => {
    const { check, world, sounding } = setUp();
    check.playSample();
    expect(sounding()).toHaveLength(1);
    expect(check.picture.playing).toBe('sample');
    await world.voice;
    await Promise.resolve();
    expect(sounding()).toHaveLength(2);
    expect(world.played.at(-1)).toMatchObject({ type: 'finish' });
    check.played({ type: 'drained', reply: sounding()[0]!.reply, samples: 0, at: 0 });
    expect(check.picture.playing).toBe('nothing');
    expect(world.microphone).toBeNull();
  });

  test('are tried with the tones alone where there is no voice', async () => {
    const { check, world, sounding } = setUp();
    world.voice = Promise.reject(new Error('no models'));
    check.playSample();
    await world.voice.catch(() => undefined);
    await Promise.resolve();
    expect(sounding()).toHaveLength(1);
    expect(world.played.at(-1)).toMatchObject({ type: 'finish' });
  });

  test('that are lost are told', () => {
    const { check } = setUp();
    check.playSample();
    check.audioReported({ type: 'trouble', trouble: 'speaker_lost', fatal: false, device: '' });
    expect(check.picture.speakerTrouble).toMatch(/^The speakers were lost\./u);
  });

  test('report what is somebody else’s to somebody else', () => {
    const { check } = setUp();
    expect(check.played({ type: 'drained', reply: 'voice-sample-1', samples: 0, at: 0 })).toBe(false);
    expect(check.audioReported({ type: 'closed' })).toBe(false);
  });
});
