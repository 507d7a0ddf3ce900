import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { OverlayLooks } from '../../shared/ipc/overlay';
import { sentenceOf, type OverlayBridge } from '../bridge';
import { nextBars, quietBars, type Bars } from '../conversation/levels';
import { applyNews, emptyModel, type ConversationModel, type ConversationNews } from '../conversation/model';
import { statusTone } from '../conversation/status';
import { speak } from '../words.svelte';

/** The talk as the overlay shows it, and the little that can be done there. */
export class OverlayStore {
  #model = $state.raw<ConversationModel>(emptyModel);
  #bars = $state.raw<Bars>(quietBars);
  #failure = $state<string | null>(null);

  /** The size that main knows. */
  private told = { width: 0, height: 0 };

  constructor(private readonly bridge: OverlayBridge) {}

  get snapshot() {
    return this.#model.snapshot;
  }
  /** Heights of the level indicator. */
  get bars() {
    return this.#bars;
  }
  /** Sentence of the last request that failed. */
  get failure() {
    return this.#failure;
  }
  /** Whether the microphone is open, so that words can count. */
  get hears() {
    return this.snapshot.live && !this.snapshot.muted;
  }
  /** What was last heard and said, in their order. */
  get lines() {
    return lastLines(this.#model.transcript);
  }

  /** Listens to main and asks for the current state. `shown`: the panel is being shown. Returns what ends it. */
  connect(shown: () => void): () => void {
    let early: ConversationNews[] | null = [];
    const hear = (news: ConversationNews) => {
      early?.push(news);
      this.#apply(news);
    };
    const ends = [
      this.bridge.on('conversation.snapshot', (snapshot) => hear({ type: 'snapshot', snapshot })),
      this.bridge.on('conversation.entry', (entry) => hear({ type: 'entry', entry })),
      this.bridge.on('conversation.cleared', () => hear({ type: 'cleared' })),
      this.bridge.on('conversation.levels', (levels) => this.#hearLevels(levels)),
      this.bridge.on('overlay.shown', (looks) => {
        look(looks);
        shown();
        // The second frame begins when the first is on its way to the screen.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => void this.bridge.request('overlay.painted').catch(() => undefined)),
        );
      }),
    ];
    this.bridge.request('overlay.look').then(look, () => undefined);
    this.bridge.request('conversation.current').then(
      (current) => {
        this.#model = (early ?? []).reduce(applyNews, current);
        early = null;
      },
      (error: unknown) => {
        this.#failure = sentenceOf(error);
        early = null;
      },
    );
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

  #apply(news: ConversationNews): void {
    this.#model = applyNews(this.#model, news);
    const tone = statusTone(this.snapshot);
    if (tone !== 'input' && tone !== 'output') this.#bars = quietBars;
  }

  #hearLevels({ input, output }: { readonly input: number; readonly output: number }): void {
    const tone = statusTone(this.snapshot);
    this.#bars = nextBars(this.#bars, tone === 'output' ? output : tone === 'input' ? input : 0);
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
