import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandSchema, commandTrouble, fillArguments, runnerTrouble, type Command } from './commands';

const command = (parts: Partial<Command> = {}): Command => ({
  id: 'one',
  name: 'photo backup',
  when: 'asks to back up the photos',
  program: '/usr/bin/rsync',
  arguments: ['-a', '--', '{what}'],
  parameters: [{ name: 'what', type: 'text', description: '', choices: [] }],
  folder: 'home',
  seconds: 30,
  class: 'outward',
  tellsOutput: true,
  ...parts,
});

test('a plain command has no trouble', () => {
  expect(commandSchema.parse(command())).toEqual(command());
  expect(commandTrouble(command())).toBeNull();
});

test.each([
  ['a program that is looked for', { program: 'rsync' }, 'program'],
  ['a relative program', { program: './rsync' }, 'program'],
  ['a parameter that is not declared', { arguments: ['{what}', '{where}'] }, 'arguments'],
  ['a parameter that is not used', { arguments: ['-a'] }, 'arguments'],
  [
    'two parameters of one name',
    { parameters: [...command().parameters, ...command().parameters] },
    'parameters',
  ],
  [
    'nothing to choose from',
    { parameters: [{ ...command().parameters[0]!, type: 'choice' as const }] },
    'parameters',
  ],
])('%s is told', (_, parts, field) => expect(commandTrouble(command(parts))?.field).toBe(field));

describe('programs that run what they are given', () => {
  test.each([
    ['/bin/sh', ['-c', '{what}']],
    ['/bin/sh', ['{what}']],
    ['/bin/bash', ['-c', 'echo "$1"', 'x', '{what}']],
    ['/bin/bash', ['--rcfile', '{what}']],
    ['/usr/bin/python3', ['-c', '{what}']],
    ['/usr/bin/python3.11', ['-c', 'print({what})']],
    ['/usr/bin/python3', ['-u', '/home/ada/run.py', '{what}']],
    ['/usr/bin/perl', ['-e{what}']],
    ['/usr/bin/node', ['--eval={what}']],
    ['/usr/bin/env', ['{what}']],
    ['/usr/bin/env', ['/usr/bin/rsync', '{what}']],
    ['/usr/bin/sudo', ['rsync', '{what}']],
    ['/usr/bin/xargs', ['{what}']],
    ['/usr/bin/ssh', ['host', '{what}']],
    ['/usr/bin/find', ['/', '{what}']],
    ['/bin/busybox', ['sh', '{what}']],
    ['C:\\Windows\\System32\\cmd.exe', ['/c', 'echo', '{what}']],
    ['C:\\Windows\\System32\\CMD.EXE', ['{what}']],
    ['C:\\Program Files\\PowerShell\\7\\pwsh.exe', ['-Command', '{what}']],
    ['C:\\tools\\backup.bat', ['{what}']],
    ['C:\\tools\\backup.CMD', ['{what}']],
  ])('%s %j is refused', (program, args) => {
    expect(commandTrouble(command({ program, arguments: args }))?.field).toBe('arguments');
  });

  test.each([
    ['/bin/sh', ['-c', 'echo hello']],
    ['/usr/bin/python3', ['/home/ada/run.py', '{what}']],
    ['/bin/bash', ['/code/run.sh', '--name={what}']],
    ['/usr/bin/zip', ['out.zip', '{what}']],
    ['/home/ada/bin/find-photos', ['{what}']],
  ])('%s %j is not', (program, args) => expect(runnerTrouble(program, args)).toBeNull());
});

describe('values', () => {
  const filled = (args: readonly string[], what: string, parts: Partial<Command> = {}) =>
    fillArguments(command({ ...parts, arguments: [...args] }), { what });

  test('each stays one argument, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const result = filled(['first', 'to={what}', 'last'], value);
        if (result.ok) expect(result.args).toEqual(['first', `to=${value}`, 'last']);
        else expect(result.why).toBe('character');
      }),
    );
    expect(filled(['{what}'], '$(reboot); `id` && rm -rf / | "x" $HOME *')).toEqual({
      ok: true,
      args: ['$(reboot); `id` && rm -rf / | "x" $HOME *'],
    });
  });

  test('a placeholder in a value is text', () => {
    expect(fillArguments(command({ arguments: ['{a}', '{b}'] }), { a: '{b}', b: 'x' })).toEqual({
      ok: true,
      args: ['{b}', 'x'],
    });
  });

  test('none of them becomes an option', () => {
    const anything = fc.string().map((rest) => `-${rest.replace(/[\p{C}]/gu, '')}`);
    fc.assert(
      fc.property(anything, (value) => {
        expect(filled(['{what}'], value)).toMatchObject({ ok: false, why: 'option' });
        expect(filled(['{what}.txt', '--'], value)).toMatchObject({ ok: false, why: 'option' });
        expect(filled(['--', '{what}'], value)).toMatchObject({ ok: true });
        expect(filled(['--name={what}'], value)).toMatchObject({ ok: true });
      }),
    );
    expect(filled(['{what}'], '—delete')).toMatchObject({ ok: false });
    expect(filled(['{what}'], '/delete')).toMatchObject({ ok: true });
    expect(filled(['{what}'], '/delete', { program: 'C:\\x.exe' })).toMatchObject({
      ok: false,
      why: 'option',
    });
  });

  test('what the person wrote as a choice may begin with a dash', () => {
    const parameters = [{ name: 'what', type: 'choice' as const, description: '', choices: ['-q', '-v'] }];
    expect(filled(['{what}'], '-q', { parameters })).toEqual({ ok: true, args: ['-q'] });
  });

  test.each(['a\0b', 'a\u001b[2Jb', 'a\u202Eb'])('characters that are no text are refused: %j', (value) => {
    expect(filled(['{what}'], value)).toMatchObject({ ok: false, parameter: 'what', why: 'character' });
  });
});
