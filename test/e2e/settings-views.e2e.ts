/** Finding settings, taking them to another computer, what is kept, and the self-test: with the keyboard alone. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { ParleyApp } from '../support/app';
import { accessibilityViolations } from '../support/axe';
import { tabTo } from '../support/tab-key';
import { handOver, type TempFolder } from '../support/temp-folder';
import { expect, test } from './kept-home';

async function openByKey({ window }: ParleyApp): Promise<Locator> {
  await window.page.keyboard.press('Control+,');
  const dialog = window.page.getByRole('dialog', { name: 'Settings', exact: true });
  await dialog.waitFor();
  return dialog;
}

const field = (dialog: Locator) => dialog.getByRole('combobox', { name: 'Search settings' });

/** Goes to a setting as somebody does who knows what it is called. */
async function goTo(page: Page, dialog: Locator, words: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await expect(field(dialog)).toBeFocused();
  await page.keyboard.type(words);
  const found = dialog.getByRole('listbox', { name: 'Settings found' });
  await expect(found.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

for (const appearance of ['light', 'dark'] as const) {
  test(`a setting is found by what people call it, and the key goes to it (${appearance})`, async ({
    launch,
  }) => {
    const app = await launch({ settings: { appearance } });
    const { page } = app.window;
    const dialog = await openByKey(app);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('hang up');
    const idle = dialog.getByRole('option', { name: /^Close when idle/ });
    await expect(idle).toHaveAttribute('aria-selected', 'true');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Close when idle (seconds)', { exact: true })).toBeFocused();

    await page.keyboard.press('Control+f');
    await page.keyboard.type('volume microphone');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Adjust microphone volume automatically')).toBeFocused();

    await page.keyboard.press('Control+f');
    await page.keyboard.type('banana');
    await expect(dialog.getByText('No setting is called that.')).toBeVisible();
    // The first Escape is for the search.
    await page.keyboard.press('Escape');
    await expect(field(dialog)).toHaveValue('');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test(`the self-test tells of every part, and its report names nobody (${appearance})`, async ({
    launch,
  }) => {
    const app = await launch({ settings: { appearance } });
    const { page } = app.window;
    const dialog = await openByKey(app);
    await goTo(page, dialog, 'run self-test');
    await page.keyboard.press('Enter');
    const status = dialog.getByRole('status', { name: 'Self-test' });
    await expect(status).toContainText(/works\.|needs? you\./, { timeout: 60_000 });
    const results = dialog.getByRole('list', { name: 'Results of the self-test' });
    for (const name of [
      'Microphone: Good',
      'Sample rate: Good',
      'Speakers: Good',
      'Interruption:',
      'Shortcuts: Good',
      'Log: Good',
    ]) {
      await expect(results.getByText(name)).toBeVisible();
    }
    expect(await accessibilityViolations(page)).toEqual([]);
    await tabTo(page, dialog.getByRole('button', { name: 'Copy report' }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status', { name: 'Report' })).toContainText('was copied');
    const report = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
    expect(report).toContain('- microphone: good, frames');
    expect(report).toContain('- flush: ');
    expect(report).not.toMatch(/Fake|home|\/tmp/i);
  });
}

test('settings go to a file and come from one, and what could harm waits for the person', async ({
  launch,
  home,
}) => {
  const path = join(home.path, 'exchange.json');
  const app = await launch({ home, settings: { speakingSpeed: 1.5 } });
  await answerFileDialogs(app, path);
  const { page } = app.window;
  const dialog = await openByKey(app);
  await goTo(page, dialog, 'export settings');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The settings were saved.')).toBeVisible();
  const saved = JSON.parse(readFileSync(path, 'utf8')) as { settings: Record<string, unknown> };
  expect(saved.settings['speakingSpeed']).toBe(1.5);

  const brought = { ...saved, settings: { appearance: 'dark', capDay: null, warp: 9 } };
  writeFileSync(path, JSON.stringify(brought));
  await handOver(path);
  await goTo(page, dialog, 'import settings');
  await page.keyboard.press('Enter');
  const panel = dialog.getByRole('group', { name: 'What the file would change' });
  await expect(panel).toBeFocused();
  await expect(panel.getByText('This Parley does not know: warp.')).toBeVisible();
  await expect(panel.getByLabel('Appearance: Appearance')).toBeChecked();
  await expect(panel.getByLabel('Cost and limits: Most for a day (US$)')).not.toBeChecked();
  expect(await accessibilityViolations(page)).toEqual([]);
  await tabTo(page, panel.getByRole('button', { name: 'Take over 1' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('1 setting was taken over.')).toBeVisible();
  expect(stored(home)).toMatchObject({ appearance: 'dark', capDay: 5, speakingSpeed: 1.5 });

  await goTo(page, dialog, 'section to set back');
  await page.keyboard.type('Voice');
  await tabTo(page, dialog.getByRole('button', { name: 'Set back', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Voice is as Parley came.')).toBeVisible();
  expect(stored(home)).toMatchObject({ speakingSpeed: 1, appearance: 'dark' });
  await expect(dialog.getByRole('button', { name: 'Undo: set Voice back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Voice is as it was.')).toBeVisible();
  expect(stored(home)).toMatchObject({ speakingSpeed: 1.5 });
});

test('what is kept is shown and deleted, after a question that names it', async ({ launch, home }) => {
  mkdirSync(join(home.path, 'notes'), { recursive: true });
  mkdirSync(join(home.path, 'kept'), { recursive: true });
  const files = ['notes/garage.md', 'kept/copy', 'ledger.jsonl'];
  for (const file of files) writeFileSync(join(home.path, file), '');
  for (const mine of ['notes', 'kept', ...files]) await handOver(join(home.path, mine));
  const app = await launch({ home, settings: { appearance: 'dark' } });
  const { page } = app.window;
  const dialog = await openByKey(app);
  await goTo(page, dialog, 'delete everything here');
  await tabTo(page, dialog.getByLabel('Delete: Settings', { exact: true }));
  await page.keyboard.press('Space');
  expect(await accessibilityViolations(page)).toEqual([]);
  await tabTo(page, dialog.getByRole('button', { name: 'Delete…', exact: true }));
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Delete this for good?' });
  await expect(question).toContainText('Copies for undoing');
  await expect(question).toContainText('Agents stored in your account, costs and the log stay.');
  await tabTo(page, question.getByRole('button', { name: 'Delete for good' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status', { name: 'What was deleted' })).toContainText(
    'Copies kept for undoing: deleted.',
  );
  expect(existsSync(join(home.path, 'kept'))).toBe(false);
  expect(existsSync(join(home.path, 'notes', 'garage.md'))).toBe(false);
  expect(existsSync(join(home.path, 'ledger.jsonl'))).toBe(true);
  expect(stored(home)).toMatchObject({ appearance: 'dark' });
});

function stored(home: TempFolder): unknown {
  return JSON.parse(readFileSync(join(home.path, 'settings.json'), 'utf8'));
}

/** The system's file dialogs belong to no page, so they are answered in main. */
async function answerFileDialogs(app: ParleyApp, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}
