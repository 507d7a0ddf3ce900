import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../resources/models.json';
import { modelsDirectory } from './models.fixture';

/** Of Node's `mode`: everybody may read. */
const READABLE = 0o444;

test.runIf(process.platform !== 'win32')(
  'every model is there for every user, also where one account fetched it',
  () => {
    const directory = modelsDirectory();
    const wanted = manifest.packages.flatMap(({ files }) => files.map(({ name }) => name));
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(found.sort()).toEqual(wanted.map((name) => join(directory, name)).sort());
    expect(found.filter((path) => (statSync(path).mode & READABLE) !== READABLE)).toEqual([]);
  },
);
