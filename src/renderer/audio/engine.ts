import { AUDIO_RATE } from '../../shared/ipc/audio-port';
import {
  CAPTURE_PROCESSOR,
  PLAYBACK_PROCESSOR,
  type SilenceMessage,
  type WorkletMessage,
} from './worklet-messages';

/**
 * The audio graph: microphone -> capture worklet, playback worklet -> speakers. It lives as long as the page and is
 * suspended between talks, so that its ports to main stay connected and the next talk starts at once.
 */
export class AudioEngine {
  private source: MediaStreamAudioSourceNode | null = null;

  private constructor(
    private readonly context: AudioContext,
    private readonly capture: AudioWorkletNode,
    private readonly playback: AudioWorkletNode,
  ) {}

  /** Builds the graph, suspended. Rejects when the sound system does not work. */
  static async create(): Promise<AudioEngine> {
    const context = new AudioContext({ sampleRate: AUDIO_RATE, latencyHint: 'interactive' });
    try {
      const suspended = context.suspend();
      await Promise.all([
        context.audioWorklet.addModule(new URL('./capture-worklet.js', location.href)),
        context.audioWorklet.addModule(new URL('./playback-worklet.js', location.href)),
        suspended,
      ]);
      const capture = new AudioWorkletNode(context, CAPTURE_PROCESSOR, {
        numberOfOutputs: 0,
        channelCount: 1,
        channelCountMode: 'explicit',
      });
      const playback = new AudioWorkletNode(context, PLAYBACK_PROCESSOR, {
        numberOfInputs: 0,
        outputChannelCount: [1],
      });
      playback.connect(context.destination);
      return new AudioEngine(context, capture, playback);
    } catch (error) {
      await context.close();
      throw error;
    }
  }

  /** Hands the worklets their ports to main. */
  connectPorts(capture: MessagePort, playback: MessagePort): void {
    post(this.capture, { type: 'port', port: capture }, [capture]);
    post(this.playback, { type: 'port', port: playback }, [playback]);
  }

  /** `silent` when the microphone delivers nothing but zeros, `failed` when the graph stopped for good. */
  listen(silent: () => void, failed: () => void): void {
    this.capture.port.onmessage = ({ data }: MessageEvent<SilenceMessage>) => {
      if (data.type === 'silent') silent();
    };
    for (const node of [this.capture, this.playback]) node.addEventListener('processorerror', failed);
  }

  /** Captures from this stream, without a break for the worklet when another one was in use. */
  connectMicrophone(stream: MediaStream): void {
    const before = this.source;
    this.source = this.context.createMediaStreamSource(stream);
    this.source.connect(this.capture);
    before?.disconnect();
  }

  /** Plays on this device, '' is the system's own. Rejects when there is no such device. */
  async playOn(deviceId: string): Promise<void> {
    await this.context.setSinkId(deviceId);
  }

  async start(): Promise<void> {
    post(this.capture, { type: 'reset' });
    await this.context.resume();
  }

  /** Lets go of microphone and speakers and forgets what was waiting to be heard. */
  async stop(): Promise<void> {
    this.source?.disconnect();
    this.source = null;
    post(this.playback, { type: 'reset' });
    await this.context.suspend();
  }
}

function post(node: AudioWorkletNode, message: WorkletMessage, transfer: Transferable[] = []): void {
  node.port.postMessage(message, transfer);
}
