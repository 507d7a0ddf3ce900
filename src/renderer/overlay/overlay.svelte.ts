import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { OverlayLooks } from '../../shared/ipc/overlay';
import { sentenceOf, type OverlayBridge } from '../bridge';
import { FollowedTalk } from '../conversation/followed-talk.svelte';
import { speak } from '../words.svelte';

/** The talk as the overlay shows it, and the little that can be done there. */
export class OverlayStore {
  readonly #talk = new FollowedTalk();
  #failure = $state<string | null>(null);

  /** The size that main knows. */
  private told = { width: 0, height: 0 };

  constructor(private readonly bridge: OverlayBridge) {}

  get snapshot() {
    return this.#talk.snapshot;
  }
  /** Heights of the level indicator. */
  get bars() {
    return this.#talk.bars;
  }
  /** Sentence of the last request that failed. */
  get failure() {
    return this.#failure;
  }
  /** Whether the microphone is open, so that words can count. */
  get hears() {
    return this.#talk.hears;
  }
  /** What was last heard and said, in their order. */
  get lines() {
    return lastLines(this.#talk.transcript);
  }

  /** Listens to main and asks for the current state. `shown`: the panel is being shown. Returns what ends it. */
  connect(shown: () => void): () => void {
    this.bridge.request('overlay.look').then(look, () => undefined);
    const ends = [
      this.#talk.follow(this.bridge, {
        failed: (error) => {
          this.#failure = sentenceOf(error);
        },
      }),
      this.bridge.on('overlay.shown', (looks) => {
        look(looks);
        shown();
        // The second frame begins when the first is on its way to the screen.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => void this.bridge.request('overlay.painted').catch(() => undefined)),
        );
      }),
    ];
    return () => ends.forEach((end) => end());
  }

  /** Stops the spoken answer. */
  stopSpeaking(): Promise<void> {
    return this.#attempt(this.bridge.request('conversation.stopSpeaking'));
  }

  /** Ends the talk. */
  end(): Promise<void> {
    return this.#attempt(this.bridge.request('conversation.end'));
  }

  openWindow(): Promise<void> {
    return this.#attempt(this.bridge.request('overlay.openWindow'));
  }

  /** Tells how large the panel is, in CSS pixels. True when that is another size: what is in it has moved. */
  sized(width: number, height: number): boolean {
    const size = { width: Math.ceil(width), height: Math.ceil(height) };
    if (size.width === this.told.width && size.height === this.told.height) return false;
    this.told = size;
    this.bridge.request('overlay.sized', size).catch(() => undefined);
    return true;
  }

  pointerOver(over: boolean): void {
    this.bridge.request('overlay.pointer', over).catch(() => undefined);
  }

  async #attempt(answer: Promise<undefined>): Promise<void> {
    try {
      await answer;
      this.#failure = null;
    } catch (error) {
      this.#failure = sentenceOf(error);
    }
  }
}

function look({ language, appearance }: OverlayLooks): void {
  speak(language);
  document.documentElement.dataset['theme'] = appearance;
}

/** The person's last words and everything after them that is in words, at most three entries. */
export function lastLines(transcript: readonly TranscriptEntry[]): readonly TranscriptEntry[] {
  const worded = transcript.filter((entry) => entry.kind === 'tool' || entry.text !== '');
  const from = worded.findLastIndex((entry) => entry.kind === 'user');
  return worded.slice(Math.max(0, from)).filter(isWanted).slice(-3);
}

/** A tool that waits has a card, and one that is done is told of by the agent. */
function isWanted(entry: TranscriptEntry): boolean {
  return entry.kind !== 'tool' || entry.state === 'running' || entry.state === 'failed';
}
