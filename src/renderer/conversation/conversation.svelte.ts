import { sentenceOf, type WindowBridge } from '../bridge';
import { alsoSaid, announcementsAfter, nothingAnnounced, said, type Announcements } from './announcing';
import { FollowedTalk } from './followed-talk.svelte';
import { toldText } from '../words.svelte';

/** The conversation as this window shows it, and what the person can do with it. */
export class ConversationStore {
  readonly #talk = new FollowedTalk();
  #failure = $state<string | null>(null);
  #announcements = $state.raw<Announcements>(nothingAnnounced);

  constructor(private readonly bridge: WindowBridge) {}

  get snapshot() {
    return this.#talk.snapshot;
  }
  get transcript() {
    return this.#talk.transcript;
  }
  /** Heights of the level indicator. */
  get bars() {
    return this.#talk.bars;
  }
  /** Sentence of the last request that failed, until dismissed or the next one succeeds. */
  get failure() {
    return this.#failure;
  }
  /** Whether the microphone is open, so that words can count. */
  get hears() {
    return this.#talk.hears;
  }
  /** The last thing that a screen reader is told. */
  get announced() {
    return this.#announcements.said;
  }
  /** True while there is a spoken answer to stop. */
  get canStopSpeaking() {
    return this.snapshot.status === 'speaking';
  }

  /** Listens to main and asks for the current state. Returns the function that ends the listening. */
  connect(): () => void {
    return this.#talk.follow(this.bridge, {
      news: (before, after, news) => {
        this.#announcements = announcementsAfter(this.#announcements, before, after, news);
      },
      failed: (error) => {
        this.#failure = sentenceOf(error);
      },
    });
  }

  /** Starts a conversation, or ends the open one. */
  toggle(): Promise<boolean> {
    return this.snapshot.live ? this.end() : this.start();
  }

  /** Goes on with the talk, or starts it again. */
  start(): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('conversation.start'));
  }

  /** Ends the talk, also one that rests. */
  end(): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('conversation.end'));
  }

  /** Calls off an announced hang-up. */
  stay(): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('conversation.stay'));
  }

  useLocalAgent(): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('conversation.useLocalAgent'));
  }

  toggleMute(): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('conversation.mute', !this.snapshot.muted));
  }

  /** Stops the spoken answer; does nothing when there is none. */
  async stopSpeaking(): Promise<boolean> {
    if (!this.canStopSpeaking) return false;
    return this.#attempt(() => this.bridge.request('conversation.stopSpeaking'));
  }

  /** Sends typed text. Resolves to false when it was not taken; the caller still has the text. */
  send(text: string): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('conversation.send', text));
  }

  /** Applies one of the person's own rules to the open conversation. */
  applyRule(id: string): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('conversation.applyRule', id));
  }

  /** "I trust what was read": what others wrote no longer makes Parley ask in this conversation. */
  trust(): Promise<boolean> {
    return this.#attempt(() => this.bridge.request('approvals.trust'));
  }

  /** Takes back what a tool did. Resolves to what to tell the person; never rejects. */
  async undo(action: string): Promise<string> {
    try {
      return (await this.bridge.request('undo.action', action)).said;
    } catch (error) {
      return sentenceOf(error);
    }
  }

  /** Has a screen reader told of something that is seen beside the talk, when nobody speaks. */
  remark(text: string): void {
    this.#announcements = alsoSaid(this.#announcements, text, this.snapshot.status);
  }

  /** Takes away the failure if there is one, else the notice. */
  async dismiss(): Promise<void> {
    if (this.#failure === null) await this.#attempt(() => this.bridge.request('conversation.dismissNotice'));
    else this.#failure = null;
  }

  async #attempt(request: () => Promise<undefined>): Promise<boolean> {
    try {
      await request();
      this.#failure = null;
      return true;
    } catch (error) {
      this.#failure = sentenceOf(error);
      this.#announcements = said(this.#announcements, toldText(this.#failure));
      return false;
    }
  }
}
