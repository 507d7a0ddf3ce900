import { expect, it } from 'vitest';
import { configProblem } from './check';
import { toolNamed } from './configuration.fixture';

it.each([
  ['a prompt too long', { system_prompt: 'x'.repeat(40_000) }, 'prompt_too_long', /40000 characters long/],
  [
    '500 key terms',
    { input: { keyterms: Array.from({ length: 500 }, (_, at) => `t${at}`) } },
    'too_many_keyterms',
    /500 key terms; the service takes 100/,
  ],
  ['a key term too long', { input: { keyterms: ['ok', 'y'.repeat(60)] } }, 'keyterm_too_long', /“yyy/],
  [
    'a tool schema that is no object',
    { tools: [{ ...toolNamed('get_rose'), parameters: [] }] },
    'tool_schema',
    /“get_rose”/,
  ],
  [
    'a tool schema of another type',
    { tools: [{ ...toolNamed('get_rose'), parameters: { type: 'string' } }] },
    'tool_schema',
    /“get_rose”/,
  ],
  [
    'a tool’s name',
    { tools: [toolNamed('get rose')] },
    'tool_unfit',
    /“get rose” cannot be offered: its name/,
  ],
  ['two tools of one name', { tools: [toolNamed('a'), toolNamed('a')] }, 'tools_unfit', /same name/],
  [
    'silences out of order',
    { input: { turn_detection: { min_silence: 900, max_silence: 900 } } },
    'silences',
    /silences/,
  ],
  [
    'a language that deafens the service',
    { input: { language_codes: ['id', 'en'] } },
    'language_unsupported',
    /“id”/,
  ],
  ['null', { greeting: null }, 'config_unfit', /“greeting”/],
  ['no object', 'x', 'config_unfit', /session/],
])('names the field and the remedy: %s', (_name, session, code, sentence) => {
  const problem = configProblem(session);
  expect(problem).toMatchObject({ code, sentence: expect.stringMatching(sentence) });
  expect(problem?.next).toMatch(/\.$/);
});

it('finds nothing wrong with a whole configuration or a stored agent', () => {
  expect(configProblem({ system_prompt: 'x', tools: [toolNamed('a')] })).toBeNull();
  expect(configProblem({ agent_id: 'agent_1' })).toBeNull();
});
