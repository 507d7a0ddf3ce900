import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/settings/commands';
import { grantsOf, tempFolder, type TempFolder } from '../permissions/temp-grants';
import type { ToolContext } from '../tools/tool';
import { callTool, worldOf } from '../tools/tool.fixture';
import { commandTools } from './command-tools';

const command = (parts: Partial<Command> = {}): Command => ({
  id: 'one',
  name: 'Say it',
  when: 'asks to say something',
  program: '/bin/echo',
  arguments: ['you said:', '{words}'],
  parameters: [{ name: 'words', type: 'text', description: 'What to say', choices: [] }],
  folder: 'home',
  seconds: 10,
  class: 'outward',
  tellsOutput: true,
  ...parts,
});

const toolsOf = (commands: readonly Command[], grants: readonly { id: string; path: string }[] = []) =>
  commandTools(() => ({ commands: [...commands], grants: [...grants] }))();

const run = (
  one: Command,
  args: unknown = {},
  {
    context = {},
    grants = [],
    signal,
  }: {
    context?: Partial<ToolContext>;
    grants?: readonly { id: string; path: string }[];
    signal?: AbortSignal;
  } = {},
) => {
  const tools = toolsOf([one], grants);
  return callTool(tools, tools[0]!.name, args, worldOf(context), signal);
};

