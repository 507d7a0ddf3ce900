/** What the self-test looks at besides the sound. Nothing of it opens a paid session. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Engine } from '../../shared/engine';
import type { KeyCheck } from '../../shared/ipc/settings';
import type { CheckResult } from '../../shared/ipc/self-test';
import type { ShortcutsState } from '../../shared/ipc/shortcuts';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Keychain } from '../storage/key-store';
import { result, type Check } from './self-test';

/** A file as it must be. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the checks reach. */
export interface SystemChecksWorld {
  readonly keychain: Keychain;
  readonly models: { readonly folder: string; readonly files: readonly ModelFile[] };
  /** Why the speech models cannot be used here; null when they can. */
  readonly speechTrouble: () => Problem | null;
  /** Has the speech process load its smallest model. Rejects when it does not answer. */
  readonly warmSpeech: () => Promise<void>;
  readonly engine: () => Engine;
  /** Brings the local agent up. Rejects with a ProblemError. */
  readonly localAgent: () => Promise<unknown>;
  /** Asks the hosted service whether it takes the key, free of charge. Rejects with a ProblemError. */
  readonly checkKey: () => Promise<KeyCheck>;
  readonly online: () => boolean;
  readonly tray: () => Promise<boolean>;
  /** What watches the keys, and which of them work. */
  readonly shortcuts: () => Promise<ShortcutsState>;
  readonly notifications: () => boolean;
  /** Writes to the log's folder, as the log does. Rejects when that is not possible. */
  readonly tryLog: () => Promise<void>;
  readonly now: () => number;
}

/** The checks, in the order in which they are run. */
export function systemChecks(world: SystemChecksWorld): readonly Check[] {
  return [
    { name: 'Keychain', run: async () => [await keychainCheck(world)] },
    { name: 'Speech models', run: async (signal) => [await modelsCheck(world, signal)] },
    { name: 'Speech process', run: async () => [await speechCheck(world)] },
    { name: 'Network', run: () => Promise.resolve([networkCheck(world)]) },
    { name: 'Engine', run: async () => [await engineCheck(world)] },
    { name: 'Shortcuts', run: async () => [shortcutCheck(await world.shortcuts())] },
    { name: 'Tray', run: async () => [await trayCheck(world)] },
    { name: 'Notifications', run: () => Promise.resolve([notificationCheck(world)]) },
    { name: 'Log', run: async () => [await logCheck(world)] },
  ];
}

async function keychainCheck({ keychain }: SystemChecksWorld): Promise<CheckResult> {
  const name = 'Keychain';
  if (!keychain.available()) {
    return result(
      'keychain',
      name,
      'attention',
      'There is no safe keychain, so keys are kept for this run only.',
      'Install and unlock a keyring, such as GNOME Keyring or KWallet.',
      'none',
    );
  }
  const opened = await keychain
    .encrypt('self-test')
    .then((sealed) => keychain.decrypt(sealed))
    .catch(() => null);
  return opened === 'self-test'
    ? result('keychain', name, 'good', 'It keeps keys and gives them back.')
    : result(
        'keychain',
        name,
        'failed',
        'It does not give back what it was given.',
        'Unlock it and run the test again.',
        'not read back',
      );
}

async function modelsCheck(
  { models, speechTrouble }: SystemChecksWorld,
  signal: AbortSignal,
): Promise<CheckResult> {
  const name = 'Speech models';
  const trouble = speechTrouble();
  if (trouble) return result('models', name, 'failed', trouble.sentence, trouble.next, trouble.code);
  const bad: string[] = [];
  for (const file of models.files)
    if (!(await isAsItMustBe(models.folder, file, signal))) bad.push(file.name);
  const facts = `${models.files.length - bad.length} of ${models.files.length} verified`;
  return bad.length === 0
    ? result('models', name, 'good', 'They are there and unchanged.', '', facts)
    : result(
        'models',
        name,
        'failed',
        `${bad.length} of their files have changed.`,
        'Install Parley again.',
        facts,
      );
}

async function isAsItMustBe(
  folder: string,
  { name, bytes, sha256 }: ModelFile,
  signal: AbortSignal,
): Promise<boolean> {
  const hash = createHash('sha256');
  const stream = createReadStream(join(folder, name), { end: bytes });
  const read = await pipeline(stream, hash, { signal }).then(
    () => true,
    () => false,
  );
  signal.throwIfAborted();
  return read && hash.digest('hex') === sha256;
}

