import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { electronCommand } from './electron-command';

/** The product's own agent, run by its command line as any client of the API would meet it. */
export class LocalAgentService {
  private constructor(
    private readonly process: ChildProcess,
    /** For PARLEY_AGENT_URL. */
    readonly url: string,
  ) {}

  /** Starts the built agent on a free port; resolves when it says where it listens. */
  static async start(...options: readonly string[]): Promise<LocalAgentService> {
    const { appFolder, models } = await electronCommand();
    const entry = join(appFolder, 'out', 'main', 'local-agent-cli.js');
    const child = spawn(process.execPath, [entry, '--port', '0', '--models', models, ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new LocalAgentService(child, await announcedAddress(child));
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await gone;
  }
}

function announcedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', (code) => reject(new Error(`The local agent ended with ${code}: ${printed}`)));
    child.stdout!.on('data', (chunk) => {
      printed += String(chunk);
      const address = /ws:\/\/\S+/.exec(printed);
      if (address) resolve(address[0]);
    });
  });
}
