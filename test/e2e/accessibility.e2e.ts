/** The app with a keyboard alone and for a screen reader. What holds of every view is in every-view.e2e.ts. */
import type { Page } from '@playwright/test';
import { talk } from '../support/asking';
import { WIRE_RATE } from '../support/scripted-session';
import { SettingsDialog } from '../support/settings-dialog';
import { tone } from '../support/sound/voice';
import { tabTo, walk } from '../support/tab-key';
import { showSnapshot, tellWindow } from '../support/tell-window';
import { haveToolAnswer } from '../support/tool-answer';
import { reminder } from '../support/views/examples';
import { expect, test } from './fixtures';

test('the names of the contract are there, exactly', async ({ launch, service }) => {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  await expect(window.page).toHaveTitle('Parley');
  await expect(window.state).toHaveText('Ready');
  await expect(window.log).toHaveCount(1);
  await expect(window.message).toHaveCount(1);
  const buttons = async (...names: readonly string[]) => {
    for (const name of names) await expect(window.button(name)).toHaveCount(1);
  };
  await buttons('Start conversation', 'Mute microphone', 'Stop speaking', 'Settings', 'Send');
  const session = await talk(window, service);
  await buttons('End conversation', 'Mute microphone');
  await window.button('Mute microphone').click();
  await expect(window.state).toHaveText('Muted');
  await buttons('Unmute microphone');
  await haveToolAnswer(window, session);
  expect((await window.transcript()).map(({ name }) => name)).toEqual(['You', 'Tool: get_time', 'Parley']);
  await expect(window.button('Start conversation')).toHaveCount(0);
});

test('everything can be done with the keyboard alone', async ({ launch, service }) => {
  const { window, electron } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  const { keyboard } = window.page;
  await tabTo(window.page, window.message);
  await keyboard.type('What can you do?');
  await keyboard.press('Enter');
  await window.waitForEntry('You', ({ text }) => text === 'What can you do?');
  const session = await service.session();
  await session.becomeReady();
  await session.waitFor('reply.create');
  const speaking = session.reply({ id: 'resp_1', pcm: tone(20_000, 440, 8_000, WIRE_RATE), open: true });
  await window.waitForState('Speaking');
  await keyboard.press('Escape');
  await window.waitForState('Thinking');
  session.stopSending();
  session.send({ type: 'reply.done', reply_id: 'resp_1', status: 'interrupted' });
  await speaking;
  await window.waitForState('Muted');
  await expect(window.message).toBeFocused();

  await keyboard.press('Control+,');
  const dialog = window.page.getByRole('dialog', { name: 'Settings', exact: true });
  await expect(dialog).toBeVisible();
  await tabTo(window.page, dialog.getByRole('radio', { name: 'System', exact: true }));
  await keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: 'Light', exact: true })).toBeChecked();
  expect(await electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light');
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(window.message).toBeFocused();

  await tabTo(window.page, window.button('End conversation'));
  await keyboard.press('Space');
  await session.waitFor('session.end');
});

test('the focus can be seen everywhere and is trapped nowhere', async ({ launch }) => {
  const { window } = await launch();
  await expect(window.state).toHaveText('Ready');
  const around = await walk(window.page);
  for (const name of ['Settings', 'Message', 'Start conversation']) {
    expect(around.map((stop) => stop.name)).toContain(name);
  }
  expect(around.filter(({ visible }) => !visible)).toEqual([]);

  await SettingsDialog.open(window);
  const settings = await walk(window.page);
  for (const name of ['Close', 'Local agent', 'Voice', 'Speaking speed', 'Add folder…', 'System']) {
    expect(settings.map((stop) => stop.name)).toContain(name);
  }
  expect(settings.filter(({ visible }) => !visible)).toEqual([]);
});

