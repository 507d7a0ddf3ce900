/** The person's own commands: written in Settings, confirmed in the system's dialog, run when they are asked for. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParleyApp } from '../support/app';
import { accessibilityViolations } from '../support/axe';
import { SettingsDialog } from '../support/settings-dialog';
import { handOver, type TempFolder } from '../support/temp-folder';
import { expect, test } from './kept-home';

test('a command is written, confirmed, kept and run when it is asked for', async ({ launch, home }) => {
  const program = join(home.path, 'garage-report');
  writeFileSync(program, '#!/bin/sh\necho "All four doors are shut in $1."\n');
  chmodSync(program, 0o755);
  await handOver(program);

  const app = await launch({ home });
  const { dialog } = await SettingsDialog.open(app.window);
  await dialog.getByRole('button', { name: 'Add command', exact: true }).click();
  const form = dialog.getByRole('form', { name: 'Command', exact: true });
  await expect(form.getByLabel('Name', { exact: true })).toBeFocused();
  await form.getByLabel('Name', { exact: true }).fill('garage report');
  await form.getByLabel('Used when the user', { exact: true }).fill('asks for the garage report');
  await form.getByLabel('Program', { exact: true }).fill('/bin/sh');
  await form.getByLabel('Arguments', { exact: true }).fill('-c\n{place}');
  await form.getByRole('button', { name: 'Add parameter', exact: true }).click();
  await form.getByRole('group', { name: 'Parameter 1' }).getByLabel('Name', { exact: true }).fill('place');
  await form.getByRole('button', { name: 'Save command…' }).click();
  await expect(form.getByText('sh would run what is put in')).toBeVisible();
  expect(await accessibilityViolations(app.window.page)).toEqual([]);

  await form.getByLabel('Program', { exact: true }).fill(program);
  await form.getByLabel('Arguments', { exact: true }).fill('Berlin');
  await form.getByRole('button', { name: 'Remove parameter 1' }).click();
  await form.getByRole('radio', { name: 'Run without asking' }).check();

  // Without the person's yes in the system's dialog nothing is kept, and nothing that was written is lost.
  await answerDialogs(app, 1);
  await form.getByRole('button', { name: 'Save command…' }).click();
  await expect.poll(() => asked(app)).toBe(1);
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('garage report');
  expect(stored(home)).toEqual([]);

  await answerDialogs(app, 0);
  await form.getByRole('button', { name: 'Save command…' }).click();
  await expect(form).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Edit command garage report' })).toBeVisible();
  expect(stored(home)).toMatchObject([
    { name: 'garage report', program, arguments: ['Berlin'], class: 'read' },
  ]);

  await app.window.page.keyboard.press('Escape');
  await app.window.type('Give me the garage report.');
  const call = await app.window.waitForEntry('Tool: cmd_garage_report');
  expect(call.text).toContain('All four doors are shut in Berlin.');
});

test('a page alone can keep no command', async ({ launch, home }) => {
  const { window } = await launch({ home });
  const refused = await window.page.evaluate(() => {
    const { parley } = globalThis as unknown as {
      parley: { request(name: string, argument: unknown): Promise<unknown> };
    };
    return parley.request('settings.change', { commands: [] }).then(
      () => 'taken',
      () => 'refused',
    );
  });
  expect(refused).toBe('refused');
});

/** Stands in for the person at the system's dialog, which nothing outside it can press. */
async function answerDialogs(app: ParleyApp, button: number): Promise<void> {
  await app.electron.evaluate(({ dialog }, response) => {
    const counted = globalThis as unknown as { asked?: number };
    counted.asked ??= 0;
    dialog.showMessageBox = () => {
      counted.asked! += 1;
      return Promise.resolve({ response, checkboxChecked: false });
    };
  }, button);
}

function asked(app: ParleyApp): Promise<number> {
  return app.electron.evaluate(() => (globalThis as unknown as { asked?: number }).asked ?? 0);
}

function stored(home: TempFolder): readonly unknown[] {
  const file = join(home.path, 'settings.json');
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { commands?: unknown[] }).commands ?? [];
}
