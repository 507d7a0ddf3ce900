import { activeProfile, withProfile, type Profile, type ProfilePatch } from '../../shared/settings/profile';
import { profileProblem } from '../../shared/settings/profile-check';
import type { Command } from '../../shared/settings/commands';
import type { Settings, SettingsPatch } from '../../shared/settings/schema';
import type { ServerCheck } from '../../shared/ipc/local-agent-port';
import type { OverlayAbility } from '../../shared/ipc/overlay';
import type { KeyCheck, KeyStatus } from '../../shared/ipc/settings';
import { sentenceOf, type WindowBridge } from '../bridge';
import type { KeyOwner } from './key-words';

/** Where a failure is shown: beside the control that caused it. */
export type SettingsPlace =
  | keyof SettingsPatch
  | keyof ProfilePatch
  | KeyOwner
  | 'keyCheck'
  | 'grants'
  | 'commands'
  | 'languageModel'
  | 'all';

/** A change that shows before main has answered. */
type Overlay = (settings: Settings) => Settings;

/**
 * The settings as this window shows them. A change shows at once and is taken back when main refuses it,
 * with main's sentence in `failures` at that control.
 */
export class SettingsStore {
  #stored = $state.raw<Settings | null>(null);
  #pending = $state.raw<readonly Overlay[]>([]);
  #keys = $state.raw<Readonly<Record<KeyOwner, KeyStatus>>>({ key: 'absent', languageModelKey: 'absent' });
  #failures = $state.raw<Readonly<Partial<Record<SettingsPlace, string>>>>({});

  #overlayAbility = $state<OverlayAbility>('works');

  /** What is stored, with the changes under way on top; null until main has told. */
  readonly current: Settings | null = $derived(
    this.#stored && this.#pending.reduce((settings, overlay) => overlay(settings), this.#stored),
  );
  /** The profile in use; null until main has told. */
  readonly profile: Profile | null = $derived(this.current && activeProfile(this.current));

  constructor(private readonly bridge: WindowBridge) {}

  /** What is known of the keys; never the keys themselves. */
  get keys() {
    return this.#keys;
  }
  /** Whether this system lets Parley show the panel above other windows. */
  get overlayAbility() {
    return this.#overlayAbility;
  }
  get failures() {
    return this.#failures;
  }

  /** Reads the settings and listens for changes. Returns the function that ends the listening. */
  connect(): () => void {
    const ends = [
      this.bridge.on('settings.changed', (settings) => (this.#stored = settings)),
      this.bridge.on('key.changed', (status) => this.#keyIs('key', status)),
      this.bridge.on('languageModelKey.changed', (status) => this.#keyIs('languageModelKey', status)),
    ];
    void this.#attempt('all', async () => (this.#stored = await this.bridge.request('settings.get')));
    void this.#attempt('overlay', async () => {
      this.#overlayAbility = await this.bridge.request('overlay.ability');
    });
    for (const owner of ['key', 'languageModelKey'] as const) {
      void this.#attempt(owner, async () => this.#keyIs(owner, await this.bridge.request(`${owner}.status`)));
    }
    return () => ends.forEach((end) => end());
  }

  /** Changes one setting. Resolves to false when main refused it; the old value shows again. */
  async change<Name extends keyof SettingsPatch>(name: Name, value: Settings[Name]): Promise<boolean> {
    return this.#changeAtOnce(
      [name],
      (settings) => ({ ...settings, [name]: value }),
      () => this.bridge.request('settings.change', { [name]: value }),
    );
  }

  /**
   * Changes fields of a profile, the one in use when none is named. Resolves to false when a value cannot be sent to the
   * service, or when main refused it; the old values show again.
   */
  async changeProfile(patch: ProfilePatch, id = this.profile?.id): Promise<boolean> {
    if (id === undefined) return false;
    const unfit = profileProblem(patch);
    if (unfit) {
      const { sentence, next } = unfit.problem;
      this.#failures = { ...this.#failures, [unfit.field]: `${sentence} ${next}` };
      return false;
    }
    return this.#changeAtOnce(
      Object.keys(patch) as (keyof ProfilePatch)[],
      (settings) => ({ ...settings, profiles: withProfile(settings.profiles, id, patch) }),
      () => this.bridge.request('profile.change', { id, patch }),
    );
  }

