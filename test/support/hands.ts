import { expect, type Locator, type Page } from '@playwright/test';
import { focusIsVisible, tabTo } from './tab-key';

/** Somebody with a keyboard alone: goes from control to control with Tab, and sees where the focus is. */
export class Hands {
  private constructor(readonly page: Page) {}

  /** From now on a press of a pointer counts: {@link usedNoPointer} fails then. */
  static async on(page: Page): Promise<Hands> {
    await page.evaluate(() => {
      const counted = Object.assign(window, { pointerPresses: 0 });
      addEventListener('pointerdown', () => (counted.pointerPresses += 1), true);
    });
    return new Hands(page);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true }).filter({ visible: true });
  }

  /** Goes to a control with Tab; fails where it is not reached, or the focus on it is not seen. */
  async go(control: Locator): Promise<void> {
    await control.waitFor();
    await tabTo(this.page, control);
    expect(await focusIsVisible(this.page), `the focus on ${String(control)} is seen`).toBe(true);
  }

  /** Goes to a control and presses a key on it. */
  async press(control: Locator | string, key = 'Enter'): Promise<void> {
    await this.go(typeof control === 'string' ? this.button(control) : control);
    await this.page.keyboard.press(key);
  }

  /** Goes to a field and replaces what is in it. */
  async write(field: Locator, text: string): Promise<void> {
    await this.go(field);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  async key(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The focus is here and seen. */
  async at(control: Locator): Promise<void> {
    await expect(control).toBeFocused();
    expect(await focusIsVisible(this.page), `the focus on ${String(control)} is seen`).toBe(true);
  }

  /** The focus is on some control of the page and not lost, so that Tab goes on from there. */
  async somewhere(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  }

  async usedNoPointer(): Promise<void> {
    const presses = await this.page.evaluate(
      () => (window as unknown as { pointerPresses: number }).pointerPresses,
    );
    expect(presses).toBe(0);
  }
}
