/** Real apps on a real screen: listed, started, brought to the front and quit through the tools that do it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../build/setup/cache.mjs';
import { ensureElectron } from '../../build/setup/electron-runtime.mjs';
import { PROJECT } from '../../build/setup/set-up.mjs';
import { grantsOf } from '../../src/main/permissions/temp-grants';
import type { Apps } from '../../src/main/system/apps';
import { appsFor } from '../../src/main/system/apps-for';
import { runProgram } from '../../src/main/system/run-program';
import { callTool, worldOf } from '../../src/main/tools/tool.fixture';
import { builtinTools } from '../../src/main/tools/toolbox';
import { startDesktop, type Desktop } from '../support/desktop';
import { makeTempFolder, type TempFolder } from '../support/temp-folder';
import { until } from '../support/until';

/** Shows one window with the file's name; with "unsaved" in it, it asks before it closes. */
const PAD = `
const { app, BrowserWindow } = require('electron');
const { writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const [kind, file] = process.argv.slice(process.argv.indexOf(__dirname) + 1);
writeFileSync(join(__dirname, kind + '.json'), JSON.stringify({ id: process.pid, env: process.env, file }));
app.whenReady().then(() => {
  const title = kind + ': ' + basename(file ?? 'nothing');
  const window = new BrowserWindow({ width: 300, height: 200, title });
  window.on('close', (event) => {
    if (!title.includes('unsaved')) return;
    event.preventDefault();
    new BrowserWindow({ width: 200, height: 100, title: 'Save changes?', parent: window });
  });
});
app.on('window-all-closed', () => app.quit());
`;

