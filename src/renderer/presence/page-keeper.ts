/** Hands main what is in the page, so that a window that is made anew shows the same. */
import type { KeptPage } from '../../shared/ipc/presence';
import type { WindowBridge } from '../bridge';

/** Typing is handed over this long after the last key. */
const PAUSE_MS = 200;
/** Longest text that the contract takes. */
const LONGEST_DRAFT = 20_000;

const empty: KeptPage = { draft: '', view: 'conversation', settingsOpen: false };

/** What an earlier page left; nothing when main does not answer. */
export function keptPage(bridge: WindowBridge): Promise<KeptPage> {
  return bridge.request('window.kept').catch(() => empty);
}

/** Keeps the page's content with main. */
export class PageKeeper {
  private waiting: Partial<KeptPage> = {};
  private calledOff: () => void = () => undefined;

  constructor(
    private readonly bridge: WindowBridge,
    /** What the page begins with. */
    readonly kept: KeptPage,
    /** Runs something later; returns what calls it off. */
    private readonly after: (milliseconds: number, run: () => void) => () => void = later,
  ) {}

  /** This is in the page now. Handed over in a moment, so that typing does not become a request a key. */
  keep(patch: Partial<KeptPage>): void {
    this.waiting = { ...this.waiting, ...patch };
    this.calledOff();
    this.calledOff = this.after(PAUSE_MS, () => this.handOver());
  }

  /** Hands over at once what waits. */
  handOver(): void {
    this.calledOff();
    const { draft, ...rest } = this.waiting;
    if (Object.keys(this.waiting).length === 0) return;
    this.waiting = {};
    const patch = { ...rest, ...(draft !== undefined && { draft: draft.slice(0, LONGEST_DRAFT) }) };
    // Main is gone when this fails, and the page with it.
    this.bridge.request('window.keep', patch).catch(() => undefined);
  }

  /** "Settings" was chosen in the tray. Returns the function that ends the listening. */
  onSettings(open: () => void): () => void {
    return this.bridge.on('presence.openSettings', open);
  }
}

function later(milliseconds: number, run: () => void): () => void {
  const clock = setTimeout(run, milliseconds);
  return () => clearTimeout(clock);
}
