/** Whatever goes wrong at the service's side: a sentence for the person, and a window that goes on working. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tone } from '../support/sound/voice';
import type { ParleyWindow } from '../support/parley-window';
import type { ScriptedService } from '../support/scripted-service';
import { WIRE_RATE, type ScriptedSession } from '../support/scripted-session';
import { expect, test } from './fixtures';

/** A sentence in plain words: no code, no number, nothing of the service's own text. */
const SENTENCE = /^Problem: [A-Z][^_{}<>]*\.$/;

/** protocol.md section 9.1: codes after which the socket closes, with the close code. */
const FATAL: readonly (readonly [code: string, close: number])[] = [
  ['unauthorized', 1008],
  ['UNAUTHORIZED', 1008],
  ['session_forbidden', 1008],
  ['FORBIDDEN', 1008],
  ['agent_not_found', 1008],
  ['session_not_found', 1008],
  ['session_expired', 1008],
  ['at_capacity', 1008],
  ['concurrency_exceeded', 1008],
  ['internal_error', 1011],
  ['INTERNAL_ERROR', 1011],
  ['server_error', 1008],
  ['agent_init_failed', 1011],
  ['agent_timeout', 1011],
  ['invalid_value', 1008],
  ['invalid_config', 1008],
  ['invalid_webhook', 1008],
  ['invalid_format', 1008],
  ['a_code_of_tomorrow', 1008],
];

/**
 * Codes after which a talk goes on (section 9.1, "stays open") and the person is told. `invalid_format` is missing:
 * it is the answer to a message the service does not know, which is nothing to the person.
 */
const HARMLESS = [
  'agent_id_not_first',
  'immutable_field',
  'invalid_value',
  'invalid_audio',
  'audio_rate_violation',
  'server_error',
];

test('every error that ends a session is told in a sentence', async ({ launch, service }) => {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  for (const [number, [code, close]] of FATAL.entries()) {
    await test.step(code, async () => {
      const mark = await window.mark();
      await window.start();
      const session = await service.session(number);
      await session.waitFor('session.update');
      session.send({ type: 'session.error', code, message: 'Zq raw words', param: null, session_id: null });
      session.close(close);
      expect((await window.waitForState('Problem:', { mark })).text).toMatch(SENTENCE);
      await expect(window.page.getByText('Zq raw words')).toHaveCount(0);
    });
  }
});

test('every way to close that ends a talk is told in a sentence', async ({ launch, service }) => {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  let number = 0;
  for (const when of ['before', 'after'] as const) {
    for (const code of when === 'before' ? ([1000, 1001, 1008, 1011, 'cut'] as const) : ([1008] as const)) {
      await test.step(`${code} ${when} ready`, async () => {
        const mark = await window.mark();
        await window.start();
        const session = await service.session(number++);
        await session.waitFor('session.update');
        if (when === 'after') {
          await session.becomeReady();
          await window.waitForState(['Listening', 'Muted'], { mark });
        }
        if (code === 'cut') session.drop();
        else session.close(code);
        expect((await window.waitForState('Problem:', { mark })).text).toMatch(SENTENCE);
      });
    }
  }
});

test('every refused upgrade is told in a sentence', async ({ launch, service }) => {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  const shown = new Map<number, string>();
  for (const status of [400, 401, 403, 404, 408, 429, 500, 503]) {
    await test.step(String(status), async () => {
      service.behave({ refuseWith: status });
      const mark = await window.mark();
      await window.start();
      const { text } = await window.waitForState('Problem:', { mark });
      expect(text).toMatch(SENTENCE);
      shown.set(status, text);
    });
  }
  expect(shown.get(401)).toContain('key');
  expect(shown.get(403)).not.toContain('key');
});

test('a service that is not there is told, and can be tried again', async ({ launch }) => {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: `ws://127.0.0.1:${port}/v1/ws` } });
  await window.start();
  expect((await window.waitForState('Problem:')).text).toMatch(SENTENCE);
  await expect(window.button('Start conversation')).toBeEnabled();
});

