import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deletableKinds, type DeletableKind } from '../../shared/ipc/privacy';
import { privacyHandlers } from './handlers';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'parley-privacy-'))));
afterEach(() => rm(folder, { recursive: true }));

function handlers(inTalk = false) {
  const asked: string[] = [];
  const own = (kind: DeletableKind) => () => Promise.resolve(void asked.push(kind));
  const made = privacyHandlers({
    folder,
    inTalk: () => inTalk,
    openFolder: () => Promise.resolve(),
    showFile: () => undefined,
    conversations: () => Promise.resolve([]),
    deleteConversation: () => Promise.resolve(),
    deleteUnlisted: () => Promise.resolve(void asked.push('unlisted')),
    progress: () => undefined,
    own: {
      ...{ actions: own('actions'), notes: own('notes'), name: own('name') },
      ...{ settings: own('settings'), keys: own('keys') },
    },
  });
  return { made, asked };
}

test('everything means every kind, and the copies of what could not be read go with it', async () => {
  const aside = ['settings', 'todos', 'reminders', 'wake-word'].map((name) => `${name}.kept-2026.json`);
  for (const name of [...aside, 'ledger.jsonl', 'other.kept-2026.json'])
    await writeFile(join(folder, name), '{}');
  await mkdir(join(folder, 'kept', 'a'), { recursive: true });
  await writeFile(join(folder, 'kept', 'a', 'letter.txt'), 'Dear Ada');
  const { made, asked } = handlers();
  const result = await made['privacy.delete']({ kinds: [...deletableKinds], atService: false });
  expect(result.complete).toBe(true);
  expect([...asked].sort()).toEqual(['actions', 'keys', 'name', 'notes', 'settings', 'unlisted']);
  expect((await readdir(folder)).sort()).toEqual(['ledger.jsonl', 'other.kept-2026.json']);
});

test('nothing is deleted in a talk', () => {
  const { made, asked } = handlers(true);
  expect(() => made['privacy.delete']({ kinds: ['keys'], atService: false })).toThrow('conversation_open');
  expect(asked).toEqual([]);
});
