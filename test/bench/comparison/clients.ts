/**
 * The clients that `comparison` holds against each other: Parley, and the two browser clients of
 * `../browser-clients`. All are open at once, talk one at a time, to the same server, on the same sound card.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { cleanEnvironment } from '../../support/app';
import type { ElectronApp } from '../../support/app-processes';
import { electronCommand } from '../../support/electron-command';
import { filesBelow } from '../../support/files';
import type { ScriptedService } from '../../support/scripted-service';
import type { ScriptedSession } from '../../support/scripted-session';
import { handOver, makeTempFolder } from '../../support/temp-folder';
import { until } from '../../support/until';
import { endTalk, probedUntil, type Bench, type Probed } from '../bench';

const CLIENTS = join(import.meta.dirname, '..', 'browser-clients');

/** A client of the Voice Agent API with a microphone and speakers. */
export interface Client {
  readonly name: string;
  readonly app: ElectronApp;
  /** The pages whose main threads a busy machine may hold up. */
  readonly pages: readonly Page[];
  /** Opens a talk; resolves when the client sends the microphone. */
  start(): Promise<ScriptedSession>;
  end(session: ScriptedSession): Promise<void>;
  /** For each message of the microphone between the two times: from its last sample captured to handed over. */
  sent(from: number, to: number): Promise<readonly Probed[]>;
}

/** Starts Parley. */
export async function parleyClient(bench: Bench, service: ScriptedService): Promise<Client> {
  const { app, probed } = await bench.measuredApp(service);
  const { window } = app;
  return {
    name: 'Parley',
    app,
    pages: [window.page, await app.audioPage()],
    start: async () => {
      const session = service.session(service.sessions.length);
      await window.start();
      await (await session).becomeReady();
      await window.waitForState('Listening');
      await (await session).waitFor('input.audio');
      return session;
    },
    end: (session) => endTalk({ window, session }),
    sent: async (from, to) =>
      (await probedUntil({ probed }, 'frame-sent', to)).filter(({ at }) => at >= from && at <= to),
  };
}

/** Starts one of the browser clients, named after what it does when it is interrupted. */
export async function browserClient(
  bench: Bench,
  service: ScriptedService,
  onInterruption: 'reset-time' | 'stop-nodes',
): Promise<Client> {
  const { electron, page } = await launch(bench, service, onInterruption);
  return {
    name: onInterruption === 'reset-time' ? 'browser A (resets time)' : 'browser B (stops nodes)',
    app: { electron },
    pages: [page],
    start: async () => {
      const session = service.session(service.sessions.length);
      await page.getByRole('button', { name: 'Start' }).click();
      await (await session).becomeReady();
      await (await session).waitFor('input.audio');
      return session;
    },
    end: async (session) => {
      await page.getByRole('button', { name: 'Stop' }).click();
      await until('the client has left', () => session.closed);
    },
    sent: async (from, to) => {
      const all = await page.evaluate(() => (window as unknown as { sent: readonly Probed[] }).sent);
      return all.filter(({ at }) => at >= from && at <= to);
    },
  };
}

async function launch(bench: Bench, service: ScriptedService, onInterruption: string) {
  const rig = await bench.rig();
  const home = await makeTempFolder('browser-client');
  bench.later(() => home.remove());
  const folder = join(home.path, 'client');
  // A copy, because the user that Electron runs as may not be able to read this folder.
  cpSync(CLIENTS, folder, { recursive: true });
  for (const path of [folder, ...filesBelow(folder)]) await handOver(path);
  const { executablePath } = await electronCommand();
  const electron = await _electron.launch({
    executablePath,
    args: [
      `--user-data-dir=${join(home.path, 'profile')}`,
      `--agent=${service.url}`,
      `--on-interruption=${onInterruption}`,
      folder,
    ],
    cwd: home.path,
    env: { ...cleanEnvironment(), ...rig.environment },
    chromiumSandbox: true,
    timeout: 30_000,
  });
  bench.later(() => electron.close());
  return { electron, page: await electron.firstWindow() };
}
