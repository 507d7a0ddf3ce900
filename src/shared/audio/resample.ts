/** Zero crossings of the sinc on either side; with the window below it leaves about 90 dB in the stop band. */
const ZERO_CROSSINGS = 24;
/** Kaiser window shape. */
const BETA = 9;
/** Pass band as a share of the lower Nyquist frequency; the rest is the filter's slope. */
const PASS_BAND = 0.92;

interface Filter {
  /** Output samples per `down` input samples. */
  readonly up: number;
  readonly down: number;
  /** Input samples that one output sample looks at on either side. */
  readonly reach: number;
  /** One row of `2 * reach` weights for each phase. */
  readonly phases: readonly Float32Array[];
}

/**
 * Streaming change of sample rate by a windowed sinc (Kaiser, polyphase). Rates are whole numbers of Hz.
 * The result does not depend on how the input is cut into chunks and is not shifted in time:
 * output sample k stands for the moment k / to seconds.
 */
export class Resampler {
  private readonly filter: Filter;
  /** Input not yet done with; it begins `reach` samples before the stream does. */
  private pending: Float32Array;
  /** Position in the stream of the first pending sample. */
  private pendingAt: number;
  private received = 0;
  private produced = 0;

  constructor(
    readonly from: number,
    readonly to: number,
  ) {
    this.filter = designFilter(from, to);
    this.pendingAt = -this.filter.reach;
    this.pending = new Float32Array(this.filter.reach);
  }

  /** Takes the next samples and gives all output that they complete. */
  process(samples: Float32Array): Float32Array {
    if (this.from === this.to) return samples.slice();
    this.received += samples.length;
    this.append(samples);
    const { up, down, reach } = this.filter;
    const ready = Math.ceil(((this.received - reach) * up) / down);
    return this.produce(ready);
  }

  /** Gives the rest, as if silence followed: in all `ceil(received * to / from)` samples. Ends the stream. */
  flush(): Float32Array {
    if (this.from === this.to) return new Float32Array(0);
    const { up, down, reach } = this.filter;
    this.append(new Float32Array(reach));
    return this.produce(Math.ceil((this.received * up) / down));
  }

  private append(samples: Float32Array): void {
    const joined = new Float32Array(this.pending.length + samples.length);
    joined.set(this.pending);
    joined.set(samples, this.pending.length);
    this.pending = joined;
  }

  /** Produces output up to, not including, sample `end`. */
  private produce(end: number): Float32Array {
    const { up, down, reach, phases } = this.filter;
    const output = new Float32Array(Math.max(0, end - this.produced));
    for (let i = 0; i < output.length; i++) {
      const position = (this.produced + i) * down;
      const weights = phases[position % up]!;
      const first = Math.floor(position / up) - reach + 1 - this.pendingAt;
      let sum = 0;
      for (let j = 0; j < weights.length; j++) sum += weights[j]! * this.pending[first + j]!;
      output[i] = sum;
    }
    this.produced += output.length;
    const needed = Math.floor((this.produced * down) / up) - reach + 1;
    const done = Math.min(this.pending.length, Math.max(0, needed - this.pendingAt));
    this.pending = this.pending.slice(done);
    this.pendingAt += done;
    return output;
  }
}

/** Changes the sample rate of a whole recording: `ceil(length * to / from)` samples. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples.slice();
  const resampler = new Resampler(from, to);
  const head = resampler.process(samples);
  const tail = resampler.flush();
  const whole = new Float32Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

const filters = new Map<string, Filter>();

function designFilter(from: number, to: number): Filter {
  const key = `${from}:${to}`;
  const known = filters.get(key);
  if (known) return known;
  if (!Number.isInteger(from) || !Number.isInteger(to) || from <= 0 || to <= 0) {
    throw new RangeError(`Sample rates must be positive whole numbers: ${from}, ${to}.`);
  }
  const divisor = greatestCommonDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const cutoff = Math.min(1, up / down) * PASS_BAND;
  const reach = Math.ceil(ZERO_CROSSINGS / cutoff);
  const phases = Array.from({ length: up }, (_, phase) => phaseWeights(phase / up, reach, cutoff));
  const filter = { up, down, reach, phases };
  filters.set(key, filter);
  return filter;
}

/** Weights for an output that lies `fraction` (0..1) of an input sample after its base sample. */
function phaseWeights(fraction: number, reach: number, cutoff: number): Float32Array {
  const weights = Float32Array.from({ length: 2 * reach }, (_, i) => {
    const distance = i - reach + 1 - fraction;
    return cutoff * sinc(cutoff * distance) * kaiser(distance / reach);
  });
  // Every phase must let a constant through unchanged, else the phases' small differences are heard as a tone.
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(BETA * Math.sqrt(1 - x * x)) / besselI0(BETA);
}

function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
