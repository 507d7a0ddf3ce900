/** Timers and reminders in the real app: set by message, heard when due, told at the next start when they were missed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParleyWindow } from '../support/parley-window';
import { accessibilityViolations } from '../support/axe';
import { now } from '../support/clock';
import { handOver, type TempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { expect, test } from './kept-home';

test.describe('reminders', { tag: '@rig' }, () => {
  test('a timer that was asked for runs in the window, is heard when it is done, and is dismissed', async ({
    launch,
    rig,
    home,
  }) => {
    const { window } = await launch({ rig, home });
    await window.type('Set a timer for 10 seconds.');
    await expect(bar(window).getByRole('timer')).toBeVisible({ timeout: 20_000 });
    const call = await window.waitForEntry('Tool: set_timer');
    expect(call.text).toContain('10 seconds');
    const due = await until('the timer is on the disk', () => kept(home)[0]?.due.at);

    const row = bar(window).getByText('Timer — done');
    await expect(row).toBeVisible({ timeout: 20_000 });
    // The agent's own answer is long over by then.
    expect(await rig.speakers.waitForSound(toRig(due), 10_000)).toBeGreaterThan(toRig(due));
    // It is Parley's own word: the agent did not say it.
    expect((await window.transcript()).filter(({ text }) => /your timer/i.test(text))).toEqual([]);
    expect(await accessibilityViolations(window.page)).toEqual([]);

    await window.button('Dismiss Timer').click();
    await expect(bar(window)).toHaveCount(0);
    expect(kept(home)).toEqual([]);
  });

  test('what came due while Parley was closed is told at the next start, aloud and in the window', async ({
    launch,
    rig,
    home,
  }) => {
    await seed(home, [reminder('tea', 'timer', -90 * 60_000), reminder('call Ada', 'reminder', 3_600_000)]);
    const startedAt = now();
    const first = await launch({ rig, home });
    await expect(bar(first.window).getByText('Timer: tea — was due')).toBeVisible();
    await expect(bar(first.window).getByText('call Ada')).toHaveCount(0);
    expect(await rig.speakers.waitForSound(startedAt, 20_000)).toBeGreaterThan(startedAt);
    await expect(first.window.state).toHaveText('Ready');
    await first.quit();

    // Told once; it stands there until it is dismissed, by the keyboard.
    const { window } = await launch({ rig, home });
    await expect(bar(window).getByText('Timer: tea — was due')).toBeVisible();
    await window.button('Snooze Timer: tea for 5 minutes').focus();
    await window.page.keyboard.press('Enter');
    await expect(bar(window).getByRole('timer')).toHaveText(/^[45]:\d\d$/);
    await window.button('Cancel Timer: tea').focus();
    await window.page.keyboard.press('Enter');
    await expect(bar(window)).toHaveCount(0);
    expect(kept(home).map(({ label }) => label)).toEqual(['call Ada']);
  });
});

test('a list of reminders that cannot be read is kept aside and told', async ({ launch, home }) => {
  const file = join(home.path, 'reminders.json');
  writeFileSync(file, '{"version":1,"remi');
  await handOver(file);
  const { window } = await launch({ home });
  await expect(window.page.getByText('The list of reminders could not be read')).toBeVisible();
});

function bar(window: ParleyWindow) {
  return window.page.getByRole('region', { name: 'Timers and reminders', exact: true });
}

interface KeptReminder {
  readonly label: string;
  readonly due: { readonly at: number };
}

function kept(home: TempFolder): readonly KeptReminder[] {
  const file = join(home.path, 'reminders.json');
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { reminders: KeptReminder[] }).reminders;
}

async function seed(home: TempFolder, reminders: readonly unknown[]): Promise<void> {
  const file = join(home.path, 'reminders.json');
  writeFileSync(file, JSON.stringify({ version: 1, reminders }));
  await handOver(file);
}

function reminder(label: string, kind: 'timer' | 'reminder', fromNow: number) {
  const at = Date.now() + fromNow;
  const setAt = Math.min(at, Date.now()) - 60_000;
  const due = { type: 'moment', at };
  return {
    id: label,
    kind,
    label,
    foreign: false,
    due,
    setAt,
    doneThrough: setAt,
    snoozedUntil: null,
    ringing: null,
  };
}

/** A time of the wall clock on the rig's clock. */
function toRig(at: number): number {
  return at - Date.now() + now();
}