async function speechCheck({ speechTrouble, warmSpeech, now }: SystemChecksWorld): Promise<CheckResult> {
  const name = 'Speech process';
  if (speechTrouble()) return result('speech', name, 'skipped', 'It needs the speech models.');
  const began = now();
  return warmSpeech().then(
    () => result('speech', name, 'good', 'It answers.', '', `${Math.round(now() - began)} ms`),
    () => result('speech', name, 'failed', 'It does not answer.', 'Start Parley again.', 'no answer'),
  );
}

function networkCheck({ online, engine }: SystemChecksWorld): CheckResult {
  if (online()) return result('network', 'Network', 'good', 'This computer has a network.');
  return engine() === 'local'
    ? result('network', 'Network', 'good', 'There is no network; the local agent needs none.', '', 'offline')
    : result(
        'network',
        'Network',
        'failed',
        'This computer has no network.',
        'Connect it, or choose the local agent.',
        'offline',
      );
}

async function engineCheck({ engine, localAgent, checkKey }: SystemChecksWorld): Promise<CheckResult> {
  const failed = (name: string) => (error: unknown) =>
    error instanceof ProblemError
      ? result('engine', name, 'failed', error.problem.sentence, error.problem.next, error.problem.code)
      : result('engine', name, 'failed', 'It could not be reached.', 'Run the test again.', 'no answer');
  if (engine() === 'local') {
    const good = () => result('engine', 'Local agent', 'good', 'It answers.', '', 'local');
    return localAgent().then(good, failed('Local agent'));
  }
  return checkKey().then(
    ({ verdict, sentence, next }) =>
      result(
        'engine',
        'Hosted service',
        verdict === 'accepted' ? 'good' : 'failed',
        sentence,
        next,
        `hosted, ${verdict}`,
      ),
    failed('Hosted service'),
  );
}

/** The backend in force, what it can do, whether it is alive, and whether every key that is bound works. */
function shortcutCheck({ backend, sentence, canHold, problem, shortcuts }: ShortcutsState): CheckResult {
  const name = 'Shortcuts';
  const bound = shortcuts.filter(({ keys, inSystem }) => keys !== null || inSystem !== null);
  const dead = bound.filter((shortcut) => shortcut.problem !== null);
  const facts = `${backend}, ${canHold ? 'hold' : 'no hold'}, ${bound.length - dead.length} of ${bound.length} work`;
  const told = (outcome: CheckResult['outcome'], said: string, next = '', code = '') =>
    result('shortcuts', name, outcome, said, next, code === '' ? facts : `${facts}, ${code}`);
  // Where no app may watch keys that is as it must be: the desktop's own keys do.
  if (backend === 'switches') return told('attention', 'No app can watch keys on this desktop.', sentence);
  if (problem) return told('failed', problem.sentence, problem.next, problem.code);
  const first = dead[0];
  if (first?.problem) return told('failed', first.problem.sentence, first.problem.next, first.problem.code);
  if (bound.length === 0) {
    return told('attention', 'No key is bound.', 'Choose a talk key in Settings, Shortcuts.', 'none bound');
  }
  return canHold
    ? told('good', 'The talk key is watched, and can be held.')
    : told('good', 'The keys are watched; the talk key can be tapped, not held.');
}

async function trayCheck({ tray }: SystemChecksWorld): Promise<CheckResult> {
  return (await tray())
    ? result('tray', 'Tray', 'good', 'The desktop shows Parley’s icon.')
    : result(
        'tray',
        'Tray',
        'attention',
        'The desktop shows no tray icons.',
        'Start Parley once more to bring its window back.',
        'none',
      );
}

function notificationCheck({ notifications }: SystemChecksWorld): CheckResult {
  return notifications()
    ? result('notifications', 'Notifications', 'good', 'The system takes them.')
    : result(
        'notifications',
        'Notifications',
        'attention',
        'The system shows none.',
        'Requests wait in the window.',
        'none',
      );
}

const logCheck = ({ tryLog }: SystemChecksWorld): Promise<CheckResult> =>
  tryLog().then(
    () => result('log', 'Log', 'good', 'It can be written.'),
    () =>
      result(
        'log',
        'Log',
        'failed',
        'It cannot be written.',
        'Check that the disk has room and that Parley may write to its folder.',
        'not writable',
      ),
  );
