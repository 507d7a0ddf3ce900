import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageOf } from './bundled-packages.mjs';
import {
  libuiohookNotice,
  modelNotices,
  noticesText,
  shippedPackages,
  unusedPackages,
  withMitWords,
  withoutText,
} from './notices.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const lock = {
  packages: {
    '': { dependencies: { engine: '1' } },
    'node_modules/engine': { dependencies: { common: '1', fetcher: '1' } },
    'node_modules/engine/node_modules/common': {},
    'node_modules/common': { dev: true },
    'node_modules/fetcher': { dependencies: { deep: '1' } },
    'node_modules/deep': {},
    'node_modules/tester': { dev: true },
  },
};

describe('what is shipped', () => {
  it('follows dependencies, nested ones first, and not what only an install needs', () => {
    expect(shippedPackages(lock, ['fetcher'])).toEqual([
      'node_modules/engine',
      'node_modules/engine/node_modules/common',
    ]);
    expect(shippedPackages(lock, [])).toContain('node_modules/deep');
  });

  it('leaves no package unnamed: shipped, or unused, or for development', () => {
    expect(unusedPackages(lock)).toEqual([]);
    const cut = { packages: { ...lock.packages, 'node_modules/stray': {} } };
    expect(unusedPackages(cut)).toEqual(['stray']);
  });

  it.each([
    ['/home/a/parley/node_modules/zod/v4/index.js', 'node_modules/zod'],
    ['/p/node_modules/@a/b/dist/x.js?commonjs-es-import', 'node_modules/@a/b'],
    [String.raw`C:\p\node_modules\conf\node_modules\ajv\a.js`, 'node_modules/conf/node_modules/ajv'],
    ['\0/p/node_modules/ws/lib/a.js', 'node_modules/ws'],
    ['/home/a/parley/src/main/index.ts', undefined],
  ])('finds the package of %s', (id, wanted) => {
    expect(packageOf(id)).toBe(wanted);
  });
});

describe('the notices', () => {
  const zod = { name: 'zod', version: '4.0.0', licence: 'MIT', source: 'https://x.org', text: 'Words.' };

  it('holds the words of each licence once', () => {
    const text = noticesText([zod, zod]);
    expect(text.match(/Words\./g)).toHaveLength(1);
    expect(text).toContain('zod 4.0.0\nLicence: MIT\nhttps://x.org\nWords.');
  });

  it('names what has no words', () => {
    expect(withoutText([zod, { ...zod, name: 'bare', text: '' }])).toEqual(['bare 4.0.0']);
  });

  it('puts in the words of the MIT licence where a package forgot them, and of no other', () => {
    const bare = { ...zod, text: '' };
    const words = { holder: 'Ada', mit: 'Permission ...' };
    expect(withMitWords(bare, words).text).toBe('Copyright (c) Ada\n\nPermission ...');
    expect(withMitWords(zod, words)).toBe(zod);
    expect(withMitWords({ ...bare, licence: 'ISC' }, words).text).toBe('');
    expect(withMitWords(bare, { ...words, holder: '' }).text).toBe('');
  });

  it('tells of the library inside the key hook what its licence asks for', () => {
    const { licence, text } = libuiohookNotice('9.9.9', 'Words of both.');
    expect(licence).toBe('LGPL-3.0-or-later');
    for (const needed of [
      'Alexander Barker',
      'covered by the GNU Lesser',
      'uiohook-napi-9.9.9.tgz',
      'replace',
      'Words of both.',
    ])
      expect(text).toContain(needed);
  });

  it.each([
    ['lgpl-3.0', 'GNU LESSER GENERAL PUBLIC LICENSE'],
    ['gpl-3.0', 'GNU GENERAL PUBLIC LICENSE'],
  ])('has the words of %s', (name, title) => {
    expect(readFileSync(join(HERE, 'licences', `${name}.txt`), 'utf8')).toContain(`${title}\n`);
  });

  it('takes the models from their manifest', () => {
    const source = { name: 'm', version: '1.0.0', integrity: '', licence: 'MIT', source: 'by M', files: [] };
    const [notice] = modelNotices({ packages: [source], voices: [] }, (licence) => `words of ${licence}`);
    expect(notice).toMatchObject({ licence: 'MIT', source: 'by M', text: 'words of MIT' });
  });
});
