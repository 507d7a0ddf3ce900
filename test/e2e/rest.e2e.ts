/** Nothing stays open that nobody uses: idle hang-up, sleep, lock, caps; and how the talk goes on. */
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures';

const hosted = (url: string, settings: Readonly<Record<string, unknown>> = {}) => ({
  environment: { PARLEY_AGENT_URL: url },
  settings: { version: 2, ...settings },
});
const power = (
  electron: ElectronApplication,
  event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen',
) => electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);

test('an idle talk is announced, closed with goodbye, and goes on by the button with what was said', async ({
  launch,
  service,
}) => {
  test.setTimeout(60_000);
  const { window } = await launch(hosted(service.url, { idleSeconds: 15 }));
  await window.start();
  const first = await service.session(0);
  await first.becomeReady();
  first.send({ type: 'transcript.user', item_id: 'm1', text: 'My name is Ada.' });
  first.send({ type: 'reply.started', reply_id: 'r1', item_id: 'm2' });
  first.send({ type: 'transcript.agent', reply_id: 'r1', text: 'Hello Ada.', interrupted: false });
  first.send({ type: 'reply.done', reply_id: 'r1', status: 'completed' });
  await expect(window.button('Keep talking')).toBeVisible({ timeout: 20_000 });
  await first.waitFor('session.end', 0, 25_000);
  first.send({ type: 'session.ended', session_duration_seconds: 30 });
  first.close(1000);
  await expect(window.state).toHaveText('Ready');
  await expect(window.log.getByText('Hello Ada.')).toBeVisible();

  await window.start();
  const second = await service.session(1);
  const session = (await second.waitFor('session.update')).message['session'] as Record<string, unknown>;
  expect(session['greeting']).toBeUndefined();
  expect(session['system_prompt']).toContain('My name is Ada.');
  await second.becomeReady();
  await expect(window.state).toHaveText('Listening');
});

test('an announced hang-up is called off by a key', async ({ launch, service }) => {
  test.setTimeout(60_000);
  const { window } = await launch(hosted(service.url, { idleSeconds: 15 }));
  await window.start();
  const session = await service.session(0);
  await session.becomeReady();
  await expect(window.button('Keep talking')).toBeVisible({ timeout: 20_000 });
  await window.page.keyboard.press('Shift');
  await window.page.keyboard.press('k');
  await expect(window.button('Keep talking')).toBeHidden();
  expect(session.all('session.end')).toEqual([]);
});

for (const [away, back] of [
  ['suspend', 'resume'],
  ['lock-screen', 'unlock-screen'],
] as const) {
  test(`${away} ends the session with goodbye, and ${back} opens nothing`, async ({ launch, service }) => {
    const { window, electron } = await launch(hosted(service.url));
    await window.start();
    const session = await service.session(0);
    await session.becomeReady();
    await window.waitForState(['Listening', 'Muted']);
    await power(electron, away);
    await session.waitFor('session.end');
    await expect(window.state).toHaveText('Ready');
    await power(electron, back);
    await expect(window.button('Stop listening')).toBeVisible();
    expect(service.sessions).toHaveLength(1);
    await window.button('Stop listening').click();
    await expect(window.state).toHaveText('Ended');
  });
}

test('a cap closes the talk and says which, and the next one does not open', async ({ launch, service }) => {
  // Five seconds of an hour at 4.50 dollars.
  const { window } = await launch(hosted(service.url, { capConversation: 100, capDay: 0.006_25 }));
  await window.start();
  const session = await service.session(0);
  await session.becomeReady();
  await session.waitFor('session.end', 0, 15_000);
  await expect(window.state).toHaveText('Ended');
  session.send({ type: 'session.ended', session_duration_seconds: 5 });
  session.close(1000);
  const mark = await window.mark();
  await window.start();
  const { text } = await window.waitForState('Problem:', { mark });
  expect(text).toMatch(/limit|cap/i);
  expect(service.sessions).toHaveLength(1);
});

test('an end before the session is ready closes the socket with goodbye', async ({ launch, service }) => {
  const { window } = await launch(hosted(service.url));
  await window.start();
  const session = await service.session(0);
  await session.waitFor('session.update');
  await window.end();
  await expect(window.state).toHaveText('Ended');
  await session.waitFor('session.end');
});
