import type { Problem } from '../../../../shared/problem';
import { SHORTCUT_NAMES, type ShortcutName } from '../../../../shared/shortcuts/shortcuts';
import type { BackendState, Bindings, ShortcutBackend, ShortcutListener } from '../../shortcuts';
import { BusConnection } from '../bus/bus-connection';
import type { BusCall, BusMessage } from '../bus/bus-wire';
import {
  bindShortcuts,
  createSession,
  PORTAL_NAME,
  portalGone,
  portalNews,
  portalRules,
  registerApp,
  requestPath,
  type PortalNews,
} from './portal-messages';

/** Longest that the system's dialog may stand open, in milliseconds. */
const DIALOG_MS = 5 * 60_000;

type Response = Extract<PortalNews, { type: 'response' }>;

/** What the backend needs. */
export interface PortalParts {
  readonly environment: NodeJS.ProcessEnv;
  /** The name of our desktop entry, without its ending. */
  readonly appId: string;
  readonly listener: ShortcutListener;
  /** An English text as the person reads it in the desktop's dialog. */
  readonly read: (text: string) => string;
}

/**
 * Keys on a Wayland desktop, by its portal: the person chooses them in the system's own dialog, and the system tells both
 * edges of these and of no other key. A session's shortcuts are bound once, so that other ones want another session.
 */
export class PortalShortcuts implements ShortcutBackend {
  private bus: BusConnection | null = null;
  private session: string | null = null;
  /** The portal's own name on the bus. */
  private owner = '';
  private triggers: ReadonlyMap<string, string> = new Map();
  private trouble: Problem | null = null;
  private readonly requests = new Map<string, (response: Response) => void>();
  private count = 0;

  constructor(private readonly parts: PortalParts) {}

  get state(): BackendState {
    return {
      backend: 'portal',
      sentence:
        'Your desktop (Wayland) keeps the keys that work in every app, and asks you for them; change them in its settings.',
      canHold: this.trouble === null && this.triggers.has('talk'),
      chosenHere: false,
      problem: this.trouble,
      needsPermission: false,
    };
  }

  /** What the system calls the keys of each shortcut. */
  get chosen(): ReadonlyMap<string, string> {
    return this.triggers;
  }

  async watch(bindings: Bindings): Promise<ReadonlyMap<ShortcutName, Problem>> {
    const watched = this.session !== null;
    this.letGo();
    // With the session goes the news of a key that is down just now.
    if (watched) this.parts.listener.lost();
    const wanted = SHORTCUT_NAMES.flatMap((name) => {
      const keys = bindings[name];
      return keys === undefined ? [] : [[name, keys] as const];
    });
    if (wanted.length === 0) return new Map();
    try {
      this.trouble = await this.bind(wanted);
    } catch {
      this.letGo();
      this.trouble = noPortal;
    }
    const missing = wanted.filter(([name]) => !this.triggers.has(name));
    return new Map(missing.map(([name]) => [name, this.trouble ?? notChosen]));
  }

  anyKeyDown(): Promise<boolean | null> {
    return Promise.resolve(null);
  }

  allow(): Promise<void> {
    return Promise.resolve();
  }

  stop(): void {
    this.letGo();
  }

  /** Null when the system has bound what the person wanted. Rejects when it knows no such thing. */
  private async bind(wanted: readonly (readonly [ShortcutName, string])[]): Promise<Problem | null> {
    const bus = await BusConnection.open(this.parts.environment, {
      signal: (message) => this.signal(message),
      gone: () => this.gone(),
    });
    this.bus = bus;
    for (const rule of portalRules) await bus.listen(rule);
    // Older portals do not know it, and find out who we are by themselves.
    await bus.call(registerApp(this.parts.appId)).catch(() => undefined);
    this.owner = await bus.ownerOf(PORTAL_NAME);
    const created = await this.ask(bus, createSession);
    if (created.outcome !== 'granted' || created.session === null) return noPortal;
    const { session } = created;
    this.session = session;
    const bound = await this.ask(bus, (token) => bindShortcuts(session, token, wanted, this.parts.read));
    if (bound.outcome === 'cancelled') return declined;
    if (bound.outcome === 'failed') return noPortal;
    this.triggers = bound.triggers;
    return null;
  }

  /** Makes a request and waits for its answer, which may be a dialog away. */
  private async ask(bus: BusConnection, call: (token: string) => BusCall): Promise<Response> {
    const token = `parley${++this.count}`;
    const path = requestPath(bus.name, token);
    const late: Response = {
      type: 'response',
      request: path,
      outcome: 'failed',
      session: null,
      triggers: new Map(),
    };
    let clock: NodeJS.Timeout | undefined;
    const answered = new Promise<Response>((resolve) => {
      this.requests.set(path, resolve);
      clock = setTimeout(() => resolve(late), DIALOG_MS);
    });
    try {
      await bus.call(call(token));
      return await answered;
    } finally {
      clearTimeout(clock);
      this.requests.delete(path);
    }
  }

  /** Any program on the bus may send us a signal; only the portal's own count. */
  private signal(message: BusMessage): void {
    if (this.owner === '') return;
    if (portalGone(message, this.owner)) return this.gone();
    const news = message.sender === this.owner ? portalNews(message) : null;
    if (news) this.hear(news);
  }

  private hear(news: PortalNews): void {
    const { listener } = this.parts;
    switch (news.type) {
      case 'response':
        return this.requests.get(news.request)?.(news);
      case 'edge': {
        const name = SHORTCUT_NAMES.find((one) => one === news.name);
        return name && news.session === this.session ? listener.edge(name, news.down) : undefined;
      }
      case 'changed':
        if (news.session !== this.session) return;
        this.triggers = news.triggers;
        return listener.changed();
      case 'closed':
        return news.session === this.session ? this.gone() : undefined;
    }
  }

  private gone(): void {
    this.letGo();
    this.trouble = closed;
    this.parts.listener.lost();
    this.parts.listener.changed();
  }

  private letGo(): void {
    const { bus } = this;
    this.bus = null;
    this.session = null;
    this.owner = '';
    this.triggers = new Map();
    for (const [request, answer] of this.requests) {
      answer({ type: 'response', request, outcome: 'failed', session: null, triggers: new Map() });
    }
    bus?.close();
  }
}

const noPortal: Problem = {
  code: 'no_shortcut_portal',
  sentence: 'This desktop (Wayland) offers apps no keys of their own.',
  next: 'Bind a key in its settings to parley --toggle-talk.',
};

const declined: Problem = {
  code: 'shortcuts_declined',
  sentence: 'No keys were chosen in the dialog of the desktop.',
  next: 'Restart Parley to be asked again, or bind a key to parley --toggle-talk.',
};

const notChosen: Problem = {
  code: 'shortcut_not_chosen',
  sentence: 'The desktop has no key for this.',
  next: 'Choose one in its settings.',
};

const closed: Problem = {
  code: 'shortcuts_closed',
  sentence: 'The desktop has taken its keys back from Parley.',
  next: 'Restart Parley to ask for them again.',
};