  /** Hands the key to main. Resolves to false when it was not kept. */
  saveKey(owner: KeyOwner, key: string): Promise<boolean> {
    return this.#attempt(owner, async () =>
      this.#keyIs(owner, await this.bridge.request(`${owner}.save`, key)),
    );
  }

  forgetKey(owner: KeyOwner): Promise<boolean> {
    return this.#attempt(owner, async () => this.#keyIs(owner, await this.bridge.request(`${owner}.forget`)));
  }

  /** Has the hosted service asked whether it takes the key; null when nobody could ask it. */
  async checkKey(): Promise<KeyCheck | null> {
    let check: KeyCheck | null = null;
    await this.#attempt('keyCheck', async () => {
      check = await this.bridge.request('key.check');
    });
    return check;
  }

  /** Has the language model server asked whether it can be used; null when nobody could ask it. */
  async checkLanguageModel(): Promise<ServerCheck | null> {
    let check: ServerCheck | null = null;
    await this.#attempt('languageModel', async () => {
      check = await this.bridge.request('languageModel.check');
    });
    return check;
  }

  /** Removes every kept conversation but an open one; resolves to how many, or null when that failed. */
  async deleteHistory(): Promise<number | null> {
    let removed: number | null = null;
    await this.#attempt('keepHistory', async () => {
      removed = await this.bridge.request('history.deleteAll');
    });
    return removed;
  }

  /** Opens the system's folder dialog; resolves after the choice. */
  addGrant(): Promise<boolean> {
    return this.#attempt('grants', async () => {
      this.#stored = await this.bridge.request('grants.add');
    });
  }

  removeGrant(id: string): Promise<boolean> {
    return this.#attempt('grants', async () => {
      this.#stored = await this.bridge.request('grants.remove', id);
    });
  }

  /** Hands a command to main, which asks in a dialog of the system. Resolves to false when main refused it. */
  saveCommand(command: Command): Promise<boolean> {
    return this.#attempt('commands', async () => {
      this.#stored = await this.bridge.request('commands.save', command);
    });
  }

  removeCommand(id: string): Promise<boolean> {
    return this.#attempt('commands', async () => {
      this.#stored = await this.bridge.request('commands.remove', id);
    });
  }

  /** Opens the system's file dialog; resolves to the program's path, null when none was chosen. */
  async chooseProgram(): Promise<string | null> {
    let path: string | null = null;
    await this.#attempt('commands', async () => {
      path = await this.bridge.request('commands.chooseProgram');
    });
    return path;
  }

  /** Forgets shown failures; for when the settings are closed. */
  clearFailures(): void {
    this.#failures = {};
  }

  async #changeAtOnce(
    places: readonly SettingsPlace[],
    overlay: Overlay,
    request: () => Promise<Settings>,
  ): Promise<boolean> {
    this.#pending = [...this.#pending, overlay];
    try {
      return await this.#attempt(places, async () => (this.#stored = await request()));
    } finally {
      this.#pending = this.#pending.filter((other) => other !== overlay);
    }
  }

  #keyIs(owner: KeyOwner, status: KeyStatus): void {
    this.#keys = { ...this.#keys, [owner]: status };
  }

  async #attempt(
    at: SettingsPlace | readonly SettingsPlace[],
    request: () => Promise<unknown>,
  ): Promise<boolean> {
    const places = typeof at === 'string' ? [at] : at;
    const show = (failure: string | undefined) => {
      const shown = Object.fromEntries(places.map((place) => [place, failure]));
      this.#failures = { ...this.#failures, ...shown };
    };
    try {
      await request();
      show(undefined);
      return true;
    } catch (error) {
      show(sentenceOf(error));
      return false;
    }
  }
}
