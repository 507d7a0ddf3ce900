/** The app with a keyboard alone, for a screen reader, and with large text. */
import { TestServer } from '../../src/local-agent/server/test-server.fixture';
import { accessibilityViolations } from '../support/axe';
import type { ParleyWindow } from '../support/parley-window';
import type { ScriptedService } from '../support/scripted-service';
import type { ScriptedSession } from '../support/scripted-session';
import { sidewaysScrollers } from '../support/sideways';
import { SettingsDialog } from '../support/settings-dialog';
import { WIRE_RATE } from '../support/scripted-session';
import { tone } from '../support/sound/voice';
import { tabTo, walk } from '../support/tab-key';
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

  test(`axe finds nothing wrong in costs, history, profiles and agents (${appearance})`, async ({
    launch,
    service,
  }) => {
    await withAgents(async (agents) => {
      const { window } = await launch({
        settings: { appearance },
        environment: { PARLEY_AGENT_URL: service.url, ...agents },
      });
      await everyView(window, service, (view) =>
        test.step(view, async () => expect(await accessibilityViolations(window.page)).toEqual([])),
      );
    });
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

test('the focus can be seen everywhere in history, agents and the profile', async ({ launch, service }) => {
  await withAgents(async (agents) => {
    const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url, ...agents } });
    await everyView(window, service, (view) =>
      test.step(view, async () => {
        const stops = await walk(window.page);
        expect(stops).not.toEqual([]);
        expect(stops.filter(({ visible }) => !visible)).toEqual([]);
      }),
    );
  });
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

test('text of twice the size fits in costs, history, profiles and agents too', async ({
  launch,
  service,
}) => {
  await withAgents(async (agents) => {
    const { window, electron } = await launch({
      settings: {
        profiles: [{ name: 'Parley' }, { name: 'Work at the observatory in the mountains' }],
        version: 2,
      },
      environment: { PARLEY_AGENT_URL: service.url, ...agents },
    });
    const frame = await electron.browserWindow(window.page);
    await frame.evaluate((shown) => {
      shown.setContentSize(460, 720);
      shown.webContents.setZoomFactor(2);
    });
    await expect.poll(() => window.page.evaluate(() => innerWidth)).toBe(230);
    await everyView(window, service, (view) =>
      test.step(view, async () => expect(await sidewaysScrollers(window.page)).toEqual([])),
    );
  });
});

/** Runs with an account's REST API that holds no agents, given as environment. */
async function withAgents(
  run: (environment: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  const { server } = await TestServer.start();
  try {
    await run({ PARLEY_API_URL: `http://127.0.0.1:${String(server.port)}` });
  } finally {
    await server.close();
  }
}

/** Goes through the views that are not reached by talking alone, with everything unfolded, and looks at each. */
async function everyView(
  window: ParleyWindow,
  service: ScriptedService,
  look: (view: string) => Promise<void>,
): Promise<void> {
  const { page } = window;
  const unfold = async () => {
    const closed = page.locator('details:not([open]) > summary:visible');
    while ((await closed.count()) > 0) await closed.first().click();
  };
  const field = (name: string) => page.getByLabel(name, { exact: true });

  await haveToolAnswer(window, await startTalk(window, service));
  await page.getByTitle('Show the costs').click();
  await look('the cost of a talk');
  await page.keyboard.press('Escape');
  await window.end();

  await window.button('History').click();
  await page.getByRole('button', { name: /Tokyo/ }).waitFor();
  await unfold();
  await look('history');
  await page.getByRole('button', { name: /Tokyo/ }).click();
  await page.getByRole('heading', { name: /Tokyo/ }).waitFor();
  await unfold();
  await look('a kept talk');
  await window.button('Delete…').click();
  await look('the question before deleting');
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Escape');

  const { dialog } = await SettingsDialog.open(window);
  await dialog.getByRole('button', { name: 'Edit Parley', exact: true }).click();
  await field('Prompt').fill('You are **brief**.\n- one\nSee https://example.com.');
  await page.getByText('cannot be spoken').waitFor();
  await look('the editor of a profile');
  for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('Escape');

  await window.button('Agents').click();
  await window.button('New agent').click();
  await window.button('Add HTTP tool').click();
  await window.button('Add header').click();
  await window.button('Create agent').click();
  await page.getByText('Give the agent a name.').waitFor();
  await unfold();
  await look('a new agent with mistakes');
  await page.getByRole('button', { name: /^Remove tool/ }).click();
  await field('Name').fill('Clock of the observatory');
  await field('Instructions').fill('You tell the time.');
  await window.button('Create agent').click();
  await page.getByRole('tab', { name: 'Deploy' }).click();
  await unfold();
  await look('deploying an agent');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Clock of the observatory/ }).waitFor();
  await look('agents');
}

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
