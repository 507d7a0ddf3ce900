import { basename } from 'node:path';
import { cannot, type AppsAnswer, type InstalledApp, type QuitOutcome, type RunningApp } from '../apps';
import { untilTrue } from '../until-true';
import type { LinuxApp } from './installed-apps';
import {
  ownership,
  ownProcesses,
  topProcesses,
  type Ownership,
  type ProcessFacts,
  type Started,
} from './processes';
import { NoXServer, visitXServer, type XConnection } from './x11/connection';
import { activate, activeWindow, askToClose, canActivate, windowsOf, type XWindow } from './x11/windows';

/** What is needed to see what runs. */
export interface RunningWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly apps: (signal: AbortSignal) => Promise<readonly LinuxApp[]>;
  /** Processes that Parley started. */
  readonly started: () => readonly Started[];
}

/** How long an app may take to close its windows before it counts as asking, in milliseconds. */
const QUIT_MS = 4_000;
const FRONT_MS = 2_000;

/** Everything that runs, at one moment. */
interface Look {
  readonly processes: readonly ProcessFacts[];
  readonly owners: Ownership;
  /** Windows with the apps they belong to. */
  readonly windows: readonly { readonly window: XWindow; readonly app: LinuxApp }[];
}

/** Running apps on Linux. Windows are seen on X11 only: Wayland lets no app see or raise those of another. */
export class LinuxWindows {
  /** Whether windows can be seen and brought to the front, and in words why not. */
  readonly available: AppsAnswer<undefined>;

  constructor(private readonly world: RunningWorld) {
    const { env } = world;
    if (env['XDG_SESSION_TYPE'] === 'wayland' || env['WAYLAND_DISPLAY']) {
      this.available = cannot('unsupported', 'On Wayland no app may see or raise the windows of another.');
    } else if (!env['DISPLAY']) {
      this.available = cannot('unsupported', 'There is no screen on which windows could be.');
    } else this.available = { ok: true, value: undefined };
  }

  async list(signal: AbortSignal): Promise<AppsAnswer<readonly RunningApp[]>> {
    const apps = await this.world.apps(signal);
    const { owners, windows } = await this.look(apps, signal);
    const running = new Map<string, InstalledApp>();
    for (const { app } of [...windows.map((one) => one.app), ...owners.values()]) running.set(app.id, app);
    const value = [...running.values()].map((app) => ({
      app,
      windows: windows.filter((one) => one.app.app.id === app.id).map(({ window }) => window.title),
    }));
    return { ok: true, value };
  }

  async bringToFront({ id, name }: InstalledApp, signal: AbortSignal): Promise<AppsAnswer<undefined>> {
    if (!this.available.ok) return this.available;
    const apps = await this.world.apps(signal);
    return this.visit(signal, async (server) => {
      const { owners, windows } = await this.lookAt(server, apps, signal);
      const top = windows.filter(({ app }) => app.app.id === id).at(-1)?.window;
      if (!top) {
        const runs = [...owners.values()].some(({ app }) => app.id === id);
        return cannot('not-running', runs ? `${name} has no window open.` : `${name} is not running.`);
      }
      if (!(await canActivate(server))) {
        return cannot('unsupported', 'The window manager here brings no windows to the front.');
      }
      await activate(server, top.id);
      const front = await untilTrue(FRONT_MS, signal, async () => {
        const active = await activeWindow(server);
        return windows.some(({ window, app }) => window.id === active && app.app.id === id);
      });
      return front
        ? { ok: true, value: undefined }
        : cannot('failed', `The window manager did not bring ${name} to the front.`);
    });
  }

  /** Windows are asked to close; only an app without any is sent SIGTERM, so that unsaved work is asked about. */
  async quit({ id, name }: InstalledApp, signal: AbortSignal): Promise<AppsAnswer<QuitOutcome>> {
    const apps = await this.world.apps(signal);
    const before = await this.look(apps, signal);
    if (before.owners.get(process.pid)?.app.id === id) {
      return cannot('unsupported', `${name} is what you are talking to: close its window to end it.`);
    }
    const tops = topProcesses(before.processes, before.owners, id);
    const windows = before.windows.filter(({ app }) => app.app.id === id);
    if (tops.length === 0 && windows.length === 0) return cannot('not-running', `${name} is not running.`);
    if (windows.length > 0)
      return this.closeWindows(
        id,
        name,
        windows.map(({ window }) => window),
        apps,
        signal,
      );
    for (const top of tops) await endPolitely(top, signal);
    const gone = await untilTrue(QUIT_MS, signal, async () => {
      const { processes, owners } = await this.look(apps, signal);
      return topProcesses(processes, owners, id).length === 0;
    });
    return { ok: true, value: gone ? 'quit' : 'asking' };
  }

