import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasProgram } from '../../../build/setup/system-packages.mjs';
import { floatToPcm16, pcm16ToFloat } from '../../../src/shared/audio/pcm';
import { resample } from '../../../src/shared/audio/resample';
import { SYNTHESIS_RATE } from '../../../src/shared/ipc/speech-port';
import { loadSynthesizer } from '../../../src/speech/synthesizer';
import { makeTempFolder } from '../temp-folder';
import { firstAudible, lastAudible } from './analysis';
import { RIG_RATE } from './pulse-server';
import { readWav } from './wav';

const run = promisify(execFile);

/** Voices of people; all but slt are other than the one Parley answers with by default. */
export type PersonVoice = 'slt' | 'rms' | 'awb' | 'en-us' | 'en-gb';

/** Something a person says: 48 kHz mono PCM16 without silence at its ends. */
export interface Speech {
  readonly text: string;
  readonly pcm: Int16Array;
}

/**
 * Peak of full scale: a person at arm's length, about -15 dB. Louder speech would be clipped by the gain that
 * Chromium begins with (about +15 dB), which no real microphone meets.
 */
const PEAK = 0.18;
/** What counts as the beginning and end of the words; also by the rig, when it looks for them in a recording. */
export const SPEECH_THRESHOLD = 150;

const cache = new Map<string, Promise<Speech>>();

/**
 * Synthesizes a person's words: with the system's flite or espeak-ng, which are not the product's own; where they
 * are missing (macOS, Windows) with the product's synthesizer in another voice than Parley's.
 */
export function speak(text: string, voice: PersonVoice = 'en-us'): Promise<Speech> {
  const key = `${voice}:${text}`;
  const known = cache.get(key);
  if (known) return known;
  const made = synthesize(text, voice).then((sound) => ({ text, pcm: evened(sound) }));
  cache.set(key, made);
  return made;
}

interface Sound {
  readonly pcm: Int16Array;
  readonly rate: number;
}

async function synthesize(text: string, voice: PersonVoice): Promise<Sound> {
  const flite = voice === 'slt' || voice === 'rms' || voice === 'awb';
  if (!hasProgram(flite ? 'flite' : 'espeak-ng')) return synthesizeOurselves(text, flite ? voice : 'rms');
  const folder = await makeTempFolder('voice');
  try {
    const file = join(folder.path, 'speech.wav');
    if (flite) await run('flite', ['-voice', voice, '-t', text, '-o', file]);
    else await run('espeak-ng', ['-v', voice, '-s', '150', '-w', file, text]);
    return readWav(await readFile(file));
  } finally {
    folder.remove();
  }
}

async function synthesizeOurselves(text: string, voice: 'slt' | 'rms' | 'awb'): Promise<Sound> {
  const synthesizer = await loadSynthesizer(() => performance.now());
  const { pcm } = await synthesizer.synthesize({ text, voice, speed: 1 }, new AbortController().signal);
  return { pcm, rate: SYNTHESIS_RATE };
}

/** At the rig's rate and level, without silence at the ends. */
function evened({ pcm, rate }: Sound): Int16Array {
  const samples = resample(pcm16ToFloat(pcm), rate, RIG_RATE);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const even = floatToPcm16(samples.map((sample) => (sample / (peak || 1)) * PEAK));
  const from = firstAudible(even, 0, even.length, SPEECH_THRESHOLD) ?? 0;
  const to = lastAudible(even, 0, even.length, SPEECH_THRESHOLD) ?? even.length;
  return even.slice(from, to + 1);
}

/** A steady tone, for measurements of gaps and of the moment of silence. */
export function tone(milliseconds: number, hertz = 440, amplitude = 8_000, rate = RIG_RATE): Int16Array {
  const samples = Math.round((milliseconds * rate) / 1_000);
  return Int16Array.from({ length: samples }, (_, at) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hertz * at) / rate)),
  );
}
