/** What a talk goes through without the person's doing: lost sockets, services that restart, sessions that expire. */
import { expect, test } from './fixtures';

const hosted = (url: string) => ({ environment: { PARLEY_AGENT_URL: url } });

for (const how of [1000, 1001, 'cut'] as const) {
  test(`a connection that is lost (${how}) is restored without the person's doing`, async ({
    launch,
    service,
  }) => {
    const { window } = await launch(hosted(service.url));
    await window.start();
    const first = await service.session(0);
    await first.becomeReady();
    await window.waitForState(['Listening', 'Muted']);
    first.send({ type: 'transcript.user', item_id: 'm1', text: 'My name is Ada.' });
    first.send({ type: 'reply.started', reply_id: 'r1', item_id: 'm2' });
    first.send({ type: 'transcript.agent', reply_id: 'r1', text: 'Hello Ada.', interrupted: false });
    first.send({ type: 'reply.done', reply_id: 'r1', status: 'completed' });
    await expect(window.log.getByText('Hello Ada.')).toBeVisible();
    const mark = await window.mark();
    if (how === 'cut') first.drop();
    else first.close(how);
    const lostAt = Date.now();

    const second = await service.session(1);
    expect(Date.now() - lostAt).toBeLessThan(2_000);
    expect((await second.waitFor('session.resume')).message['session_id']).toBe('sess_scripted');
    second.send({ type: 'session.error', code: 'session_not_found', message: 'gone', session_id: null });
    second.close(1008);

    const third = await service.session(2);
    const update = (await third.waitFor('session.update')).message['session'] as Record<string, unknown>;
    expect(update['greeting']).toBeUndefined();
    expect(update['system_prompt']).toContain('My name is Ada.');
    await third.becomeReady();
    await window.waitForState('Reconnecting', { mark });
    await expect(window.state).toHaveText('Listening');
    await expect(window.log.getByText('Hello Ada.')).toBeVisible();
    expect(third.all('reply.create')).toEqual([]);
  });
}

test('an answer that was lost is asked for again, and a second loss does not ask twice', async ({
  launch,
  service,
}) => {
  const { window } = await launch(hosted(service.url));
  await window.start();
  const first = await service.session(0);
  await first.becomeReady();
  first.send({ type: 'transcript.user', item_id: 'm1', text: 'What time is it?' });
  await expect(window.log.getByText('What time is it?')).toBeVisible();
  first.close(1011);
  const second = await service.session(1);
  await second.becomeReady();
  const { message } = await second.waitFor('reply.create');
  expect(message['instructions']).toContain('What time is it?');
  second.send({ type: 'reply.started', reply_id: 'r1', item_id: 'm2' });
  second.send({ type: 'transcript.agent', reply_id: 'r1', text: 'It is nine.', interrupted: false });
  second.send({ type: 'reply.done', reply_id: 'r1', status: 'completed' });
  await expect(window.log.getByText('It is nine.')).toBeVisible();
  second.close(1011);
  const third = await service.session(2);
  await third.becomeReady();
  third.send({ type: 'transcript.user', item_id: 'm3', text: 'Thank you.' });
  await expect(window.log.getByText('Thank you.')).toBeVisible();
  expect(third.all('reply.create')).toEqual([]);
});

test('ending while the connection is being restored ends, and leaves nothing open', async ({
  launch,
  service,
}) => {
  const { window } = await launch(hosted(service.url));
  await window.start();
  const first = await service.session(0);
  await first.becomeReady();
  await window.waitForState(['Listening', 'Muted']);
  service.behave({ refuseWith: 503 });
  first.drop();
  await window.waitForState('Reconnecting');
  await window.button('End conversation').click();
  await window.waitForState('Ended');
  const refused = service.upgrades.length;
  service.behave({});
  await window.start();
  await service.session(1);
  expect(service.upgrades.length).toBe(refused + 1);
});

test('a service that stays away is given up with a way out: the local agent goes on with what was said', async ({
  launch,
  service,
}) => {
  test.setTimeout(90_000);
  const { window } = await launch(hosted(service.url));
  await window.start();
  const first = await service.session(0);
  await first.becomeReady();
  first.send({ type: 'transcript.user', item_id: 'm1', text: 'Remember the milk.' });
  await expect(window.log.getByText('Remember the milk.')).toBeVisible();
  service.behave({ refuseWith: 503 });
  first.drop();
  await window.waitForState('Problem:', { timeoutMs: 40_000 });
  await window.page.getByRole('button', { name: 'Use the local agent' }).click();
  await window.waitForState(['Listening', 'Muted', 'Thinking', 'Speaking'], { timeoutMs: 30_000 });
  await expect(window.log.getByText('Remember the milk.')).toBeVisible();
});

test('a session that expires is exchanged in a quiet moment, with goodbye', async ({ launch, service }) => {
  const { window } = await launch(hosted(service.url));
  await window.start();
  const first = await service.session(0);
  await first.waitFor('session.update');
  first.send({
    type: 'session.ready',
    session_id: 'sess_short',
    expires_at: Math.round(Date.now() / 1_000) + 6,
  });
  await window.waitForState(['Listening', 'Muted']);
  const mark = await window.mark();
  const second = await service.session(1);
  await second.becomeReady();
  await first.waitFor('session.end');
  await expect(window.state).toHaveText('Listening');
  const shown = (await window.history()).slice(mark).map(({ text }) => text);
  expect(shown.filter((text) => text !== 'Listening')).toEqual([]);
});
