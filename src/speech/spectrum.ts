/** Short-time spectra of real samples, and back. Pure. */

/** One frame's spectrum, DC to half the sample rate: `size / 2 + 1` bins. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** How a signal is cut into frames: `size` samples, a power of two, the next one `hop` later (size / 2 or less). */
export interface Framing {
  readonly size: number;
  readonly hop: number;
}

/** Spectra of the overlapping frames; the first and last reach over the ends. {@link fromSpectra} undoes it. */
export function toSpectra(samples: Float32Array, { size, hop }: Framing): readonly Spectrum[] {
  const transform = new FourierTransform(size);
  const window = halfSine(size);
  const count = Math.ceil((samples.length + size - hop) / hop);
  return Array.from({ length: count }, (_, frame) => {
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    const from = frame * hop - (size - hop);
    for (let i = Math.max(0, -from); i < size && from + i < samples.length; i++) {
      re[i] = samples[from + i]! * window[i]!;
    }
    transform.run(re, im);
    const bins = size / 2 + 1;
    return { re: re.slice(0, bins), im: im.slice(0, bins) };
  });
}

/** The samples of overlapping frames, `length` of them. */
export function fromSpectra(
  spectra: readonly Spectrum[],
  length: number,
  { size, hop }: Framing,
): Float32Array {
  const transform = new FourierTransform(size);
  const window = halfSine(size);
  // Window twice over, summed over the frames that overlap, is size / hop / 2; the transform leaves a factor of size.
  const scale = (2 * hop) / size / size;
  const samples = new Float32Array(length);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  spectra.forEach((spectrum, frame) => {
    re.set(spectrum.re);
    im.set(spectrum.im);
    for (let k = 1; k < size / 2; k++) {
      re[size - k] = re[k]!;
      im[size - k] = -im[k]!;
    }
    // Real samples come out of the forward transform too, in reverse order.
    transform.run(re, im);
    const from = frame * hop - (size - hop);
    for (let i = Math.max(0, -from); i < size && from + i < length; i++) {
      samples[from + i]! += re[(size - i) % size]! * window[i]! * scale;
    }
  });
  return samples;
}

/** Its square is a Hann window. */
const halfSine = (size: number): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => Math.sin((Math.PI * i) / size));

/** Radix-2 fast Fourier transform in place. */
class FourierTransform {
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;

  constructor(private readonly size: number) {
    this.cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size));
    this.sin = Float64Array.from({ length: size / 2 }, (_, i) => -Math.sin((2 * Math.PI * i) / size));
  }

  run(re: Float64Array, im: Float64Array): void {
    this.reorder(re, im);
    for (let half = 1; half < this.size; half <<= 1) {
      const stride = this.size / (2 * half);
      for (let start = 0; start < this.size; start += 2 * half) {
        for (let k = 0; k < half; k++) this.butterfly(re, im, start + k, start + k + half, k * stride);
      }
    }
  }

  private butterfly(re: Float64Array, im: Float64Array, a: number, b: number, turn: number): void {
    const [c, s] = [this.cos[turn]!, this.sin[turn]!];
    const x = re[b]! * c - im[b]! * s;
    const y = re[b]! * s + im[b]! * c;
    re[b] = re[a]! - x;
    im[b] = im[a]! - y;
    re[a]! += x;
    im[a]! += y;
  }

  private reorder(re: Float64Array, im: Float64Array): void {
    for (let i = 1, j = 0; i < this.size; i++) {
      let bit = this.size >> 1;
      for (; j & bit; bit >>= 1) j ^= bit;
      j ^= bit;
      if (i >= j) continue;
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
  }
}
