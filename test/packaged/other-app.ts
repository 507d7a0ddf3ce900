import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../build/setup/cache.mjs';
import { ensureUnprivilegedUser, ensureWrapper } from '../../build/setup/unprivileged-user.mjs';
import { makeTempFolder } from '../support/temp-folder';
import type { PackagedApp } from './smoke';

const LIMIT_MS = 20_000;

/**
 * Puts another app, as a folder, in place of the archive and starts the package: with the fuse that lets nothing but
 * the archive run, it must end without having run a line of it. Throws otherwise.
 */
export async function refusesOtherApps(
  app: PackagedApp,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = `${app.folder}-with-another-app`;
  const home = await makeTempFolder('other-app');
  const mark = join(home.path, 'ran');
  try {
    rmSync(folder, { recursive: true, force: true });
    mirror(app.folder, folder);
    const other = join(folder, 'resources', 'app');
    mkdirSync(other);
    writeFileSync(join(other, 'package.json'), JSON.stringify({ name: 'other', main: 'main.cjs' }));
    const program = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(0);`;
    writeFileSync(join(other, 'main.cjs'), program);
    const user = await ensureUnprivilegedUser();
    const executable = join(folder, 'parley');
    const command = user ? ensureWrapper(user, executable, cacheFolder()) : executable;
    const { status } = spawnSync(command, [], {
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

/** The package without its archive: the large files of the program as hard links. */
function mirror(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name === 'resources') continue;
    if (entry.isDirectory()) cpSync(join(from, entry.name), join(to, entry.name), { recursive: true });
    else linkSync(join(from, entry.name), join(to, entry.name));
  }
  mkdirSync(join(to, 'resources'));
}
