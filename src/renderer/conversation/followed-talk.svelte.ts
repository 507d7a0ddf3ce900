import type { Bridge } from '../../shared/ipc';
import type { ConversationEvents, conversationRequests } from '../../shared/ipc/conversation';
import { nextBars, quietBars, type Bars } from './levels';
import { applyNews, emptyModel, type ConversationModel, type ConversationNews } from './model';
import { statusTone } from './status';

/** What it needs of main. */
type TalkBridge = Bridge<
  Pick<typeof conversationRequests, 'conversation.current'>,
  Pick<
    ConversationEvents,
    'conversation.snapshot' | 'conversation.entry' | 'conversation.cleared' | 'conversation.levels'
  >
>;

/** Who else wants to know. */
interface Listener {
  /** A piece of news has made the second model of the first. */
  readonly news?: (before: ConversationModel, after: ConversationModel, news: ConversationNews) => void;
  /** Main did not tell the present state. */
  readonly failed: (error: unknown) => void;
}

/** The talk as a page follows it: main's picture of it, and the level indicator. */
export class FollowedTalk {
  #model = $state.raw<ConversationModel>(emptyModel);
  #bars = $state.raw<Bars>(quietBars);

  get snapshot() {
    return this.#model.snapshot;
  }
  get transcript() {
    return this.#model.transcript;
  }
  /** Heights of the level indicator. */
  get bars() {
    return this.#bars;
  }
  /** Whether the microphone is open, so that words can count. */
  get hears() {
    return this.snapshot.live && !this.snapshot.muted;
  }

  /** Listens to main and asks for the current state. Returns the function that ends the listening. */
  follow(bridge: TalkBridge, { news: tell, failed }: Listener): () => void {
    // News that arrive before the answer are kept and applied on top of it: none is lost, none undone.
    let early: ConversationNews[] | null = [];
    const hear = (news: ConversationNews) => {
      early?.push(news);
      const before = this.#model;
      this.#apply(news);
      tell?.(before, this.#model, news);
    };
    const ends = [
      bridge.on('conversation.snapshot', (snapshot) => hear({ type: 'snapshot', snapshot })),
      bridge.on('conversation.entry', (entry) => hear({ type: 'entry', entry })),
      bridge.on('conversation.cleared', () => hear({ type: 'cleared' })),
      bridge.on('conversation.levels', (levels) => this.#hearLevels(levels)),
    ];
    bridge.request('conversation.current').then(
      (current) => {
        this.#model = (early ?? []).reduce(applyNews, current);
        early = null;
      },
      (error: unknown) => {
        early = null;
        failed(error);
      },
    );
    return () => ends.forEach((end) => end());
  }

  #apply(news: ConversationNews): void {
    this.#model = applyNews(this.#model, news);
    const tone = statusTone(this.snapshot);
    // Nobody is heard any more: a level that stood still would say otherwise.
    if (tone !== 'input' && tone !== 'output') this.#bars = quietBars;
  }

  #hearLevels({ input, output }: { readonly input: number; readonly output: number }): void {
    const tone = statusTone(this.snapshot);
    const level = tone === 'output' ? output : tone === 'input' ? input : 0;
    this.#bars = nextBars(this.#bars, level);
  }
}
