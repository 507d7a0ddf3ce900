/** Profiles as a person makes, changes, chooses and deletes them, and what of them reaches the service. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { defaultProfile } from '../../src/shared/settings/profile';
import { accessibilityViolations } from '../support/axe';
import type { ParleyWindow } from '../support/parley-window';
import { SettingsDialog } from '../support/settings-dialog';
import type { TempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { expect, test } from './kept-home';

const work = { ...defaultProfile, id: 'work', name: 'Work', prompt: 'You are brief.' };
const hosted = { ...work, engine: 'hosted', turnPreset: 'patient' } as const;
const two = { version: 2, profiles: [defaultProfile, work] };

test('a profile is made, changed, duplicated and deleted, and is there after the next start', async ({
  launch,
  home,
}) => {
  const first = await launch({ home });
  const settings = await SettingsDialog.open(first.window);
  await settings.button('New profile').click();
  const editor = editorOf(first.window);
  await editor.getByLabel('Name', { exact: true }).fill('Work');
  await editor.getByRole('radio', { name: 'AssemblyAI, hosted', exact: true }).check();
  await editor.getByRole('radio', { name: 'Patient', exact: true }).check();
  await editor.getByLabel('Prompt', { exact: true }).fill('You are brief.');
  await editor.getByLabel('Names and jargon', { exact: true }).fill('Ada\nGrace Hopper');
  await editor.getByRole('checkbox', { name: 'German', exact: true }).check();
  await editor.getByRole('radio', { name: 'Only these', exact: true }).check();
  await editor.getByRole('checkbox', { name: 'Open item', exact: true }).uncheck();
  // With the focus still in a field: what was typed last is kept as well.
  await editor.getByLabel('Greeting', { exact: true }).fill('Hello.');
  await first.window.page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await until('it is stored', () => stored(home)[1]?.greeting === 'Hello.');
  expect(stored(home)[1]).toMatchObject({
    name: 'Work',
    engine: 'hosted',
    turnPreset: 'patient',
    prompt: 'You are brief.',
    keyterms: ['Ada', 'Grace Hopper'],
    languages: ['de'],
  });
  expect(stored(home)[1]?.tools).not.toContain('open_item');
  expect(stored(home)[1]?.tools).toContain('get_time');

  await settings.button('Duplicate Work').click();
  await expect(editorOf(first.window).getByRole('heading', { name: 'Profile: Work copy' })).toBeVisible();
  await first.window.page.keyboard.press('Escape');
  await settings.button('Delete Work').click();
  await expect(settings.button('Keep profile')).toBeFocused();
  await settings.button('Delete profile').click();
  await until('it is gone', () => stored(home).every(({ name }) => name !== 'Work'));
  await first.quit();

  const again = await SettingsDialog.open((await launch({ home })).window);
  await expect(again.choice('Work copy')).toBeVisible();
  await expect(again.choice('Work')).toHaveCount(0);
});

test('deleting the profile in use makes the first one active, and the last one stays', async ({
  launch,
  home,
}) => {
  const { window } = await launch({ home, settings: { ...two, activeProfile: 'work' } });
  const settings = await SettingsDialog.open(window);
  await expect(settings.choice('Work')).toBeChecked();
  await settings.button('Delete Work').click();
  await settings.button('Delete profile').click();
  await expect(settings.choice('Parley')).toBeChecked();
  await expect(settings.button('Delete Parley')).toHaveAttribute('aria-disabled', 'true');
  await settings.button('Delete Parley').press('Enter');
  await expect(settings.button('Delete profile')).toHaveCount(0);
  await settings.close();
  await expect(chooser(window)).toHaveCount(0);
});

test('what cannot be spoken in a prompt is told with its place, and a press goes there', async ({
  launch,
  home,
}) => {
  const { window } = await launch({ home });
  const settings = await SettingsDialog.open(window);
  await settings.button('Edit Parley').click();
  const editor = editorOf(window);
  const prompt = editor.getByLabel('Prompt', { exact: true });
  const found = editor.getByRole('status', { name: 'What cannot be spoken' });
  await expect(found).toHaveText('');
  await prompt.fill('You are brief.\n# Rules\nSee [the list](https://example.com).');
  await expect(found).toHaveText('2 things cannot be spoken:');
  const link = editor.getByRole('button', { name: /^Line 3:/ });
  await link.press('Enter');
  await expect(prompt).toBeFocused();
  const selected = await prompt.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe('[the list](https://example.com)');
  expect(await accessibilityViolations(window.page)).toEqual([]);

  await editor.getByRole('button', { name: 'Use Parley’s own prompt' }).click();
  await expect(prompt).toHaveValue('');
  await until('the own prompt is empty', () => stored(home)[0]?.prompt === '');
  await editor.getByRole('button', { name: 'Bring my prompt back' }).click();
  await expect(prompt).toHaveValue(/^You are brief/);
});

test('a prompt that is too long is told and not lost, and the one before is kept', async ({
  launch,
  home,
}) => {
  const { window } = await launch({ home, settings: { version: 2, profiles: [work] } });
  const settings = await SettingsDialog.open(window);
  await settings.button('Edit Work').click();
  const editor = editorOf(window);
  const prompt = editor.getByLabel('Prompt', { exact: true });
  await prompt.fill('x'.repeat(20_003));
  await expect(editor.getByText('Too long by 3 characters')).toBeVisible();
  await expect(editor.getByText('20,003 of 20,000 characters')).toBeVisible();
  await window.page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await settings.button('Edit Work').click();
  await expect(prompt).toHaveValue('x'.repeat(20_003));
  expect(stored(home)[0]?.prompt).toBe('You are brief.');
});

test('a profile is chosen, edited and deleted with the keyboard alone', async ({ launch, home }) => {
  const { window } = await launch({ home, settings: { ...two, activeProfile: 'work' } });
  const { keyboard } = window.page;
  await tabTo(window.page, chooser(window));
  await keyboard.press('ArrowUp');
  await expect(chooser(window)).toHaveValue('parley');
  await until('it is stored', () => active(home) === 'parley');
  await keyboard.press('Control+,');
  const settings = window.page.getByRole('dialog', { name: 'Settings', exact: true });
  await tabTo(window.page, settings.getByRole('button', { name: 'Edit Work', exact: true }));
  await keyboard.press('Enter');
  const editor = editorOf(window);
  await tabTo(window.page, editor.getByLabel('Greeting', { exact: true }));
  await keyboard.press('Control+A');
  await keyboard.type('Good day.');
  await keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(settings).toBeVisible();
  await until('the greeting is stored', () => stored(home)[1]?.greeting === 'Good day.');
  await tabTo(window.page, settings.getByRole('button', { name: 'Delete Work', exact: true }));
  await keyboard.press('Space');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await until('it is gone', () => stored(home).length === 1);
  await expect(settings.getByRole('button', { name: 'New profile', exact: true })).toBeFocused();
});

for (const appearance of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with profiles, turn-taking and rules (${appearance})`, async ({
    launch,
    home,
  }) => {
    const { window } = await launch({
      home,
      settings: { version: 2, appearance, profiles: [defaultProfile, hosted], activeProfile: 'work' },
    });
    expect(await accessibilityViolations(window.page)).toEqual([]);
    const settings = await SettingsDialog.open(window);
    await settings.button('Add rule').click();
    await settings.button('Delete Parley').click();
    expect(await accessibilityViolations(window.page)).toEqual([]);
    await settings.button('Keep profile').click();
    await settings.button('Edit Work').click();
    await expect(editorOf(window)).toBeVisible();
    expect(await accessibilityViolations(window.page)).toEqual([]);
  });
}

test('another profile in the middle of a talk: its prompt goes along, and the talk goes on', async ({
  launch,
  home,
  service,
}) => {
  const other = { ...hosted, id: 'other', name: 'Other', prompt: 'You are very formal.' };
  const { window } = await launch({
    home,
    settings: { version: 2, profiles: [hosted, other], activeProfile: 'work' },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  await window.start();
  const session = await service.session();
  await session.becomeReady();
  await window.waitForState('Listening');
  await chooser(window).selectOption('Other');
  await until('the prompt is told', () =>
    session.received.some((message) => JSON.stringify(message).includes('very formal')),
  );
  await expect(window.state).toHaveText('Listening');
  expect(service.sessions).toHaveLength(1);
});

test('a rule is written, and its button changes the open conversation', async ({ launch, home, service }) => {
  const { window } = await launch({ home, environment: { PARLEY_AGENT_URL: service.url } });
  const settings = await SettingsDialog.open(window);
  await settings.button('Add rule').click();
  await settings.button('Save rule').click();
  await expect(settings.dialog.getByText('Write what you will say.')).toBeVisible();
  await settings.dialog.getByLabel('When you say', { exact: true }).fill('speak like a pirate');
  await settings.dialog.getByLabel('Parley changes', { exact: true }).selectOption('What it was told');
  await settings.dialog.getByLabel('Instruction', { exact: true }).fill('Speak like a pirate.');
  await settings.button('Save rule').click();
  await expect(settings.button('Edit rule speak like a pirate')).toBeVisible();
  await expect(settings.button('Add rule')).toBeFocused();
  await settings.close();
  await expect(window.button('speak like a pirate')).toHaveCount(0);

  await window.start();
  const session = await service.session();
  await session.becomeReady();
  await window.waitForState('Listening');
  await window.button('speak like a pirate').click();
  await until('it is told to the agent', () =>
    session.received.some((message) => JSON.stringify(message).includes('Speak like a pirate.')),
  );
});

test('a hosted voice is heard in a session of its own, which is ended', async ({ launch, home, service }) => {
  const { window } = await launch({
    home,
    settings: { version: 2, profiles: [hosted] },
    environment: { PARLEY_AGENT_URL: service.url },
  });
  const settings = await SettingsDialog.open(window);
  await settings.button('Preview').click();
  await expect(settings.button('Stop')).toBeVisible();
  const session = await service.session();
  const update = await session.waitFor('session.update');
  expect(JSON.stringify(update)).toContain('Anna');
  await settings.button('Stop').click();
  await session.waitFor('session.end');
  await expect(settings.button('Preview')).toBeVisible();
  await expect(window.state).toHaveText('Ready');
});

const chooser = (window: ParleyWindow): Locator =>
  window.page.getByRole('combobox', { name: 'Profile', exact: true });

/** The sheet over the settings; its title follows the profile's name. */
const editorOf = (window: ParleyWindow): Locator =>
  window.page.getByRole('dialog').filter({ has: window.page.getByRole('heading', { name: /^Profile: / }) });

interface Stored {
  readonly name: string;
  readonly prompt: string;
  readonly greeting: string;
  readonly tools: readonly string[] | null;
}

function file(home: TempFolder): { readonly profiles: readonly Stored[]; readonly activeProfile: string } {
  return JSON.parse(readFileSync(join(home.path, 'settings.json'), 'utf8')) as ReturnType<typeof file>;
}
const stored = (home: TempFolder) => file(home).profiles;
const active = (home: TempFolder) => file(home).activeProfile;

async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}`);
}
