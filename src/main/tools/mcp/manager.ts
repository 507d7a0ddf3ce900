/**
 * The MCP servers as main knows them: which run, what tools they have, why one does not run. The process that talks to
 * them is started with the first one. Nothing runs before the person has switched a server on, and after a start of
 * Parley not before a conversation begins.
 */
import type { McpLaunch, McpReport, McpTool } from '../../../shared/ipc/mcp-port';
import type { McpServerView } from '../../../shared/ipc/mcp';
import { ProblemError, type Problem } from '../../../shared/problem';
import type { McpServer } from '../../../shared/settings/mcp-server';
import { isLoopback } from '../../../shared/settings/service-host';
import type { Tool } from '../tool';
import { Calls } from './calls';
import { launchOf } from './launch';
import { newLive, problemOf, processGone, type Live } from './live';
import type { ManagerWorld, McpHost } from './manager-world';
import { failuresAfter, waitBefore } from './restarts';
import { toolsOf, viewOf } from './shown';
import type { McpCaller } from './tools';
import { Waits } from './waits';

/** Lines of a server's log that are kept. */
const MOST_LOG_LINES = 300;
const TELL_MS = 150;
/** How long a call waits for a server that is starting. */
const START_WAIT_MS = 40_000;
/** How long a quit waits for servers to end by themselves. */
const CLOSE_MS = 1_500;

/** See the top of the file. */
export class McpManager implements McpCaller {
  private readonly live = new Map<string, Live>();
  private readonly host: McpHost;
  private readonly calls: Calls;
  private readonly waits = new Waits();
  private offered: readonly Tool[] | null = null;
  private telling: ReturnType<typeof setTimeout> | null = null;
  private closed = false;
  /** Servers that have ended since the end of Parley began. */
  private readonly endedNow = new Set<string>();

  constructor(private readonly world: ManagerWorld) {
    this.host = world.host({ report: (report) => this.hear(report), gone: () => this.hostGone() });
    this.calls = new Calls((request) => this.host.send(request));
  }

  /** The tools of the servers that are switched on, as far as they are known: a {@link ToolSource}. */
  readonly tools = (): readonly Tool[] => {
    this.offered ??= toolsOf(this.world.servers(), (id) => this.live.get(id), this);
    return this.offered;
  };

  /** A conversation begins: servers that are switched on and not running are started. */
  wake(): void {
    for (const { id, enabled } of this.world.servers()) {
      const { state, retry } = this.of(id);
      if (enabled && (state === 'off' || (state === 'failed' && retry === null))) void this.start(id);
    }
  }

  /** Follows the settings: what is gone or switched off ends, what is reached differently starts anew. */
  sync(): void {
    const servers = new Map(this.world.servers().map((server) => [server.id, server]));
    for (const [id, live] of this.live) {
      const server = servers.get(id);
      const running = live.state === 'starting' || live.state === 'ready' || live.retry !== null;
      if (!server?.enabled) {
        if (running || live.state === 'failed') this.stop(id);
        if (!server) this.live.delete(id);
      } else if (running && live.startedWith !== JSON.stringify(server.transport)) void this.start(id);
    }
    this.toolsMayDiffer();
  }

  /** Starts a server, anew if it runs. What becomes of it shows in its state. */
  async start(id: string): Promise<void> {
    const server = this.server(id);
    if (!server?.enabled || this.closed) return;
    const live = this.of(id);
    const run = this.newRun(live);
    this.calls.endOf(id);
    Object.assign(live, { state: 'starting', problem: null, needsSignIn: false, readyAt: null });
    live.startedWith = JSON.stringify(server.transport);
    this.tellSoon();
    try {
      const launch = await this.launch(server);
      if (live.run === run) this.host.send({ type: 'start', server: id, launch });
    } catch (error) {
      if (live.run === run) this.failed(live, problemOf(error), false);
    }
  }

  /** Ends a server. Its tools stay known, so that it can come back. */
  stop(id: string): void {
    const live = this.of(id);
    this.newRun(live);
    if (live.state === 'starting' || live.state === 'ready') this.host.send({ type: 'stop', server: id });
    Object.assign(live, { state: 'off', problem: null, needsSignIn: false, failures: 0 });
    this.calls.endOf(id);
    this.tellSoon();
  }

  /** Opens the server's sign-in in the browser; resolves when it is under way. */
  async signIn(id: string): Promise<void> {
    const server = this.server(id);
    if (server?.transport.type !== 'http') return;
    const live = this.of(id);
    const launch = await this.launch(server);
    live.signingIn = true;
    this.tellSoon();
    this.host.send({ type: 'sign-in', server: id, launch });
  }

  /** Forgets a sign-in and starts the server without it. */
  async signOut(id: string): Promise<void> {
    await this.world.secrets.change(id, (before) => ({ ...before, oauth: null }));
    this.of(id).signedIn = false;
    await this.start(id);
  }

  /** The last lines of a server's log, oldest first. */
  log(id: string): readonly string[] {
    return this.live.get(id)?.log ?? [];
  }

  /** A tool of a server as it is now; null when there is none of that name. */
  toolNamed(id: string, name: string): McpTool | null {
    return this.live.get(id)?.tools.find((tool) => tool.name === name) ?? null;
  }

  /** The servers as windows show them. */
  views(): readonly McpServerView[] {
    return this.world.servers().map((server) => viewOf(server, this.of(server.id)));
  }

  async check(...[id, tool, args, signal]: Parameters<McpCaller['check']>) {
    if (!(await this.ready(id, signal))) return { reason: 'gone', message: '' } as const;
    return this.calls.check(id, tool, args, signal);
  }

