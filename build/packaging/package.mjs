/**
 * `npm run package`: builds the app for this system as a folder that runs, reads its fuses back and, on Linux, tries
 * it as a person would. `npm run package -- --installers` makes what people download instead; it fetches the official
 * Electron and, from electron-builder's own releases, the programs that write each format.
 */

import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../setup/cache.mjs';
import { readJson, shortHash } from '../setup/files.mjs';
import { errorText, SetupProblem } from '../setup/problem.mjs';
import { runEntry, say } from '../setup/report.mjs';
import { PROJECT, setUp, setUpLocalAgent } from '../setup/set-up.mjs';
import { checkManifest } from '../setup/speech-models.mjs';
import { mayUse } from '../setup/unprivileged-user.mjs';
import { configuration } from './configuration.mjs';
import { readBack } from './fuses.mjs';
import { buildKind, releasesOf } from './kind.mjs';
import {
  authorOf,
  libuiohookNotice,
  modelNotices,
  noticeOf,
  noticesText,
  shippedPackages,
  unusedPackages,
  withMitWords,
  withoutText,
} from './notices.mjs';
import { publicHalf, signManifest } from './sign-manifest.mjs';
import { ensurePackagingTools, importTool } from './tools.mjs';

/** @typedef {import('./configuration.mjs').Platform} Platform */
/** @typedef {import('./configuration.mjs').Wanted} Wanted */

const platform = /** @type {Platform} */ (process.platform);
const arch = process.arch === 'arm64' ? 'arm64' : 'x64';
const lock = () => readJson(join(PROJECT, 'package-lock.json'));

/** @param {string} name File of `licences`: words of licences that no package holds. */
const kept = (name) =>
  readFileSync(join(PROJECT, 'build', 'packaging', 'licences', `${name}.txt`), 'utf8').trim();

/** Words of a model's licence; models come as single files. @param {string} licence */
const modelLicence = (licence) => kept(licence.includes('Apache-2.0') ? 'apache-2.0' : 'models-mit');

/**
 * Writes the licences of what is shipped.
 *
 * @param {string} file
 */
function writeNotices(file) {
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) => {
    const list = readJson(join(PROJECT, 'out', part, 'packages.json'));
    return /** @type {string[]} */ (Array.isArray(list) ? list : []);
  });
  const paths = [...new Set([...bundled, ...shippedPackages(lock())])].sort();
  const checked = checkManifest(readJson(join(PROJECT, 'resources', 'models.json')));
  const models = 'manifest' in checked ? modelNotices(checked.manifest, modelLicence) : [];
  const mit = kept('mit');
  const packages = paths.map((path) => {
    // The author that this package names works there.
    const holder = path.includes('/onnxruntime-') ? 'Microsoft Corporation' : authorOf(PROJECT, path);
    return withMitWords(noticeOf(PROJECT, path), { holder, mit });
  });
  const hook = packages.filter(({ name }) => name === 'uiohook-napi');
  const inside = hook.map(({ version }) =>
    libuiohookNotice(version, `${kept('lgpl-3.0')}\n\n${kept('gpl-3.0')}`),
  );
  const notices = [...packages, ...inside, ...models];
  const missing = withoutText(notices);
  if (missing.length > 0) {
    throw new SetupProblem(
      `Packages without the words of their licence: ${missing.join(', ')}.`,
      'Put the words into build/packaging/licences, and the name into package.mjs.',
    );
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, noticesText(notices));
}

/**
 * Runs electron-builder.
 *
 * @param {Wanted} wanted
 * @param {boolean} installers
 */
async function build(wanted, installers) {
  const tools = await ensurePackagingTools(cacheFolder());
  const builder = await importTool(tools, 'electron-builder');
  const unused = unusedPackages(lock()).map((name) => `!**/node_modules/${name}/**`);
  const settings = configuration(wanted);
  const resources = platform === 'darwin' ? 'Parley.app/Contents/Resources' : 'resources';
  const config = {
    ...settings,
    files: [...settings.files, ...unused],
    // The development runtime's own app: a package holds one app only.
    afterPack: async (/** @type {{ appOutDir: string }} */ { appOutDir }) =>
      rmSync(join(appOutDir, resources, 'default_app.asar'), { force: true }),
  };
  const system = { linux: 'LINUX', darwin: 'MAC', win32: 'WINDOWS' }[platform];
  const processor = builder.Arch[platform === 'darwin' && installers ? 'universal' : arch];
  const targets = builder.Platform[system].createTarget(installers ? undefined : 'dir', processor);
  try {
    return /** @type {string[]} */ (
      await builder.build({ projectDir: PROJECT, config, targets, publish: 'never' })
    );
  } catch (error) {
    throw new SetupProblem(
      `The package could not be built: ${errorText(error)}`,
      'Mend what it names. Installers need the network: electron-builder fetches its tools from its own releases.',
    );
  }
}

