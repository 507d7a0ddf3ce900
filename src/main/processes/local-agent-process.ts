import { randomBytes } from 'node:crypto';
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { LocalAgentReport, LocalAgentStart, LocalAgentTune } from '../../shared/ipc/local-agent-port';
import { endProcess } from './end-process';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Endpoint } from '../conversation/socket';

/** From fork to listening; the models load later, when the first session asks for them. */
const START_MS = 10_000;

/** The local agent: started when first needed, reachable on loopback with a random token of this run. */
export class LocalAgentProcess {
  private process: UtilityProcess | null = null;
  private endpoint: Promise<Endpoint> | null = null;

  constructor(
    private readonly entry: string,
    private readonly speechPort: () => MessagePortMain,
    private readonly speakingSpeed: () => number,
    private readonly onCrash: (code: number) => void,
  ) {}

  /** The address of the running agent. Rejects with {@link ProblemError} when it cannot be started. */
  ensure(): Promise<Endpoint> {
    this.endpoint ??= this.start().catch((error: unknown) => {
      this.stop();
      throw error;
    });
    return this.endpoint;
  }

  /** Takes up changed settings at once. */
  tune(): void {
    const tune: LocalAgentTune = { type: 'tune', speakingSpeed: this.speakingSpeed() };
    this.process?.postMessage(tune);
  }

  stop(): void {
    const child = this.process;
    this.process = null;
    this.endpoint = null;
    endProcess(child);
  }

  private start(): Promise<Endpoint> {
    const token = randomBytes(32).toString('base64url');
    const child = utilityProcess.fork(this.entry, [], {
      serviceName: 'Parley local agent',
      stdio: 'inherit',
    });
    this.process = child;
    return new Promise<Endpoint>((resolve, reject) => {
      const clock = setTimeout(() => reject(new ProblemError(silent)), START_MS);
      child.once('spawn', () => {
        const start: LocalAgentStart = {
          type: 'start',
          token,
          timing: 'native',
          speakingSpeed: this.speakingSpeed(),
        };
        child.postMessage(start, [this.speechPort()]);
      });
      child.on('message', (report: LocalAgentReport) => {
        clearTimeout(clock);
        if (report.type === 'listening') {
          resolve({ url: `ws://127.0.0.1:${report.port}/v1/ws`, key: token });
        } else reject(new ProblemError(failed));
      });
      child.once('exit', (code) => {
        clearTimeout(clock);
        reject(new ProblemError(failed));
        if (this.process !== child) return;
        this.process = null;
        this.endpoint = null;
        this.onCrash(code);
      });
    });
  }
}

const silent: Problem = {
  code: 'local_agent_silent',
  sentence: 'The local agent did not start in time.',
  next: 'Start the conversation again.',
};

const failed: Problem = {
  code: 'local_agent_failed',
  sentence: 'The local agent could not be started.',
  next: 'Run npm start again; it checks and repairs the installation.',
};