  async call(...[id, tool, args, progress, signal]: Parameters<McpCaller['call']>) {
    if (!(await this.ready(id, signal))) {
      return { ok: false, failure: { reason: 'gone', message: '' } } as const;
    }
    return this.calls.call(id, tool, args, progress, signal);
  }

  trouble(id: string): string | null {
    return this.live.get(id)?.problem?.sentence ?? null;
  }

  /** Ends all servers, politely for a moment; for the end of Parley. */
  async close(): Promise<void> {
    this.closed = true;
    const running = [...this.live.entries()].filter(
      ([, { state }]) => state === 'starting' || state === 'ready',
    );
    this.endedNow.clear();
    for (const [, live] of this.live) this.newRun(live);
    for (const [id] of running) this.host.send({ type: 'stop', server: id });
    await this.waits.until(() => running.every(([id]) => this.endedNow.has(id)), CLOSE_MS);
    this.host.kill();
  }

  /** Ends everything at once; for the last moment of Parley. */
  kill(): void {
    this.closed = true;
    this.host.kill();
  }

  private hear(report: McpReport): void {
    if (this.calls.hear(report)) return;
    if (!('server' in report)) return;
    if (report.type === 'ended') this.endedNow.add(report.server);
    const live = this.live.get(report.server);
    if (live && this.server(report.server)) this.take(live, report);
    this.waits.look();
    this.tellSoon();
  }

  private take(live: Live, report: Extract<McpReport, { readonly server: string }>): void {
    const id = report.server;
    switch (report.type) {
      case 'starting':
        return;
      case 'ready':
        // A stop may have been asked for meanwhile.
        if (live.state !== 'starting') return;
        Object.assign(live, { state: 'ready', title: report.title, readyAt: this.world.now() });
        return this.takeTools(live, report.tools);
      case 'tools':
        return this.takeTools(live, report.tools);
      case 'ended':
        this.calls.endOf(id);
        if (report.problem && (live.state === 'starting' || live.state === 'ready')) {
          this.failed(live, report.problem, report.needsSignIn);
          if (!report.final) this.retryLater(id, live);
        }
        return;
      case 'log':
        live.log = [...live.log, ...report.lines].slice(-MOST_LOG_LINES);
        live.logged += report.lines.length;
        return;
      case 'open':
        if (live.signingIn && mayOpen(report.url)) this.world.openExternal(report.url);
        return;
      case 'oauth':
        return void this.keepSignIn(live, id, report.oauth);
      case 'signed-in':
        return void this.signedIn(live, id, report.problem);
    }
  }

  private async keepSignIn(live: Live, id: string, oauth: string): Promise<void> {
    live.signedIn = true;
    try {
      await this.world.secrets.change(id, (before) => ({ ...before, oauth }));
    } catch (error) {
      live.problem = problemOf(error);
      this.tellSoon();
    }
  }

  private async signedIn(live: Live, id: string, problem: Problem | null): Promise<void> {
    live.signingIn = false;
    if (problem) live.problem = problem;
    else await this.start(id);
  }

  private takeTools(live: Live, tools: readonly McpTool[]): void {
    live.tools = tools;
    this.toolsMayDiffer();
  }

  private failed(live: Live, problem: Problem, needsSignIn: boolean): void {
    Object.assign(live, { state: 'failed', problem, needsSignIn });
    this.waits.look();
    this.tellSoon();
  }

  private retryLater(id: string, live: Live): void {
    live.failures = failuresAfter(
      live.failures,
      live.readyAt === null ? null : this.world.now() - live.readyAt,
    );
    const wait = waitBefore(live.failures);
    if (wait === null || this.closed) return;
    live.retry = setTimeout(() => {
      live.retry = null;
      void this.start(id);
    }, wait);
    live.retry.unref?.();
  }

  private hostGone(): void {
    this.calls.endAll();
    for (const [id, live] of this.live) {
      if (live.state !== 'starting' && live.state !== 'ready') continue;
      this.failed(live, processGone, false);
      this.retryLater(id, live);
    }
  }

  /** Whether the server runs, started if it has to be. A failed one is tried once more, at once. */
  private async ready(id: string, signal: AbortSignal): Promise<boolean> {
    const live = this.of(id);
    if (live.state !== 'ready' && live.state !== 'starting' && !live.needsSignIn) void this.start(id);
    const settled = () => live.state !== 'starting' || signal.aborted;
    const look = () => this.waits.look();
    signal.addEventListener('abort', look, { once: true });
    await this.waits.until(settled, START_WAIT_MS);
    signal.removeEventListener('abort', look);
    return live.state === 'ready' && !signal.aborted;
  }

  private async launch(server: McpServer): Promise<McpLaunch> {
    const { transport } = server;
    const secrets = await this.world.secrets.of(server.id);
    this.of(server.id).signedIn = secrets.oauth !== null;
    const made = launchOf(transport, secrets.values, secrets.oauth, this.world.surroundings);
    if (!made.ok) throw new ProblemError(made.problem);
    return made.launch;
  }

  private toolsMayDiffer(): void {
    this.offered = null;
    this.world.toolsChanged();
    this.tellSoon();
  }

  private newRun(live: Live): number {
    if (live.retry) clearTimeout(live.retry);
    live.retry = null;
    live.run += 1;
    return live.run;
  }

  private server(id: string): McpServer | undefined {
    return this.world.servers().find((server) => server.id === id);
  }

  private of(id: string): Live {
    const known = this.live.get(id) ?? newLive();
    this.live.set(id, known);
    return known;
  }

  private tellSoon(): void {
    if (this.closed) return;
    this.telling ??= setTimeout(() => {
      this.telling = null;
      this.world.changed();
    }, TELL_MS);
  }
}

/** A page to sign in at: encrypted, or on this computer. */
function mayOpen(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}
