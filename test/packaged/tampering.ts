/** What a package must not put up with: another app in place of its archive, and a changed archive. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { cacheFolder } from '../../build/setup/cache.mjs';
import { ensureUnprivilegedUser, ensureWrapper } from '../../build/setup/unprivileged-user.mjs';
import { makeTempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { killApp } from './kill-app';
import type { PackagedApp } from './smoke';

type Environment = Readonly<Record<string, string>>;

const LIMIT_MS = 20_000;
/** A changed app that has come up by then was not noticed. */
const COMES_UP_MS = 8_000;
/** Words of main's program, and others as long. */
const WORDS = ['parley.log', 'parlex.log'] as const;

const resourcesOf = (folder: string) =>
  process.platform === 'darwin' ? join(folder, 'Contents', 'Resources') : join(folder, 'resources');

async function commandFor(executable: string): Promise<string> {
  const user = await ensureUnprivilegedUser();
  return user ? ensureWrapper(user, executable, cacheFolder()) : executable;
}

/** Puts another app, as a folder, in place of the archive: it must end without having run a line of it. For Linux. */
export async function refusesOtherApps(app: PackagedApp, environment: Environment): Promise<void> {
  const folder = `${app.folder}-with-another-app`;
  const home = await makeTempFolder('other-app');
  const mark = join(home.path, 'ran');
  try {
    mirror(app.folder, folder);
    const other = join(folder, 'resources', 'app');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'package.json'), JSON.stringify({ name: 'other', main: 'main.cjs' }));
    const program = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(0);`;
    writeFileSync(join(other, 'main.cjs'), program);
    const { status } = spawnSync(await commandFor(join(folder, relative(app.folder, app.executable))), [], {
      cwd: home.path,
      env: { ...environment, PARLEY_HOME: home.path },
      timeout: LIMIT_MS,
      stdio: 'ignore',
    });
    if (existsSync(mark)) throw new Error('An app beside the archive was run.');
    if (status === 0 || status === null)
      throw new Error(`With another app it did not fail but gave ${status}.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    home.remove();
  }
}

/** Changes one letter in the archive and starts it: whether it then ends instead of coming up. */
export async function noticesChangedArchive(app: PackagedApp, environment: Environment): Promise<boolean> {
  const ending = app.folder.endsWith('.app') ? '.app' : '';
  const folder = `${app.folder.slice(0, app.folder.length - ending.length)}-changed${ending}`;
  const home = await makeTempFolder('changed');
  try {
    rmSync(folder, { recursive: true, force: true });
    cpSync(app.folder, folder, { recursive: true, verbatimSymlinks: true });
    const archive = join(resourcesOf(folder), 'app.asar');
    const content = readFileSync(archive);
    const at = content.indexOf(WORDS[0]);
    if (at < 0) throw new Error(`The archive does not hold "${WORDS[0]}".`);
    content.write(WORDS[1], at);
    writeFileSync(archive, content);
    const child = spawn(await commandFor(join(folder, relative(app.folder, app.executable))), [], {
      cwd: home.path,
      env: { ...environment, PARLEY_HOME: home.path },
      stdio: 'ignore',
    });
    // Main's first deed is to open its log, under the name that was changed.
    const log = join(home.path, 'logs', WORDS[1]);
    const outcome = await until(
      'it ends or comes up',
      () => (existsSync(log) ? 'came-up' : child.exitCode !== null && 'ended'),
      { timeoutMs: COMES_UP_MS },
    ).catch(() => 'came-up');
    await killApp(child);
    return outcome === 'ended' && child.exitCode !== 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    home.remove();
  }
}

/** The package without its archive: the large files of the program as hard links. */
function mirror(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === 'resources') continue;
    if (entry.isDirectory()) cpSync(join(from, entry.name), join(to, entry.name), { recursive: true });
    else linkSync(join(from, entry.name), join(to, entry.name));
  }
}
