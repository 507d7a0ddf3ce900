import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hasPlainNames, isManifestSigned } from '../../src/main/updates/manifest-signature.ts';
import { publicHalf, signedLines, signManifest } from './sign-manifest.mjs';

const newKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = newKey();
const MANIFEST = `version: 1.2.3
files:
  - url: Parley-1.2.3-linux-x86_64.AppImage
    sha512: 'abc+/=='
    size: 12
    blockMapSize: 3
  - url: Parley-1.2.3-linux-amd64.deb
    sha512: def
    size: 34
path: Parley-1.2.3-linux-x86_64.AppImage
sha512: 'abc+/=='
releaseDate: '2026-11-21T00:00:00.000Z'
`;
/** As the updater's parser reads it. */
const read = (/** @type {string} */ text) => ({
  version: '1.2.3',
  files: [
    { url: 'Parley-1.2.3-linux-x86_64.AppImage', sha512: 'abc+/==', size: 12 },
    { url: 'Parley-1.2.3-linux-amd64.deb', sha512: 'def', size: 34 },
  ],
  parleySignature: /^parleySignature: (.*)$/m.exec(text)?.[1],
});

describe('the signature of a manifest', () => {
  it('is what the app accepts, with the key that it carries', () => {
    expect(isManifestSigned(read(signManifest(MANIFEST, key)), publicHalf(key))).toBe(true);
  });

  it('is refused from another key, and when it is missing', () => {
    expect(isManifestSigned(read(signManifest(MANIFEST, newKey())), publicHalf(key))).toBe(false);
    expect(isManifestSigned(read(MANIFEST), publicHalf(key))).toBe(false);
  });

  it('is refused when a version, a name or a hash is another', () => {
    const good = read(signManifest(MANIFEST, key));
    const [first, second] = good.files;
    for (const changed of [
      { ...good, version: '1.2.4' },
      { ...good, files: [{ ...first, sha512: 'other' }, second] },
      { ...good, files: [second, first] },
      { ...good, files: [first] },
      { ...good, parleySignature: 'AAAA' },
    ]) {
      expect(isManifestSigned(changed, publicHalf(key))).toBe(false);
    }
  });

  it('is refused where its words could be read in another way', () => {
    const good = read(signManifest(MANIFEST, key));
    const [first, second] = good.files;
    const shifted = { ...good, version: `1.2.3\n${first?.url} ${first?.sha512}`, files: [second] };
    expect(isManifestSigned(shifted, publicHalf(key))).toBe(false);
    const joined = { ...second, url: `${first?.url} ${first?.sha512}\n${second?.url}` };
    expect(isManifestSigned({ ...good, files: [joined] }, publicHalf(key))).toBe(false);
  });

  it.each([
    '../../.bashrc',
    '/etc/passwd',
    'a/b.AppImage',
    'https://evil.example/x.AppImage',
    '..',
    'a b',
    '',
  ])('leads nowhere: a file called %j is refused', (url) => {
    const good = read(MANIFEST);
    expect(hasPlainNames(good)).toBe(true);
    expect(hasPlainNames({ ...good, files: [...good.files, { url, sha512: 'x' }] })).toBe(false);
  });

  it('takes the place of an older one', () => {
    const twice = signManifest(signManifest(MANIFEST, newKey()), key);
    expect(twice.match(/parleySignature/g)).toHaveLength(1);
    expect(isManifestSigned(read(twice), publicHalf(key))).toBe(true);
  });

  it('is not made for what is no manifest', () => {
    expect(() => signedLines('hello: there\n')).toThrow('no manifest');
  });
});
