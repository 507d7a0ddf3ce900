import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { ArgumentOf, RequestSpec, ResultOf } from '../../shared/ipc/contract';
import { ProblemError, type Problem } from '../../shared/problem';
import { APP_ORIGIN } from '../desktop/app-origin';

type Requests = Readonly<Record<string, RequestSpec<unknown, unknown>>>;

/** One function for each request of a map. */
export type Handlers<R extends Requests> = {
  readonly [Name in keyof R]: (
    argument: ArgumentOf<R[Name]>,
  ) => ResultOf<R[Name]> | Promise<ResultOf<R[Name]>>;
};

/** What the bridge of a page gets back. */
export type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem };

/**
 * Answers the requests of the registered pages. A request is heard only when it comes from the main frame of a
 * registered page on our own origin, its name belongs to that page's map and its argument fits the schema.
 */
export class RequestServer {
  private readonly pages = new Map<
    number,
    { requests: Requests; handlers: Record<string, (a: never) => unknown> }
  >();

  constructor(
    ipc: Pick<IpcMain, 'handle'>,
    /** Told of refusals: the name and the reason, never the argument. */
    private readonly log: (line: string) => void,
  ) {
    ipc.handle('request', (event, name: unknown, argument: unknown) => this.answer(event, name, argument));
  }

  /** Lets a page make these requests for as long as it lives. */
  register<R extends Requests>(page: WebContents, requests: R, handlers: Handlers<R>): void {
    this.pages.set(page.id, { requests, handlers: handlers as Record<string, (a: never) => unknown> });
    page.once('destroyed', () => this.pages.delete(page.id));
  }

  private async answer(event: IpcMainInvokeEvent, name: unknown, argument: unknown): Promise<Answer> {
    const page = this.pages.get(event.sender.id);
    const frame = event.senderFrame;
    const trusted = page && frame && frame === event.sender.mainFrame && originOf(frame.url) === APP_ORIGIN;
    if (!trusted) return this.refuse(String(name), 'untrusted sender');
    if (typeof name !== 'string' || !Object.hasOwn(page.requests, name)) {
      return this.refuse('?', 'unknown request');
    }
    const parsed = page.requests[name]!.argument.safeParse(argument);
    if (!parsed.success) return this.refuse(name, 'argument does not fit');
    try {
      return { ok: true, value: await page.handlers[name]!(parsed.data as never) };
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, problem: error.problem };
      this.log(`request ${name} failed: ${error instanceof Error ? error.name : 'unknown error'}`);
      return { ok: false, problem: failed };
    }
  }

  private refuse(name: string, reason: string): Answer {
    this.log(`request ${name.slice(0, 60)} refused: ${reason}`);
    return { ok: false, problem: refused };
  }
}

function originOf(url: string): string {
  // Custom schemes have an opaque origin in Node's URL, so scheme and host are compared.
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

const refused: Problem = {
  code: 'request_refused',
  sentence: 'Parley refused that request.',
  next: 'Check what was entered and try again.',
};

const failed: Problem = {
  code: 'request_failed',
  sentence: 'That did not work.',
  next: 'Try again. If it keeps failing, restart Parley.',
};
