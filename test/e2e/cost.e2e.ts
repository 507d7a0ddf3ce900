/** What the hosted service costs: kept over a crash, shown, limited; and a talk that is about to be closed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { accessibilityViolations } from '../support/axe';
import { SettingsDialog } from '../support/settings-dialog';
import { showSnapshot } from '../support/tell-window';
import { handOver, type TempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { expect, test } from './kept-home';

test('a session that a crash left open is told once, with its cost, and counted from then on', async ({
  launch,
  home,
}) => {
  const openedAt = Date.now() - 95_000;
  const socket = { conversation: 'earlier', socket: 1 };
  await writeLedger(home, [
    { type: 'opened', ...socket, at: openedAt, perHour: 3_600_000_000 },
    { type: 'ready', ...socket, at: openedAt + 1_000, expiresAt: openedAt + 3_600_000 },
    { type: 'alive', ...socket, at: openedAt + 30_000 },
  ]);
  const first = await launch({ home });
  const remark = first.window.page.getByText('was left open when Parley stopped unexpectedly.');
  await expect(remark).toContainText('It was open for at least 0:30 and is counted with $90.00.');
  await expect(remark).toContainText('$3600.00 at most');
  await first.quit();

  const { window } = await launch({ home });
  await expect(window.state).toHaveText('Ready');
  await expect(window.page.getByText('was left open')).toHaveCount(0);
  const { dialog } = await SettingsDialog.open(window);
  await expect(dialog.getByRole('row', { name: 'This month 1:30 $90.00 of $50.00' })).toBeVisible();
});

test('a torn ledger costs nothing but its torn line, and that is told', async ({ launch, home }) => {
  await writeLedger(home, [spentThisMonth(1_800_000, 2_250_000)], '{"type":"spent","peri');
  const { window } = await launch({ home });
  const { dialog } = await SettingsDialog.open(window);
  await expect(dialog.getByRole('row', { name: 'This month 30:00 $2.25 of $50.00' })).toBeVisible();
  await expect(dialog.getByText('One line of the record could not be read')).toBeVisible();
});

test('caps and prices are set in Settings, and what does not fit is told and not kept', async ({
  launch,
  home,
}) => {
  const { window } = await launch({ home });
  const { dialog } = await SettingsDialog.open(window);
  const day = dialog.getByLabel('Most for a day (US$)', { exact: true });
  const noCap = dialog.getByRole('checkbox', { name: 'No cap: a day', exact: true });
  await expect(day).toHaveValue('5');

  await day.fill('2.5');
  await day.blur();
  await until('the cap is kept', () => stored(home)['capDay'] === 2.5);
  await expect(dialog.getByRole('row', { name: 'Today' })).toContainText('of $2.50');

  await day.fill('-1');
  await day.blur();
  await expect(dialog.getByText('Type a number from 0.01 to 10000.')).toBeVisible();
  expect(stored(home)['capDay']).toBe(2.5);

  await noCap.check();
  await until('the cap is lifted', () => stored(home)['capDay'] === null);
  await expect(day).toBeDisabled();
  await expect(dialog.getByRole('row', { name: 'Today' })).toContainText('no cap');
  await noCap.uncheck();
  await until('the cap is back', () => stored(home)['capDay'] === 2.5);

  await dialog.getByRole('checkbox', { name: 'Never: close when idle', exact: true }).check();
  await until('idle talks stay open', () => stored(home)['idleSeconds'] === null);
});

// The window alone is under test from here on: it is shown pictures of talks as main would send them.

test('the meter counts by itself and unfolds into the account', async ({ launch, home }) => {
  await writeLedger(home, [spentThisMonth(60_000, 75_000)]);
  const app = await launch({ home });
  const { page } = app.window;
  await showSnapshot(app, {
    cost: { closedSeconds: 65, openSince: Date.now() - 60_000, dollarsPerHour: 4.5 },
  });
  const meter = page.getByTitle('Show the costs');
  await expect(meter).toContainText('Cost of this conversation:');
  await expect(meter).toContainText('· $0.16');
  await changesByItself(meter);
  await meter.click();
  await expect(page.getByRole('row', { name: 'This conversation' })).toContainText('of $1.00');
  await expect(page.getByRole('row', { name: 'This month' })).toContainText('of $50.00');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: 'This month' })).toBeHidden();
});

test('an idle hang-up is counted down and said once', async ({ launch }) => {
  const app = await launch();
  const { page } = app.window;
  await showSnapshot(app, { hangUpAt: Date.now() + 15_000 });
  const said = page.getByText('The conversation closes in 15 seconds to save cost.');
  await expect(said).toHaveCount(1);
  await changesByItself(page.getByText(/^Closing in \d+ s to save cost\.$/));
  await expect(said).toHaveCount(1);
  await expect(app.window.button('Keep talking')).toBeVisible();
  expect(await accessibilityViolations(page)).toEqual([]);
});

test('the key that calls a hang-up off does not press the button that has the focus', async ({
  launch,
  service,
}) => {
  const app = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  const { window } = app;
  await window.start();
  const session = await service.session();
  await session.becomeReady();
  await window.waitForState('Listening');
  for (const key of ['Enter', 'Space']) {
    await showSnapshot(app, { hangUpAt: Date.now() + 15_000 });
    await expect(window.button('Keep talking')).toBeVisible();
    await window.button('End conversation').focus();
    await window.page.keyboard.press(key);
  }
  // Had one of them ended the talk, muting would not be possible any more.
  await window.button('Mute microphone').click();
  await expect(window.button('Unmute microphone')).toBeVisible();
  expect(session.all('session.end')).toEqual([]);

  await showSnapshot(app, { hangUpAt: null });
  await expect(window.button('Keep talking')).toHaveCount(0);
  await window.button('End conversation').focus();
  await window.page.keyboard.press('Enter');
  await session.waitFor('session.end');
});

test('a resting talk, offers and half-duplex are told in words', async ({ launch }) => {
  const app = await launch();
  const { window } = app;
  // Beside it the live region tells the same to screen readers.
  const main = window.page.getByRole('main');
  await showSnapshot(app, { live: false, status: 'ended', resting: true, offers: ['continue'] });
  await expect(main.getByText('The conversation is resting, so it costs nothing.')).toBeVisible();
  await expect(window.button('Continue')).toBeVisible();
  await expect(window.button('Stop listening')).toBeVisible();
  expect(await accessibilityViolations(window.page)).toEqual([]);

  const problem = { code: 'unreachable', sentence: 'The service cannot be reached.', next: 'Wait a while.' };
  await showSnapshot(app, { live: false, status: 'problem', problem, offers: ['try-again', 'local-agent'] });
  await expect(window.button('Try again')).toBeVisible();
  await expect(window.button('Use the local agent')).toBeVisible();
  await expect(window.button('Stop listening')).toHaveCount(0);

  await showSnapshot(app, { status: 'reconnecting', reconnecting: 2 });
  await expect(window.state).toHaveText('Reconnecting');
  await expect(main.getByText('Attempt 2', { exact: true })).toBeVisible();

  await showSnapshot(app, { halfDuplex: true });
  await expect(main.getByText('Interrupting by voice is off')).toBeVisible();
});

/** Waits until the text has changed three times with nobody doing anything. */
async function changesByItself(shown: Locator): Promise<void> {
  let last = await shown.textContent();
  for (let changes = 0; changes < 3; changes += 1) {
    const before = last;
    last = await until('the text changes', async () => {
      const text = await shown.textContent();
      return text !== before && text;
    });
  }
}

/** Puts a ledger into a home, with a last line that was torn by a crash. */
async function writeLedger(
  home: TempFolder,
  lines: readonly Readonly<Record<string, unknown>>[],
  torn = '',
): Promise<void> {
  const file = join(home.path, 'ledger.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join('') + torn);
  await handOver(file);
}

function spentThisMonth(milliseconds: number, microDollars: number) {
  const now = new Date();
  const period = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  return { type: 'spent', period, milliseconds, microDollars };
}

function stored(home: TempFolder): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(home.path, 'settings.json'), 'utf8')) as Record<string, unknown>;
  } catch {
    // Not written yet.
    return {};
  }
}
