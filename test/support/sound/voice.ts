import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeTempFolder } from '../temp-folder';
import { firstAudible, lastAudible } from './analysis';
import { RIG_RATE } from './pulse-server';
import { readWav } from './wav';

const run = promisify(execFile);

/** Voices of people that the rig can play; none is the one Parley answers with by default. */
export type PersonVoice = 'rms' | 'awb' | 'en-us' | 'en-gb';

/** Something a person says: 48 kHz mono PCM16 without silence at its ends. */
export interface Speech {
  readonly text: string;
  readonly pcm: Int16Array;
}

/**
 * Peak in dB of full scale: a person at arm's length. Louder speech would be clipped by the gain that Chromium
 * begins with (about +15 dB), which no real microphone meets.
 */
const PEAK_DB = -15;
/** What counts as the beginning and end of the words; also by the rig, when it looks for them in a recording. */
export const SPEECH_THRESHOLD = 150;
const cache = new Map<string, Promise<Speech>>();

/** Synthesizes a person's words with a synthesizer that is not the product's own. */
export function speak(text: string, voice: PersonVoice = 'rms'): Promise<Speech> {
  const key = `${voice}:${text}`;
  const known = cache.get(key);
  if (known) return known;
  const made = synthesize(text, voice);
  cache.set(key, made);
  return made;
}

async function synthesize(text: string, voice: PersonVoice): Promise<Speech> {
  const folder = await makeTempFolder('voice');
  try {
    const raw = join(folder.path, 'raw.wav');
    const even = join(folder.path, 'even.wav');
    if (voice === 'rms' || voice === 'awb') await run('flite', ['-voice', voice, '-t', text, '-o', raw]);
    else await run('espeak-ng', ['-v', voice, '-s', '150', '-w', raw, text]);
    await run('sox', [raw, '-r', String(RIG_RATE), '-c', '1', '-b', '16', even, 'norm', String(PEAK_DB)]);
    const { pcm } = readWav(await readFile(even));
    const from = firstAudible(pcm, 0, pcm.length, SPEECH_THRESHOLD) ?? 0;
    const to = lastAudible(pcm, 0, pcm.length, SPEECH_THRESHOLD) ?? pcm.length;
    return { text, pcm: pcm.slice(from, to + 1) };
  } finally {
    folder.remove();
  }
}

/** A steady tone, for measurements of gaps and of the moment of silence. */
export function tone(milliseconds: number, hertz = 440, amplitude = 8_000, rate = RIG_RATE): Int16Array {
  const samples = Math.round((milliseconds * rate) / 1_000);
  return Int16Array.from({ length: samples }, (_, at) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * at) / rate)),
  );
}
