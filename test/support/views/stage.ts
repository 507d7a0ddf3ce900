import type { Locator, Page } from '@playwright/test';
import type { KeptPage } from '../../../src/shared/ipc/presence';
import type { Settings } from '../../../src/shared/settings/schema';
import type { ParleyApp } from '../app';
import { callBridge } from '../page-probes';
import { SettingsDialog } from '../settings-dialog';
import { showSnapshot, tellWindow } from '../tell-window';
import { until } from '../until';

/** A running app on which one view after the other is shown. */
export class Stage {
  readonly page: Page;

  constructor(readonly app: ParleyApp) {
    this.page = app.window.page;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
  }

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  /** Changes settings as a window does. */
  async change(settings: Partial<Settings>): Promise<void> {
    await this.ask('settings.change', settings);
  }

  /** Opens Settings with everything unfolded. */
  async settings(): Promise<Locator> {
    const { dialog } = await SettingsDialog.open(this.app.window);
    await this.unfold();
    return dialog;
  }

  /** Unfolds whatever can be, in the dialog on top where one is open. */
  async unfold(): Promise<void> {
    const more = () =>
      this.page.evaluate(() => {
        const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
        const folds = [...top.querySelectorAll('details:not([open])')].filter(({ parentElement }) =>
          parentElement?.checkVisibility(),
        );
        for (const fold of folds) (fold as HTMLDetailsElement).open = true;
        return folds.length > 0;
      });
    // What unfolds may hold more of them.
    while (await more());
  }

  /** The conversation again, with nothing in it that a view has brought, in English and light or dark by the system. */
  async clear(): Promise<void> {
    await this.change({ activeProfile: 'parley', language: 'en', thinking: 'built-in', onboarding: 'done' });
    await this.reopen('conversation', this.app.window.state);
    await tellWindow(this.app, 'conversation.cleared', undefined);
    await showSnapshot(this.app, { status: 'ready', live: false });
  }

  /** Makes the page anew with this view, which is there when `shown` is seen. */
  async reopen(view: KeptPage['view'], shown: Locator): Promise<void> {
    // What the page had yet to hand over comes when it goes: then it is told once more.
    await until(`${view} is shown`, async () => {
      await this.ask('window.keep', { view, settingsOpen: false, draft: '' });
      await this.page.reload();
      await this.page.locator('h1').filter({ visible: true }).first().waitFor();
      return (await shown.isVisible()) && (await this.page.locator('dialog[open]').count()) === 0;
    });
  }

  async ask(name: string, argument: unknown): Promise<void> {
    const answer = await this.page.evaluate(callBridge, { name, argument });
    if (typeof answer === 'string') throw new Error(`${name}: ${answer}`);
  }
}
