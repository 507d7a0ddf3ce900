/* Sound in which nobody says a name: recorded people, synthetic voices reading Parley's own papers, noise and music. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../../../build/setup/set-up.mjs';
import { resample } from '../../../src/shared/audio/resample';
import { MODEL_RATE } from '../../../src/speech/part';
import { humanClips } from '../hearing/human-clips';
import { inRoom, music, pinkNoise } from '../hearing/room';
import { seededRandom } from '../statistics';
import { recordings } from './recordings';
import { say, SPEAKERS, type Speaker } from './speakers';

/** A stretch of sound at `MODEL_RATE`. */
export interface Stretch {
  readonly kind: 'people' | 'reading' | 'noise';
  readonly sound: Float32Array;
}

const PAPERS = ['README.md', 'ARCHITECTURE.md', 'docs/turn-taking.md', 'docs/what-parley-may-do.md'];
/** They take turns, line by line. */
const READERS: readonly Speaker[] = SPEAKERS;
const LINE = 400;
const PAUSE = new Float32Array(MODEL_RATE / 2);
const NOISE_SECONDS = 180;

/** The corpus, one stretch after another. A share (0..1) of the recordings is played and of the papers read, each line by the next voice. */
export async function* corpus(share: number): AsyncGenerator<Stretch> {
  const people = await humanClips();
  for (const { samples, rate } of people ?? []) {
    const sound = resample(samples, rate, MODEL_RATE);
    yield { kind: 'people', sound: joined([PAUSE, sound, PAUSE]) };
    yield { kind: 'people', sound: inRoom(sound, MODEL_RATE, 15) };
  }
  for await (const { kind, sound } of recordings(share))
    yield { kind: kind === 'music' ? 'noise' : kind, sound };
  for (const [at, text] of (await lines(share)).entries()) {
    const sound = await say(READERS[at % READERS.length]!, text, { speed: 0.95 + (at % 4) * 0.08 });
    yield { kind: 'reading', sound: joined([PAUSE, sound, PAUSE]) };
  }
  const length = NOISE_SECONDS * MODEL_RATE;
  const random = seededRandom(3);
  yield { kind: 'noise', sound: pinkNoise(length, 1).map((sample) => sample * 0.1) };
  yield { kind: 'noise', sound: music(NOISE_SECONDS, MODEL_RATE, 0.3) };
  yield { kind: 'noise', sound: Float32Array.from({ length }, () => (random() - 0.5) * 0.2) };
  yield {
    kind: 'noise',
    sound: Float32Array.from({ length }, (_, at) => 0.2 * Math.sin((2 * Math.PI * 100 * at) / MODEL_RATE)),
  };
}

async function lines(share: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const paper of PAPERS) {
    const text = await readFile(join(PROJECT, paper), 'utf8');
    const words = text.replace(/```[^]*?```/g, ' ').replace(/[^A-Za-z0-9',.;:?! \n]/g, ' ');
    for (const line of words.split('\n')) {
      for (let at = 0; at < line.length; at += LINE) {
        const part = line.slice(at, at + LINE).trim();
        if (/[a-z]{3}/i.test(part)) found.push(part);
      }
    }
  }
  return found.slice(0, Math.ceil(found.length * share));
}

/** One after the other. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
