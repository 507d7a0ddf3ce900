import { describe, expect, it } from 'vitest';
import { GrantNames } from './grant-names';
import { createGrantedFiles } from './granted-files';
import { tempFolder } from './temp-grants';

describe('names for the recognizer', () => {
  it('are those of granted folders and of what lies visibly in them, as of the last look', async () => {
    const folder = await tempFolder();
    await folder.write('Quarterly budget.ods');
    await folder.write('.ssh/id_ed25519');
    await folder.write('Receipts/june.pdf');
    const grants = [{ id: 'a', path: folder.path }];
    const names = new GrantNames(
      () => grants,
      createGrantedFiles(() => grants, { forbidden: [] }),
    );
    const name = folder.path.split('/').at(-1);
    expect(names.current()).toEqual([{ id: 'a', name, entries: [] }]);
    await names.look();
    expect(names.current()[0]?.entries.toSorted()).toEqual(['Quarterly budget.ods', 'Receipts']);
  });

  it('are none for a folder that is gone, and go with the grant', async () => {
    const grants = [{ id: 'a', path: '/nowhere/at/all' }];
    const names = new GrantNames(
      () => grants,
      createGrantedFiles(() => grants, { forbidden: [] }),
    );
    await names.look();
    expect(names.current()).toEqual([{ id: 'a', name: 'all', entries: [] }]);
    grants.pop();
    expect(names.current()).toEqual([]);
  });
});
