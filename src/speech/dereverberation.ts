/*
 * Takes the late echo of a room out of speech: in each frequency band it is predicted from what was heard some frames
 * before, and subtracted (weighted prediction error, Nakatani et al. 2010, one microphone). The direct sound cannot be
 * predicted from so long ago and stays. Pure.
 */
import { fromSpectra, toSpectra, type Framing, type Spectrum } from './spectrum';

/** At 16 kHz: frames of 32 ms, 8 ms apart. */
const FRAMING: Framing = { size: 512, hop: 128 };
const BINS = FRAMING.size / 2 + 1;
/** Frames that predict, the nearest of them `DELAY` frames before: 24 ms, else speech itself would be predicted. */
const TAPS = 10;
const DELAY = 3;
/** Each round knows better than the last where there is speech, which must not be predicted away. */
const ROUNDS = 2;
/** Below the loudest moment of a band by this much (power), differences count no more. */
const QUIET = 1e-4;
/** Keeps the equations solvable where a band is as good as silent. */
const LOADING = 1e-4;
const TINY = 1e-9;
/** Frames below which there is too little to learn a room from (2 s): speech itself would be taken for echo. */
const FEWEST_FRAMES = 250;
/**
 * Every so many bands are tried first. Where they hold less echo than this share of the power there is hardly a room:
 * close microphones measured 0.2 to 1.6 %, rooms 2 to 10 %.
 */
const TRIED = 8;
const LEAST_ECHO = 0.02;

/**
 * Mono speech at 16 kHz with less of its room in it: as many samples, in the same place. Silence stays silent, and
 * speech with hardly any echo stays as it is. Three seconds of it take 0.12 s, or 0.03 s where nothing is to be done.
 */
export function dereverberate(samples: Float32Array): Float32Array {
  const spectra = toSpectra(samples, FRAMING);
  if (spectra.length < FEWEST_FRAMES) return samples.slice();
  let [whole, echo] = [0, 0];
  for (let bin = TRIED; bin < BINS - 1; bin += TRIED) {
    const band = dereverberateBand(spectra, bin);
    whole += band.whole;
    echo += band.echo;
  }
  if (echo < LEAST_ECHO * whole) return samples.slice();
  for (let bin = 1; bin < BINS - 1; bin++) if (bin % TRIED !== 0) dereverberateBand(spectra, bin);
  return fromSpectra(spectra, samples.length, FRAMING);
}