describe.runIf(process.platform === 'linux')('apps on Linux', () => {
  let desktop: Desktop;
  let folder: TempFolder;
  let apps: Apps;
  let env: NodeJS.ProcessEnv;
  const path = (...parts: string[]) => join(folder.path, ...parts);

  beforeAll(async () => {
    const { executable } = await ensureElectron({ project: PROJECT, cache: cacheFolder() });
    folder = await makeTempFolder('apps');
    desktop = await startDesktop();
    for (const made of ['pad', 'share/applications', 'documents', 'home'])
      mkdirSync(path(made), { recursive: true });
    writeFileSync(path('pad', 'main.js'), PAD);
    writeFileSync(path('pad', 'package.json'), '{ "name": "pad", "main": "main.js" }');
    for (const kind of ['Alpha', 'Beta']) {
      const switches = `--no-sandbox --disable-gpu --user-data-dir=${path(kind)}`;
      writeEntry(kind, `"${executable}" ${switches} "${path('pad')}" ${kind} %f`);
    }
    writeFileSync(path('documents', 'letter.txt'), 'Dear all');
    writeFileSync(path('documents', '-unsaved; touch x.txt'), 'Draft');
    writeFileSync(path('documents', 'tool.sh'), '#!/bin/sh\n');
    env = {
      ...process.env,
      ...desktop.environment,
      HOME: path('home'),
      XDG_DATA_HOME: path('share'),
      XDG_SESSION_TYPE: 'x11',
      WAYLAND_DISPLAY: '',
      ASSEMBLYAI_API_KEY: 'secret',
      PARLEY_MEASURE: 'secret',
      NODE_OPTIONS: '--no-warnings',
    };
    apps = appsOn(env);
  }, 60_000);

  afterAll(async () => {
    for (const kind of ['Alpha', 'Beta']) {
      const started = existsSync(path('pad', `${kind}.json`)) ? startedFacts(kind).id : null;
      try {
        if (started !== null) process.kill(started, 'SIGKILL');
      } catch {
        // It has ended already, as it should.
      }
    }
    await desktop?.stop();
    folder?.remove();
  });

  const appsOn = (surroundings: NodeJS.ProcessEnv) =>
    appsFor('linux', {
      env: surroundings,
      home: path('home'),
      run: runProgram,
      openExternal: () => Promise.reject(new Error('Not to be used here.')),
    });
  const writeEntry = (kind: string, exec: string) =>
    writeFileSync(
      path('share/applications', `${kind.toLowerCase()}.desktop`),
      `[Desktop Entry]\nType=Application\nName=${kind} Pad\nGenericName=Notepad\nExec=${exec}\n`,
    );
  const call = (name: string, args: unknown) =>
    callTool(builtinTools, name, args, worldOf({ apps, files: grantsOf([path('documents')]) }));
  const startedFacts = (kind: string) =>
    JSON.parse(readFileSync(path('pad', `${kind}.json`), 'utf8')) as {
      readonly id: number;
      readonly env: Readonly<Record<string, string>>;
      readonly file?: string;
    };
  const titles = async (name: string) => {
    const running = await apps.running(new AbortController().signal);
    if (!running.ok) throw new Error(running.sentence);
    return running.value.find(({ app }) => app.name === name)?.windows ?? [];
  };
  const shown = (name: string, title: string) =>
    until(`${name} shows ${title}`, async () => (await titles(name)).includes(title), { timeoutMs: 20_000 });
  /** As another program sees it. */
  const inFront = () =>
    execFileSync('xdotool', ['getactivewindow', 'getwindowname'], { env, encoding: 'utf8' }).trim();

  test('are listed, the ones of the system too', async () => {
    const result = await call('list_apps', { words: 'pad' });
    expect(result).toMatchObject({ ok: true, foreign: true, data: { total: 2 } });
    const all = await apps.installed(new AbortController().signal);
    expect(all.find(({ name }) => name === 'Alpha Pad')?.installedFor).toBe('account');
  });

  test('are started apart from us, with nothing of our environment that they do not need', async () => {
    expect(await call('start_app', { app: 'alpha pad' })).toMatchObject({
      ok: true,
      data: { started: 'Alpha Pad' },
    });
    await shown('Alpha Pad', 'Alpha: nothing');
    const { env: theirs } = startedFacts('Alpha');
    expect(theirs['DISPLAY']).toBe(env['DISPLAY']);
    for (const name of ['ASSEMBLYAI_API_KEY', 'PARLEY_MEASURE', 'NODE_OPTIONS'])
      expect(theirs).not.toHaveProperty(name);
  });

  test('open a file whose name looks like an option and a command', async () => {
    const result = await call('open_file_with_app', { file: 'unsaved', app: 'beta pad' });
    expect(result).toMatchObject({ ok: true, data: { app: 'Beta Pad' } });
    await shown('Beta Pad', 'Beta: -unsaved; touch x.txt');
    expect(startedFacts('Beta').file).toBe(path('documents', '-unsaved; touch x.txt'));
  });

  test('open no program', async () => {
    expect(await call('open_file_with_app', { file: 'tool.sh', app: 'beta pad' })).toMatchObject({
      ok: false,
    });
  });

  test('are told apart although they are one program, and come to the front', async () => {
    expect(await call('list_apps', { running: true, titles: true, words: 'pad' })).toMatchObject({
      data: {
        apps: expect.arrayContaining([
          { name: 'Alpha Pad', running: true, windows: ['Alpha: nothing'] },
          { name: 'Beta Pad', running: true, windows: ['Beta: -unsaved; touch x.txt'] },
        ]),
      },
    });
    for (const [app, title] of [
      ['Alpha Pad', 'Alpha: nothing'],
      ['Beta Pad', 'Beta: -unsaved; touch x.txt'],
      ['Alpha Pad', 'Alpha: nothing'],
    ]) {
      expect(await call('bring_app_to_front', { app })).toMatchObject({ ok: true });
      expect(inFront()).toBe(title);
    }
  });

  test('quit when asked, and only the one that was meant', async () => {
    expect(await call('quit_app', { app: 'alpha pad' })).toMatchObject({
      ok: true,
      data: { outcome: 'quit' },
    });
    const { id } = startedFacts('Alpha');
    await until('its process is gone', () => !existsSync(`/proc/${id}/exe`));
    expect(await titles('Beta Pad')).not.toEqual([]);
    expect(await call('quit_app', { app: 'alpha pad' })).toMatchObject({
      ok: false,
      error: 'Alpha Pad is not running.',
    });
    expect(await call('bring_app_to_front', { app: 'alpha pad' })).toMatchObject({ ok: false });
  });

  test('that ask whether to save are left asking', async () => {
    const result = await call('quit_app', { app: 'beta pad' });
    expect(result).toMatchObject({ ok: true, say: expect.stringContaining('asking whether to save') });
    expect(await titles('Beta Pad')).toEqual(
      expect.arrayContaining(['Beta: -unsaved; touch x.txt', 'Save changes?']),
    );
    expect(process.kill(startedFacts('Beta').id, 0)).toBe(true);
  });

  test('are not started when what they start has changed since it was approved', async () => {
    const signal = new AbortController().signal;
    const alpha = (await apps.installed(signal)).find(({ name }) => name === 'Alpha Pad')!;
    writeEntry('Alpha', `touch ${path('evil')}`);
    expect(await apps.start(alpha, null, signal)).toMatchObject({ ok: false, why: 'changed' });
    expect(existsSync(path('evil'))).toBe(false);
  });

  test('a browser gets an address as its one argument, and nothing of our environment', async () => {
    mkdirSync(path('bin'));
    const opener = `#!/bin/sh\nprintf '%s|' "$@" > '${path('opened')}'; env > '${path('opened-env')}'\n`;
    writeFileSync(path('bin', 'xdg-open'), opener, { mode: 0o755 });
    apps = appsOn({ ...env, PATH: `${path('bin')}:${env['PATH']}` });
    const address = 'https://example.org/?a=$(id)&b=;x';
    expect(await call('open_address', { address })).toMatchObject({
      ok: true,
      data: { opened: 'example.org' },
    });
    expect(readFileSync(path('opened'), 'utf8')).toBe(`${address}|`);
    expect(readFileSync(path('opened-env'), 'utf8')).not.toContain('secret');
  });

  test('without a screen or on Wayland, what cannot be done is said', async () => {
    for (const surroundings of [
      { ...env, DISPLAY: '' },
      { ...env, XDG_SESSION_TYPE: 'wayland' },
    ]) {
      const blind = appsOn(surroundings);
      const signal = new AbortController().signal;
      const [beta] = (await blind.installed(signal)).filter(({ name }) => name === 'Beta Pad');
      expect(await blind.bringToFront(beta!, signal)).toMatchObject({ ok: false, why: 'unsupported' });
      const running = await blind.running(signal);
      expect(running.ok && running.value.map(({ app }) => app.name)).toContain('Beta Pad');
      expect(blind.unsavedWork).toBe('loses');
    }
  });
});