test('Escape closes only what is on top, and the focus goes back to what opened it', async ({ launch }) => {
  const { window } = await launch();
  const { page } = window;
  await expect(window.state).toHaveText('Ready');
  await window.button('History').click();
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings', exact: true });
  await settings.getByRole('button', { name: 'Edit Parley', exact: true }).press('Enter');
  const profile = page.getByRole('dialog', { name: 'Profile: Parley', exact: true });
  await expect(profile).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(profile).toBeHidden();
  await expect(settings.getByRole('button', { name: 'Edit Parley', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  await expect(page.getByRole('searchbox', { name: 'Search history', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(window.button('History')).toBeFocused();
});

test('a screen reader is told of the state, and of nothing while the agent speaks', async ({
  launch,
  service,
}) => {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  const { page } = window;
  await expect(window.state).toHaveText('Ready');
  await page.evaluate(listenToRegions);
  const session = await talk(window, service);
  await haveToolAnswer(window, session);
  await window.waitForState('Listening');
  // A spoken answer is not said again into the open microphone.
  const spoken = (await toldBy(page)).map(({ text }) => text);
  expect(spoken).toContain('Listening');
  expect(spoken.filter((text) => /Tokyo/.test(text))).toEqual([]);

  await window.button('Mute microphone').click();
  await expect(window.state).toHaveText('Muted');
  await session.reply({ id: 'more', pcm: tone(600, 440, 8_000, WIRE_RATE), text: 'And it rains there.' });
  await expect.poll(async () => (await toldBy(page)).at(-1)?.text).toContain('Parley: And it rains there.');
  session.drop();
  await window.waitForState(['Reconnecting', 'Problem:']);
  const told = await toldBy(page);
  expect(told.map(({ text }) => text)).toContain('Muted');
  expect(told.filter(({ during }) => during === 'Speaking' || during === 'Hearing you')).toEqual([]);
});

test('what is told by itself is told over a sheet and in every other view too, once', async ({ launch }) => {
  const app = await launch();
  const { page } = app.window;
  await expect(app.window.state).toHaveText('Ready');
  await page.evaluate(listenToRegions);
  const notice = { code: 'device_changed', sentence: 'Another microphone is used.', next: 'Say it again.' };
  const places = [
    { into: () => SettingsDialog.open(app.window), out: () => page.keyboard.press('Escape') },
    { into: () => app.window.button('History').click(), out: () => app.window.button('Back').click() },
  ];
  for (const [at, { into, out }] of places.entries()) {
    await showSnapshot(app, { status: 'listening' });
    await into();
    const before = (await toldBy(page)).length;
    const told = async () =>
      (await toldBy(page))
        .slice(before)
        .map(({ text }) => text)
        .filter((text) => /microphone|Muted|tea/.test(text))
        .sort();
    await showSnapshot(app, { status: 'muted', muted: true, notice });
    await tellWindow(app, 'reminders.changed', [reminder(`tea ${String(at)}`, Date.now())]);
    const all = [
      'Another microphone is used. Say it again.',
      'Muted',
      `Reminder: tea ${String(at)}, due now.`,
    ];
    await expect.poll(told).toEqual(all);
    await out();
    await expect(app.window.state).toBeVisible();
    await tellWindow(app, 'reminders.changed', []);
    await expect(page.getByRole('region', { name: 'Timers and reminders' })).toHaveCount(0);
    // Going back tells nothing a second time.
    expect(await told()).toEqual(all);
  }
});

/** What a screen reader says by itself, with the state that was shown then. */
interface Told {
  readonly text: string;
  readonly during: string;
}

function toldBy(page: Page): Promise<readonly Told[]> {
  return page.evaluate(() => (window as unknown as { told: Told[] }).told);
}

/** Runs in the page: writes down every change in a live region that is within reach, as a screen reader would. */
function listenToRegions(): void {
  const told: Told[] = [];
  Object.assign(window, { told });
  const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
  const state = document.querySelector('[aria-label="Conversation state"]')!;
  new MutationObserver((records) => {
    const regions = new Set(
      records.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(live)),
    );
    for (const region of regions) {
      const text = region?.textContent?.trim() ?? '';
      if (!region || text === '' || region.getAttribute('aria-live') === 'off') continue;
      const top = [...document.querySelectorAll('dialog[open]')].at(-1);
      if (!region.checkVisibility() || (top && !top.contains(region))) continue;
      told.push({ text, during: state.textContent?.trim() ?? '' });
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}
