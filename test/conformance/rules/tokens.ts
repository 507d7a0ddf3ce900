import { listAt, numberAt, textAt, valueAt } from '../read';
import { must, mustEqual, rule, type Rule } from '../rule';
import { mustAnswer } from './rest-steps';

const TOKEN_REFUSED: readonly (readonly [string, string])[] = [
  ['missing', ''],
  ['zero', '?expires_in_seconds=0'],
  ['above-600', '?expires_in_seconds=601'],
  ['text', '?expires_in_seconds=soon'],
  ['fraction', '?expires_in_seconds=1.5'],
  ['session-below-60', '?expires_in_seconds=60&max_session_duration_seconds=59'],
  ['session-above-10800', '?expires_in_seconds=60&max_session_duration_seconds=10801'],
];

/** Tokens, keys and errors of the REST side (sections 1.2.1, 9.3). */
export const tokens: readonly Rule[] = [
  rule(
    'token.minted',
    '1.2.1',
    'GET /token answers 200 with token and expires_in_seconds as asked for.',
    { how: 'Ask for 300 seconds and read both.' },
    async (bench) => {
      const { status, body } = await bench.rest('GET', '/token?expires_in_seconds=300');
      mustEqual(status, 200, 'the status');
      must(textAt(body, 'token') !== '', 'the token is empty');
      mustEqual(numberAt(body, 'expires_in_seconds'), 300, 'expires_in_seconds');
    },
  ),
  rule(
    'token.limits',
    '1.2.1',
    'The bounds 1 and 600, and a session length of 60 to 10800, are accepted; other parameters are ignored.',
    { how: 'Ask with each.' },
    async (bench) => {
      for (const query of [
        '=1',
        '=600',
        '=60&max_session_duration_seconds=60',
        '=60&max_session_duration_seconds=10800',
        '=60&product=voice_agent',
      ]) {
        const { status } = await bench.rest('GET', `/token?expires_in_seconds${query}`);
        mustEqual(status, 200, `the status for expires_in_seconds${query}`);
      }
    },
  ),
  rule(
    'token.own-each-time',
    '1.2.1',
    'Every token is another.',
    { how: 'Mint two and compare.' },
    async (bench) => {
      const mint = async () =>
        textAt((await bench.rest('GET', '/token?expires_in_seconds=60')).body, 'token');
      must((await mint()) !== (await mint()), 'both are the same');
    },
  ),
  ...TOKEN_REFUSED.map(([id, query]) =>
    rule(
      `token.${id}`,
      '1.2.1',
      `GET /token${query} is refused: 422 (live) or 400 (documented).`,
      { how: 'Send it and look at status and body.' },
      async (bench) => {
        const answer = await bench.rest('GET', `/token${query}`);
        mustAnswer(answer, bench.target.loopback ? [422] : [422, 400], [
          'validation_error',
          'invalid_request',
        ]);
      },
    ),
  ),
  rule(
    'token.bad-key',
    '14 row 21',
    'A rejected key is 404 "Invalid API key" on GET /token (401 in the documentation).',
    { how: 'Ask with one.' },
    async (bench) => {
      const answer = await bench.rest('GET', '/token?expires_in_seconds=60', { key: 'bad-key' });
      mustAnswer(answer, bench.target.loopback ? [404] : [404, 401]);
      if (answer.status === 404)
        must(/Invalid API key/.test(answer.text), `the body is ${answer.text.slice(0, 200)}`);
    },
  ),
  rule(
    'token.no-key',
    '14 row 22',
    'GET /token without key is refused: 422 (live) or 401.',
    { how: 'Ask without Authorization.' },
    async (bench) => {
      const answer = await bench.rest('GET', '/token?expires_in_seconds=60', { key: null });
      mustAnswer(answer, bench.target.loopback ? [422] : [422, 401]);
    },
  ),
  ...(
    [
      ['plain', (key: string) => key],
      ['bearer', (key: string) => `Bearer ${key}`],
    ] as const
  ).map(([id, form]) =>
    rule(
      `rest.key-${id}`,
      '1.2',
      `The REST side accepts the key ${id === 'plain' ? 'as it is' : 'as Bearer'}.`,
      { how: 'GET /agents with it: 200.' },
      async (bench) =>
        mustEqual(
          (await bench.rest('GET', '/agents', { key: form(bench.target.key) })).status,
          200,
          'the status',
        ),
    ),
  ),
  rule(
    'rest.no-key',
    '9.3',
    'A request without key is 401 missing_authorization.',
    { how: 'GET /agents without Authorization.' },
    async (bench) =>
      mustAnswer(await bench.rest('GET', '/agents', { key: null }), [401], ['missing_authorization']),
  ),
  rule(
    'rest.bad-key',
    '9.3',
    'A request with a rejected key is 401 unauthorized.',
    { how: 'GET /agents with one.' },
    async (bench) =>
      mustAnswer(await bench.rest('GET', '/agents', { key: 'bad-key' }), [401], ['unauthorized']),
  ),
  rule(
    'rest.other-key',
    '1.2',
    'A key other than the one that is known is 401.',
    { how: 'GET /agents with the key and one more letter.', applies: 'key' },
    async (bench) =>
      mustAnswer(
        await bench.rest('GET', '/agents', { key: `${bench.target.key}x` }),
        [401],
        ['unauthorized'],
      ),
  ),
  rule(
    'rest.unknown-route',
    '9.3',
    'An unknown route is 404 not_found.',
    { how: 'GET /nothing.' },
    async (bench) => mustAnswer(await bench.rest('GET', '/nothing'), [404], ['not_found']),
  ),
  ...(
    [
      ['PATCH', '/agents'],
      ['DELETE', '/agents'],
      ['POST', '/sessions'],
      ['PUT', '/token?expires_in_seconds=60'],
    ] as const
  ).map(([method, path]) =>
    rule(
      `rest.method-${method}-${path.slice(1).replace(/\?.*/, '')}`,
      '9.3',
      `${method} ${path.replace(/\?.*/, '')} is 405 method_not_allowed.`,
      { how: 'Send it.' },
      async (bench) => mustAnswer(await bench.rest(method, path), [405], ['method_not_allowed']),
    ),
  ),
  rule(
    'rest.envelope',
    '9.3',
    'Errors are {code, message, param, request_id, errors, detail}; request_id is also X-Request-Id and new each time.',
    { how: 'Provoke two validation errors and read all fields.' },
    async (bench) => {
      const [one, other] = [
        await bench.rest('POST', '/agents', { body: {} }),
        await bench.rest('POST', '/agents', { body: {} }),
      ];
      mustAnswer(one, [422, 400], ['validation_error']);
      const missing = ['code', 'message', 'param', 'request_id', 'errors', 'detail'].filter(
        (key) => valueAt(one.body, key) === undefined,
      );
      mustEqual(missing, [], 'missing keys');
      const first = listAt(one.body, 'errors')[0];
      textAt(first, 'message');
      textAt(first, 'param');
      must(
        textAt(one.body, 'request_id') !== textAt(other.body, 'request_id'),
        'both have the same request_id',
      );
    },
  ),
  rule(
    'rest.field-required',
    '9.3',
    'A missing field is "name: Field required" with its param, in message and in errors[].',
    { how: 'POST an agent without name.', applies: 'loopback' },
    async (bench) => {
      const { body } = await bench.rest('POST', '/agents', {
        body: { system_prompt: 'x', voice: { voice_id: 'anna' } },
      });
      mustEqual(valueAt(body, 'message'), 'name: Field required', 'message');
      mustEqual(valueAt(body, 'param'), 'name', 'param');
      mustEqual(valueAt(body, 'errors.0'), { message: 'Field required', param: 'name' }, 'errors[0]');
    },
  ),
  ...(
    [
      ['broken-json', '{"name":', 'broken JSON'],
      ['array', '[]', 'an array'],
      ['null', 'null', 'null'],
      ['empty', '', 'nothing'],
    ] as const
  ).map(([id, raw, what]) =>
    rule(
      `rest.body-${id}`,
      '9.3',
      `A body of ${what} is a validation error.`,
      { how: 'POST /agents with it.' },
      async (bench) =>
        mustAnswer(
          await bench.rest('POST', '/agents', { raw }),
          [422, 400],
          ['validation_error', 'invalid_request'],
        ),
    ),
  ),
];
