/** What the DOM library lacks: the global scope of worklets, and the output of an audio context. */

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

interface AudioContextOptions {
  /** `none`: the context is driven by a clock and needs no device. */
  sinkId?: string | { readonly type: 'none' };
}

interface AudioContext {
  /** Plays on this device; '' is the system's own. */
  setSinkId(sinkId: string | { readonly type: 'none' }): Promise<void>;
}
