import { expect, it } from 'vitest';
import { catalogue } from './faults/catalogue';
import { parseFlags, USAGE } from './flags';

it('listens natively on the usual port without flags', () => {
  expect(parseFlags([])).toEqual({
    kind: 'run',
    flags: {
      port: 8765,
      timing: 'native',
      token: null,
      models: null,
      think: null,
      faults: {},
      control: false,
    },
  });
});
it('takes every flag', () => {
  const args = ['--port', '0', '--timing=hosted', '--token', 'abc', '--models', '/m'];
  expect(parseFlags(args)).toMatchObject({
    flags: { port: 0, timing: 'hosted', token: 'abc', models: '/m' },
  });
});
it('takes a language model server', () => {
  const args = ['--think-url', 'http://localhost:11434', '--think-model', 'qwen3'];
  expect(parseFlags(args)).toMatchObject({
    flags: { think: { address: 'http://localhost:11434/v1', model: 'qwen3' } },
  });
});
it('takes faults, with and without a value', () => {
  const args = [
    '--control',
    '--fault',
    'refuse-resume',
    '--fault=ready-delay',
    '--fault',
    'timing=onset:5,lead:0',
  ];
  expect(parseFlags(args)).toMatchObject({
    flags: {
      control: true,
      faults: { 'refuse-resume': true, 'ready-delay': 20_000, timing: { onset: 5, lead: 0 } },
    },
  });
});
it('lists every fault in the help', () => {
  for (const name of Object.keys(catalogue)) expect(USAGE).toContain(`    ${name} `);
});
it.each([
  [['--fault', 'nonsense'], 'There is no fault "nonsense".'],
  [['--fault', 'ready-delay=soon'], 'The value of ready-delay must be a whole number from 0 to 86400000.'],
  [['--fault', 'no-audio=1'], 'The value of no-audio takes no value.'],
  [
    ['--fault', 'refuse-upgrade=200'],
    'The value of refuse-upgrade must be one of 401, 403, 404, 429, 500, 503.',
  ],
  [['--port', 'x'], '--port must be a number from 0 to 65535, not "x".'],
  [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
  [['--timing', 'fast'], '--timing must be native or hosted, not "fast".'],
  [['--think-url', 'http://localhost'], '--think-url and --think-model belong together.'],
  [
    ['--think-url', 'http://example.com', '--think-model', 'x'],
    '--think-url: Plain http is allowed on this computer only. Use https for servers elsewhere.',
  ],
  [['--token', ''], '--token must not be empty.'],
  [['--nonsense'], "Unknown option '--nonsense'."],
])('says what is wrong with %j', (args, sentence) => {
  expect(parseFlags(args)).toEqual({ kind: 'wrong', sentence });
});
