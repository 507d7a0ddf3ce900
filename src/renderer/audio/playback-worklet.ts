import type { PlaybackCommand } from '../../shared/ipc/audio-port';
import { PlaybackBuffer } from './playback-buffer';
import { PLAYBACK_PROCESSOR, type WorkletMessage } from './worklet-messages';

/** Plays what main sends straight to the audio thread, and reports back the same way. */
class PlaybackProcessor extends AudioWorkletProcessor {
  private toMain: MessagePort | null = null;
  private readonly buffer = new PlaybackBuffer((report) => this.toMain?.postMessage(report));

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<WorkletMessage>) => {
      if (data.type === 'port') this.listen(data.port);
      else if (data.type === 'reset') this.buffer.reset(Date.now());
    };
  }

  process(_inputs: unknown, outputs: readonly (readonly Float32Array[])[]): boolean {
    const output = outputs[0]?.[0];
    if (output) this.buffer.render(output, Date.now());
    return true;
  }

  private listen(port: MessagePort): void {
    this.toMain = port;
    port.onmessage = ({ data }: MessageEvent<PlaybackCommand>) => this.buffer.command(data, Date.now());
  }
}

registerProcessor(PLAYBACK_PROCESSOR, PlaybackProcessor);
