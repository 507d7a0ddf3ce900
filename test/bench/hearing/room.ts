/*
 * What a room does to a voice, added digitally: echo from its walls, and noise. The same in every run.
 * It is a furnished living room with a laptop at arm's length. What is thrown back has lost treble (curtains and
 * carpets swallow it, and a mouth sends it forwards), and the noise has the spectrum of rooms where people live and
 * work (Hoth's, ITU-T P.800): falling by about 5 dB an octave, where pink noise falls by 3 and white by none.
 */
import { rms } from '../../../src/shared/audio/level';
import { seededRandom } from '../statistics';

/** Seconds until the echo has faded by 60 dB. */
const REVERBERATION = 0.35;
/** Of each single reflection at its loudest. All together lie 8 dB below the voice itself. */
const ECHO_LEVEL = 0.075;
/** The first wall is some two metres away. */
const FIRST_WALL = 0.008;
/** Above this many hertz a reflection has lost half of its strength. */
const TREBLE = 2_500;
const TREBLE_LEFT = 0.5;

/** Corners in hertz of the low passes whose sum is Hoth's noise within 2 dB up to 4 kHz, and how their strength falls. */
const NOISE_CORNERS = [50, 100, 200, 400, 800, 1_600, 3_200];
const NOISE_SLOPE = -1.2;

/** Speech is where a frame is at most so much fainter than the loudest (25 dB): pauses and echo tails are not. */
const FRAME_SECONDS = 0.02;
const ACTIVE = 10 ** (-25 / 20);

/** Seconds of the room alone before and after the voice; the latter is longer than any silence that ends a turn. */
const BEFORE = 1;
const AFTER = 1.6;

/** Somebody speaks in a noisy room: its echo, and its noise before, during and after, `decibels` below the voice. */
export function inRoom(samples: Float32Array, rate: number, decibels: number): Float32Array {
  const paused = new Float32Array(samples.length + Math.round((BEFORE + AFTER) * rate));
  paused.set(samples, Math.round(BEFORE * rate));
  return withNoise(withEcho(paused, rate), rate, decibels);
}

/** The voice as a microphone in a room picks it up. Samples are -1 to 1; it gets longer by the echo's tail. */
export function withEcho(samples: Float32Array, rate: number): Float32Array {
  const random = seededRandom(1);
  const taps = Array.from({ length: 400 }, () => {
    const seconds = FIRST_WALL + random() * REVERBERATION;
    const gain = ECHO_LEVEL * 10 ** ((-3 * seconds) / REVERBERATION) * (random() < 0.5 ? -1 : 1);
    return { delay: Math.round(seconds * rate), gain };
  });
  const reflected = dull(samples, rate);
  const result = new Float32Array(samples.length + Math.ceil((REVERBERATION + FIRST_WALL) * rate));
  result.set(samples);
  for (const { delay, gain } of taps) {
    for (let at = 0; at < samples.length; at++) result[at + delay]! += gain * reflected[at]!;
  }
  return result;
}

function dull(samples: Float32Array, rate: number): Float32Array {
  const keep = Math.exp((-2 * Math.PI * TREBLE) / rate);
  let low = 0;
  return samples.map((sample) => {
    low = keep * low + (1 - keep) * sample;
    return low + TREBLE_LEFT * (sample - low);
  });
}

/** Adds the noise of a room, so that the voice is `decibels` louder than it while it speaks. */
export function withNoise(samples: Float32Array, rate: number, decibels: number, seed = 2): Float32Array {
  const noise = roomNoise(samples.length, rate, seed);
  const level = speechLevel(samples, rate) / 10 ** (decibels / 20) / rms(noise);
  return samples.map((sample, at) => sample + level * noise[at]!);
}

/** Hoth's noise, of whatever strength. */
function roomNoise(length: number, rate: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const passes = NOISE_CORNERS.map((hertz) => ({
    keep: Math.exp((-2 * Math.PI * hertz) / rate),
    weight: (hertz / NOISE_CORNERS[0]!) ** NOISE_SLOPE,
    value: 0,
  }));
  return Float32Array.from({ length }, () => {
    const white = random() * 2 - 1;
    let sum = 0;
    for (const pass of passes) {
      pass.value = pass.keep * pass.value + (1 - pass.keep) * white;
      sum += pass.weight * pass.value;
    }
    return sum;
  });
}

/** Noise with the same energy in every octave, as fans and streets make it; about 1 strong. */
export function pinkNoise(length: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  // Paul Kellet's filter: white noise through three slow averages.
  let [slow, middle, quick] = [0, 0, 0];
  return Float32Array.from({ length }, () => {
    const white = random() * 2 - 1;
    slow = 0.99765 * slow + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    quick = 0.57 * quick + white * 1.0526913;
    return (slow + middle + quick + white * 0.1848) / 3;
  });
}

/** Chords with a melody above them, a new one twice a second; peaks at `level`. */
export function music(seconds: number, rate: number, level: number): Float32Array {
  const random = seededRandom(3);
  const roots = [220, 174.6, 196, 246.9];
  const samples = new Float32Array(Math.round(seconds * rate));
  let melody = 440;
  for (let at = 0; at < samples.length; at++) {
    const time = at / rate;
    const beat = time % 0.5;
    if (at % Math.round(rate / 2) === 0) melody = 440 * 2 ** (Math.floor(random() * 12) / 12);
    const root = roots[Math.floor(time / 2) % roots.length]!;
    const voices = [root, root * 1.25, root * 1.5, melody];
    const chord = voices.reduce((sum, hertz) => sum + harmonics(hertz, time), 0) / voices.length;
    samples[at] = level * chord * Math.exp(-2 * beat);
  }
  return samples;
}

const harmonics = (hertz: number, time: number): number =>
  [1, 2, 3].reduce((sum, n) => sum + Math.sin(2 * Math.PI * hertz * n * time) / n / 1.5, 0);

/** Root mean square while somebody speaks. */
function speechLevel(samples: Float32Array, rate: number): number {
  const size = Math.round(rate * FRAME_SECONDS);
  const levels: number[] = [];
  for (let at = 0; at + size <= samples.length; at += size) levels.push(rms(samples.subarray(at, at + size)));
  const loudest = Math.max(...levels);
  const active = levels.filter((level) => level > loudest * ACTIVE);
  return Math.sqrt(active.reduce((sum, level) => sum + level ** 2, 0) / active.length);
}