/** Where electron-builder puts the app that it did not pack further. @param {string} output */
function unpackedApp(output) {
  if (platform === 'linux') {
    const folder = join(output, arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`);
    return { folder, executable: join(folder, 'parley'), fused: join(folder, 'parley') };
  }
  if (platform === 'win32') {
    const folder = join(output, arch === 'x64' ? 'win-unpacked' : `win-${arch}-unpacked`);
    return { folder, executable: join(folder, 'Parley.exe'), fused: join(folder, 'Parley.exe') };
  }
  const folder = [`mac-${arch}`, 'mac', 'mac-universal']
    .map((name) => join(output, name, 'Parley.app'))
    .find(existsSync);
  const app = folder ?? join(output, 'mac', 'Parley.app');
  return { folder: app, executable: join(app, 'Contents', 'MacOS', 'Parley'), fused: app };
}

/** @param {string} output */
async function checkFuses(output) {
  const { fused } = unpackedApp(output);
  const wrong = await readBack(fused);
  if (wrong.length > 0) {
    throw new SetupProblem(`Fuses of ${fused} are wrong: ${wrong.join(', ')}.`, 'Mend build/packaging.');
  }
  say('Fuses: read back from the executable, all as they must be');
}

/** The unpacked app, and on Linux the smoke test. */
async function unpacked() {
  const { runtime, models, user } = await setUp({ rigs: platform === 'linux' });
  const standIn = runtime.source === 'registry';
  // What root builds is started as another user, who must be able to read it.
  const hidden = user !== undefined && !(await mayUse(user, PROJECT, ['-r', '-x']));
  const home = hidden ? join(cacheFolder(), 'package', shortHash(PROJECT)) : join(PROJECT, 'dist');
  const output = join(home, standIn ? 'stand-in-not-for-release' : 'unpacked');
  rmSync(output, { recursive: true, force: true });
  const notices = join(PROJECT, 'out', 'THIRD_PARTY_NOTICES.txt');
  writeNotices(notices);
  const kind = standIn ? 'stand-in' : 'local';
  const electron = { folder: dirname(runtime.executable), version: runtime.version };
  const dist =
    platform === 'darwin' ? { ...electron, folder: join(electron.folder, '..', '..', '..') } : electron;
  await build({ platform, archs: [arch], kind, output, models, notices, electron: dist }, false);
  await checkFuses(output);
  const app = unpackedApp(output);
  if (standIn) {
    say(
      `Electron ${runtime.version} stands in for the official one: this build is for the smoke test, not for people`,
    );
  }
  if (user && platform === 'linux') {
    chownSync(join(app.folder, 'chrome-sandbox'), 0, 0);
    chmodSync(join(app.folder, 'chrome-sandbox'), 0o4755);
  }
  say(`Built: ${app.folder}`);
  if (process.argv.includes('--no-smoke-test')) return 0;
  const { runnerImport } = await import('vite');
  const file = join(PROJECT, 'test', 'packaged', 'smoke.ts');
  /** @type {{ module: { smokeTest: (app: { folder: string, executable: string }) => Promise<number> } }} */
  const { module } = await runnerImport(file, { root: PROJECT, configFile: false, logLevel: 'warn' });
  return module.smokeTest(app);
}

/** What people download, for this system. */
async function installers() {
  const { models } = await setUpLocalAgent();
  const output = join(PROJECT, 'dist', 'release');
  rmSync(output, { recursive: true, force: true });
  const notices = join(PROJECT, 'out', 'THIRD_PARTY_NOTICES.txt');
  writeNotices(notices);
  const kind = buildKind(platform, process.env);
  const { version } = /** @type {{ version: string }} */ (
    readJson(join(PROJECT, 'node_modules', 'electron', 'package.json'))
  );
  const updateKey = platform === 'linux' && kind === 'signed' ? process.env['PARLEY_UPDATE_KEY'] : undefined;
  const releases = releasesOf(process.env['GITHUB_REPOSITORY']);
  const made = await build(
    {
      platform,
      archs: platform === 'darwin' ? ['x64', 'arm64'] : [arch],
      kind,
      output,
      models,
      notices,
      electron: { version },
      ...(releases && { releases }),
      ...(updateKey && { updateKey: publicHalf(updateKey) }),
    },
    true,
  );
  for (const name of updateKey ? readdirSync(output).filter((one) => /-linux.*\.yml$/.test(one)) : []) {
    const file = join(output, name);
    writeFileSync(file, signManifest(readFileSync(file, 'utf8'), updateKey ?? ''));
  }
  await checkFuses(output);
  say(`Built (${kind}):\n  ${made.join('\n  ')}`);
  return 0;
}

await runEntry(() => (process.argv.includes('--installers') ? installers() : unpacked()));
