import type { Locator, Page } from '@playwright/test';
import { until } from './until';

/** The words of "Conversation state" (DEVELOPERS contract); `Problem:` stands for any text that begins with it. */
export type ShownState =
  | 'Ready'
  | 'Connecting'
  | 'Listening'
  | 'Muted'
  | 'Hearing you'
  | 'Thinking'
  | 'Working'
  | 'Waiting for approval'
  | 'Speaking'
  | 'Reconnecting'
  | 'Ending'
  | 'Ended'
  | 'Problem:';

/** An entry of the transcript as a person reads it. */
export interface ShownEntry {
  /** "You", "Parley" or "Tool: <name>". */
  readonly name: string;
  readonly text: string;
  /** Words may still be added. */
  readonly busy: boolean;
}

/** A state with the moment the window showed it, in epoch milliseconds. */
export interface StateChange {
  readonly text: string;
  readonly at: number;
}

/** The main window, reached only by the names of the contract for automation. */
export class ParleyWindow {
  readonly state: Locator;
  readonly log: Locator;
  readonly message: Locator;

  private constructor(readonly page: Page) {
    this.state = page.getByRole('status', { name: 'Conversation state', exact: true });
    this.log = page.getByRole('log', { name: 'Transcript', exact: true });
    this.message = page.getByRole('textbox', { name: 'Message', exact: true });
  }

  /** Waits for the window's contents and begins to write down every state it shows, however short. */
  static async open(page: Page): Promise<ParleyWindow> {
    const window = new ParleyWindow(page);
    await window.state.waitFor();
    await page.evaluate(recordStates);
    return window;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async start(): Promise<void> {
    await this.button('Start conversation').click();
  }

  async end(): Promise<void> {
    await this.button('End conversation').click();
  }

  /** Types a message as a person does and sends it. */
  async type(text: string): Promise<void> {
    await this.message.fill(text);
    await this.button('Send').click();
  }

  /** Every state shown so far, in order, none missed. */
  history(): Promise<readonly StateChange[]> {
    return this.page.evaluate(() => (window as unknown as { shownStates: StateChange[] }).shownStates);
  }

  /** A mark in the history: what is waited for must come after it. */
  async mark(): Promise<number> {
    return (await this.history()).length;
  }

  /** Waits until a state is shown now, or was shown at or after `mark`, were it only for a moment. */
  async waitForState(
    wanted: ShownState | readonly ShownState[],
    { mark = null, timeoutMs = 20_000 }: { readonly mark?: number | null; readonly timeoutMs?: number } = {},
  ): Promise<StateChange> {
    const states = typeof wanted === 'string' ? [wanted] : wanted;
    const fits = ({ text }: StateChange) =>
      states.some((state) => (state === 'Problem:' ? text.startsWith(state) : text === state));
    let seen: readonly StateChange[] = [];
    const ask = async () => {
      seen = await this.history();
      return seen.slice(mark ?? -1).find(fits);
    };
    return explained(until(`state ${states.join(' or ')}`, ask, { timeoutMs }), () =>
      seen.map(({ text }) => text).join(' > '),
    );
  }

  /** What is told of the last turn's latency; null when nothing is. */
  async latency(): Promise<string | null> {
    const shown = this.page.getByTitle('Show the steps');
    return (await shown.count()) === 0 ? null : shown.innerText();
  }

  /** The transcript as it stands. */
  async transcript(): Promise<readonly ShownEntry[]> {
    return this.log.getByRole('article').evaluateAll((articles) =>
      articles.map((article) => ({
        name: article.getAttribute('aria-label') ?? '',
        text: article.textContent?.replace(/\s+/g, ' ').trim() ?? '',
        busy: article.getAttribute('aria-busy') === 'true',
      })),
    );
  }

  /** Waits for an entry with this name that fits; `after` counts the entries already dealt with. */
  waitForEntry(
    name: string | RegExp,
    fits: (entry: ShownEntry) => boolean = ({ busy }) => !busy,
    { after = 0, timeoutMs = 20_000 }: { readonly after?: number; readonly timeoutMs?: number } = {},
  ): Promise<ShownEntry> {
    const named = (entry: ShownEntry) =>
      typeof name === 'string' ? entry.name === name : name.test(entry.name);
    let entries: readonly ShownEntry[] = [];
    const ask = async () => {
      entries = (await this.transcript()).slice(after);
      return entries.find((entry) => named(entry) && fits(entry));
    };
    return explained(until(`an entry ${String(name)}`, ask, { timeoutMs, everyMs: 50 }), () =>
      entries.map((entry) => `${entry.name}${entry.busy ? '...' : ''}: ${entry.text}`).join(' | '),
    );
  }
}

/** Adds what was shown instead to the error of a vain wait. */
async function explained<T>(waiting: Promise<T>, shown: () => string): Promise<T> {
  try {
    return await waiting;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${message}; shown: ${shown()}`, { cause: error });
  }
}

/** Runs in the page. */
function recordStates(): void {
  const shown: { text: string; at: number }[] = [];
  (window as unknown as { shownStates: typeof shown }).shownStates = shown;
  const line = document.querySelector('[role="status"][aria-label="Conversation state"]');
  const note = () => {
    const text = line?.textContent?.trim() ?? '';
    if (shown.at(-1)?.text !== text) shown.push({ text, at: performance.timeOrigin + performance.now() });
  };
  note();
  if (line) new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
}
