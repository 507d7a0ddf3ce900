import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../permissions/temp-grants';
import type { ProgramOutcome } from '../run-program';
import { macApps, parsePrograms } from './apps';

const signal = new AbortController().signal;

/** A Mac with Safari and, in the person's folder, Game; what is run is written down and answered. */
async function mac(
  answers: (program: string, turn: number) => ProgramOutcome = () => ({ ok: true, output: '' }),
) {
  const disk = await tempFolder();
  for (const path of ['Applications/Safari.app', 'home/Applications/Game.app']) {
    await disk.write(`${path}/Contents/Info.plist`, '<plist/>');
  }
  await disk.folder('Applications/Not an app.app');
  await disk.write('Applications/notes.txt');
  const ran: (readonly string[])[] = [];
  const opened: string[] = [];
  const home = join(disk.path, 'home');
  const apps = macApps({
    home,
    folders: [join(disk.path, 'Applications'), join(home, 'Applications'), '/nowhere'],
    openExternal: (address) => Promise.resolve(void opened.push(address)),
    run: (program, args) => {
      ran.push([program, ...args]);
      return Promise.resolve(answers(program, ran.length));
    },
  });
  const safari = (await apps.installed(signal)).find(({ name }) => name === 'Safari')!;
  const path = join(disk.path, 'Applications/Safari.app');
  return { apps, safari, ran, opened, path, disk };
}

const printed = (path: string) =>
  `    1 /sbin/launchd\n  412 ${path}/Contents/MacOS/Safari\n  413 ${path}/Contents/XPCServices/Helper.xpc/Contents/MacOS/Helper\n  500 -zsh\n`;

describe('apps on macOS', () => {
  test('are the bundles in the folders for apps', async () => {
    const { apps } = await mac();
    expect(await apps.installed(signal)).toMatchObject([
      { id: 'Game', name: 'Game', installedFor: 'account' },
      { id: 'Safari', name: 'Safari', installedFor: 'everybody' },
    ]);
  });

  test('start with exactly one command, a file as its last argument', async () => {
    const { apps, safari, ran, path } = await mac();
    expect(await apps.start(safari, null, signal)).toEqual({ ok: true, value: undefined });
    await apps.start(safari, '/Users/x/-rf.txt', signal);
    expect(ran).toEqual([
      ['/usr/bin/open', '-a', path],
      ['/usr/bin/open', '-a', path, '/Users/x/-rf.txt'],
    ]);
  });

  test('do not start when they were changed or removed since it was approved', async () => {
    const { apps, safari, ran, path, disk } = await mac();
    const plist = join(path, 'Contents/Info.plist');
    const { mtimeMs } = await stat(plist);
    await disk.write('Applications/Safari.app/Contents/Info.plist', 'other', new Date(mtimeMs + 5_000));
    expect(await apps.start(safari, null, signal)).toMatchObject({ ok: false, why: 'changed' });
    expect(await apps.start({ ...safari, id: 'Other' }, null, signal)).toMatchObject({ why: 'gone' });
    expect(ran).toEqual([]);
    await writeFile(plist, '');
  });

  test('run when their own program does, not a helper of theirs', async () => {
    const { apps, path } = await mac(() => ({ ok: true, output: printed(path) }));
    const running = await apps.running(signal);
    expect(running).toMatchObject({ ok: true, value: [{ app: { name: 'Safari' }, windows: [] }] });
    const { apps: helperOnly, path: other } = await mac(() => ({
      ok: true,
      output: `413 ${other}/Contents/Frameworks/Helper.app/Contents/MacOS/Helper\n`,
    }));
    expect(await helperOnly.running(signal)).toEqual({ ok: true, value: [] });
  });

  test('come to the front through open, and only when they run', async () => {
    const running = await mac((program) => ({
      ok: true,
      output: program === '/bin/ps' ? printed(running.path) : '',
    }));
    expect(await running.apps.bringToFront(running.safari, signal)).toMatchObject({ ok: true });
    expect(running.ran).toEqual([
      ['/bin/ps', '-xo', 'pid=,comm='],
      ['/usr/bin/open', '-a', running.path],
    ]);
    const idle = await mac();
    expect(await idle.apps.bringToFront(idle.safari, signal)).toMatchObject({
      ok: false,
      why: 'not-running',
    });
    expect(idle.ran).toHaveLength(1);
  });

  test('quit by an Apple event that has the path as an argument', async () => {
    const world = await mac((_, turn) => ({ ok: true, output: turn === 1 ? printed(world.path) : '' }));
    expect(await world.apps.quit(world.safari, signal)).toEqual({ ok: true, value: 'quit' });
    expect(world.ran[1]).toEqual([
      '/usr/bin/osascript',
      ...['-e', 'on run argv'],
      ...['-e', 'ignoring application responses'],
      ...['-e', 'tell application (item 1 of argv) to quit'],
      ...['-e', 'end ignoring'],
      ...['-e', 'end run'],
      world.path,
    ]);
  });

  test('what the system refuses is said', async () => {
    const deaf = await mac(() => ({ ok: false, why: 'failed' }));
    for (const answer of [
      deaf.apps.start(deaf.safari, null, signal),
      deaf.apps.running(signal),
      deaf.apps.quit(deaf.safari, signal),
    ]) {
      expect(await answer).toMatchObject({
        ok: false,
        why: 'failed',
        sentence: expect.stringContaining('macOS'),
      });
    }
    const unwilling = await mac((program) =>
      program === '/bin/ps' ? { ok: true, output: printed(unwilling.path) } : { ok: false, why: 'too-slow' },
    );
    expect(await unwilling.apps.quit(unwilling.safari, signal)).toMatchObject({ ok: false, why: 'failed' });
  });

  test('addresses go to Electron', async () => {
    const { apps, opened } = await mac();
    expect(await apps.openAddress('https://example.org/')).toMatchObject({ ok: true });
    expect(opened).toEqual(['https://example.org/']);
  });

  test('lines of ps that name no path are passed over', () => {
    expect(
      parsePrograms(' 1 /sbin/launchd\n 2 login\n\nx /y\n 3 /Applications/My App.app/Contents/MacOS/My App'),
    ).toEqual(['/sbin/launchd', '/Applications/My App.app/Contents/MacOS/My App']);
  });
});