/** A program of ours, in a script that runs by its first line. */
async function script(folder: TempFolder, text: string): Promise<string> {
  const path = await folder.write('program', `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
  return path;
}

const bare = { arguments: [], parameters: [] };

describe('commands as tools', () => {
  test('have a name of their own, their class and a foreign result', () => {
    const [one, two, three] = toolsOf([
      command({ name: 'Back up: Größe!' }),
      command({ id: 'two', name: 'back up grosse', class: 'read' }),
      command({ id: 'three', name: '…' }),
    ]);
    expect([one?.name, two?.name, three?.name]).toEqual([
      'cmd_back_up_gro_e',
      'cmd_back_up_grosse',
      'cmd_own',
    ]);
    expect(one).toMatchObject({ class: 'outward', foreign: true, group: 'commands', undo: null });
    expect(one?.description).toBe(
      'Runs the user\'s own command "Back up: Größe!" when the user asks to say something. Returns the exit code and what it printed.',
    );
    expect(one?.parameters.required).toEqual(['words']);
  });

  test('two that are called alike are told apart, and one that cannot be run is left out', () => {
    const tools = toolsOf([command(), command({ id: 'two' }), command({ id: 'three', program: 'echo' })]);
    expect(tools.map(({ name }) => name)).toEqual(['cmd_say_it', 'cmd_say_it_2']);
  });

  test('the card shows the exact program and arguments', async () => {
    const [tool] = toolsOf([command()]);
    const prepared = tool!.prepare({ words: 'a b; reboot' });
    const aimed = prepared.ok ? await prepared.call.aim(worldOf(), new AbortController().signal) : null;
    expect(aimed).toMatchObject({
      ok: true,
      call: {
        scope: { id: 'command:one', label: 'Say it' },
        card: {
          effect: 'Runs your command “Say it”: /bin/echo “you said:” “a b; reboot”',
          preview: `/bin/echo\nyou said:\na b; reboot\n\nin ${homedir()}`,
        },
      },
    });
  });
});

describe('running', () => {
  test('a real program gets its arguments one by one, and no shell reads them', async () => {
    expect(await run(command(), { words: '$(id) ; rm -rf "x" *' })).toEqual({
      ok: true,
      say: 'you said: $(id) ; rm -rf "x" *',
      data: { exit_code: 0, output: 'you said: $(id) ; rm -rf "x" *' },
    });
  });

  test('a value that would be an option is refused before anything runs', async () => {
    expect(await run(command({ arguments: ['{words}'] }), { words: '--version' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('option'),
    });
  });

  test('it runs in its folder, with nothing of our environment but what it needs', async () => {
    const folder = await tempFolder();
    process.env['PARLEY_SECRET'] = 'secret';
    try {
      const program = await script(folder, 'pwd; env');
      const result = await run(
        command({ ...bare, program, folder: 'g' }),
        {},
        {
          grants: [{ id: 'g', path: folder.path }],
        },
      );
      const output = String(result.ok && (result.data as { output: string }).output);
      expect(output.split('\n')[0]).toBe(folder.path);
      expect(output).toContain('PATH=');
      expect(output).not.toMatch(/SECRET|NODE_OPTIONS|VITEST/);
    } finally {
      delete process.env['PARLEY_SECRET'];
    }
  });

  test('a folder that is no longer granted is not run in', async () => {
    expect(await run(command({ ...bare, folder: 'gone' }))).toMatchObject({
      ok: false,
      error: expect.stringContaining('not granted any more'),
    });
  });

  test('a file is one of the granted folders, by name, and nothing else', async () => {
    const folder = await tempFolder();
    const path = await folder.write('-report.txt', 'words');
    const one = command({
      program: '/bin/cat',
      arguments: ['{file}'],
      parameters: [{ name: 'file', type: 'file', description: '', choices: [] }],
    });
    const context = { files: grantsOf([folder.path]) };
    expect(await run(one, { file: 'report' }, { context })).toMatchObject({ ok: true, say: 'words' });
    expect(await run(one, { file: path }, { context })).toMatchObject({ ok: true, say: 'words' });
    expect(await run(one, { file: '/etc/passwd' }, { context })).toMatchObject({ ok: false });
  });

  test('what it prints is not told when the person does not want that', async () => {
    expect(await run(command({ tellsOutput: false }), { words: 'secret' })).toEqual({
      ok: true,
      say: 'Say it is done.',
      data: { exit_code: 0 },
    });
  });

  test('a failure is told with its exit code and last words, as somebody else’s', async () => {
    const program = await script(await tempFolder(), 'echo oops >&2; exit 3');
    expect(await run(command({ ...bare, program }))).toMatchObject({
      ok: false,
      error: 'Say it ended with exit code 3: oops',
    });
  });

  test('endless output is cut, and colours are taken out', async () => {
    const folder = await tempFolder();
    const program = await script(
      folder,
      String.raw`printf '\033[31mred\033[0m\n'; head -c 3000000 /dev/zero | tr '\0' x`,
    );
    const result = await run(command({ ...bare, program }));
    expect(result).toMatchObject({ ok: true, say: 'Say it is done.' });
    expect(result.ok && result.detail!.length).toBeLessThan(70_000);
    expect(result.ok && result.detail).toMatch(/^red\nxxx/);
  });

  test.each(['too slow', 'cancelled'])('%s: it is ended with everything it started', async (how) => {
    const folder = await tempFolder();
    const program = await script(folder, `sleep 300 & echo $! > ${folder.path}/child; sleep 300`);
    const stop = new AbortController();
    const one = command({ ...bare, program, seconds: how === 'too slow' ? 1 : 60 });
    const running = run(one, {}, { signal: stop.signal });
    const child = await waitFor(
      async () => Number(await readFile(join(folder.path, 'child'), 'utf8')) || null,
    );
    if (how === 'cancelled') stop.abort();
    expect(await running).toMatchObject({
      ok: false,
      error:
        how === 'cancelled' ? 'The call was cancelled.' : 'Say it took longer than 1 seconds and was ended.',
    });
    await waitFor(async () => !(await runs(child)) || null);
  });

  test.each([
    ['gone', '/nowhere/at/all'],
    ['a folder', '/tmp'],
    ['no program', '/etc/hostname'],
  ])('a program that is %s is told', async (_, program) => {
    expect(await run(command({ ...bare, program }))).toMatchObject({
      ok: false,
      error: 'The program is not there, or cannot be run.',
    });
  });

  test('a link to a shell is a shell', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder.path, 'bin'));
    const program = join(folder.path, 'bin', 'harmless');
    await symlink('/bin/bash', program);
    expect(await run(command({ program, arguments: ['-c', '{words}'] }), { words: 'id' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('nothing may be put in'),
    });
  });

  test('a program without its first line is not started through a shell', async () => {
    const folder = await tempFolder();
    const program = join(folder.path, 'bare');
    await writeFile(program, 'echo hello\n');
    await chmod(program, 0o755);
    expect(await run(command({ ...bare, program }))).toMatchObject({
      ok: false,
      error: 'The program is not there, or cannot be run.',
    });
  });
});

/** Whether a process runs; one that has ended and waits to be collected does not. */
async function runs(pid: number): Promise<boolean> {
  try {
    return !/\) Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function waitFor<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
