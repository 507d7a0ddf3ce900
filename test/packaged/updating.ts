/**
 * A signed release that finds a newer version: the package with another mark on it, and a server of releases on this
 * computer. It only looks, because nothing is fetched before the person says so.
 */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';
import { cacheFolder } from '../../build/setup/cache.mjs';
import { ensureUnprivilegedUser, ensureWrapper } from '../../build/setup/unprivileged-user.mjs';
import { publicHalf, signManifest } from '../../build/packaging/sign-manifest.mjs';
import { cleanEnvironment } from '../support/app';
import { startDesktop } from '../support/desktop';
import { handOver, makeTempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { killApp } from './kill-app';
import type { PackagedApp } from './smoke';

/** It looks a minute after its start. */
const LOOKS_MS = 90_000;
const MANIFEST = `version: 999.0.0
files:
  - url: Parley-999.0.0-linux-x86_64.AppImage
    sha512: bm90aGluZw==
    size: 7
path: Parley-999.0.0-linux-x86_64.AppImage
sha512: bm90aGluZw==
releaseDate: '2026-01-01T00:00:00.000Z'
`;

/** A check under way; `stop` ends it and what it has made. */
export interface UpdateCheck {
  /** Resolves once the newer version was found; throws when it was not, or when something was fetched unasked. */
  readonly found: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the package as a signed release, on a screen of its own. */
export async function startUpdateCheck(app: PackagedApp): Promise<UpdateCheck> {
  const asked: string[] = [];
  const privateKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const manifest = signManifest(MANIFEST, privateKey.toString());
  const server = createServer(({ url = '' }, response) => {
    asked.push(url.replace(/\?.*$/, ''));
    response.end(manifest);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = `${app.folder}-signed`;
  const home = await makeTempFolder('updating');
  const desktop = await startDesktop();
  await markAsSigned(app, folder, publicHalf(privateKey.toString()), (server.address() as AddressInfo).port);
  const image = join(home.path, 'Parley.AppImage');
  writeFileSync(image, '');
  await handOver(image);
  const user = await ensureUnprivilegedUser();
  const program = join(folder, 'parley');
  const child = spawn(user ? ensureWrapper(user, program, cacheFolder()) : program, ['--no-onboarding'], {
    cwd: home.path,
    env: { ...cleanEnvironment(), ...desktop.environment, PARLEY_HOME: home.path, APPIMAGE: image },
    stdio: 'ignore',
  });
  const log = join(home.path, 'logs', 'parley.log');
  return {
    found: async () => {
      const told = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
      const state = await until(
        'a new version is found',
        () => /update: looking[^]*update: (available|failed|idle)/.exec(told())?.[1],
        { timeoutMs: LOOKS_MS, everyMs: 250 },
      );
      if (state !== 'available') throw new Error(`Looking for a new version ended as "${state}".`);
      if (asked.some((url) => url !== '/latest-linux.yml')) throw new Error(`It fetched ${asked.join(' ')}.`);
    },
    stop: async () => {
      await killApp(child);
      server.close();
      await desktop.stop();
      rmSync(folder, { recursive: true, force: true });
      home.remove();
    },
  };
}

/** A copy that says of itself that it is signed, with the server as its place of releases. */
async function markAsSigned(
  app: PackagedApp,
  folder: string,
  updateKey: string,
  port: number,
): Promise<void> {
  const unpacked = await makeTempFolder('unpacked');
  const resources = join(folder, 'resources');
  rmSync(folder, { recursive: true, force: true });
  cpSync(app.folder, folder, { recursive: true });
  extractAll(join(resources, 'app.asar'), unpacked.path);
  const file = join(unpacked.path, 'package.json');
  const description = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...description, parley: { build: 'signed', updateKey } }));
  rmSync(join(resources, 'app.asar'));
  await createPackageWithOptions(unpacked.path, join(resources, 'app.asar'), {
    unpack: '*.{node,so,1,wasm}',
  });
  unpacked.remove();
  const source = `provider: generic\nurl: http://127.0.0.1:${port}\nupdaterCacheDirName: parley-updater\n`;
  writeFileSync(join(resources, 'app-update.yml'), source);
  if (process.getuid?.() === 0) {
    chownSync(join(folder, 'chrome-sandbox'), 0, 0);
    chmodSync(join(folder, 'chrome-sandbox'), 0o4755);
  }
}
