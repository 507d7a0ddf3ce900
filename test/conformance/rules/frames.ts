import { must, mustEqual, rule, shown, type Rule } from '../rule';
import { mustRefuse, mustStillServe, type Refusal } from '../steps';
import type { Json } from '../read';

const OPEN = 'The session stays open: an update afterwards is answered.';

/** A frame that a session must refuse without closing. */
function refusedFrame(id: string, what: string, frame: Json | string, refusal: Refusal): Rule {
  return rule(
    `frames.${id}`,
    '3',
    `${what} is refused with ${[refusal.code].flat().join(' or ')}, and the session goes on.`,
    { how: `Send it after session.ready. ${OPEN}` },
    async (bench) => {
      const { client } = await bench.open();
      const from = client.mark;
      client.sendRaw(typeof frame === 'string' ? frame : JSON.stringify(frame));
      const error = await mustRefuse(client, from, refusal);
      // "Configuration errors carry session_id and param; protocol errors (format, audio) omit them" (section 9.1).
      must((error['param'] ?? null) === null, `param is ${shown(error['param'])}, expected none`);
      await mustStillServe(client);
      mustEqual(client.all('session.error', from).length, 1, 'the number of errors');
    },
  );
}

function misshapen(id: string, what: string, message: Json & { readonly type: string }): Rule {
  return refusedFrame(`shape.${id}`, what, message, {
    code: 'invalid_format',
    message: `Invalid message format for type '${message.type}'`,
  });
}

const BAD_JSON = { code: 'invalid_format', message: 'Invalid JSON format.' } as const;
const BAD_AUDIO = { code: 'invalid_audio', message: 'Invalid audio data' } as const;

