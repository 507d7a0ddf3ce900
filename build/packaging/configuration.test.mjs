import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { configuration, foreignBinaries } from './configuration.mjs';
import { FUSES } from './fuses.mjs';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** @type {import('./configuration.mjs').Wanted} */
const wanted = {
  platform: 'linux',
  archs: ['x64'],
  kind: 'local',
  output: '/o',
  models: '/m',
  notices: '/n',
  electron: { version: '1.2.3' },
};

describe('the configuration of a package', () => {
  it('sets every fuse and keeps the app in an archive', () => {
    const { electronFuses, asar } = configuration(wanted);
    expect(electronFuses).toMatchObject(FUSES);
    expect(asar).toBe(true);
  });

  it('leaves out what names the machine that built it', () => {
    expect(configuration(wanted).files).toContain('!out/*.{json,txt}');
  });

  it('tells the app what kind of build it is, and where updates come from only in a release', () => {
    expect(configuration(wanted)).toMatchObject({
      extraMetadata: { parley: { build: 'local' } },
      publish: null,
    });
    const releases = { owner: 'a', repo: 'b' };
    expect(configuration({ ...wanted, kind: 'signed', releases }).publish).toEqual([
      { provider: 'github', owner: 'a', repo: 'b', releaseType: 'draft' },
    ]);
  });

  it('signs only what is to be signed, and then fails rather than leave the signature out', () => {
    expect(configuration(wanted).mac).toMatchObject({ identity: null, notarize: false });
    const signed = configuration({ ...wanted, kind: 'signed' });
    expect(signed.mac).not.toHaveProperty('identity');
    expect(signed).toMatchObject({
      forceCodeSigning: true,
      mac: { notarize: true, hardenedRuntime: true },
    });
  });

  it('names files that are there', () => {
    const { mac, win, linux } = configuration(wanted);
    for (const file of [mac.icon, mac.entitlements, mac.entitlementsInherit, win.icon, linux.icon]) {
      expect(existsSync(join(PROJECT, file)), file).toBe(true);
    }
  });

  it('gives the app the name that it calls itself on Windows, in signs that macOS takes', () => {
    const { appId } = configuration(wanted);
    expect(appId).toMatch(/^[a-z0-9.-]+$/);
    expect(readFileSync(join(PROJECT, 'src', 'main', 'index.ts'), 'utf8')).toContain(`'${appId}'`);
  });

  it('names who made it and its home, which a deb must', () => {
    const { extraMetadata } = configuration({ ...wanted, releases: { owner: 'a', repo: 'b' } });
    expect(extraMetadata.homepage).toBe('https://github.com/a/b');
    expect(extraMetadata.author.email).toMatch(/@/);
  });

  it('tells why the microphone and other apps are wanted, and all that it is wanted for', () => {
    const { extendInfo } = configuration(wanted).mac;
    expect(extendInfo.NSMicrophoneUsageDescription).toMatch(/talk with it.*its name/);
    expect(extendInfo.NSAppleEventsUsageDescription).toMatch(/apps/);
  });

  it('keeps native code outside the archive, where it can be loaded and replaced', () => {
    expect(configuration(wanted).asarUnpack).toContain('**/*.node');
  });

  it('has under the hardened runtime what it uses, and nothing that lets other code in', () => {
    const file = readFileSync(join(PROJECT, configuration(wanted).mac.entitlements), 'utf8');
    const keys = [...file.matchAll(/<key>com\.apple\.security\.(.*)<\/key>/g)].map(([, key]) => key);
    expect(keys).toEqual(['cs.allow-jit', 'device.audio-input', 'automation.apple-events']);
  });
});

describe('native code of other systems', () => {
  it('is left out, and none of this one', () => {
    const patterns = foreignBinaries('linux', ['x64']);
    expect(patterns).toContain('!**/onnxruntime-node/bin/*/win32/*/**');
    expect(patterns).toContain('!**/prebuilds/linux-arm64/**');
    expect(patterns.filter((pattern) => pattern.includes('linux') && pattern.includes('x64'))).toEqual([]);
  });

  it('keeps both processors of a universal app', () => {
    const patterns = foreignBinaries('darwin', ['x64', 'arm64']);
    expect(patterns.filter((pattern) => /darwin.(x64|arm64)/.test(pattern))).toEqual([]);
  });
});
