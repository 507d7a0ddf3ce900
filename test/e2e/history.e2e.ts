/** The memory of talks: kept as they happen, found again, and gone when the person wants. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityViolations } from '../support/axe';
import type { ParleyApp } from '../support/app';
import type { ParleyWindow } from '../support/parley-window';
import { until } from '../support/until';
import { expect, test } from './kept-home';

test('a talk is found again, renamed, exported and deleted', async ({ launch, home }) => {
  const app = await launch({ home });
  const { window } = app;
  await talk(window, 'What time is it?');
  await window.end();
  await window.waitForState(['Ended', 'Ready']);

  await window.button('History').click();
  const search = window.page.getByRole('searchbox', { name: 'Search history', exact: true });
  await expect(search).toBeFocused();
  expect(await accessibilityViolations(window.page)).toEqual([]);
  await search.fill('nothing like that');
  await expect(window.page.getByText('Nothing found.')).toBeVisible();
  await search.fill('TÍME');
  await row(window, 'What time is it?').click();

  const page = window.page.getByRole('article', { name: 'What time is it?', exact: true });
  await expect(page).toBeFocused();
  await expect(page.getByRole('article', { name: 'Tool: get_time', exact: true })).toBeVisible();
  await expect(page.getByText('You ended it.')).toBeVisible();
  expect(await accessibilityViolations(window.page)).toEqual([]);

  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await window.page.getByRole('textbox', { name: 'Title', exact: true }).fill('The hour');
  await window.page.keyboard.press('Enter');
  await expect(window.page.getByRole('heading', { name: 'The hour', exact: true })).toBeVisible();

  const file = join(home.path, 'exported.md');
  await chooseFile(app, file);
  await window.button('Export as Markdown').click();
  await expect(window.page.getByRole('article', { name: 'The hour' }).getByText('Saved.')).toBeVisible();
  const exported = readFileSync(file, 'utf8');
  expect(exported).toContain('# The hour');
  expect(exported).toContain('What time is it?');

  await window.button('Copy diagnostics').last().click();
  const copied = await until('facts are on the clipboard', () =>
    app.electron.evaluate(({ clipboard }) => clipboard.readText()),
  );
  expect(copied).toContain('Parley ');
  expect(copied).not.toContain('time is it');

  await window.button('Delete…').click();
  const question = window.page.getByRole('dialog', { name: 'Delete this conversation?' });
  expect(await accessibilityViolations(window.page)).toEqual([]);
  await window.page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await window.button('Delete…').click();
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(search).toBeFocused();
  expect(talks(home.path)).toEqual([]);
  await window.page.keyboard.press('Escape');
  await expect(window.button('History')).toBeFocused();
});

test('what was said is there after the app is killed in mid-talk', async ({ launch, home }) => {
  const first = await launch({ home });
  await talk(first.window, 'What time is it?');
  await until('the answer is on disk', () =>
    talks(home.path).some((name) =>
      readFileSync(join(home.path, 'conversations', name), 'utf8').includes('"kind":"agent"'),
    ),
  );
  const closed = first.electron.waitForEvent('close');
  first.electron.process().kill('SIGKILL');
  await closed;

  const { window } = await launch({ home });
  await window.button('History').click();
  await expect(row(window, 'What time is it?')).toContainText('cut off');
  await row(window, 'What time is it?').click();
  await expect(window.page.getByText('Cut off: Parley or the computer stopped in mid-talk.')).toBeVisible();
});

/** Types a message and waits for the whole answer. */
async function talk(window: ParleyWindow, text: string): Promise<void> {
  await window.type(text);
  await window.waitForEntry('Parley', ({ busy }) => !busy, { timeoutMs: 40_000 });
}

function row(window: ParleyWindow, title: string) {
  return window.page.getByRole('button', { name: title }).filter({ hasText: title });
}

function talks(home: string): readonly string[] {
  return readdirSync(join(home, 'conversations')).filter((name) => name.endsWith('.jsonl'));
}

/** Answers the system's save dialog. */
function chooseFile({ electron }: ParleyApp, filePath: string): Promise<void> {
  return electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}
