import { AUDIO_RATE } from '../../shared/ipc/audio-port';
import { within } from './within';
import { PLAYBACK_PROCESSOR } from './worklet-messages';
import { createWorkletNode, postToWorklet } from './worklet-node';

/** Longest that a working device takes to start or change. */
const DEVICE_TIMEOUT_MS = 3_000;

/**
 * Main -> playback worklet -> speakers. Lives from the first use to the end of the page, so that its port stays
 * connected, and is suspended between talks.
 */
export class PlaybackPath {
  private constructor(
    private readonly context: AudioContext,
    private readonly worklet: AudioWorkletNode,
  ) {}

  /** Builds the path, suspended. Rejects when the sound system does not work. */
  static async create(): Promise<PlaybackPath> {
    const context = new AudioContext({ sampleRate: AUDIO_RATE, latencyHint: 'interactive' });
    // Not awaited: the worklet can load meanwhile, and with broken speakers it may never settle.
    context.suspend().catch(() => undefined);
    const worklet = await createWorkletNode(context, './playback-worklet.js', PLAYBACK_PROCESSOR, {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    worklet.connect(context.destination);
    return new PlaybackPath(context, worklet);
  }

  connectPort(port: MessagePort): void {
    postToWorklet(this.worklet, { type: 'port', port });
  }

  /** `broke` is called when the device in use stopped working. */
  onBreakdown(broke: () => void): void {
    this.context.addEventListener('error', broke);
  }

  /** Plays on this device; '' is the system's own, null is none: replies then pass unheard, in their time. */
  async playOn(deviceId: string | null): Promise<void> {
    await within(this.context.setSinkId(deviceId ?? { type: 'none' }), DEVICE_TIMEOUT_MS);
  }

  /** Rejects when the device does not start. */
  async start(): Promise<void> {
    await within(this.context.resume(), DEVICE_TIMEOUT_MS);
  }

  /** Lets go of the speakers and forgets what was waiting to be heard. */
  async stop(): Promise<void> {
    postToWorklet(this.worklet, { type: 'reset' });
    await within(this.context.suspend(), DEVICE_TIMEOUT_MS);
  }
}
