import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { readDesktopEntry } from '../system/linux/desktop-entry';
import { autostartEntry, readAutostart } from './autostart-entry';
import { loginCommand, loginItem, type LaunchFacts, type LoginItemApp } from './login-item';

let home: string;
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'parley-login-'))));
afterEach(() => rm(home, { recursive: true, force: true }));

const facts = (more: Partial<LaunchFacts> = {}): LaunchFacts => ({
  platform: 'linux',
  environment: {},
  executable: '/opt/Parley/parley',
  packaged: true,
  appFolder: '/opt/Parley/resources/app.asar',
  home,
  ...more,
});
const noApp: LoginItemApp = {
  getLoginItemSettings: () => ({ openAtLogin: false }),
  setLoginItemSettings: vi.fn(),
};

describe('what is started at login', () => {
  it('is the installed program', () => {
    expect(loginCommand(facts())).toEqual(['/opt/Parley/parley', '--hidden']);
  });

  it('is the AppImage itself, not the place where it is mounted', () => {
    const environment = { APPIMAGE: '/home/ada/Apps/Parley 1.0.AppImage' };
    const mounted = facts({ environment, executable: '/tmp/.mount_Parley/parley' });
    expect(loginCommand(mounted)).toEqual(['/home/ada/Apps/Parley 1.0.AppImage', '--hidden']);
  });

  it('is Electron with the app’s folder in development, also when started from another AppImage', () => {
    const environment = { APPIMAGE: '/home/ada/Apps/Editor.AppImage' };
    const given = facts({
      environment,
      executable: '/e/electron',
      packaged: false,
      appFolder: '/src/parley',
    });
    expect(loginCommand(given)).toEqual(['/e/electron', '/src/parley', '--hidden']);
  });
});

test('any command can be read back from its entry, by us and by desktops', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 3 }), (program, args) => {
      fc.pre(!program.includes('='));
      const command = [program, ...args];
      const text = autostartEntry(command);
      expect(readAutostart(text)).toEqual({ enabled: true, command });
      const read = readDesktopEntry(text, { desktops: [], locale: null });
      expect(read.type === 'app' && read.entry.exec?.program).toBe(program);
      expect(read.type === 'app' && read.entry.exec?.words).toEqual(
        args.map((arg) => [expect.objectContaining({ text: arg })]),
      );
    }),
  );
});

describe('the start at login on Linux', () => {
  const file = () => join(home, '.config', 'autostart', 'parley.desktop');

  it('is a file that comes and goes', async () => {
    const item = loginItem(facts(), noApp);
    expect(await item.read()).toBe(false);
    await item.set(true);
    expect(await item.read()).toBe(true);
    expect(await readFile(file(), 'utf8')).toContain('Exec="/opt/Parley/parley" "--hidden"');
    await item.set(false);
    await item.set(false);
    expect(await item.read()).toBe(false);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'is off when the desktop has switched it off with %s',
    async (line) => {
      const item = loginItem(facts(), noApp);
      await item.set(true);
      const text = await readFile(file(), 'utf8');
      const [key] = line.split('=');
      const others = text.split('\n').filter((other) => !other.startsWith(`${key}=`));
      await writeFile(file(), [...others, line, ''].join('\n'));
      expect(await item.read()).toBe(false);
    },
  );

  it('is not ours when another Parley is started, and is left to that one', async () => {
    const other = loginItem(facts({ executable: process.execPath }), noApp);
    await other.set(true);
    const item = loginItem(facts(), noApp);
    expect(await item.read()).toBe(false);
    await item.repair();
    expect(await other.read()).toBe(true);
  });

  it('follows an AppImage that was moved', async () => {
    await loginItem(facts({ environment: { APPIMAGE: join(home, 'old.AppImage') } }), noApp).set(true);
    const item = loginItem(facts({ environment: { APPIMAGE: join(home, 'new.AppImage') } }), noApp);
    await item.repair();
    expect(await item.read()).toBe(true);
  });

  it('stays off when it was switched off', async () => {
    const item = loginItem(facts(), noApp);
    await item.repair();
    expect(await item.read()).toBe(false);
  });

  it('heeds XDG_CONFIG_HOME, but no relative one', async () => {
    await loginItem(facts({ environment: { XDG_CONFIG_HOME: join(home, 'conf') } }), noApp).set(true);
    await readFile(join(home, 'conf', 'autostart', 'parley.desktop'), 'utf8');
    expect(await loginItem(facts({ environment: { XDG_CONFIG_HOME: 'conf' } }), noApp).read()).toBe(false);
  });

  it('says so when the folder cannot be written', async () => {
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config', 'autostart'), 'a file in the way');
    await expect(loginItem(facts(), noApp).set(true)).rejects.toMatchObject({
      problem: { code: 'login_item_refused' },
    });
  });
});

describe('the start at login on macOS and Windows', () => {
  it('names program and switch on Windows, in asking as well', async () => {
    const app = { getLoginItemSettings: vi.fn(() => ({ openAtLogin: true })), setLoginItemSettings: vi.fn() };
    const item = loginItem(facts({ platform: 'win32', executable: 'C:\\Parley\\Parley.exe' }), app);
    await item.set(true);
    const named = { path: 'C:\\Parley\\Parley.exe', args: ['--hidden'] };
    expect(app.setLoginItemSettings).toHaveBeenCalledWith({ openAtLogin: true, ...named });
    expect(await item.read()).toBe(true);
    expect(app.getLoginItemSettings).toHaveBeenCalledWith(named);
  });

  it('tells when macOS did not take it', async () => {
    await expect(loginItem(facts({ platform: 'darwin' }), noApp).set(true)).rejects.toMatchObject({
      problem: { code: 'login_item_refused' },
    });
  });
});
