/** Everything that Settings hold, and the first minute, with the keyboard alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { FirstMinute, TITLES } from '../support/first-minute';
import { Hands } from '../support/hands';
import { until } from '../support/until';
import { expect, test } from './kept-home';

test('a setting of every kind, and every list, by keyboard', async ({ launch, home, papers }) => {
  const app = await launch({ home });
  const { window, electron } = app;
  const { page } = window;
  await electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  }, papers.path);
  await expect(window.state).toHaveText('Ready');
  const hands = await Hands.on(page);
  await hands.go(window.message);
  await hands.key('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings', exact: true });
  await dialog.waitFor();
  await hands.somewhere();
  const stored = <T>(name: string) =>
    (JSON.parse(readFileSync(join(home.path, 'settings.json'), 'utf8')) as Record<string, T>)[name];
  const keeps = (name: string, value: unknown) =>
    until(`${name} is kept`, () => JSON.stringify(stored(name)) === JSON.stringify(value));
  /** Goes to a setting as somebody does who knows what it is called. */
  const find = async (words: string, control: Locator) => {
    await hands.key('ControlOrMeta+f');
    await page.keyboard.type(words);
    await dialog.getByRole('listbox', { name: 'Settings found' }).getByRole('option').first().waitFor();
    await hands.key('Enter');
    await hands.at(control);
  };

  await test.step('a choice', async () => {
    await hands.go(dialog.getByRole('radio', { name: 'System', exact: true }));
    await hands.key('ArrowRight', 'ArrowRight');
    await keeps('appearance', 'dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
  await test.step('a switch', async () => {
    const box = dialog.getByLabel('Adjust microphone volume automatically');
    await find('volume microphone', box);
    await hands.key('Space');
    await keeps('autoGainControl', false);
    await expect(box).not.toBeChecked();
  });
  await test.step('a slider', async () => {
    await find('speaking speed', dialog.getByLabel('Speaking speed'));
    await hands.key('ArrowRight');
    await until('it is kept', () => (stored<number>('speakingSpeed') ?? 1) > 1);
  });
  await test.step('a number, and no limit', async () => {
    const seconds = dialog.getByLabel('Close when idle (seconds)', { exact: true });
    await find('hang up', seconds);
    await hands.write(seconds, '90');
    await hands.key('Tab');
    await keeps('idleSeconds', 90);
    await hands.at(dialog.getByLabel('Never: close when idle'));
    await hands.key('Space');
    await keeps('idleSeconds', null);
  });
  await test.step('a list to choose from', async () => {
    const language = dialog.getByLabel('Language of the window');
    await find('language of the window', language);
    await hands.key('ArrowDown');
    await until('it is kept', () => stored('language') !== undefined && stored('language') !== 'system');
    await hands.key('ArrowUp');
    await keeps('language', 'system');
  });
  await test.step('a section to go to', async () => {
    await hands.go(dialog.getByRole('combobox', { name: 'Go to section' }));
    await page.keyboard.type('Priv');
    await expect(dialog.getByRole('heading', { name: 'Privacy' })).toBeInViewport();
  });
  await test.step('a shortcut', async () => {
    const show = dialog.getByRole('button', { name: /^Show window: / });
    await hands.press(show);
    await hands.at(dialog.getByRole('button', { name: 'Press the keys for Show window' }));
    await hands.key('Control+Alt+Shift+F8');
    await until('it is kept', () => stored<{ show: string }>('shortcuts')?.show?.includes('F8'));
    await hands.at(show);
    await hands.press(dialog.getByRole('button', { name: 'No key for Show window' }));
    await until('it is gone', () => stored<{ show: string }>('shortcuts')?.show === null);
    await hands.at(show);
  });
  await test.step('a folder', async () => {
    await hands.press('Add folder…');
    await hands.press('Remove Garden');
    await keeps('grants', []);
    await hands.at(hands.button('Add folder…'));
  });
  await test.step('a rule', async () => {
    await hands.press('Add rule');
    const phrase = dialog.getByLabel('When you say', { exact: true });
    await hands.at(phrase);
    await page.keyboard.type('read it slowly');
    await hands.key('Enter');
    await hands.at(hands.button('Add rule'));
    await hands.press('Delete rule read it slowly');
    await hands.at(hands.button('Add rule'));
  });
  await test.step('a command', async () => {
    await hands.press('Add command');
    await hands.at(dialog.getByLabel('Name', { exact: true }));
    await page.keyboard.type('list it');
    await hands.write(dialog.getByLabel('Used when the user', { exact: true }), 'asks for a list');
    await hands.write(dialog.getByLabel('Program', { exact: true }), '/bin/ls');
    await hands.press('Save command…');
    await until('it is kept', () => stored<unknown[]>('commands')?.length === 1);
    await hands.at(hands.button('Add command'));
    await hands.press('Delete command list it');
    await keeps('commands', []);
    await hands.at(hands.button('Add command'));
  });
  await test.step('a server', async () => {
    await hands.press('Add server');
    const form = dialog.getByRole('form', { name: 'MCP server', exact: true });
    await hands.at(form.getByLabel('Name', { exact: true }));
    await page.keyboard.type('Broken');
    await hands.write(form.getByRole('textbox', { name: 'Program', exact: true }), '/no/such/program');
    await hands.press('Add variable');
    await hands.at(form.getByLabel('Name of variable 1'));
    await hands.press('Remove variable 1');
    await hands.at(hands.button('Add variable'));
    await hands.press('Save server');
    await until('it is kept', () => stored<unknown[]>('mcpServers')?.length === 1);
    await hands.at(hands.button('Add server'));
    await hands.press('Remove Broken');
    await hands.at(hands.button('Keep'));
    await hands.press('Remove');
    await keeps('mcpServers', []);
    await hands.at(hands.button('Add server'));
    for (const name of ['Paste configuration', 'Import']) {
      await hands.press(dialog.getByRole('button', { name, exact: true }));
      await hands.key('Escape');
      await hands.somewhere();
    }
    await expect(dialog).toBeVisible();
  });
  await test.step('a profile', async () => {
    await hands.press('New profile');
    const sheet = page.getByRole('dialog', { name: /^Profile: / });
    await hands.write(sheet.getByLabel('Name', { exact: true }), 'Garden');
    await hands.key('Escape');
    await expect(sheet).toBeHidden();
    await hands.at(hands.button('New profile'));
    await hands.press('Delete Garden');
    await hands.at(hands.button('Keep profile'));
    await hands.press('Delete profile');
    await hands.at(hands.button('New profile'));
  });
  await test.step('a name to listen for', async () => {
    const teach = dialog.getByRole('button', { name: 'Record a name, 3 times' });
    await hands.press(teach);
    await hands.at(hands.button('Start recording'));
    await hands.press('Cancel');
    await hands.at(teach);
  });
  await hands.key('Escape');
  await expect(dialog).toBeHidden();
  await hands.at(window.message);
  await hands.usedNoPointer();
});

test('the first minute from its first step to its last, by keyboard', async ({ home, papers }) => {
  const minute = await FirstMinute.start(home);
  const { page } = minute;
  await minute.electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  }, papers.path);
  const hands = await Hands.on(page);
  const onward = page.locator('footer .onward');
  for (const title of TITLES) {
    await expect(minute.step(title)).toBeFocused();
    if (title === 'Who answers you?') {
      await hands.go(page.getByRole('radio', { name: 'Try it now on this computer' }));
      await hands.key('ArrowDown');
      await hands.write(page.getByLabel('AssemblyAI key', { exact: true }), 'two words');
      await hands.press('Save key');
      await expect(page.getByText('The key holds spaces')).toBeVisible();
      await hands.somewhere();
      await hands.press('Back');
      await expect(minute.step('Welcome to Parley')).toBeFocused();
      await hands.press(onward);
      await expect(minute.step(title)).toBeFocused();
    }
    if (title === 'What may Parley see?') {
      await hands.press('Add folder…');
      await hands.press('Remove Garden');
      await hands.at(hands.button('Add folder…'));
    }
    await hands.press(onward);
  }
  await hands.at(hands.button('Start conversation'));
  await hands.usedNoPointer();
  await minute.close();
});