test('a service that never gets ready is given up', async ({ launch, service }) => {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  await window.start();
  await (await service.session()).waitFor('session.update');
  expect((await window.waitForState('Problem:', { timeoutMs: 15_000 })).text).toMatch(SENTENCE);
});

test('an address that is no address is told', async ({ launch }) => {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: 'http://example.org/' } });
  await window.start();
  expect((await window.waitForState('Problem:')).text).toContain('PARLEY_AGENT_URL');
});

test('errors that need not end a talk do not end it', async ({ launch, service }) => {
  const { window, session } = await liveTalk(launch, service);
  for (const code of HARMLESS) {
    await test.step(code, async () => {
      session.send({ type: 'session.error', code, message: 'Zq raw words' });
      await expect(notice(window)).toHaveText(/[A-Z].*\./);
      await window.button('Dismiss').click();
    });
  }
  session.send({ type: 'session.error', code: 'invalid_format', message: 'Zq raw words' });
  await stillTalks(window, session);
});

test('messages that cannot be read, and wrong sound, do not end a talk', async ({ launch, service }) => {
  const { window, session } = await liveTalk(launch, service);
  const reply = { type: 'reply.started', reply_id: 'resp_bad' };
  for (const text of [
    'no JSON at all',
    '',
    '{',
    '[]',
    'null',
    '42',
    '{"type":7}',
    '{"no":"type"}',
    '{"type":"message.of.tomorrow","x":1}',
    '{"type":"reply.started"}',
    '{"type":"tool.call","name":5}',
    '{"type":"transcript.user"}',
    `{"type":"x","deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    JSON.stringify(reply),
    '{"type":"reply.audio","reply_id":"resp_bad","data":"###"}',
    '{"type":"reply.audio","reply_id":"resp_bad","data":"AAA="}',
    '{"type":"reply.audio","reply_id":"resp_bad","data":7}',
    '{"type":"reply.audio","reply_id":"resp_other","data":"AAAA"}',
    '{"type":"reply.done","reply_id":"resp_bad","status":"nonsense"}',
  ]) {
    session.sendText(text);
  }
  session.sendText(Buffer.from([0, 255, 1, 254]));
  await expect(notice(window)).toContainText('could not be read');
  await stillTalks(window, session);
});

test('a tool the service makes up, and arguments that do not fit, are answered with an error', async ({
  launch,
  service,
}) => {
  const { window, session } = await liveTalk(launch, service);
  session.send({ type: 'reply.started', reply_id: 'resp_1' });
  session.send({ type: 'tool.call', call_id: 'call_1', name: 'format_disk', arguments: {} });
  session.send({ type: 'tool.call', call_id: 'call_2', name: 'get_time', arguments: { place: 7 } });
  session.send({
    type: 'tool.call',
    call_id: 'call_3',
    name: 'read_text_file',
    arguments: { file: '/etc/passwd' },
  });
  session.send({ type: 'reply.done', reply_id: 'resp_1', status: 'completed' });
  await session.waitFor('tool.result', 2);
  for (const { message } of session.all('tool.result')) {
    expect(message).toMatchObject({ is_error: true });
    expect(String(message['result'])).not.toContain('root:');
  }
  await stillTalks(window, session);
});

function notice(window: ParleyWindow) {
  return window.page.locator('.notice').filter({ has: window.button('Dismiss') });
}

async function liveTalk(
  launch: (options: { environment: Record<string, string> }) => Promise<{ window: ParleyWindow }>,
  service: ScriptedService,
): Promise<{ window: ParleyWindow; session: ScriptedSession }> {
  const { window } = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
  await window.start();
  const session = await service.session();
  await session.becomeReady();
  await window.waitForState('Listening');
  return { window, session };
}

async function stillTalks(window: ParleyWindow, session: ScriptedSession): Promise<void> {
  await session.reply({ id: 'resp_last', pcm: tone(300, 440, 8_000, WIRE_RATE), text: 'Still here.' });
  await window.waitForEntry('Parley', ({ text }) => text.includes('Still here.'));
  await window.waitForState(['Listening', 'Thinking']);
  await window.end();
  await session.waitFor('session.end');
}
