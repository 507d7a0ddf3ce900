import { isObject, textAt, valueAt, type Json } from '../read';
import { must, mustEqual, NotApplicable, rule, shown, type Rule } from '../rule';
import { WEATHER } from '../steps';
import { isTime, mustAnswer } from './rest-steps';

const AGENT: Json = { name: 'Conformance', system_prompt: 'Be brief.', voice: { voice_id: 'anna' } };
const TOOL: Json = { name: WEATHER.name, description: WEATHER.description, parameters: WEATHER.parameters };

/** [id, what, body, param]. */
const AGENT_REFUSED: readonly (readonly [string, string, Json, string])[] = [
  ['no-name', 'without name', { system_prompt: 'x', voice: { voice_id: 'anna' } }, 'name'],
  ['no-prompt', 'without system_prompt', { name: 'x', voice: { voice_id: 'anna' } }, 'system_prompt'],
  ['no-voice', 'without voice', { name: 'x', system_prompt: 'x' }, 'voice'],
  ['bad-voice', 'with an unknown voice', { ...AGENT, voice: { voice_id: 'nobody' } }, 'voice'],
  ['name-number', 'with a name that is a number', { ...AGENT, name: 7 }, 'name'],
  ['tools-object', 'with tools that are no array', { ...AGENT, tools: {} }, 'tools'],
  [
    'two-models',
    'with two language models',
    {
      ...AGENT,
      llm: [
        { base_url: 'https://a.example', model: 'a', api_key: 'k' },
        { base_url: 'https://b.example', model: 'b', api_key: 'k' },
      ],
    },
    'llm',
  ],
  [
    'bad-silence',
    'with min_silence above max_silence',
    { ...AGENT, input: { turn_detection: { min_silence: 2_000, max_silence: 1_000 } } },
    'input',
  ],
  [
    'http-plain',
    'with an HTTP tool that is not https',
    { ...AGENT, tools: [{ ...TOOL, http: { url: 'http://example.org/' } }] },
    'tools',
  ],
  [
    'http-loopback',
    'with an HTTP tool on a loopback address',
    { ...AGENT, tools: [{ ...TOOL, http: { url: 'https://127.0.0.1/' } }] },
    'tools',
  ],
  [
    'http-private',
    'with an HTTP tool on a private address',
    { ...AGENT, tools: [{ ...TOOL, http: { url: 'https://10.1.2.3/x' } }] },
    'tools',
  ],
  [
    'http-link-local',
    'with an HTTP tool on a link-local address',
    { ...AGENT, tools: [{ ...TOOL, http: { url: 'https://169.254.169.254/' } }] },
    'tools',
  ],
  [
    'http-ipv6',
    'with an HTTP tool on an IPv6 loopback address',
    { ...AGENT, tools: [{ ...TOOL, http: { url: 'https://[::1]/' } }] },
    'tools',
  ],
  [
    'http-long',
    'with an HTTP tool whose address is above 2048 characters',
    { ...AGENT, tools: [{ ...TOOL, http: { url: `https://example.org/${'x'.repeat(2_048)}` } }] },
    'tools',
  ],
  [
    'http-method',
    'with an HTTP tool of an unknown method',
    { ...AGENT, tools: [{ ...TOOL, http: { url: 'https://example.org/', http_method: 'HEAD' } }] },
    'tools',
  ],
];

/** What an agent may not be, and what is never read back of it (sections 6.5, 10.2). */
export const agentFields: readonly Rule[] = [
  ...AGENT_REFUSED.map(([id, what, body, param]) =>
    rule(
      `agents.refuses-${id}`,
      id.startsWith('http') ? '6.5' : '10.2',
      `An agent ${what} is refused with a validation error that names the field.`,
      { how: 'POST it; look at status, code and param.' },
      async (bench) => {
        const answer = await bench.rest('POST', '/agents', { body });
        const created = valueAt(answer.body, 'id');
        if (typeof created === 'string') bench.later(() => bench.rest('DELETE', `/agents/${created}`));
        mustAnswer(answer, [422, 400], ['validation_error', 'invalid_request']);
        const named = valueAt(answer.body, 'param') ?? valueAt(answer.body, 'errors.0.param');
        if (valueAt(answer.body, 'code') !== undefined)
          must(String(named).startsWith(param), `param is ${shown(named)}`);
      },
    ),
  ),
  rule(
    'agents.header-secrets',
    '14 row 24',
    'Header values of HTTP tools are never read back: names with last_set_at in a list (or "***" in a map).',
    { how: 'Create an agent with a secret header; no answer holds the secret.' },
    async (bench) => {
      const http = {
        url: 'https://example.org/weather',
        http_method: 'GET',
        headers: [{ name: 'Authorization', value: 'Bearer s3cret-value' }],
      };
      const answer = await bench.rest('POST', '/agents', { body: { ...AGENT, tools: [{ ...TOOL, http }] } });
      if (answer.status !== 201 && /resolve|DNS|host/i.test(answer.text))
        throw new NotApplicable('the server cannot look up example.org');
      mustEqual(answer.status, 201, 'the status');
      const id = textAt(answer.body, 'id');
      bench.later(() => bench.rest('DELETE', `/agents/${id}`));
      const read = await bench.rest('GET', `/agents/${id}`);
      must(!(answer.text + read.text).includes('s3cret-value'), 'the secret is read back');
      const headers = valueAt(read.body, 'tools.0.http.headers');
      if (isObject(headers) && !bench.target.loopback) return 'a map';
      mustEqual(valueAt(headers, '0.name'), 'Authorization', 'the name of the header');
      must(isTime(valueAt(headers, '0.last_set_at')), 'last_set_at is no time');
      return undefined;
    },
  ),
  rule(
    'agents.model-secrets',
    '10.2',
    'The key of an own language model is never read back.',
    { how: 'Create an agent with one; llm reads as {base_url, model}.' },
    async (bench) => {
      const llm = [{ base_url: 'https://llm.example.org/v1', model: 'small', api_key: 's3cret-value' }];
      const answer = await bench.rest('POST', '/agents', { body: { ...AGENT, llm } });
      mustEqual(answer.status, 201, 'the status');
      bench.later(() => bench.rest('DELETE', `/agents/${textAt(answer.body, 'id')}`));
      must(!answer.text.includes('s3cret-value'), 'the key is read back');
      mustEqual(
        valueAt(answer.body, 'llm.0'),
        { base_url: 'https://llm.example.org/v1', model: 'small' },
        'llm[0]',
      );
    },
  ),
];
