import { expect, it } from 'vitest';
import { parseFlags } from './flags';

it('listens natively on the usual port without flags', () => {
  expect(parseFlags([])).toEqual({
    kind: 'run',
    flags: { port: 8765, timing: 'native', token: null, models: null, think: null },
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
it.each([
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
