import { parseArgs } from 'node:util';

/** How the command is used. */
export const USAGE = `npm run soak -- MINUTES [--seed N] [--tones]

  MINUTES    how long to talk
  --seed N   what goes wrong and when (default: by the clock; it is printed)
  --tones    words as tones instead of speech: no models, every word exact
`;

/** What was asked for. */
export interface SoakWish {
  readonly minutes: number;
  /** Null: by the clock. */
  readonly seed: number | null;
  readonly tones: boolean;
}

const options = { seed: { type: 'string' }, tones: { type: 'boolean', default: false } } as const;

/** Reads the command line: a wish, or a sentence that says what is wrong with it. */
export function readSoakWish(args: readonly string[]): SoakWish | string {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : 'The command line is not understood.';
  }
  const { values, positionals } = parsed;
  const minutes = Number(positionals[0]);
  const seed = values.seed === undefined ? null : Number(values.seed);
  if (positionals.length !== 1 || !(minutes > 0)) return 'Give one length in minutes.';
  if (seed !== null && !Number.isInteger(seed)) return '--seed is a whole number.';
  return { minutes, seed, tones: values.tones };
}
