/* What a room does to a voice, added digitally: echo from its walls, and noise. The same in every run. */
import { seededRandom } from '../statistics';

/** Seconds until the echo has faded by 60 dB: a furnished living room. */
const REVERBERATION = 0.35;
/** Of each single reflection at its loudest. All together lie 8 dB below the voice itself: an arm's length away. */
const ECHO_LEVEL = 0.075;
/** The first wall is some two metres away. */
const FIRST_WALL = 0.008;

/** Two seconds of a quiet recording are silent by less than this: its samples do not count as speech. */
const SPEECH = 0.01;

/** The voice as a microphone in a room picks it up. Samples are -1 to 1; it gets longer by the echo's tail. */
export function withEcho(samples: Float32Array, rate: number): Float32Array {
  const random = seededRandom(1);
  const taps = Array.from({ length: 400 }, () => {
    const seconds = FIRST_WALL + random() * REVERBERATION;
    const gain = ECHO_LEVEL * 10 ** ((-3 * seconds) / REVERBERATION) * (random() < 0.5 ? -1 : 1);
    return { delay: Math.round(seconds * rate), gain };
  });
  const result = new Float32Array(samples.length + Math.ceil((REVERBERATION + FIRST_WALL) * rate));
  result.set(samples);
  for (const { delay, gain } of taps) {
    for (let at = 0; at < samples.length; at++) result[at + delay]! += gain * samples[at]!;
  }
  return result;
}

/** Adds pink noise, so that the voice is `decibels` louder than it. */
export function withNoise(samples: Float32Array, decibels: number, seed = 2): Float32Array {
  const noise = pinkNoise(samples.length, seed);
  const level = speechLevel(samples) / 10 ** (decibels / 20) / rms(noise);
  return samples.map((sample, at) => sample + level * noise[at]!);
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

/** Root mean square of the loud parts only, so that pauses do not count. */
function speechLevel(samples: Float32Array): number {
  return rms(samples.filter((sample) => Math.abs(sample) > SPEECH));
}

function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / Math.max(1, samples.length));
}
