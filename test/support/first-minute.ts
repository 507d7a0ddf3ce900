import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { pageAt, startElectron, type AppOptions } from './app';
import { now } from './clock';
import { tabTo } from './tab-key';
import type { TempFolder } from './temp-folder';

/** The titles of the steps, in order. */
export const TITLES = [
  'Welcome to Parley',
  'Who answers you?',
  'Can Parley hear you?',
  'Can you hear Parley?',
  'How to call Parley',
  'What may Parley see?',
  'Your first conversation',
] as const;

/** The built app at its first start, as a newcomer sees it: with a keyboard alone. */
export class FirstMinute {
  private constructor(
    readonly electron: ElectronApplication,
    readonly page: Page,
    /** When the window was there. */
    readonly shownAt: number,
  ) {}

  /** Starts the app; resolves when a step is shown, or the conversation where the first minute is over. */
  static async start(home: TempFolder, options: AppOptions = {}): Promise<FirstMinute> {
    const electron = await startElectron(home, { onboarding: true, ...options });
    const page = await pageAt(electron, '/window.html');
    const minute = new FirstMinute(electron, page, now());
    await page.getByRole('heading', { name: /^(?:First minute|Parley)$/ }).waitFor();
    return minute;
  }

  step(title: (typeof TITLES)[number]): Locator {
    return this.page.getByRole('heading', { name: title, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  status(name: string): Locator {
    return this.page.getByRole('status', { name, exact: true });
  }

  /** Goes to a button with Tab and presses it with Enter. */
  async press(name: string): Promise<void> {
    const button = this.button(name);
    await button.waitFor();
    await tabTo(this.page, button);
    await this.page.keyboard.press('Enter');
  }

  close(): Promise<void> {
    return this.electron.close();
  }
}
