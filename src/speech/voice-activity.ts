import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { openModel } from './onnx';
import { MODEL_RATE, VAD_FRAME_SAMPLES, type FrameScorer, type VoiceActivityModel } from './part';

/** Samples of the frame before that the model wants to see again in front of each frame. */
const CONTEXT = 64;
const STATE_SHAPE = [2, 1, 128];

/** Loads Silero VAD v6 (about 80 ms). Throws PartError as `openModel` does. */
export async function loadVoiceActivity(directory: string): Promise<VoiceActivityModel> {
  const session = await openModel(directory, 'silero-vad/silero_vad_v6.onnx');
  return { open: () => new SileroStream(session), close: () => session.release() };
}

const RATE = new Tensor('int64', BigInt64Array.of(BigInt(MODEL_RATE)), []);

/** One stream's memory. A frame takes 0.4 ms and holds the thread that long. */
class SileroStream implements FrameScorer {
  private state: Tensor = new Tensor('float32', new Float32Array(256), STATE_SHAPE);
  private context = new Float32Array(CONTEXT);

  constructor(private readonly session: InferenceSession) {}

  async score(frame: Float32Array): Promise<number> {
    const input = new Float32Array(CONTEXT + VAD_FRAME_SAMPLES);
    input.set(this.context);
    input.set(frame, CONTEXT);
    this.context = input.slice(-CONTEXT);
    const { output, stateN } = await this.session.run({
      input: new Tensor('float32', input, [1, input.length]),
      state: this.state,
      sr: RATE,
    });
    if (!stateN || !(output?.data instanceof Float32Array))
      throw new TypeError('Silero gave no probability.');
    this.state = stateN;
    return output.data[0]!;
  }
}
