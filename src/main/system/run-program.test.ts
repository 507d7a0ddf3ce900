import { expect, test } from 'vitest';
import { runProgram, wholePath } from './run-program';

const node = process.execPath;

test('what is printed comes back; arguments are never read by a shell', async () => {
  const args = ['-e', 'process.stdout.write(process.argv[1])', '$(echo no); `echo no` && echo no'];
  expect(await runProgram(node, args)).toEqual({ ok: true, output: args[2] });
});

test('no key of ours reaches a program, and it speaks plain English', async () => {
  process.env['PARLEY_TEST_SECRET'] = 'secret';
  const outcome = await runProgram(node, ['-p', 'JSON.stringify(process.env)'], {
    environment: { PARLEY_LEVEL: '7' },
  });
  delete process.env['PARLEY_TEST_SECRET'];
  const environment = JSON.parse(outcome.ok ? outcome.output : '{}') as Record<string, string>;
  expect(environment).toMatchObject({ LC_ALL: 'C', PARLEY_LEVEL: '7', PATH: process.env['PATH'] });
  expect(environment).not.toHaveProperty('PARLEY_TEST_SECRET');
});

test.each([
  ['missing', 'parley-has-no-such-program', []],
  ['failed', node, ['-e', 'process.exit(3)']],
  ['too-slow', node, ['-e', 'setInterval(() => undefined, 1000)']],
  ['too-much', node, ['-e', 'process.stdout.write("x".repeat(2_000_000))']],
] as const)('a program that is or does %s', async (why, program, args) => {
  expect(await runProgram(program, args, { limitMs: why === 'too-slow' ? 300 : 10_000 })).toEqual({
    ok: false,
    why,
  });
});

test('cancelled, the program is ended and the reason told', async () => {
  const stop = new AbortController();
  const running = runProgram(node, ['-e', 'setInterval(() => undefined, 1000)'], { signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
  await expect(runProgram(node, ['-v'], { signal: stop.signal })).rejects.toThrow('enough');
});

test('on Windows a program that lies where Parley was started does not take the place of the system’s', () => {
  const env = { SystemRoot: 'D:\\Windows' };
  expect(wholePath('rundll32.exe', env, 'win32')).toBe('D:\\Windows\\System32\\rundll32.exe');
  expect(wholePath('powershell.exe', env, 'win32')).toBe(
    'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  );
  expect(wholePath('C:\\x\\y.exe', env, 'win32')).toBe('C:\\x\\y.exe');
  expect(wholePath('pactl', {}, 'linux')).toBe('pactl');
});
