import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder, type TempFolder } from '../../permissions/temp-grants';
import { appFolders, installedApps, type AppFolders } from './installed-apps';

const signal = new AbortController().signal;
const entry = (lines: string) => `[Desktop Entry]\nType=Application\n${lines}\n`;

/** A computer with a system's folders and the person's own ones, told apart by their place. */
async function computer(): Promise<{ disk: TempFolder; folders: AppFolders }> {
  const disk = await tempFolder();
  for (const program of ['usr/bin/browser', 'usr/bin/calc', 'own/bin/calc', 'own/bin/evil', 'own/bin/game']) {
    await chmod(await disk.write(program, '#!/bin/sh\n'), 0o755);
  }
  const folders: AppFolders = {
    data: [join(disk.path, 'own/share'), join(disk.path, 'usr/share')],
    programs: [join(disk.path, 'own/bin'), join(disk.path, 'usr/bin')],
    desktops: [],
    locale: null,
    isSystems: (path) => Promise.resolve(path.startsWith(join(disk.path, 'usr/'))),
  };
  return { disk, folders };
}

const listed = async (folders: AppFolders) =>
  (await installedApps(folders, signal)).map(({ app }) => `${app.id}: ${app.name}, ${app.installedFor}`);

describe('entries of the person, which anything that runs with their rights can write', () => {
  test('never take the place of a system one', async () => {
    const { disk, folders } = await computer();
    await disk.write('usr/share/applications/browser.desktop', entry('Name=Browser\nExec=browser %U'));
    await disk.write('own/share/applications/browser.desktop', entry('Name=Browser\nExec=evil %U'));
    const [app] = await installedApps(folders, signal);
    expect(app).toMatchObject({
      app: { installedFor: 'everybody', starts: 'browser %U' },
      program: join(disk.path, 'usr/bin/browser'),
    });
  });

  test('can hide one', async () => {
    const { disk, folders } = await computer();
    await disk.write('usr/share/applications/browser.desktop', entry('Name=Browser\nExec=browser'));
    await disk.write('own/share/applications/browser.desktop', entry('Hidden=true'));
    expect(await listed(folders)).toEqual([]);
  });

  test('are told as such, as is a system entry whose program is the person’s', async () => {
    const { disk, folders } = await computer();
    await disk.write('own/share/applications/browser2.desktop', entry('Name=Browser\nExec=browser'));
    await disk.write('usr/share/applications/game.desktop', entry('Name=Game\nExec=game'));
    expect(await listed(folders)).toEqual(['browser2: Browser, account', 'game: Game, account']);
  });

  test('a program of theirs in front of the system’s is not taken for it', async () => {
    const { disk, folders } = await computer();
    await disk.write('usr/share/applications/calc.desktop', entry('Name=Calc\nExec=calc'));
    expect((await installedApps(folders, signal))[0]?.program).toBe(join(disk.path, 'usr/bin/calc'));
  });

  test('a link from the system’s folder into theirs is theirs', async () => {
    const disk = await tempFolder();
    const share = join(disk.path, 'home/.local/share');
    const folders = appFolders(
      { XDG_DATA_HOME: share, XDG_DATA_DIRS: '/usr/share' },
      join(disk.path, 'home'),
    );
    const target = await disk.write('home/evil.desktop');
    await symlink(target, join(disk.path, 'link.desktop'));
    for (const path of [target, join(disk.path, 'link.desktop'), join(share, 'x.desktop')]) {
      expect(await folders.isSystems(path)).toBe(false);
    }
  });
});

describe('what is listed', () => {
  test('ids of entries in sub-folders, what is missing its program left out', async () => {
    const { disk, folders } = await computer();
    await disk.write('usr/share/applications/kde/calc.desktop', entry('Name=Calc\nExec=calc'));
    await disk.write('usr/share/applications/gone.desktop', entry('Name=Gone\nExec=calc\nTryExec=not-here'));
    await disk.write('usr/share/applications/notes.txt', entry('Name=Notes\nExec=calc'));
    expect(await listed(folders)).toEqual(['kde-calc: Calc, everybody']);
  });

  test('the seal changes with what is started and with nothing else', async () => {
    const { disk, folders } = await computer();
    const seal = async (lines: string) => {
      await disk.write('own/share/applications/calc.desktop', entry(lines));
      return (await installedApps(folders, signal))[0]!.app.seal;
    };
    const before = await seal('Name=Calc\nExec=calc');
    expect(await seal('Name=Calc\nExec=calc\nComment=Counts')).toBe(before);
    const others = ['Exec=calc -x', 'Exec=evil', 'Exec=calc\nPath=/tmp', 'Exec=calc\nTerminal=true'];
    for (const other of others) expect(await seal(`Name=Calc\n${other}`)).not.toBe(before);
  });

  test.each([
    ['too large', `${entry('Name=Calc\nExec=calc')}#${'x'.repeat(300_000)}`],
    ['binary', new Uint8Array(1_000).fill(255)],
    ['empty', ''],
  ])('an entry that is %s is none', async (_, content) => {
    const { disk, folders } = await computer();
    await disk.write('usr/share/applications/calc.desktop', content);
    expect(await listed(folders)).toEqual([]);
  });

  test('folders that are missing, links that go round and folders called like entries do no harm', async () => {
    const { disk, folders } = await computer();
    const applications = await disk.folder('usr/share/applications');
    await symlink(applications, join(applications, 'round'));
    await symlink('nowhere', join(applications, 'broken.desktop'));
    await disk.folder('usr/share/applications/folder.desktop');
    expect(await listed({ ...folders, data: [...folders.data, '/nowhere'] })).toEqual([]);
  });

  test('an environment with nothing in it still has folders', () => {
    expect(appFolders({}, '/home/x')).toMatchObject({
      data: ['/home/x/.local/share', '/usr/local/share', '/usr/share'],
      programs: ['/usr/local/bin', '/usr/bin', '/bin'],
    });
    expect(appFolders({ XDG_DATA_DIRS: 'relative:/a', XDG_DATA_HOME: 'relative' }, '/home/x').data).toEqual([
      '/home/x/.local/share',
      '/a',
    ]);
  });
});
