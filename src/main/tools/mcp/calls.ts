import type { McpFailure, McpReport, McpRequest, McpTool } from '../../../shared/ipc/mcp-port';
import type { JsonArguments, McpOutcome } from './tools';

interface Waiting {
  readonly server: string;
  readonly progress: (note: string) => void;
  readonly end: (report: Answer) => void;
}
type Answer = Extract<McpReport, { readonly type: 'checked' | 'result' | 'failed' }>;

/** Questions to the process that wait for their answers. Every one is answered: at the latest when its server ends. */
export class Calls {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor(private readonly send: (request: McpRequest) => void) {}

  /** Why the arguments do not fit; null when they do. */
  async check(
    server: string,
    tool: McpTool,
    args: JsonArguments,
    signal: AbortSignal,
  ): Promise<McpFailure | null> {
    const answer = await this.ask(
      server,
      () => undefined,
      signal,
      (id) => ({
        ...{ type: 'check', id, server },
        ...{ tool: tool.name, args },
      }),
    );
    return answer.type === 'checked' ? answer.problem : failureIn(answer);
  }

  /** What came of the call; an abort is carried to the server. */
  async call(
    server: string,
    tool: McpTool,
    args: JsonArguments,
    progress: (note: string) => void,
    signal: AbortSignal,
  ): Promise<McpOutcome> {
    const answer = await this.ask(server, progress, signal, (id) => ({
      ...{ type: 'call', id, server },
      ...{ tool: tool.name, fingerprint: tool.fingerprint, args },
    }));
    return answer.type === 'result'
      ? { ok: true, result: answer.result }
      : { ok: false, failure: failureIn(answer) ?? gone };
  }

  /** Takes a report that belongs to a question; false when it is none. */
  hear(report: McpReport): boolean {
    if (report.type === 'progress') {
      this.waiting.get(report.id)?.progress(report.note);
      return true;
    }
    if (report.type !== 'checked' && report.type !== 'result' && report.type !== 'failed') return false;
    this.end(report);
    return true;
  }

  /** The server has ended: its questions get no other answer any more. */
  endOf(server: string): void {
    for (const [id, waiting] of this.waiting) {
      if (waiting.server === server) this.end({ type: 'failed', id, failure: gone });
    }
  }

  /** The process has ended. */
  endAll(): void {
    for (const id of [...this.waiting.keys()]) this.end({ type: 'failed', id, failure: gone });
  }

  private end(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    waiting?.end(answer);
  }

  private ask(
    server: string,
    progress: (note: string) => void,
    signal: AbortSignal,
    request: (id: number) => McpRequest,
  ): Promise<Answer> {
    const id = ++this.last;
    return new Promise((resolve) => {
      const cancel = () => this.send({ type: 'cancel', id });
      const end = (answer: Answer) => {
        signal.removeEventListener('abort', cancel);
        resolve(answer);
      };
      this.waiting.set(id, { server, progress, end });
      signal.addEventListener('abort', cancel, { once: true });
      this.send(request(id));
    });
  }
}

const gone: McpFailure = { reason: 'gone', message: '' };

function failureIn(answer: Answer): McpFailure | null {
  switch (answer.type) {
    case 'failed':
      return answer.failure;
    case 'checked':
      return answer.problem;
    case 'result':
      return null;
  }
}