/** The first message and what is no message (sections 1.4, 3, 14.2). */
export const frames: readonly Rule[] = [
  refusedFrame(
    'unknown-type',
    'An unknown type',
    { type: 'foo' },
    {
      code: 'invalid_format',
      message: 'Unknown message type: foo',
    },
  ),
  refusedFrame(
    'server-type',
    'A type that only the server sends',
    { type: 'session.ready' },
    {
      code: 'invalid_format',
      message: 'Unknown message type: session.ready',
    },
  ),
  refusedFrame(
    'prototype-type',
    'A type named like a property of every object',
    { type: 'constructor' },
    {
      code: 'invalid_format',
      message: 'Unknown message type: constructor',
    },
  ),
  refusedFrame('no-type', 'An object without type', {}, { code: 'invalid_format' }),
  refusedFrame('number-type', 'A type that is a number', { type: 7 }, { code: 'invalid_format' }),
  refusedFrame('bad-json', 'Broken JSON', '{"type":"session.end"', BAD_JSON),
  refusedFrame('empty', 'An empty frame', '', BAD_JSON),
  refusedFrame('array', 'An array', '[{"type":"session.end"}]', { code: 'invalid_format' }),
  refusedFrame('null', 'The JSON value null', 'null', { code: 'invalid_format' }),
  refusedFrame('text', 'A JSON text', '"session.end"', { code: 'invalid_format' }),
  misshapen('update-without-session', 'session.update without session', { type: 'session.update' }),
  misshapen('update-session-text', 'session.update with a text', { type: 'session.update', session: 'x' }),
  misshapen('update-session-null', 'session.update with null', { type: 'session.update', session: null }),
  misshapen('update-session-array', 'session.update with an array', { type: 'session.update', session: [] }),
  misshapen('resume-without-id', 'session.resume without session_id', { type: 'session.resume' }),
  misshapen('resume-number', 'session.resume with a number', { type: 'session.resume', session_id: 7 }),
  misshapen('audio-missing', 'input.audio without audio', { type: 'input.audio' }),
  misshapen('audio-data', 'input.audio with `data` instead of `audio`', {
    type: 'input.audio',
    data: 'AAAA',
  }),
  misshapen('audio-number', 'input.audio with a number', { type: 'input.audio', audio: 7 }),
  misshapen('audio-null', 'input.audio with null', { type: 'input.audio', audio: null }),
  misshapen('result-object', 'tool.result whose result is an object', {
    type: 'tool.result',
    call_id: 'call_x',
    result: { ok: true },
  }),
  misshapen('result-missing', 'tool.result without result', { type: 'tool.result', call_id: 'call_x' }),
  misshapen('result-no-call', 'tool.result without call_id', { type: 'tool.result', result: '{}' }),
  misshapen('result-error-text', 'tool.result whose is_error is a text', {
    type: 'tool.result',
    call_id: 'call_x',
    result: '{}',
    is_error: 'yes',
  }),
  misshapen('create-number', 'reply.create with a number', { type: 'reply.create', instructions: 7 }),
  misshapen('create-object', 'reply.create with an object', { type: 'reply.create', instructions: {} }),
  misshapen('message-assistant', 'conversation.message of another role', {
    type: 'conversation.message',
    role: 'assistant',
    content: 'x',
  }),
  misshapen('message-no-role', 'conversation.message without role', {
    type: 'conversation.message',
    content: 'x',
  }),
  misshapen('message-no-content', 'conversation.message without content', {
    type: 'conversation.message',
    role: 'user',
  }),
  misshapen('message-content-object', 'conversation.message with an object', {
    type: 'conversation.message',
    role: 'user',
    content: { text: 'x' },
  }),
  refusedFrame(
    'audio.not-base64',
    'Audio that is not base64',
    { type: 'input.audio', audio: '!!!!' },
    BAD_AUDIO,
  ),
  refusedFrame('audio.cut-base64', 'Base64 that is cut', { type: 'input.audio', audio: 'AAAAA' }, BAD_AUDIO),
  refusedFrame(
    'audio.half-sample',
    'PCM of an odd number of bytes',
    { type: 'input.audio', audio: 'AAAA' },
    BAD_AUDIO,
  ),
  rule(
    'frames.binary',
    '1.4',
    'There are no binary frames: one is never taken for a message.',
    {
      how: 'Send a first update as a binary frame: it is refused or the socket closed, and no session opens.',
    },
    async (bench) => {
      const client = await bench.connect();
      client.sendRaw(Buffer.from('{"type":"session.update","session":{}}'));
      await client.until(() => client.mark > 0 || client.closed !== null, bench.target.patienceMs);
      await client.until(() => client.closed !== null, 300);
      must(!client.types().includes('session.ready'), 'a session was opened');
      must(client.closed !== null || client.types().includes('session.error'), 'nothing was answered');
    },
  ),
  rule(
    'frames.bad-before-first',
    '2.11',
    'Broken JSON and unknown types before the first update are refused, and the first update still works.',
    { how: 'Send both on a fresh socket, then a first update.' },
    async (bench) => {
      const client = await bench.connect();
      client.sendRaw('{');
      await mustRefuse(client, 0, BAD_JSON);
      const from = client.mark;
      client.send({ type: 'foo' });
      await mustRefuse(client, from, { code: 'invalid_format', message: 'Unknown message type: foo' });
      client.send({ type: 'session.update', session: {} });
      await client.next('session.ready');
    },
  ),
  ...(
    [
      { type: 'input.audio', audio: 'AAAAAAAA' },
      { type: 'tool.result', call_id: 'call_x', result: '{}' },
      { type: 'reply.create' },
      { type: 'reply.cancel', reply_id: 'resp_x' },
      { type: 'conversation.message', role: 'user', content: 'Hello.' },
      { type: 'session.end' },
    ] as const
  ).map((message) =>
    rule(
      `first.not-${message.type}`,
      '14.2',
      `The first message is session.update or session.resume; ${message.type} before it is invalid_format.`,
      {
        how: 'Send it first on a fresh socket, then a first update: session.ready comes.',
        applies: 'loopback',
      },
      async (bench) => {
        const client = await bench.connect();
        client.send(message);
        await mustRefuse(client, 0, { code: 'invalid_format' });
        client.send({ type: 'session.update', session: {} });
        await client.next('session.ready');
      },
    ),
  ),
];
