import { describe, expect, test } from 'vitest';
import type { LinuxApp } from './installed-apps';
import { appNamed } from '../apps.fixture';
import { parseExec } from './exec';
import { ownership, ownProcesses, processFacts, topProcesses, type ProcessFacts } from './processes';
import { appOfWindow } from './running-apps';
import type { XWindow } from './x11/windows';

const stat = (id: number, parent: number, name = 'app', state = 'S') =>
  `${id} (${name}) ${state} ${parent} ${`0 `.repeat(17)}4711 0 0`;

const linuxApp = (name: string, exec: string, windowClass: string | null = null): LinuxApp => ({
  app: appNamed(name),
  entry: {
    name,
    otherNames: [],
    exec: parseExec(exec),
    execText: exec,
    icon: null,
    folder: null,
    needs: null,
    inTerminal: false,
    windowClass,
    minor: false,
  },
  file: `/nowhere/${name}.desktop`,
  program: parseExec(exec)?.program ?? null,
});

const runs = (id: number, args: readonly string[], parts: Partial<ProcessFacts> = {}): ProcessFacts => ({
  id,
  parent: 1,
  began: '1',
  program: args[0]!,
  args,
  entryId: null,
  ...parts,
});

const ownersOf = async (processes: readonly ProcessFacts[], apps: readonly LinuxApp[]) =>
  [...(await ownership(processes, apps, []))].map(([id, { app }]) => `${id} ${app.name}`);

describe('what /proc tells', () => {
  test('a name with brackets and blanks does not shift the fields', () => {
    const facts = processFacts(7, stat(7, 3, 'a) R 99 (b'), 'x\0-y\0', '', '/usr/bin/x (deleted)');
    expect(facts).toEqual({
      id: 7,
      parent: 3,
      began: '4711',
      program: '/usr/bin/x',
      args: ['x', '-y'],
      entryId: null,
    });
  });

  test('one that has ended is none', () => {
    expect(processFacts(7, stat(7, 3, 'x', 'Z'), '', '', null)).toBeNull();
  });

  test.each([
    ['app-gnome-org.gnome.TextEditor-4711.scope', 'org.gnome.TextEditor'],
    ['app-gnome-libreoffice\\x2dwriter-99.scope', 'libreoffice-writer'],
    ['app-firefox-12.scope', 'firefox'],
    ['app-org.kde.kate@4fe1.service', 'org.kde.kate'],
    ['app-flatpak-org.mozilla.firefox-3.scope', 'org.mozilla.firefox'],
    ['snap.firefox.firefox.1f0e.scope', 'firefox_firefox'],
    ['session-2.scope', null],
    ['user@1000.service', null],
    ['', null],
  ])('the control group %s is of %s', (unit, id) => {
    const groups = `0::/user.slice/user-1000.slice/user@1000.service/app.slice/${unit}\n`;
    expect(processFacts(7, stat(7, 3), 'x', groups, null)?.entryId).toBe(id);
  });

  test('of this computer it tells of us', async () => {
    const own = (await ownProcesses(new AbortController().signal)).find(({ id }) => id === process.pid);
    expect(own).toMatchObject({ parent: process.ppid, program: process.execPath });
  });
});

