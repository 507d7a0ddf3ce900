import { AUDIO_RATE } from '../../shared/ipc/audio-port';
import { CAPTURE_PROCESSOR, type SilenceMessage } from './worklet-messages';
import { createWorkletNode, postToWorklet } from './worklet-node';

/**
 * The wanted tick of the context's clock, in seconds; Chromium makes it 43 ms. The shortest it has, 21 ms, costs 1 %
 * of a core more and loses more sound when the processor is busy.
 */
const CLOCK_SECONDS = 0.02;

/**
 * Microphone -> capture worklet -> main. Its audio context has no output device, so that neither a change nor the
 * loss of the speakers interrupts the person. It lives from the first use to the end of the page and is suspended
 * between talks.
 */
export class CapturePath {
  private source: MediaStreamAudioSourceNode | null = null;

  private constructor(
    private readonly context: AudioContext,
    private readonly worklet: AudioWorkletNode,
  ) {}

  /** Builds the path, suspended. Rejects when the sound system does not work. */
  static async create(): Promise<CapturePath> {
    const context = new AudioContext({
      sampleRate: AUDIO_RATE,
      sinkId: { type: 'none' },
      latencyHint: CLOCK_SECONDS,
    });
    // Not awaited: whoever builds it starts it at once.
    context.suspend().catch(() => undefined);
    const worklet = await createWorkletNode(context, './capture-worklet.js', CAPTURE_PROCESSOR, {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    });
    return new CapturePath(context, worklet);
  }

  connectPort(port: MessagePort): void {
    postToWorklet(this.worklet, { type: 'port', port });
  }

  /** `silent` is called when a microphone has delivered nothing but zeros for three seconds. */
  onSilent(silent: () => void): void {
    this.worklet.port.onmessage = ({ data }: MessageEvent<SilenceMessage>) => {
      if (data.type === 'silent') silent();
    };
  }

  /** Captures from this stream; another one that was in use is let go without a break. */
  connect(stream: MediaStream): void {
    const before = this.source;
    this.source = this.context.createMediaStreamSource(stream);
    this.source.connect(this.worklet);
    before?.disconnect();
    postToWorklet(this.worklet, { type: 'microphone' });
  }

  /** Sends frames from now on: zeros while there is no microphone. */
  async start(): Promise<void> {
    postToWorklet(this.worklet, { type: 'reset' });
    await this.context.resume();
  }

  async stop(): Promise<void> {
    this.source?.disconnect();
    this.source = null;
    await this.context.suspend();
  }
}