  private async closeWindows(
    id: string,
    name: string,
    windows: readonly XWindow[],
    apps: readonly LinuxApp[],
    signal: AbortSignal,
  ): Promise<AppsAnswer<QuitOutcome>> {
    const closable = windows.filter((window) => window.closable);
    if (closable.length === 0) return cannot('failed', `The windows of ${name} cannot be asked to close.`);
    return this.visit(signal, async (server) => {
      for (const window of closable) await askToClose(server, window.id);
      let last: Look | undefined;
      const closed = await untilTrue(QUIT_MS, signal, async () => {
        last = await this.lookAt(server, apps, signal);
        return !last.windows.some(({ app }) => app.app.id === id);
      });
      if (!closed) return { ok: true, value: 'asking' };
      const gone = await untilTrue(QUIT_MS / 4, signal, async () => {
        const { processes, owners } = await this.lookAt(server, apps, signal);
        return topProcesses(processes, owners, id).length === 0;
      });
      return { ok: true, value: gone ? 'quit' : 'in-background' };
    });
  }

  /** With windows where they can be seen; an X server that is gone has none. */
  private async look(apps: readonly LinuxApp[], signal: AbortSignal): Promise<Look> {
    if (!this.available.ok) return this.lookAt(null, apps, signal);
    const { env, home } = this.world;
    try {
      return await visitXServer(env, home, signal, (server) => this.lookAt(server, apps, signal));
    } catch (error) {
      if (!(error instanceof NoXServer)) throw error;
      signal.throwIfAborted();
      return this.lookAt(null, apps, signal);
    }
  }

  private async lookAt(
    server: XConnection | null,
    apps: readonly LinuxApp[],
    signal: AbortSignal,
  ): Promise<Look> {
    const [processes, windows] = await Promise.all([ownProcesses(signal), server ? windowsOf(server) : []]);
    const owners = await ownership(processes, apps, this.world.started());
    return {
      processes,
      owners,
      windows: windows.flatMap((window) => {
        const app = appOfWindow(window, owners, apps);
        return app ? [{ window, app }] : [];
      }),
    };
  }

  private async visit<T>(
    signal: AbortSignal,
    visit: (server: XConnection) => Promise<AppsAnswer<T>>,
  ): Promise<AppsAnswer<T>> {
    try {
      return await visitXServer(this.world.env, this.world.home, signal, visit);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof NoXServer) return cannot('failed', 'The screen could not be reached.');
      throw error;
    }
  }
}

/** By the process that made it, else by what it calls itself. */
export function appOfWindow(
  { process: claimed, classes, applicationId }: XWindow,
  owners: Ownership,
  apps: readonly LinuxApp[],
): LinuxApp | null {
  const owner = claimed === null ? undefined : owners.get(claimed);
  if (owner) return owner;
  const names = new Set(classes.map((name) => name.toLowerCase()));
  const fits = (name: string | null) => name !== null && names.has(name.toLowerCase());
  return (
    apps.find(({ app }) => app.id === applicationId) ??
    apps.find(({ entry }) => fits(entry.windowClass)) ??
    apps.find(({ app }) => fits(app.id) || fits(app.id.split('.').at(-1) ?? null)) ??
    apps.find(({ program }) => program !== null && fits(basename(program))) ??
    null
  );
}

/** Asks once more whether it is still that process, then asks it to end. */
async function endPolitely({ id, began }: ProcessFacts, signal: AbortSignal): Promise<void> {
  const now = (await ownProcesses(signal)).find((one) => one.id === id);
  if (now?.began !== began) return;
  try {
    process.kill(id, 'SIGTERM');
  } catch (error) {
    // It ended by itself meanwhile.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ESRCH') throw error;
  }
}
