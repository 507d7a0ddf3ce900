/** The window in German and, from right to left, in Arabic. */
import type { Locator, Page, TestInfo } from '@playwright/test';
import { tongueFor, type Language } from '../../src/shared/words/languages';
import type { PlainText } from '../../src/shared/words/catalogue';
import { translate } from '../../src/shared/words/translate';
import { accessibilityViolations } from '../support/axe';
import { cutOffTexts } from '../support/cut-off';
import { callBridge } from '../support/page-probes';
import { SettingsDialog } from '../support/settings-dialog';
import { sidewaysScrollers } from '../support/sideways';
import { showSnapshot } from '../support/tell-window';
import { expect, test } from './fixtures';

const CONTROLS: readonly PlainText[] = ['Start conversation', 'Mute microphone', 'Stop speaking', 'Send'];
const VIEWS: readonly PlainText[] = ['What Parley did', 'History', 'Agents'];

const languages: readonly (readonly [Exclude<Language, 'en'>, 'ltr' | 'rtl'])[] = [
  ['de', 'ltr'],
  ['ar', 'rtl'],
];
for (const [language, direction] of languages) {
  test(`the window speaks ${language}, ${direction}, and English again`, async ({ launch }, info) => {
    test.setTimeout(120_000);
    const { window } = await launch();
    const { page } = window;
    const tongue = tongueFor(language, 'en');
    const t = (text: PlainText) => translate(tongue, text);
    const button = (text: PlainText) => page.getByRole('button', { name: t(text), exact: true });
    const look = (view: string) => test.step(view, () => looksRight(page, `${language}-${view}`, info));

    await SettingsDialog.open(window);
    await page.getByLabel('Language of the window').selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
    await expect(page.getByRole('heading', { name: t('Settings'), exact: true })).toBeVisible();
    await look('settings');
    await page.keyboard.press('Escape');

    for (const control of CONTROLS) await expect(button(control)).toBeVisible();
    await expect(page.getByRole('textbox', { name: t('Message'), exact: true })).toBeVisible();
    await expect(page.getByRole('status', { name: t('Conversation state'), exact: true })).toHaveText(
      t('Ready'),
    );
    await look('conversation');
    for (const view of VIEWS) {
      await button(view).click();
      await expect(page.getByRole('heading', { name: t(view), exact: true })).toBeVisible();
      await look(view);
      await button('Back').click();
    }

    await button('Settings').click();
    await page.getByLabel(t('Language of the window')).selectOption('en');
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await page.keyboard.press('Escape');
    await expect(window.state).toHaveText('Ready');
  });
}

test('the window opens in the chosen language at once', async ({ launch }) => {
  const { window } = await launch();
  const { page } = window;
  await SettingsDialog.open(window);
  await page.getByLabel('Language of the window').selectOption('ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const start = translate(tongueFor('ar', 'en'), 'Start conversation');
  await expect(page.getByRole('button', { name: start, exact: true })).toBeVisible();
});

test('lists that stand already follow every change of language', async ({ launch }) => {
  const { window } = await launch();
  const { page } = window;
  await SettingsDialog.open(window);
  let label = 'Language of the window';
  for (const language of ['de', 'ar', 'en'] as const) {
    const tongue = tongueFor(language, 'en');
    await page.getByLabel(label, { exact: true }).selectOption(language);
    const name = translate(tongue, 'Local agent');
    await expect(page.getByRole('radio', { name, exact: true })).toBeVisible();
    label = translate(tongue, 'Language of the window');
  }
});

test('the controls of a talk stand in one row in every language, and none moves when a talk begins', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app.window;
  await expect(app.window.state).toHaveText('Ready');
  for (const language of ['en', 'de', 'ar'] as const) {
    await page.evaluate(callBridge, { name: 'settings.change', argument: { language } });
    const row = page.getByRole('group', { name: translate(tongueFor(language, 'en'), 'Conversation') });
    await expect(row).toBeVisible();
    for (const width of [320, 380, 480, 608, 609, 700]) {
      await page.setViewportSize({ width, height: 640 });
      await showSnapshot(app, { status: 'ready', live: false });
      await expect(row.locator('.danger')).toHaveCount(0);
      const before = await boxes(row);
      await showSnapshot(app, { status: 'muted', muted: true });
      await expect(row.locator('.danger')).toHaveCount(1);
      const during = await boxes(row);
      const where = `${language} ${String(width)}`;
      expect.soft(new Set([...before, ...during].map(({ top }) => top)).size, where).toBe(1);
      expect.soft(new Set([...before, ...during].map(({ height }) => height)).size, where).toBe(1);
      if (width < 609) expect.soft(during, where).toEqual(before);
    }
  }
});

/** Where the buttons of a group stand, in whole pixels. */
function boxes(group: Locator): Promise<readonly Record<'top' | 'left' | 'width' | 'height', number>[]> {
  return group.getByRole('button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { top, left, width, height } = button.getBoundingClientRect();
      const [x, y, wide, high] = [left, top, width, height].map(Math.round) as [
        number,
        number,
        number,
        number,
      ];
      return { left: x, top: y, width: wide, height: high };
    }),
  );
}

/** Wide and as narrow as the window gets: nothing to scroll sideways, nothing cut off, nothing that axe finds. */
async function looksRight(page: Page, name: string, info: TestInfo): Promise<void> {
  for (const [width, height] of [
    [1_000, 800],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: info.outputPath(`${name}-${width}.png`) });
    expect.soft(await sidewaysScrollers(page), `${name} ${width}`).toEqual([]);
    expect.soft(await cutOffTexts(page), `${name} ${width}`).toEqual([]);
    expect.soft(await accessibilityViolations(page), `${name} ${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1_000, height: 800 });
}
