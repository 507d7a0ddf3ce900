import type { WakeWordPicture } from '../../../shared/ipc/wake-word';
import { WAKE_WORD_RECORDINGS } from '../../../shared/wake-word';
import { sentenceOf, type WindowBridge } from '../../bridge';
import { askText, enrolmentText, recordingText } from './words';

/** Where learning a name stands. `ready`: not begun, or a recording is to be made again. */
export type LearningStep = 'closed' | 'ready' | 'recording' | 'working';

/** The wake word as this window shows it, and how a name is learnt step by step. */
export class WakeWordStore {
  #picture = $state.raw<WakeWordPicture | null>(null);
  #step = $state<LearningStep>('closed');
  #index = $state(0);
  #taken = $state.raw<readonly boolean[]>([]);
  #level = $state(0);
  #told = $state('');
  #failure = $state('');
  /** Answers of a run that was cancelled are nobody's. */
  #run = 0;

  constructor(private readonly bridge: WindowBridge) {}

  /** Null until main has told. */
  get picture() {
    return this.#picture;
  }
  get listening() {
    return this.#picture?.status.name === 'listening' && !this.#picture.testing;
  }
  get step() {
    return this.#step;
  }
  /** The recording that is next, from 0. */
  get index() {
    return this.#index;
  }
  /** Which recordings are good. */
  get taken() {
    return this.#taken;
  }
  /** Level 0..1 of the microphone while it is used here. */
  get level() {
    return this.#level;
  }
  /** What happens or is to be done, for the status line. */
  get told() {
    return this.#told;
  }
  /** Why the last request did not work; empty when it did. */
  get failure() {
    return this.#failure;
  }

  /** Reads the picture and listens for changes. Returns the function that ends the listening. */
  connect(): () => void {
    const ends = [
      this.bridge.on('wakeWord.changed', (picture) => (this.#picture = picture)),
      this.bridge.on('wakeWord.level', (level) => (this.#level = level)),
      this.bridge.on('wakeWord.tried', ({ accepted }) => {
        this.#told = accepted
          ? 'Heard its name.'
          : 'Heard something like its name, but took it for other words.';
      }),
    ];
    void this.#ask(async () => {
      this.#picture = await this.bridge.request('wakeWord.current');
    });
    return () => ends.forEach((end) => end());
  }

  /** Opens the steps of learning a name. Nothing is recorded yet. */
  open(): void {
    this.#step = 'ready';
    this.#index = 0;
    this.#taken = [];
    this.#told = 'You will say the name three times.';
    this.#failure = '';
    if (this.#picture?.testing) void this.test(false);
  }

  /** Gives everything up; an earlier name stays. */
  async cancel(): Promise<void> {
    this.#run += 1;
    this.#step = 'closed';
    this.#told = '';
    await this.#ask(() => this.bridge.request('wakeWord.cancel'));
  }

  /** Records what is still missing, one after the other, until all is there or one is not good. */
  async record(): Promise<void> {
    if (this.#step !== 'ready') return;
    const run = ++this.#run;
    while (this.#index < WAKE_WORD_RECORDINGS) {
      this.#step = 'recording';
      this.#told = askText(this.#taken.filter(Boolean).length);
      const index = this.#index;
      const heard = await this.#ask(() => this.bridge.request('wakeWord.record', index));
      if (run !== this.#run) return;
      if (!heard?.ok) return this.#again(heard ? recordingText(heard) : '');
      this.#taken = Array.from(
        { length: WAKE_WORD_RECORDINGS },
        (_, at) => at === index || !!this.#taken[at],
      );
      const next = this.#taken.indexOf(false);
      this.#index = next < 0 ? WAKE_WORD_RECORDINGS : next;
    }
    await this.#learn(run);
  }

  /** Begins or ends trying it out. */
  async test(on: boolean): Promise<void> {
    this.#told = on ? 'Say the name. Nothing is started by it now.' : '';
    await this.#ask(() => this.bridge.request('wakeWord.test', on));
    if (!on) this.#level = 0;
  }

  /** Deletes the name. */
  async forget(): Promise<void> {
    await this.#ask(() => this.bridge.request('wakeWord.forget'));
    if (this.#failure === '') this.#told = 'The name was deleted.';
  }

  async #learn(run: number): Promise<void> {
    this.#step = 'working';
    this.#told = 'Learning the name. This takes a few seconds.';
    const learnt = await this.#ask(() => this.bridge.request('wakeWord.enrol'));
    if (run !== this.#run) return;
    if (learnt?.ok) {
      this.#step = 'closed';
      this.#told = 'The name is learnt. The recordings were deleted.';
      return;
    }
    const again = learnt?.trouble.type === 'unlike' ? learnt.trouble.recording : null;
    this.#taken = this.#taken.map((_, at) => again !== null && at !== again);
    this.#index = again ?? 0;
    this.#again(learnt ? enrolmentText(learnt) : '');
  }

  #again(told: string): void {
    this.#step = 'ready';
    this.#told = told;
    this.#level = 0;
  }

  async #ask<T>(request: () => Promise<T>): Promise<T | null> {
    try {
      const answer = await request();
      this.#failure = '';
      return answer;
    } catch (error) {
      this.#failure = sentenceOf(error);
      return null;
    }
  }
}
