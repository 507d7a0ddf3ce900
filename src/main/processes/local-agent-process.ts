import { randomBytes } from 'node:crypto';
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type {
  LanguageModelServer,
  LocalAgentAsk,
  LocalAgentCheck,
  LocalAgentForget,
  LocalAgentReport,
  LocalAgentStart,
  LocalAgentTune,
  LocalAgentTuning,
  ServerCheck,
  ServerTrouble,
} from '../../shared/ipc/local-agent-port';
import { endProcess } from './end-process';
import { ProblemError, type Problem } from '../../shared/problem';
import { withoutKeys } from '../../shared/without-keys';
import type { Endpoint } from '../conversation/socket';

/** From fork to listening; the models load later, when the first session asks for them. */
const START_MS = 10_000;

/** A question to a language model server. */
export type Question = Omit<LocalAgentAsk, 'type' | 'id'>;

/** A question that is waited for. */
interface Asked {
  readonly onText: (text: string) => void;
  readonly end: (trouble: ServerTrouble | null) => void;
}

/** The local agent: started when first needed, reachable on loopback with a random token of this run. */
export class LocalAgentProcess {
  private process: UtilityProcess | null = null;
  private endpoint: Promise<Endpoint> | null = null;
  /** Checks that are waited for, by their ids. */
  private readonly checks = new Map<number, (check: ServerCheck | null) => void>();
  private checksAsked = 0;
  /** Questions that are waited for, by their ids. */
  private readonly questions = new Map<number, Asked>();
  private questionsAsked = 0;
  private tunings = 0;

  constructor(
    private readonly entry: string,
    private readonly speechPort: () => MessagePortMain,
    private readonly tuning: () => Promise<LocalAgentTuning>,
    /** What may be offered; asked for at each start, since describing them all takes a while. */
    private readonly tools: () => LocalAgentStart['tools'],
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

  /** Takes up changed settings at once; of several changes the last counts. Never rejects. */
  async tune(): Promise<void> {
    const child = this.process;
    if (!child) return;
    const number = ++this.tunings;
    const tune: LocalAgentTune = { type: 'tune', ...(await this.tuning()) };
    if (number === this.tunings && child === this.process) child.postMessage(tune);
  }

  /** Whether this language model server can be used. Rejects with {@link ProblemError} when nobody can ask it. */
  async check(server: LanguageModelServer): Promise<ServerCheck> {
    await this.ensure();
    const id = ++this.checksAsked;
    const check = await new Promise<ServerCheck | null>((resolve) => {
      const ask: LocalAgentCheck = { type: 'check', id, server };
      this.checks.set(id, resolve);
      if (this.process) this.process.postMessage(ask);
      else this.endChecks();
    });
    if (!check) throw new ProblemError(failed);
    return check;
  }

  /**
   * Has a language model server answer; `onText` hears the answer part by part. Resolves to null, or to why the
   * server did not answer. Rejects with {@link ProblemError} when nobody can ask it, and with the signal's reason when
   * that aborts.
   */
  async ask(
    question: Question,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<ServerTrouble | null> {
    await this.ensure();
    signal.throwIfAborted();
    const id = ++this.questionsAsked;
    return new Promise((resolve, reject) => {
      const forget = () => {
        this.questions.delete(id);
        this.process?.postMessage({ type: 'forget', id } satisfies LocalAgentForget);
        reject(signal.reason);
      };
      signal.addEventListener('abort', forget, { once: true });
      const end = (trouble: ServerTrouble | null) => {
        signal.removeEventListener('abort', forget);
        resolve(trouble);
      };
      this.questions.set(id, { onText, end });
      if (this.process) this.process.postMessage({ type: 'ask', id, ...question } satisfies LocalAgentAsk);
      else this.endChecks();
    });
  }

  /** A question or check is waited for. */
  get isBusy(): boolean {
    return this.checks.size > 0 || this.questions.size > 0;
  }

  stop(): void {
    const child = this.process;
    this.process = null;
    this.endpoint = null;
    this.endChecks();
    endProcess(child);
  }

  private endChecks(): void {
    for (const end of this.checks.values()) end(null);
    this.checks.clear();
    for (const { end } of this.questions.values()) end('failed');
    this.questions.clear();
  }

  private start(): Promise<Endpoint> {
    const token = randomBytes(32).toString('base64url');
    const child = utilityProcess.fork(this.entry, [], {
      serviceName: 'Parley local agent',
      stdio: 'inherit',
      env: withoutKeys(process.env),
    });
    this.process = child;
    return new Promise<Endpoint>((resolve, reject) => {
      const clock = setTimeout(() => reject(new ProblemError(silent)), START_MS);
      child.once('spawn', () => {
        this.tuning()
          .then((tuning) => {
            // A port would bring up the speech process for nobody.
            if (this.process !== child) return;
            const start: LocalAgentStart = {
              type: 'start',
              token,
              timing: 'native',
              tools: this.tools(),
              ...tuning,
            };
            child.postMessage(start, [this.speechPort()]);
          })
          .catch(reject);
      });
      child.on('message', (report: LocalAgentReport) => {
        if (report.type === 'checked') {
          this.checks.get(report.id)?.(report.check);
          this.checks.delete(report.id);
          return;
        }
        if (report.type === 'answering') {
          this.questions.get(report.id)?.onText(report.text);
          return;
        }
        if (report.type === 'answered') {
          this.questions.get(report.id)?.end(report.trouble);
          this.questions.delete(report.id);
          return;
        }
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
        this.endChecks();
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
  next: 'Start the conversation again. If it keeps failing, install Parley again.',
};
