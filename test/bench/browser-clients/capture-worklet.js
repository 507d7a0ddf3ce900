/** Posts every quantum of the microphone to the page as PCM16, with the time of its last sample. */
class CaptureProcessor extends AudioWorkletProcessor {
  /** @param {readonly (readonly Float32Array[])[]} inputs */
  process(inputs) {
    const samples = inputs[0]?.[0];
    if (samples) {
      const pcm = new Int16Array(samples.length);
      for (let at = 0; at < samples.length; at++) {
        pcm[at] = Math.max(-1, Math.min(1, samples[at] ?? 0)) * 32_767;
      }
      this.port.postMessage({ pcm: pcm.buffer, capturedAt: Date.now() }, [pcm.buffer]);
    }
    return true;
  }
}

registerProcessor('capture', CaptureProcessor);
