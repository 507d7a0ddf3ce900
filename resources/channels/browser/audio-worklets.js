// The audio thread of the page: microphone to 16-bit PCM at 24 kHz, and back to the speakers.
const RATE = 24_000;
/** 50 ms a message. */
const CHUNK = RATE / 20;
/** Played once this much is there, so that an uneven network makes no gaps. */
const HEAD_START = RATE / 10;

/** From one sample rate to another, by straight lines. */
class Resampler {
  constructor(from, to) {
    this.step = from / to;
    this.at = 0;
    this.last = 0;
  }

  push(samples, take) {
    if (this.step === 1) {
      for (const sample of samples) take(sample);
      return;
    }
    for (; this.at < samples.length; this.at += this.step) {
      const index = Math.floor(this.at);
      const before = index === 0 ? this.last : samples[index - 1];
      take(before + (samples[index] - before) * (this.at - index));
    }
    this.at -= samples.length;
    this.last = samples[samples.length - 1] ?? this.last;
  }
}

class Capture extends AudioWorkletProcessor {
  resampler = new Resampler(sampleRate, RATE);
  chunk = new Int16Array(CHUNK);
  filled = 0;

  process([[samples]]) {
    if (samples) this.resampler.push(samples, (sample) => this.take(sample));
    return true;
  }

  take(sample) {
    this.chunk[this.filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    if (this.filled < CHUNK) return;
    this.port.postMessage(this.chunk.buffer, [this.chunk.buffer]);
    this.chunk = new Int16Array(CHUNK);
    this.filled = 0;
  }
}

class Playback extends AudioWorkletProcessor {
  resampler = new Resampler(RATE, sampleRate);
  /** Ring of thirty seconds. */
  ring = new Float32Array(sampleRate * 30);
  read = 0;
  count = 0;
  waited = 0;
  playing = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => (data === 'flush' ? this.flush() : this.add(new Int16Array(data)));
  }

  add(samples) {
    this.resampler.push(samples, (sample) => {
      if (this.count === this.ring.length) return;
      this.ring[(this.read + this.count++) % this.ring.length] = sample / 32_768;
    });
  }

  flush() {
    this.count = 0;
    this.tell(false);
  }

  process(_inputs, [[out]]) {
    // A short reply must be heard too, so the wait for more has an end.
    this.waited = this.count > 0 && !this.playing ? this.waited + out.length : 0;
    const enough = Math.max(this.count, this.waited) >= (HEAD_START * sampleRate) / RATE;
    if (!this.playing && enough) this.tell(true);
    if (!this.playing) return true;
    const played = Math.min(out.length, this.count);
    for (let at = 0; at < played; at++) out[at] = this.ring[(this.read + at) % this.ring.length];
    this.read = (this.read + played) % this.ring.length;
    this.count -= played;
    if (this.count === 0) this.tell(false);
    return true;
  }

  tell(playing) {
    if (playing !== this.playing) this.port.postMessage({ playing });
    this.playing = playing;
  }
}

registerProcessor('capture', Capture);
registerProcessor('playback', Playback);
