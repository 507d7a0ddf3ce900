/**
 * electron-builder's configuration for every system, as one pure function: what a package holds, and what marks
 * how it was made. Paths are relative to the project.
 */

import { FUSES } from './fuses.mjs';

/**
 * How a package came to be, told to the app in its package.json (`parley.build`):
 * - `stand-in`: with the registry's old Electron; for the smoke test alone.
 * - `local`: built by a person for this computer.
 * - `unsigned`: by the release workflow, without anybody's signature.
 * - `signed`: by the release workflow, signed. Only such a package updates itself.
 * @typedef {'stand-in' | 'local' | 'unsigned' | 'signed'} BuildKind
 */

/** @typedef {'linux' | 'darwin' | 'win32'} Platform */

/**
 * @typedef {object} Wanted
 * @property {Platform} platform
 * @property {readonly ('x64' | 'arm64')[]} archs Processors that the package serves.
 * @property {BuildKind} kind
 * @property {string} output Folder for what is made; absolute.
 * @property {string} models Folder of the speech models; absolute.
 * @property {string} notices File of the licences of what is shipped; absolute.
 * @property {{ version: string, folder?: string }} electron Fetched when no folder of it is given.
 * @property {string} [updateKey] What signed manifests are checked with, PEM (sign-manifest.mjs).
 * @property {{ owner: string, repo: string }} [releases] The GitHub repository whose releases bring updates.
 */

/** Letters, digits, hyphens and dots are all that macOS takes. */
const APP_ID = 'io.github.parley-voice.parley';

/** Every system and processor that packages with native code carry binaries of. */
const PLATFORMS = /** @type {const} */ (['linux', 'darwin', 'win32']);
const ARCHS = /** @type {const} */ (['x64', 'arm64', 'arm', 'ia32']);

/**
 * Patterns that leave out native code of other systems and processors.
 *
 * @param {Platform} platform
 * @param {readonly string[]} archs
 * @returns {string[]}
 */
export function foreignBinaries(platform, archs) {
  return PLATFORMS.flatMap((other) =>
    other === platform
      ? ARCHS.filter((arch) => !archs.includes(arch)).map((arch) => [other, arch])
      : [[other, '*']],
  ).flatMap(([system, arch]) => [
    `!**/onnxruntime-node/bin/*/${system}/${arch}/**`,
    `!**/prebuilds/${system}-${arch}/**`,
  ]);
}

/** Native code must be a file of its own for the system to load it; WebAssembly is read faster from one. */
const UNPACKED = ['**/*.node', '**/*.so', '**/*.so.*', '**/*.dylib', '**/*.dll', '**/*.wasm'];

/** What the system asks the person with, word for word. */
const MICROPHONE_USAGE =
  'Parley hears you while you talk with it, and listens for its name if you switch that on.';
/** Without these words macOS lets no script of ours speak to another app. */
const APPLE_EVENTS_USAGE = 'Parley quits apps and controls music players when you ask it to.';

/**
 * The configuration of one package.
 *
 * @param {Wanted} wanted
 */
export function configuration({ updateKey, ...wanted }) {
  const { platform, archs, kind, output, models, notices, electron, releases } = wanted;
  return {
    appId: APP_ID,
    productName: 'Parley',
    copyright: 'MIT licence; see the licences that are shipped with it',
    directories: { output, buildResources: 'build/packaging' },
    files: [
      'out/**',
      // Names the models' folder of the machine that built it.
      '!out/*.{json,txt}',
      '!out/*/packages.json',
      // Runs with plain Node, which the package does not hold.
      '!out/main/local-agent-cli.js',
      'package.json',
      '!**/*.{map,md,ts,mts,cts}',
      '!**/node_modules/*/script/**',
      ...foreignBinaries(platform, archs),
    ],
    extraMetadata: {
      parley: { build: kind, ...(updateKey && { updateKey }) },
      // A deb must name both; what somebody built for themselves has no home.
      homepage: releases
        ? `https://github.com/${releases.owner}/${releases.repo}`
        : 'https://parley.invalid/',
      author: { name: 'The Parley contributors', email: 'parley@users.noreply.github.com' },
    },
    extraResources: [
      // Optional voices are fetched by the person who wants them, under licences of their own.
      { from: models, to: 'models', filter: ['**/*', '!voices/**'] },
      { from: notices, to: 'THIRD_PARTY_NOTICES.txt' },
    ],
    asar: true,
    asarUnpack: UNPACKED,
    electronFuses: { ...FUSES, resetAdHocDarwinSignature: true },
    // The binaries in the packages fit every Electron (Node-API): nothing is compiled.
    npmRebuild: false,
    ...(kind === 'signed' && { forceCodeSigning: true }),
    // Left to the release workflow.
    publish: releases ? [{ provider: 'github', ...releases, releaseType: 'draft' }] : null,
    generateUpdatesFilesForAllChannels: true,
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    electronVersion: electron.version,
    ...(electron.folder && { electronDist: electron.folder }),
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'parley',
      syncDesktopName: true,
      icon: 'build/packaging/icons/linux',
      category: 'Utility;Accessibility',
      synopsis: 'Talk to your computer, and it answers',
    },
    deb: {
      depends: DEB_DEPENDS,
      recommends: ['pulseaudio | pipewire-pulse', 'gnome-keyring | kwalletmanager'],
    },
    mac: {
      target: [
        { target: 'dmg', arch: ['universal'] },
        { target: 'zip', arch: ['universal'] },
      ],
      category: 'public.app-category.utilities',
      icon: 'build/packaging/icons/icon.icns',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'build/packaging/entitlements.mac.plist',
      entitlementsInherit: 'build/packaging/entitlements.mac.plist',
      extendInfo: {
        NSMicrophoneUsageDescription: MICROPHONE_USAGE,
        NSAppleEventsUsageDescription: APPLE_EVENTS_USAGE,
      },
      // Both halves hold the same files; each loads the one for its processor.
      x64ArchFiles: '**/{onnxruntime-node,prebuilds}/**',
      notarize: kind === 'signed',
      ...(kind !== 'signed' && { identity: null }),
    },
    win: {
      target: [{ target: 'nsis', arch: [...archs] }],
      icon: 'build/packaging/icons/icon.ico',
    },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  };
}

/** Electron's own, as electron-builder has them, and the sound server's library. */
const DEB_DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libuuid1',
  'libsecret-1-0',
  'libasound2 | libasound2t64',
  'libgbm1',
];
