/** The app with a keyboard alone, for a screen reader, and with large text. */
import type { Locator, Page } from '@playwright/test';
import { accessibilityViolations } from '../support/axe';
import type { ParleyWindow } from '../support/parley-window';
import type { ScriptedService } from '../support/scripted-service';
import type { ScriptedSession } from '../support/scripted-session';
import { SettingsDialog } from '../support/settings-dialog';
import { WIRE_RATE } from '../support/scripted-session';
import { tone } from '../support/sound/voice';
import { expect, test } from './fixtures';

for (const appearance of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong in any view (${appearance})`, async ({ launch, service }) => {
    const { window } = await launch({
      settings: { appearance },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const check = (view: string) =>
      test.step(view, async () => expect(await accessibilityViolations(window.page)).toEqual([]));
    await window.waitForState('Ready');
    await check('ready');

    const session = await startTalk(window, service);
    await haveToolAnswer(window, session);
    for (const summary of await window.page.locator('summary').all()) await summary.click();
    await check('a talk with a tool’s record');
    await window.page.keyboard.press('Escape');

    service.behave({ upgradeAfterMs: 60_000 });
    session.drop();
    await window.waitForState('Reconnecting');
    await check('a connection that is being restored');
    await window.end();
    service.behave({ refuseWith: 403 });
    await window.start();
    await window.waitForState('Problem:');
    await check('a problem');

    const settings = await SettingsDialog.open(window);
    await check('settings of the local agent');
    await settings.choice('AssemblyAI, hosted').check();
    await settings.saveKey('two words');
    await expect(settings.keyStatus('The key holds spaces')).toBeVisible();
    await check('settings of the hosted engine with a refused key');
  });
}

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
  const session = await startTalk(window, service);
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

test('text of twice the size needs no scrolling sideways', async ({ launch, service }) => {
  const app = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  const { window } = app;
  const frame = await app.electron.browserWindow(window.page);
  await frame.evaluate((shown) => {
    shown.setContentSize(460, 720);
    shown.webContents.setZoomFactor(2);
  });
  await expect.poll(() => window.page.evaluate(() => innerWidth)).toBe(230);
  expect(await sidewaysScrollers(window.page)).toEqual([]);
  await haveToolAnswer(window, await startTalk(window, service));
  expect(await sidewaysScrollers(window.page)).toEqual([]);
  for (const control of [window.message, window.button('End conversation'), window.button('Settings')]) {
    await control.scrollIntoViewIfNeeded();
    await expect(control).toBeInViewport({ ratio: 1 });
  }
  const settings = await SettingsDialog.open(window);
  await settings.choice('AssemblyAI, hosted').check();
  await expect(settings.key).toBeVisible();
  expect(await sidewaysScrollers(window.page)).toEqual([]);
});

async function startTalk(window: ParleyWindow, service: ScriptedService): Promise<ScriptedSession> {
  await window.start();
  const session = await service.session();
  await session.becomeReady();
  await window.waitForState('Listening');
  return session;
}

/** A question, a tool and an answer. */
async function haveToolAnswer(window: ParleyWindow, session: ScriptedSession): Promise<void> {
  session.send({ type: 'transcript.user', item_id: 'msg_user', text: 'What time is it in Tokyo?' });
  session.send({ type: 'reply.started', reply_id: 'resp_tool' });
  session.send({ type: 'tool.call', call_id: 'call_1', name: 'get_time', arguments: { place: 'Tokyo' } });
  session.send({ type: 'reply.done', reply_id: 'resp_tool', status: 'completed' });
  await session.waitFor('tool.result');
  await session.reply({
    id: 'resp_answer',
    pcm: tone(200, 440, 8_000, WIRE_RATE),
    text: 'It is late in Tokyo.',
  });
  await window.waitForEntry('Tool: get_time');
  await window.waitForEntry('Parley');
}

/** More than there are controls in any view. */
const MOST_STOPS = 60;

async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(control)}`);
}

interface Stop {
  readonly name: string;
  /** The focused element, or what stands for it, looks other than without focus. */
  readonly visible: boolean;
}

/** Goes round with Tab until the first control comes again, there and back; fails where the way has no end. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focusedStop);
    if (stop === null) continue;
    if (stop.again) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab does not come round: ${stops.map(({ name }) => name).join(', ')}`);
}

/** Runs in the page; null where the page itself has the focus. `again`: this control had it before. */
function focusedStop(): (Stop & { readonly again: boolean }) | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const label = (element as HTMLInputElement).labels?.[0]?.textContent;
  const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
  const drawn = [element, element.closest('label')].some((shown) => {
    if (!shown) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const dialog = element.closest('dialog')?.open ? 'dialog' : 'page';
  const again = element.dataset['walked'] === dialog;
  element.dataset['walked'] = dialog;
  return { name: name.trim(), visible: drawn, again };
}

/** What can be scrolled sideways, by tag and class. */
function sidewaysScrollers(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { overflowX, display } = getComputedStyle(element);
        const scrolls = element === document.documentElement || ['auto', 'scroll'].includes(overflowX);
        return scrolls && display !== 'inline' && element.scrollWidth > element.clientWidth;
      })
      .map(
        (element) =>
          `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );
}
