/** What the DOM library lacks: the global scope of worklets, and the output of an audio context. */

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

interface AudioContext {
  /** Plays on this device; '' is the system's own. Rejects when there is no such device. */
  setSinkId(deviceId: string): Promise<void>;
}
