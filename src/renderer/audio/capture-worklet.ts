import { assertNever } from '../../shared/assert-never';
import { FrameBatcher } from './frame-batcher';
import { SilenceWatch } from './silence-watch';
import { CAPTURE_PROCESSOR, type SilenceMessage, type WorkletMessage } from './worklet-messages';

/** What is captured while no microphone is connected: the wire keeps its pace while devices change. */
const NOTHING = new Float32Array(128);

/** Sends the microphone from the audio thread straight to main, a wire frame at a time. */
class CaptureProcessor extends AudioWorkletProcessor {
  private toMain: MessagePort | null = null;
  private readonly silence = new SilenceWatch();
  private readonly frames = new FrameBatcher((frame) => this.toMain?.postMessage(frame));

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<WorkletMessage>) => {
      switch (data.type) {
        case 'port':
          this.toMain = data.port;
          break;
        case 'reset':
          this.frames.reset();
          break;
        case 'microphone':
          this.silence.reset();
          break;
        default:
          assertNever(data);
      }
    };
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const samples = inputs[0]?.[0] ?? NOTHING;
    this.frames.push(samples, Date.now());
    if (this.silence.push(samples)) this.port.postMessage({ type: 'silent' } satisfies SilenceMessage);
    return true;
  }
}

registerProcessor(CAPTURE_PROCESSOR, CaptureProcessor);