describe('whose a process is', () => {
  const editor = linuxApp('Editor', '/nowhere/editor %F');

  test('of the program that its entry starts, or the script', async () => {
    const script = linuxApp('Script', '/nowhere/script');
    expect(
      await ownersOf(
        [
          runs(1, ['/nowhere/editor', 'x.txt']),
          runs(2, ['/usr/bin/python3', '-u', '/nowhere/script']),
          runs(3, ['/usr/bin/python3', '/nowhere/other']),
          runs(4, ['/nowhere/editor2']),
        ],
        [editor, script],
      ),
    ).toEqual(['1 Editor', '2 Script']);
  });

  test('of one program, the app with the most arguments in common', async () => {
    const [office, writer] = [
      linuxApp('Office', '/nowhere/o %U'),
      linuxApp('Writer', '/nowhere/o --writer %U'),
    ];
    const processes = [
      runs(1, ['/nowhere/o', '--writer', 'x']),
      runs(2, ['/nowhere/o']),
      runs(3, ['/nowhere/o --writer x'], { program: '/nowhere/o' }),
    ];
    expect(await ownersOf(processes, [office, writer])).toEqual(['1 Writer', '2 Office', '3 Writer']);
  });

  test('of a program that runs others, only by the path of what it runs', async () => {
    const [python, game] = [
      linuxApp('Python', '/usr/bin/python3'),
      linuxApp('Game', '/usr/bin/python3 /opt/game.py'),
    ];
    const apps = [
      { ...python, program: '/nowhere/python3' },
      { ...game, program: '/nowhere/python3' },
    ];
    const processes = [
      runs(1, ['/nowhere/python3', '/opt/game.py']),
      runs(2, ['/nowhere/python3', '/opt/evil.py']),
    ];
    expect(await ownersOf(processes, apps)).toEqual(['1 Game']);
  });

  test('what we started counts only while it is that very process', async () => {
    const wrapped = linuxApp('Wrapped', 'env A=b wrapped');
    const processes = [runs(5, ['/nowhere/x'])];
    const owners = (began: string) => ownership(processes, [wrapped], [{ id: 5, began, appId: 'wrapped' }]);
    expect((await owners('1')).get(5)?.app.name).toBe('Wrapped');
    expect((await owners('2')).size).toBe(0);
  });

  test('the desktop’s control group counts where the program says nothing, and our own never does', async () => {
    const [parley, flat] = [
      linuxApp('Parley', '/nowhere/parley'),
      linuxApp('Flat', '/usr/bin/flatpak run Flat'),
    ];
    const processes = [
      runs(process.pid, ['/nowhere/electron'], { entryId: 'parley' }),
      runs(2, ['/app/bin/flat'], { entryId: 'flat' }),
      runs(3, ['/nowhere/editor'], { entryId: 'flat' }),
      runs(4, ['/nowhere/unknown'], { entryId: 'parley' }),
    ];
    expect(await ownersOf(processes, [parley, flat, editor])).toEqual(['2 Flat', '3 Editor']);
  });

  test('only the first of an app’s processes is asked to end, and nothing it started in turn', async () => {
    const processes = [
      runs(10, ['/nowhere/editor']),
      runs(11, ['/nowhere/editor', '--type=renderer'], { parent: 10 }),
      runs(12, ['/usr/bin/make'], { parent: 10 }),
      runs(13, ['/nowhere/editor', 'other']),
    ];
    const owners = await ownership(processes, [editor], []);
    expect(topProcesses(processes, owners, 'editor').map(({ id }) => id)).toEqual([10, 13]);
  });
});

describe('whose a window is', () => {
  const window: XWindow = {
    id: 1,
    title: 't',
    classes: [],
    process: null,
    applicationId: null,
    closable: true,
  };
  const [editor, viewer] = [
    linuxApp('Editor', '/nowhere/editor'),
    linuxApp('Viewer', '/nowhere/view', 'Eye'),
  ];
  const find = (parts: Partial<XWindow>, owners = new Map<number, LinuxApp>()) =>
    appOfWindow({ ...window, ...parts }, owners, [editor, viewer])?.app.name;

  test('of the app whose process made it, else of the one that its class names', () => {
    expect(find({ process: 7, classes: ['eye', 'Eye'] }, new Map([[7, editor]]))).toBe('Editor');
    expect(find({ process: 8, classes: ['eye', 'Eye'] })).toBe('Viewer');
    expect(find({ classes: ['editor', 'Editor'] })).toBe('Editor');
    expect(find({ classes: ['view', 'Whatever'] })).toBe('Viewer');
    expect(find({ applicationId: 'viewer' })).toBe('Viewer');
    expect(find({ classes: ['other', ''] })).toBeUndefined();
    expect(find({})).toBeUndefined();
  });
});
