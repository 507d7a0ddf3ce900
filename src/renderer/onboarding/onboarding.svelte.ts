import type { OnboardingPage, SoundCheckPicture } from '../../shared/ipc/onboarding';
import {
  onboarded,
  onboardingBegun,
  wayOn,
  type OnboardingEvent,
  type OnboardingProgress,
  type OnboardingState,
  type OnboardingStep,
} from '../../shared/onboarding';
import { sentenceOf, type WindowBridge } from '../bridge';

const nothingChecked: SoundCheckPicture = {
  microphone: { name: 'off' },
  playing: 'nothing',
  speakerTrouble: '',
};

/** The first minute as this window shows it. Every step that is reached is kept, so that a restart goes on there. */
export class OnboardingStore {
  #state = $state.raw<OnboardingState>(onboardingBegun);
  #check = $state.raw<SoundCheckPicture>(nothingChecked);
  #level = $state(0);
  #pages = $state.raw<readonly OnboardingPage[]>([]);
  #failure = $state('');
  /** How the open step is left; for the button. */
  readonly wayOn = $derived(wayOn(this.#state));

  constructor(private readonly bridge: WindowBridge) {}

  get at(): OnboardingProgress {
    return this.#state.at;
  }
  /** How the check of microphone and speakers stands. */
  get check() {
    return this.#check;
  }
  /** Level 0..1 of the microphone while it is checked. */
  get level() {
    return this.#level;
  }
  /** Pages outside Parley that this computer has. */
  get pages() {
    return this.#pages;
  }
  /** Why the last request did not work; empty when it did. */
  get failure() {
    return this.#failure;
  }

  isManaged(step: OnboardingStep): boolean {
    return this.#state.managed.has(step);
  }

  /** Listens to main. Returns the function that ends the listening, and whatever is open or sounds. */
  connect(): () => void {
    const ends = [
      this.bridge.on('soundCheck.changed', (picture) => (this.#check = picture)),
      this.bridge.on('soundCheck.level', (level) => (this.#level = level)),
    ];
    void this.#ask(async () => (this.#check = await this.bridge.request('soundCheck.current')));
    void this.#ask(async () => (this.#pages = await this.bridge.request('onboarding.pages')));
    return () => {
      for (const end of ends) end();
      void this.stop();
    };
  }

  /** Opens it at what the settings have kept. */
  resume(at: OnboardingProgress): void {
    this.#state = onboarded(this.#state, { type: 'resumed', at });
  }

  /** The open step was tried with success. */
  manage(step: OnboardingStep): void {
    this.#state = onboarded(this.#state, { type: 'managed', step });
  }

  onward(): Promise<void> {
    return this.#move({ type: 'onward' });
  }

  back(): Promise<void> {
    return this.#move({ type: 'back' });
  }

  /** Skips everything that is left. */
  leave(): Promise<void> {
    return this.#move({ type: 'left' });
  }

  /** Opens the microphone and records the next words. */
  listen(): Promise<void> {
    return this.#ask(() => this.bridge.request('soundCheck.listen'));
  }

  /** Plays what was recorded. */
  playBack(): Promise<void> {
    return this.#ask(() => this.bridge.request('soundCheck.playBack'));
  }

  /** Plays something to try the speakers with. */
  playSample(): Promise<void> {
    return this.#ask(() => this.bridge.request('soundCheck.playSample'));
  }

  /** Ends what is open and sounds; what was recorded is forgotten. */
  stop(): Promise<void> {
    this.#level = 0;
    return this.#ask(() => this.bridge.request('soundCheck.stop'));
  }

  /** Opens a page outside Parley. */
  openPage(page: OnboardingPage): Promise<void> {
    return this.#ask(() => this.bridge.request('onboarding.openPage', page));
  }

  async #move(event: OnboardingEvent): Promise<void> {
    const before = this.#state.at;
    this.#state = onboarded(this.#state, event);
    this.#failure = '';
    const onboarding = this.#state.at;
    if (onboarding === before) return;
    await this.#ask(() => this.bridge.request('settings.change', { onboarding }));
  }

  async #ask(request: () => Promise<unknown>): Promise<void> {
    try {
      await request();
      this.#failure = '';
    } catch (error) {
      this.#failure = sentenceOf(error);
    }
  }
}
