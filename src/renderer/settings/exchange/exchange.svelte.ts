import type { ImportPreview } from '../../../shared/ipc/settings-file';
import type { ImportChange } from '../../../shared/settings/exchange';
import type { Settings, SettingsPatch } from '../../../shared/settings/schema';
import { changedSections } from '../../../shared/settings/exchange';
import type { SettingsSection } from '../../../shared/settings/sections';
import { t, toldText } from '../../words.svelte';
import { defaultSettings } from '../../../shared/settings/schema';
import { sentenceOf, type WindowBridge } from '../../bridge';

/** Settings as a file, and sections set back to how they came. */
export class ExchangeStore {
  #preview = $state.raw<ImportPreview | null>(null);
  #wanted = $state.raw<readonly string[]>([]);
  #told = $state('');
  #failure = $state('');
  #undo = $state.raw<{ readonly section: SettingsSection; readonly patch: SettingsPatch } | null>(null);

  constructor(private readonly bridge: WindowBridge) {}

  /** What the chosen file would change; null while none is chosen. */
  get preview() {
    return this.#preview;
  }
  /** What was done, in the person's language. */
  get told() {
    return this.#told;
  }
  get failure() {
    return this.#failure;
  }
  /** The section that was set back last; null when nothing can be taken back. */
  get undoable() {
    return this.#undo?.section ?? null;
  }
  get wanted() {
    return this.#wanted;
  }

  /** Writes the settings to a file that the person chooses. */
  save(): Promise<void> {
    return this.#attempt(async () =>
      (await this.bridge.request('settingsFile.save')) === 'saved'
        ? 'The settings were saved. No key is in the file.'
        : '',
    );
  }

  /** Reads a file that the person chooses. What does no harm is wanted at first. */
  read(): Promise<void> {
    return this.#attempt(async () => {
      const preview = await this.bridge.request('settingsFile.read');
      if (!preview) return '';
      this.#preview = preview;
      this.#wanted = preview.changes.filter(({ careful }) => careful === null).map(({ name }) => name);
      return preview.changes.length === 0 ? 'Everything in the file is as it is here.' : '';
    });
  }

  want({ name }: ImportChange, wanted: boolean): void {
    const others = this.#wanted.filter((other) => other !== name);
    this.#wanted = wanted ? [...others, name] : others;
  }

  take(): Promise<void> {
    return this.#attempt(async () => {
      const said = await this.bridge.request('settingsFile.take', [...this.#wanted]);
      this.#preview = null;
      return said;
    });
  }

  putAway(): void {
    this.#preview = null;
  }

  /** Sets a section back to how Parley came. It can be taken back until the next time. */
  reset(section: SettingsSection, settings: Settings): Promise<void> {
    return this.#attempt(async () => {
      const names = changedSections(settings).get(section) ?? [];
      const of = (values: Settings): SettingsPatch =>
        Object.fromEntries(names.map((name) => [name, values[name]]));
      const patch = of(settings);
      await this.bridge.request('settings.change', of(defaultSettings));
      this.#undo = { section, patch };
      return t('{section} is as Parley came.', { section: t(section) });
    });
  }

  undo(): Promise<void> {
    return this.#attempt(async () => {
      if (!this.#undo) return '';
      const { section, patch } = this.#undo;
      await this.bridge.request('settings.change', patch);
      this.#undo = null;
      return t('{section} is as it was.', { section: t(section) });
    });
  }

  async #attempt(work: () => Promise<string>): Promise<void> {
    this.#failure = '';
    try {
      this.#told = toldText(await work());
    } catch (error) {
      this.#told = '';
      this.#failure = sentenceOf(error);
    }
  }
}
