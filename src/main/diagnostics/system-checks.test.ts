import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../shared/problem';
import { SelfTest } from './self-test';
import { SHORTCUT_NAMES } from '../../shared/shortcuts/shortcuts';
import type { ShortcutsState } from '../../shared/ipc/shortcuts';
import { systemChecks, type SystemChecksWorld } from './system-checks';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-checks-'));
  await writeFile(join(folder, 'model.onnx'), 'weights');
});
afterEach(() => rm(folder, { recursive: true }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const offline = new ProblemError({ code: 'offline', sentence: 'No way there.', next: 'Connect.' });

const dead = { code: 'keys_restarting', sentence: 'It stopped.', next: 'Wait.' };

/** The hook watches the talk key; nothing else is bound. */
function watched(changes: Partial<ShortcutsState> = {}): ShortcutsState {
  return {
    system: 'linux',
    backend: 'x11',
    sentence: 'X11 lets Parley see the talk key.',
    canHold: true,
    chosenHere: true,
    problem: null,
    needsPermission: false,
    shortcuts: SHORTCUT_NAMES.map((name) => ({
      name,
      keys: name === 'talk' ? 'ControlRight' : null,
      isDefault: true,
      inSystem: null,
      problem: null,
    })),
    ...changes,
  };
}

async function outcomesOf(changes: Partial<SystemChecksWorld> = {}) {
  const world: SystemChecksWorld = {
    keychain: {
      available: () => true,
      encrypt: (text) => Promise.resolve(Buffer.from(text)),
      decrypt: (sealed) => Promise.resolve(sealed.toString()),
    },
    models: { folder, files: [{ name: 'model.onnx', bytes: 7, sha256: sha256('weights') }] },
    speechTrouble: () => null,
    warmSpeech: () => Promise.resolve(),
    engine: () => 'local',
    localAgent: () => Promise.resolve(),
    checkKey: () => Promise.reject(new Error('must not be asked')),
    online: () => true,
    tray: () => Promise.resolve(true),
    shortcuts: () => Promise.resolve(watched()),
    notifications: () => true,
    tryLog: () => Promise.resolve(),
    now: () => 0,
    ...changes,
  };
  return (await new SelfTest(systemChecks(world), () => undefined).run()).results;
}

const outcomes = async (changes: Partial<SystemChecksWorld> = {}) =>
  Object.fromEntries((await outcomesOf(changes)).map(({ id, outcome }) => [id, outcome]));

const good = {
  keychain: 'good',
  models: 'good',
  speech: 'good',
  network: 'good',
  engine: 'good',
  shortcuts: 'good',
  tray: 'good',
  notifications: 'good',
  log: 'good',
};

test('where everything works, everything is good', async () => expect(await outcomes()).toEqual(good));

test('a model that was changed or cut off is found', async () => {
  await writeFile(join(folder, 'model.onnx'), 'weightz');
  expect(await outcomes()).toEqual({ ...good, models: 'failed' });
  await writeFile(join(folder, 'model.onnx'), 'weight');
  expect(await outcomes()).toEqual({ ...good, models: 'failed' });
  await writeFile(join(folder, 'model.onnx'), 'weights and more');
  expect(await outcomes()).toEqual({ ...good, models: 'failed' });
});

test('only the chosen engine is asked', async () => {
  const asked: string[] = [];
  const checkKey = () => {
    asked.push('service');
    return Promise.resolve({ verdict: 'rejected' as const, sentence: 'Not this key.', next: '' });
  };
  const localAgent = () => Promise.resolve(asked.push('local'));
  expect(await outcomes({ checkKey, localAgent })).toEqual(good);
  expect(await outcomes({ checkKey, localAgent, engine: () => 'hosted' })).toEqual({
    ...good,
    engine: 'failed',
  });
  expect(asked).toEqual(['local', 'service']);
});

test('each fault is told as itself', async () => {
  const none = {
    available: () => false,
    encrypt: () => Promise.reject(offline),
    decrypt: () => Promise.reject(offline),
  };
  expect(await outcomes({ keychain: none })).toEqual({ ...good, keychain: 'attention' });
  expect(await outcomes({ keychain: { ...none, available: () => true } })).toEqual({
    ...good,
    keychain: 'failed',
  });
  expect(await outcomes({ warmSpeech: () => Promise.reject(offline) })).toEqual({
    ...good,
    speech: 'failed',
  });
  expect(await outcomes({ online: () => false })).toEqual(good);
  expect(
    await outcomes({ online: () => false, engine: () => 'hosted', checkKey: () => Promise.reject(offline) }),
  ).toEqual({ ...good, network: 'failed', engine: 'failed' });
  expect(await outcomes({ tray: () => Promise.resolve(false) })).toEqual({ ...good, tray: 'attention' });
  expect(await outcomes({ notifications: () => false })).toEqual({ ...good, notifications: 'attention' });
  expect(await outcomes({ tryLog: () => Promise.reject(offline) })).toEqual({ ...good, log: 'failed' });
});

test('what watches the keys is told: which it is, that it is dead, that a key is taken, that none is bound', async () => {
  const run = async (state: ShortcutsState) => {
    const checks = await outcomesOf({ shortcuts: () => Promise.resolve(state) });
    return checks.find(({ id }) => id === 'shortcuts');
  };
  const taken = (name: string) =>
    watched().shortcuts.map((one) => ({
      ...one,
      keys: one.keys ?? (one.name === name ? 'Control+Alt+KeyM' : null),
      problem: one.name === name ? { ...dead, code: 'shortcut_taken' } : null,
    }));
  expect(await run(watched())).toMatchObject({ outcome: 'good', facts: 'x11, hold, 1 of 1 work' });
  expect(await run(watched({ canHold: false, problem: dead }))).toMatchObject({
    outcome: 'failed',
    sentence: 'It stopped.',
    facts: 'x11, no hold, 1 of 1 work, keys_restarting',
  });
  expect(await run(watched({ shortcuts: taken('mute') }))).toMatchObject({
    outcome: 'failed',
    facts: 'x11, hold, 1 of 2 work, shortcut_taken',
  });
  expect(await run(watched({ shortcuts: [] }))).toMatchObject({ outcome: 'attention' });
  expect(await run(watched({ backend: 'portal', canHold: false }))).toMatchObject({ outcome: 'good' });
  const bare = watched({ backend: 'switches', sentence: 'Bind a key of the desktop.', canHold: false });
  expect(await run({ ...bare, problem: dead })).toMatchObject({
    outcome: 'attention',
    next: 'Bind a key of the desktop.',
  });
});
