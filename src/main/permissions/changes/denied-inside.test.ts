/** What may be read but not changed, and what changes would open or start. */
import { link, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantsOf, tempFolder } from '../temp-grants';
import { changesOf } from './changes.fixture';
import type { Place } from './new-paths';

async function home() {
  const disk = await tempFolder();
  const root = await disk.folder('home');
  const own = await disk.folder('home/parley');
  const changes = changesOf([root, await disk.folder('home/Documents')], { home: root, ownFolder: own });
  const pinned = async (name: string) => changes.pin({ absolute: join(root, name), spoken: name });
  const place = async (name: string) => changes.place(join(root, name));
  const spot = async (name: string): Promise<Place> => {
    const answer = await place(name);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.place;
  };
  return { disk, root, changes, pinned, place, spot };
}

describe('what starts by itself', () => {
  test.each([
    ...[
      'autorun.inf',
      'Desktop.INI',
      'Games.desktop',
      'report.lnk',
      'notes.url',
      'Run Me.command',
      'AUTHORIZED_KEYS',
    ],
    ...['Documents/PowerShell/Microsoft.PowerShell_profile.ps1', 'Documents/PowerShell/profile.ps1'],
    ...['Library/LaunchAgents/me.plist', 'Start Menu/Programs/Startup/me.bat', 'repo.git/hooks/post-commit'],
    ...['cron.d/me', 'systemd/user/me.txt', 'Library/Services/me.txt'],
  ])('nothing is put at %s', async (name) => {
    const { disk, place } = await home();
    await disk.folder(join('home', name, '..'));
    expect(await place(name)).toEqual({ ok: false, refusal: 'not_allowed' });
  });

  test('nor is it changed where it lies, though it may be read', async () => {
    const { disk, root, changes, pinned } = await home();
    await disk.write('home/Documents/PowerShell/profile.ps1', 'mine');
    const file = await pinned('Documents/PowerShell/profile.ps1');
    const bytes = new TextEncoder().encode('theirs');
    const attempts = [changes.replace(file, bytes), changes.append(file, bytes), changes.trash(file)];
    for (const attempt of await Promise.allSettled(attempts)) {
      expect(attempt).toMatchObject({ status: 'rejected', reason: { refusal: 'not_allowed' } });
    }
    expect((await grantsOf([root]).read(file, 10)).size).toBe(4);
  });

  test('a folder is not renamed into one whose content starts', async () => {
    const { disk, changes, pinned, spot } = await home();
    await disk.write('home/Stuff/LaunchAgents/me.plist');
    await disk.write('home/repo/hooks/post-commit');
    await expect(changes.move(await pinned('Stuff'), await spot('Library'))).rejects.toMatchObject({
      refusal: 'not_allowed',
    });
    await expect(changes.move(await pinned('repo'), await spot('repo.git'))).rejects.toMatchObject({
      refusal: 'not_allowed',
    });
  });
});

describe('what is closed stays closed', () => {
  test('a folder is not renamed when its name is what closes the one in it', async () => {
    const { disk, changes, pinned, spot } = await home();
    await disk.write('home/snap/firefox/common/key4.txt', 'key');
    await expect(changes.move(await pinned('snap'), await spot('snacks'))).rejects.toMatchObject({
      refusal: 'not_allowed',
    });
    await expect(changes.trash(await pinned('snap'))).rejects.toMatchObject({ refusal: 'not_allowed' });
    const copy = await changes.copy(await pinned('snap'), await spot('snacks'));
    expect(copy).toMatchObject({ files: 0, leftOut: 1 });
  });

  test('a granted folder, and what holds one or our own data, stays where it is', async () => {
    const { disk, changes, pinned, spot } = await home();
    await disk.write('home/around/Documents2/x.txt');
    const nested = changesOf([join(disk.path, 'home'), join(disk.path, 'home/around/Documents2')]);
    const around = await nested.pin({ absolute: join(disk.path, 'home/around'), spoken: '' });
    await expect(nested.trash(around)).rejects.toMatchObject({ refusal: 'not_allowed' });
    await expect(changes.move(await pinned('Documents'), await spot('Papers'))).rejects.toMatchObject({
      refusal: 'not_allowed',
    });
    await expect(pinned('parley')).rejects.toMatchObject({ refusal: 'not_allowed' });
    await expect(changes.trash(await pinned('.'))).rejects.toMatchObject({ refusal: 'not_allowed' });
  });

  test('a hard link is neither read, copied, replaced nor written through; its own name may go', async () => {
    const { disk, root, changes, pinned, spot } = await home();
    const secret = await disk.write('outside/secret.txt', 'secret');
    await link(secret, join(root, 'innocent.txt'));
    const file = await pinned('innocent.txt');
    const files = grantsOf([root]);
    const bytes = new TextEncoder().encode('x');
    await expect(files.read(file, 10)).rejects.toMatchObject({ refusal: 'linked' });
    await expect(files.open(file, () => Promise.resolve())).rejects.toMatchObject({ refusal: 'linked' });
    await expect(changes.append(file, bytes)).rejects.toMatchObject({ refusal: 'linked' });
    await expect(changes.replace(file, bytes)).rejects.toMatchObject({ refusal: 'linked' });
    await expect(changes.copy(file, await spot('copy.txt'))).rejects.toMatchObject({ refusal: 'linked' });
    const { undo } = await changes.move(file, await spot('Documents/moved.txt'));
    await changes.undo(undo);
    await changes.trash(await pinned('innocent.txt'));
    expect(await readFile(secret, 'utf8')).toBe('secret');
    expect((await readdir(root)).sort()).toEqual(['Documents', 'parley']);
  });

  test('a file that got a second name since it was looked at is not written through', async () => {
    const { disk, root, changes, pinned } = await home();
    await disk.write('home/plan.md', 'plan');
    const file = await pinned('plan.md');
    await link(join(root, 'plan.md'), join(disk.path, 'elsewhere'));
    await expect(changes.append(file, new Uint8Array(1))).rejects.toMatchObject({ refusal: 'linked' });
    await writeFile(join(disk.path, 'elsewhere'), 'plan');
  });
});
