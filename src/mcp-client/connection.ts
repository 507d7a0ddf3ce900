import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import {
  LoggingMessageNotificationSchema,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { z } from 'zod';
import {
  MAX_MCP_TOOLS,
  type McpFailure,
  type McpLaunch,
  type McpReport,
  type McpResult,
  type McpTool,
} from '../shared/ipc/mcp-port';
import type { Json } from '../shared/json';
import { checkable } from './clean-schema';
import { oneLine } from './clean-text';
import { cleanTool } from './clean-tool';
import { FLOOD_LIMITS, meter, type FloodLimits } from './flood';
import { LogLines } from './log-lines';
import { oauthProvider } from './oauth';
import { callResultSchema, renderResult } from './render-result';
import { wayTo, type Way } from './transports';
import { callFailure, endedByItself, flooded, isLost, startTrouble, type ServerTrouble } from './trouble';

/** How long things may take, in milliseconds, and how much may come. Tests bring their own. */
export interface ConnectionLimits {
  readonly initialize: number;
  readonly list: number;
  readonly call: number;
  /** Between two notes of progress of one call. */
  readonly progress: number;
  /** From the news that the tools have changed to reading them. */
  readonly relist: number;
  readonly flood: FloodLimits;
}

/** What holds for everybody's servers. A first start may have to fetch the server, so it may take a minute. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  initialize: 60_000,
  list: 20_000,
  call: 110_000,
  progress: 200,
  relist: 1_000,
  flood: FLOOD_LIMITS,
};

/** Pages of a tool list: a server could go on for ever. */
const MOST_PAGES = 20;
const CLIENT = { name: 'Parley', version: '0.1.0' } as const;

const pageSchema = z.looseObject({ tools: z.array(z.unknown()), nextCursor: z.string().optional() });

/** What a call brought: a result, or why there is none. */
export type CallOutcome =
  { readonly ok: true; readonly result: McpResult } | { readonly ok: false; readonly failure: McpFailure };

/** One server from its start to its end; an ended one is not started again. Never throws at its caller. */
export class Connection {
  private readonly client: Client;
  private readonly way: Way;
  private readonly log: LogLines;
  /** By tool as it was last listed; the library keeps whatever it has once compiled, so each list has its own. */
  private validators = new Map<string, ReturnType<AjvJsonSchemaValidator['getValidator']>>();
  private tools: readonly McpTool[] = [];
  private ended = false;
  private ready = false;
  private relisting: ReturnType<typeof setTimeout> | null = null;
  /** Settled when the server is gone. */
  private closing: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: string,
    private readonly launch: McpLaunch,
    private readonly tell: (report: McpReport) => void,
    private readonly limits: ConnectionLimits = CONNECTION_LIMITS,
  ) {
    this.log = new LogLines((lines) => tell({ type: 'log', server, lines }));
    const bytes = meter(limits.flood.bytes, Date.now);
    const ears = {
      onStderr: (stream: Parameters<LogLines['follow']>[0]) => this.log.follow(stream),
      onBytes: (count: number) => {
        if (bytes.take(count)) return;
        this.end(flooded);
        throw new Error('flood');
      },
    };
    const save = (oauth: string) => tell({ type: 'oauth', server, oauth });
    const kept = launch.type === 'http' ? launch.oauth : null;
    this.way = wayTo(launch, ears, kept === null ? null : oauthProvider(kept, save, null));
    // No roots, sampling or elicitation: a server gets nothing of the person's but the arguments of a call.
    this.client = new Client(CLIENT, { capabilities: {} });
  }

  /** Starts the server and reads its tools; what became of it is told. */
  async start(): Promise<void> {
    const { client, way, limits } = this;
    this.countMessages();
    // Before it is ready the start fails with the reason; the SDK closes first and tells the reason after.
    client.onclose = () => {
      if (this.ready) this.end(endedByItself(way.exit()));
    };
    client.onerror = (error) => this.log.add(`Parley: ${error.message}`);
    client.setNotificationHandler(LoggingMessageNotificationSchema, ({ params }) => {
      this.log.add(typeof params.data === 'string' ? params.data : JSON.stringify(params.data));
    });
    client.setNotificationHandler(ToolListChangedNotificationSchema, () => this.listAgain());
    try {
      const connecting = client.connect(way.transport, { timeout: limits.initialize });
      this.tell({ type: 'starting', server: this.server, pid: way.pid() });
      await connecting;
      await this.list();
    } catch (error) {
      const exit = way.exit();
      this.end(exit === null ? startTrouble(error, this.launch) : endedByItself(exit));
      return;
    }
    if (this.ended) return;
    this.ready = true;
    const { title, name = '' } = client.getServerVersion() ?? {};
    const called = typeof title === 'string' ? title : name;
    this.tell({ type: 'ready', server: this.server, title: oneLine(called, 100), tools: this.tools });
  }

  /** Ends the server because somebody wants it; resolves when it is gone. */
  async stop(): Promise<void> {
    this.end(null);
    await this.closing;
  }

  /** Ends it at once, without a word. */
  kill(): void {
    this.ended = true;
    this.way.kill();
  }

  /** Why these arguments do not fit the tool; null when they do. */
  check(name: string, args: unknown): McpFailure | null {
    const tool = this.tools.find((one) => one.name === name);
    if (!tool) return { reason: 'changed', message: '' };
    try {
      const validate = this.validatorOf(tool);
      const { valid, errorMessage = '' } = validate(args);
      return valid
        ? null
        : { reason: 'arguments', message: oneLine(errorMessage.replace(/\bdata\b\/?/gu, ''), 400) };
    } catch {
      // A schema that no validator takes says nothing; the server checks for itself.
      return null;
    }
  }

  private validatorOf({ name, parameters }: McpTool) {
    const known = this.validators.get(name);
    if (known) return known;
    const made = new AjvJsonSchemaValidator().getValidator(checkable(parameters as Json) as object);
    this.validators.set(name, made);
    return made;
  }

  /** Calls a tool; only the one that was approved. */
  async call(
    call: { readonly tool: string; readonly fingerprint: string; readonly args: Record<string, unknown> },
    onProgress: (note: string) => void,
    signal: AbortSignal,
  ): Promise<CallOutcome> {
    const tool = this.tools.find(({ name }) => name === call.tool);
    if (this.ended || !this.ready) return { ok: false, failure: { reason: 'gone', message: '' } };
    if (tool?.fingerprint !== call.fingerprint)
      return { ok: false, failure: { reason: 'changed', message: '' } };
    const unfit = this.check(call.tool, call.args);
    if (unfit) return { ok: false, failure: unfit };
    try {
      const result = await this.client.request(
        { method: 'tools/call', params: { name: call.tool, arguments: call.args } },
        callResultSchema,
        { signal, timeout: this.limits.call, onprogress: throttled(onProgress, this.limits.progress) },
      );
      return { ok: true, result: renderResult(result) };
    } catch (error) {
      const failure = callFailure(error, signal.aborted);
      if (isLost(error)) this.end(startTrouble(error, this.launch));
      return { ok: false, failure };
    }
  }

  private end(trouble: ServerTrouble | null): void {
    if (this.ended) return;
    this.ended = true;
    if (this.relisting) clearTimeout(this.relisting);
    const closed = trouble === flooded ? Promise.resolve(this.way.kill()) : this.way.close();
    this.closing = closed
      .catch(() => undefined)
      .then(() => this.client.close())
      .catch(() => undefined);
    this.log.flush();
    const report: McpReport = {
      type: 'ended',
      server: this.server,
      problem: trouble?.problem ?? null,
      final: trouble?.final ?? true,
      needsSignIn: trouble?.needsSignIn ?? false,
    };
    // Who asked for the end wants to know when it has come; a trouble is news at once.
    if (trouble) this.tell(report);
    else void this.closing.then(() => this.tell(report));
  }

  /** The SDK calls what stands here before, then does its own: every message and every broken line is counted. */
  private countMessages(): void {
    const messages = meter(this.limits.flood.messages, Date.now);
    const count = () => {
      if (!messages.take(1)) this.end(flooded);
    };
    this.way.transport.onmessage = count;
    this.way.transport.onerror = count;
  }

  private async list(): Promise<void> {
    if (!this.client.getServerCapabilities()?.tools) {
      this.tools = [];
      this.log.add('Parley: the server has no tools.');
      return;
    }
    const listed: unknown[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES && listed.length <= MAX_MCP_TOOLS; page += 1) {
      const answer: z.infer<typeof pageSchema> = await this.client.request(
        { method: 'tools/list', ...(cursor !== undefined && { params: { cursor } }) },
        pageSchema,
        { timeout: this.limits.list },
      );
      listed.push(...answer.tools);
      if (answer.nextCursor === undefined || answer.nextCursor === cursor) break;
      cursor = answer.nextCursor;
    }
    this.take(listed);
  }

  private take(listed: readonly unknown[]): void {
    const byName = new Map<string, McpTool>();
    for (const raw of listed.slice(0, MAX_MCP_TOOLS)) {
      const cleaned = cleanTool(raw);
      if (!cleaned.ok) this.log.add(`Parley: ${cleaned.why}`);
      else if (byName.has(cleaned.tool.name))
        this.log.add('Parley: a tool that was listed twice was left out.');
      else byName.set(cleaned.tool.name, cleaned.tool);
    }
    const more = listed.length - MAX_MCP_TOOLS;
    if (more > 0) this.log.add(`Parley: only the first ${MAX_MCP_TOOLS} tools are used.`);
    this.tools = [...byName.values()];
    this.validators = new Map();
  }

  /** A server that tells of changes all the time makes one reading a second. */
  private listAgain(): void {
    if (!this.ready) return;
    this.relisting ??= setTimeout(() => {
      void this.list().then(
        () => {
          this.relisting = null;
          if (!this.ended) this.tell({ type: 'tools', server: this.server, tools: this.tools });
        },
        (error: unknown) => {
          this.relisting = null;
          this.log.add(`Parley: the tools could not be read again: ${oneLine(String(error), 200)}`);
        },
      );
    }, this.limits.relist);
  }
}

interface Progress {
  readonly progress: number;
  readonly total?: number | undefined;
  readonly message?: string | undefined;
}

function throttled(tell: (note: string) => void, everyMs: number): (progress: Progress) => void {
  let last = -Infinity;
  return ({ progress, total, message = '' }) => {
    const now = Date.now();
    if (now - last < everyMs) return;
    last = now;
    const part =
      total !== undefined && total > 0 ? `${Math.round((progress / total) * 100)} %` : `step ${progress}`;
    tell(oneLine(message === '' ? part : `${message} (${part})`, 150));
  };
}
