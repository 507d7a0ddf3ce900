import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deletableKinds, type DeletionProgress } from '../../shared/ipc/privacy';
import { ProblemError } from '../../shared/problem';
import { deleteKept, type DeletionWorld } from './deletion';
import { keptPlaces } from './kept-places';

function world(changes: Partial<DeletionWorld> = {}) {
  const log: string[] = [];
  const progress: DeletionProgress[] = [];
  const made: DeletionWorld = {
    conversations: () => Promise.resolve(['a', 'b']),
    deleteConversation: (id, atService) => Promise.resolve(void log.push(`${id} ${atService}`)),
    deleteUnlisted: () => Promise.resolve(void log.push('unlisted')),
    deleteKind: (kind) => Promise.resolve(void log.push(kind)),
    progress: (told) => progress.push(told),
    ...changes,
  };
  return { log, progress, made };
}

test('keys go last, for the service is asked with them', async () => {
  const { log, progress, made } = world();
  const result = await deleteKept([...deletableKinds].reverse(), true, made);
  expect(log).toEqual([
    'a true',
    'b true',
    'unlisted',
    'actions',
    'copies',
    'notes',
    'name',
    'settings',
    'keys',
  ]);
  expect(result.complete).toBe(true);
  expect(progress[0]).toEqual({ done: 0, of: 8 });
  expect(progress.at(-1)).toEqual({ done: 8, of: 8 });
});

test('only what was chosen goes', async () => {
  const { log, made } = world();
  await deleteKept(['notes'], true, made);
  expect(log).toEqual(['notes']);
});

test('what fails is told by name, and the rest goes on', async () => {
  const offline = new ProblemError({ code: 'x', sentence: 'No connection.', next: 'Try later.' });
  const { log, made } = world({
    deleteConversation: (id) => (id === 'a' ? Promise.reject(offline) : Promise.resolve()),
    deleteKind: (kind) =>
      kind === 'actions' ? Promise.reject(new Error('EIO')) : Promise.resolve(void log.push(kind)),
  });
  const result = await deleteKept(['conversations', 'actions', 'name'], true, made);
  expect(result).toEqual({
    complete: false,
    told: [
      '1 conversation was deleted.',
      'The recordings of the name: deleted.',
      '1 could not be deleted: No connection. Try later.',
      'The record of what Parley did: still there. Please try again.',
    ],
  });
  expect(log).toEqual(['name']);
});

test('what is kept is counted, and a link is never followed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-places-'));
  try {
    await mkdir(join(folder, 'notes', 'removed'), { recursive: true });
    await writeFile(join(folder, 'notes', 'a.md'), '12345');
    await writeFile(join(folder, 'notes', 'removed', 'b.md'), '123');
    await writeFile(join(folder, 'todos.json'), '[]');
    await writeFile(join(folder, 'settings.kept-2026.json'), '{}');
    await writeFile(join(folder, 'todos.kept-2026.json'), '{}');
    await writeFile(join(folder, 'wake-word.kept-2026.json'), '[1]');
    await symlink('/', join(folder, 'audit'));
    const places = new Map((await keptPlaces(folder)).map((place) => [place.kind, place]));
    expect(places.get('notes')).toEqual({ kind: 'notes', files: 4, bytes: 12 });
    expect(places.get('settings')).toEqual({ kind: 'settings', files: 1, bytes: 2 });
    expect(places.get('name')).toEqual({ kind: 'name', files: 1, bytes: 3 });
    expect(places.get('actions')?.files).toBe(1);
    expect(places.get('keys')).toEqual({ kind: 'keys', files: 0, bytes: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
