/*
 * The snippets of resources/channels, filled in and run as a developer runs them, against the local agent without models.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestServer } from '../../src/local-agent/server/test-server.fixture';
import type { LocalAgentOptions } from '../../src/local-agent/server/server';
import { fillSnippet } from '../../src/shared/agents/channels';
import { until } from '../support/until';

const PROJECT = join(import.meta.dirname, '..', '..');

/** Sound of a telephone or of an app, for both ways. */
const FORMATS = {
  app: { encoding: 'audio/pcm', sample_rate: 24_000 },
  telephone: { encoding: 'audio/pcmu', sample_rate: 8_000 },
} as const;

/** A running snippet: what it printed, and its end. */
export interface Running {
  readonly child: ChildProcess;
  readonly out: () => Buffer;
  readonly err: () => string;
  /** Exit code. */
  readonly ended: Promise<number>;
}

/** A local agent with one stored agent, and a folder with the snippets of one channel made for it. */
export class ChannelRig {
  private readonly children: ChildProcess[] = [];

  private constructor(
    readonly server: TestServer,
    readonly folder: string,
    readonly agentId: string,
  ) {}

  static async start(
    channel: 'direct' | 'browser' | 'telephone',
    agent: object = {},
    options: Partial<LocalAgentOptions> = {},
  ): Promise<ChannelRig> {
    const server = await TestServer.start(options);
    const format = FORMATS[channel === 'telephone' ? 'telephone' : 'app'];
    const { body } = await server.rest('POST', '/v1/agents', {
      name: 'Clock',
      system_prompt: 'You tell the time.',
      voice: { voice_id: 'anna' },
      input: { format },
      output: { format },
      ...agent,
    });
    const agentId = String(body['id']);
    const port = String(server.server.port);
    const place = {
      agentId,
      socketUrl: `ws://127.0.0.1:${port}/v1/ws`,
      apiUrl: `http://127.0.0.1:${port}/v1`,
    };
    // Inside the project, where the package ws is found.
    const parent = join(PROJECT, 'artifacts', 'test');
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(join(parent, `channel-${channel}-`));
    const sources = join(PROJECT, 'resources', 'channels', channel);
    for (const name of readdirSync(sources)) {
      writeFileSync(join(folder, name), fillSnippet(readFileSync(join(sources, name), 'utf8'), place));
    }
    return new ChannelRig(server, folder, agentId);
  }

  /** Runs a file of the folder. */
  run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
    const child = spawn(program, args, {
      cwd: this.folder,
      env: { PATH: process.env['PATH'] ?? '', ASSEMBLYAI_API_KEY: 'any', ...environment },
    });
    this.children.push(child);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? -1));
    });
    return { child, out: () => Buffer.concat(out), err: () => Buffer.concat(err).toString('utf8'), ended };
  }

  /** Runs a server that listens on any free port; resolves to the port it printed. */
  async serve(file: string, environment: Readonly<Record<string, string>> = {}): Promise<number> {
    const { out, err } = this.run(process.execPath, [file], { PORT: '0', ...environment });
    const listening = () =>
      /(?:port |localhost:)(\d+)/.exec(out().toString('utf8'))?.[1] ?? (err() ? err() : null);
    return Number(await until(`${file} listens`, listening, { timeoutMs: 10_000 }));
  }

  /** How the sessions at the server stand, newest first: `status reason`. */
  async sessions(): Promise<readonly string[]> {
    const { body } = await this.server.rest('GET', '/v1/sessions');
    const sessions = body['sessions'] as readonly Record<string, unknown>[];
    return sessions.map(({ status, public_close_reason: reason }) => `${String(status)} ${String(reason)}`);
  }

  async stop(): Promise<void> {
    for (const child of this.children) child.kill();
    await this.server.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
