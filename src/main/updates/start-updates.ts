/** Updates of signed releases: looked for a minute after the start and once a day, told, and left to the person. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { UpdatePicture, updateRequests } from '../../shared/ipc/updates';
import type { Conversation } from '../conversation/conversation';
import type { Handlers } from '../ipc/request-server';
import type { Log } from '../log';
import type { SettingsStore } from '../storage/settings-store';
import { readBuild, updatesOff } from './build-kind';
import { electronReleases } from './electron-source';
import { Updates, type ReleaseSource } from './updates';

/** Not while everything starts. */
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 24 * 3_600_000;

/** What of Parley updating needs. */
interface World {
  readonly settings: SettingsStore;
  readonly send: (name: 'updates.changed', picture: UpdatePicture) => void;
  readonly conversation: Conversation;
  readonly goodbye: () => Promise<void>;
  readonly log: Log;
}

/** Starts looking; gives the answers to the requests of windows. */
export function startUpdates({
  settings,
  send,
  conversation,
  goodbye,
  log,
}: World): Handlers<typeof updateRequests> {
  const build = readBuild(readDescription(), app.isPackaged);
  log(`build: ${build.kind}`);
  let source: Promise<ReleaseSource> | null = null;
  const updates = new Updates({
    version: app.getVersion(),
    source: () => (source ??= electronReleases(build.updateKey)),
    off: () => updatesOff(build, settings.current.updates !== 'off'),
    withPreviews: () => settings.current.updates === 'previews',
    now: Date.now,
    changed: (picture) => send('updates.changed', picture),
    notify: (problem) => conversation.dispatch({ type: 'notify', problem }),
    goodbye,
    log,
  });
  settings.onChange(() => updates.refresh());
  if (build.kind === 'signed') {
    setTimeout(() => updates.look(), FIRST_LOOK_MS).unref();
    setInterval(() => updates.look(), LOOK_EVERY_MS).unref();
  }
  return {
    'updates.current': () => updates.picture,
    'updates.look': () => void updates.look(),
    'updates.fetch': () => void updates.fetch(),
    'updates.restart': () => updates.restart().then(() => undefined),
  };
}

function readDescription(): string {
  try {
    return readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
  } catch {
    return '';
  }
}
