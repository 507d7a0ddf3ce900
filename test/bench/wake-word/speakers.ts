/* Synthetic people for the wake word: each says a phrase faster, slower, higher and lower, as nobody says it twice alike. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pcm16ToFloat } from '../../../src/shared/audio/pcm';
import { resample } from '../../../src/shared/audio/resample';
import { MODEL_RATE } from '../../../src/speech/part';
import { readWav } from '../../support/sound/wav';
import { makeTempFolder } from '../../support/temp-folder';

const run = promisify(execFile);

/** Four voices of flite and six of espeak-ng; the latter are named with a plus or a country. */
export const SPEAKERS = [
  ...(['slt', 'awb', 'rms', 'kal16'] as const),
  ...(['en-us', 'en-gb', 'en-gb-scotland', 'en-us+f3', 'en-gb+f2', 'en-us+m5'] as const),
] as const;
/** One of them. */
export type Speaker = (typeof SPEAKERS)[number];

/** How something is said: `speed` by the voice itself, `tempo` and `pitch` (cents) changed by sox afterwards. */
export interface Manner {
  readonly speed?: number;
  readonly tempo?: number;
  readonly pitch?: number;
}

/** Peak of what they say: -12 dB. */
const PEAK = 0.25;
const AUDIBLE = 0.003;
const FLITE: readonly string[] = ['slt', 'awb', 'rms', 'kal16'];

/** Words at `MODEL_RATE`, without silence at the ends. */
export async function say(speaker: Speaker, text: string, manner: Manner = {}): Promise<Float32Array> {
  const { speed = 1, tempo = 1, pitch = 0 } = manner;
  const folder = await makeTempFolder('wake-word');
  try {
    const spoken = join(folder.path, 'spoken.wav');
    const changed = join(folder.path, 'changed.wav');
    await (FLITE.includes(speaker)
      ? run('flite', ['-voice', speaker, '--setf', `duration_stretch=${1 / speed}`, '-t', text, '-o', spoken])
      : run('espeak-ng', ['-v', speaker, '-s', String(Math.round(150 * speed)), '-w', spoken, text]));
    const effects = [
      ...(pitch ? ['pitch', String(pitch)] : []),
      ...(tempo === 1 ? [] : ['tempo', '-s', String(tempo)]),
    ];
    await run('sox', [spoken, '-c', '1', '-b', '16', changed, 'gain', '-3', ...effects]);
    const { pcm, rate } = readWav(await readFile(changed));
    return trimmed(resample(pcm16ToFloat(pcm), rate, MODEL_RATE));
  } finally {
    folder.remove();
  }
}

function trimmed(samples: Float32Array): Float32Array {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-9);
  const even = samples.map((sample) => (sample * PEAK) / peak);
  const from = even.findIndex((sample) => Math.abs(sample) > AUDIBLE);
  const to = even.findLastIndex((sample) => Math.abs(sample) > AUDIBLE);
  return even.slice(Math.max(0, from), to + 1);
}