/** One band over time, as complex numbers. */
interface Band {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Changes one band of the spectra; tells the power that was in it, and that of the echo taken out. */
function dereverberateBand(
  spectra: readonly Spectrum[],
  bin: number,
): { readonly whole: number; readonly echo: number } {
  const heard: Band = {
    re: Float64Array.from(spectra, ({ re }) => re[bin]!),
    im: Float64Array.from(spectra, ({ im }) => im[bin]!),
  };
  const loudest = heard.re.reduce((most, re, t) => Math.max(most, re ** 2 + heard.im[t]! ** 2), 0);
  if (loudest === 0) return { whole: 0, echo: 0 };
  let clear = heard;
  for (let round = 0; round < ROUNDS; round++) {
    clear = withoutPrediction(heard, predictor(heard, weights(clear, loudest * QUIET)));
  }
  let [whole, echo] = [0, 0];
  spectra.forEach(({ re, im }, t) => {
    whole += re[bin]! ** 2 + im[bin]! ** 2;
    echo += (re[bin]! - clear.re[t]!) ** 2 + (im[bin]! - clear.im[t]!) ** 2;
    re[bin] = clear.re[t]!;
    im[bin] = clear.im[t]!;
  });
  return { whole, echo };
}

/** One over the power around each frame: loud moments are speech, and say little about the echo. */
function weights({ re, im }: Band, least: number): Float64Array {
  const power = re.map((value, t) => value ** 2 + im[t]! ** 2);
  return power.map((value, t) => {
    const [before, after] = [power[t - 1] ?? value, power[t + 1] ?? value];
    return 1 / Math.max((before + value + after) / 3, least);
  });
}

/** The taps that predict a frame from those before it best, by weighted least squares. */
function predictor({ re, im }: Band, weight: Float64Array): Band {
  const matrix = { re: new Float64Array(TAPS * TAPS), im: new Float64Array(TAPS * TAPS) };
  // Nearly all of the time goes by in the innermost loop.
  const { re: real, im: imaginary } = matrix;
  const right = { re: new Float64Array(TAPS), im: new Float64Array(TAPS) };
  for (let t = DELAY; t < re.length; t++) {
    const last = Math.min(TAPS, t - DELAY + 1);
    for (let a = 0; a < last; a++) {
      const x = re[t - DELAY - a]! * weight[t]!;
      const y = im[t - DELAY - a]! * weight[t]!;
      right.re[a]! += x * re[t]! + y * im[t]!;
      right.im[a]! += y * re[t]! - x * im[t]!;
      for (let b = 0; b <= a; b++) {
        const other = t - DELAY - b;
        real[a * TAPS + b]! += x * re[other]! + y * im[other]!;
        imaginary[a * TAPS + b]! += y * re[other]! - x * im[other]!;
      }
    }
  }
  for (let a = 0; a < TAPS; a++) {
    const own = a * TAPS + a;
    matrix.re[own] = matrix.re[own]! * (1 + LOADING) + TINY;
    for (let b = a + 1; b < TAPS; b++) {
      matrix.re[a * TAPS + b] = matrix.re[b * TAPS + a]!;
      matrix.im[a * TAPS + b] = -matrix.im[b * TAPS + a]!;
    }
  }
  solve(matrix, right);
  return right;
}

/** Gaussian elimination; the Hermitian matrix is positive, so no pivoting is needed. The answer replaces `right`. */
function solve(matrix: Band, right: Band): void {
  for (let column = 0; column < TAPS; column++) {
    for (let row = column + 1; row < TAPS; row++) {
      const [x, y] = quotient(matrix, row * TAPS + column, matrix, column * TAPS + column);
      for (let i = column; i < TAPS; i++) subtract(matrix, row * TAPS + i, x, y, matrix, column * TAPS + i);
      subtract(right, row, x, y, right, column);
    }
  }
  for (let row = TAPS - 1; row >= 0; row--) {
    for (let i = row + 1; i < TAPS; i++) {
      const at = row * TAPS + i;
      subtract(right, row, matrix.re[at]!, matrix.im[at]!, right, i);
    }
    const [x, y] = quotient(right, row, matrix, row * TAPS + row);
    right.re[row] = x;
    right.im[row] = y;
  }
}

function quotient(above: Band, a: number, below: Band, b: number): readonly [number, number] {
  const [x, y, u, v] = [above.re[a]!, above.im[a]!, below.re[b]!, below.im[b]!];
  const size = u * u + v * v;
  return [(x * u + y * v) / size, (y * u - x * v) / size];
}

/** `from[at] -= (x + iy) * band[i]` */
function subtract(from: Band, at: number, x: number, y: number, band: Band, i: number): void {
  const [u, v] = [band.re[i]!, band.im[i]!];
  from.re[at]! -= x * u - y * v;
  from.im[at]! -= x * v + y * u;
}

function withoutPrediction({ re, im }: Band, taps: Band): Band {
  const clear = { re: re.slice(), im: im.slice() };
  for (let t = DELAY; t < re.length; t++) {
    const last = Math.min(TAPS, t - DELAY + 1);
    for (let a = 0; a < last; a++) {
      const [x, y] = [re[t - DELAY - a]!, im[t - DELAY - a]!];
      clear.re[t]! -= taps.re[a]! * x + taps.im[a]! * y;
      clear.im[t]! -= taps.re[a]! * y - taps.im[a]! * x;
    }
  }
  return clear;
}
