import type { Locator } from '@playwright/test';
import type { ParleyWindow } from './parley-window';

/** The settings as a person reaches them: over the button, then by the names of their controls. */
export class SettingsDialog {
  private constructor(
    private readonly window: ParleyWindow,
    readonly dialog: Locator,
  ) {}

  /** Resolves when the dialog shows. */
  static async open(window: ParleyWindow): Promise<SettingsDialog> {
    await window.button('Settings').click();
    const dialog = window.page.getByRole('dialog', { name: 'Settings', exact: true });
    await dialog.waitFor();
    return new SettingsDialog(window, dialog);
  }

  choice(name: string): Locator {
    return this.dialog.getByRole('radio', { name, exact: true });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  get speed(): Locator {
    return this.dialog.getByRole('slider', { name: 'Speaking speed', exact: true });
  }

  get key(): Locator {
    return this.dialog.getByLabel('AssemblyAI key', { exact: true });
  }

  /** What is told of the key beside its field. */
  keyStatus(sentence: string | RegExp): Locator {
    return this.dialog.getByText(sentence);
  }

  async saveKey(key: string): Promise<void> {
    await this.key.fill(key);
    await this.button('Save key').click();
  }

  async close(): Promise<void> {
    await this.window.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
