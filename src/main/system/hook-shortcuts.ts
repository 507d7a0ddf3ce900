import { accelerator, readKeys } from '../../shared/shortcuts/keys';
import type { Problem } from '../../shared/problem';
import type { ShortcutName } from '../../shared/shortcuts/shortcuts';
import type { KeyHookReport } from '../../shared/ipc/key-hook-port';
import type {
  BackendState,
  Bindings,
  CreateKeyHook,
  GrabKeys,
  KeyHook,
  ShortcutBackend,
  ShortcutListener,
} from './shortcuts';

/** What differs between the systems that a key hook works on. */
export interface HookSystem {
  readonly backend: 'x11' | 'windows' | 'macos';
  readonly sentence: string;
  /** Whether any key is down; null when the system does not say. */
  readonly anyKeyDown: () => Promise<boolean | null>;
  /** Where the system lets nobody listen without the person's consent. */
  readonly permission: {
    readonly granted: () => boolean;
    readonly ask: () => Promise<void>;
    readonly missing: Problem;
    /** It is granted, and the system refuses all the same: there is a second permission. */
    readonly refused: Problem;
    readonly askAfterRefusal: () => Promise<void>;
  } | null;
}

/** What a backend with a key hook is made of. */
export interface HookParts {
  readonly createHook: CreateKeyHook;
  readonly grab: GrabKeys;
  readonly listener: ShortcutListener;
}

/**
 * The talk key through the key hook, because only that knows of a release; the others, and the talk key too if it is a
 * combination, are grabbed from the system, so that no other app takes them as well.
 */
export class HookShortcuts implements ShortcutBackend {
  private hook: KeyHook | null = null;
  private grabbed: string[] = [];
  private trouble: Problem | null = null;
  private listening = false;
  /** The hook was told of a talk key. */
  private watches = false;
  private wanted: Bindings = {};
  /** What other apps have. */
  private taken = new Set<ShortcutName>();

  constructor(
    private readonly system: HookSystem,
    private readonly parts: HookParts,
  ) {}

  get state(): BackendState {
    const { backend, sentence, permission } = this.system;
    const isGranted = permission === null || permission.granted();
    const needsPermission = !isGranted || (permission !== null && this.trouble === permission.refused);
    const problem = isGranted ? this.trouble : permission.missing;
    return { backend, sentence, canHold: problem === null, chosenHere: true, problem, needsPermission };
  }

  watch(bindings: Bindings): Promise<ReadonlyMap<ShortcutName, Problem>> {
    this.wanted = bindings;
    for (const taken of this.grabbed.splice(0)) this.parts.grab.unregister(taken);
    this.taken = new Set();
    for (const [name, keys] of Object.entries(bindings) as [ShortcutName, string][]) {
      if (!this.grabs(name, keys)) this.taken.add(name);
    }
    this.watchTalkKey(this.taken.has('talk') ? undefined : bindings.talk);
    return Promise.resolve(this.refused());
  }

  tryAgain(): ReadonlyMap<ShortcutName, Problem> {
    for (const name of [...this.taken]) {
      const keys = this.wanted[name];
      if (keys === undefined || !this.grabs(name, keys)) continue;
      this.taken.delete(name);
      if (name === 'talk') this.watchTalkKey(keys);
    }
    return this.refused();
  }

  anyKeyDown(): Promise<boolean | null> {
    return this.system.anyKeyDown();
  }

  async allow(): Promise<void> {
    const { permission } = this.system;
    if (permission !== null && permission.granted() && this.trouble === permission.refused) {
      await permission.askAfterRefusal();
    } else await permission?.ask();
    this.watchTalkKey(this.wanted.talk);
  }

  stop(): void {
    for (const taken of this.grabbed.splice(0)) this.parts.grab.unregister(taken);
    this.hook?.kill();
  }

  private refused(): ReadonlyMap<ShortcutName, Problem> {
    return new Map([...this.taken].map((name) => [name, takenByOther]));
  }

  /** A modifier alone cannot be grabbed, and nobody needs it to be. */
  private grabs(name: ShortcutName, text: string): boolean {
    const keys = readKeys(text);
    const wanted = keys && accelerator(keys);
    if (!wanted) return name === 'talk';
    const pressed = () => {
      // Its edges come from the hook.
      if (name !== 'talk') this.parts.listener.edge(name, true);
    };
    if (!this.parts.grab.register(wanted, pressed)) return false;
    this.grabbed.push(wanted);
    return true;
  }

  private watchTalkKey(keys: string | undefined): void {
    const { permission } = this.system;
    // Without consent the system would ask for it by itself, and without a reason.
    const mayListen = permission === null || permission.granted();
    this.trouble = null;
    if (keys === undefined || !mayListen) return this.unwatchTalkKey();
    this.watches = true;
    this.hook ??= this.parts.createHook({
      report: (report) => this.reported(report),
      gone: (again) => this.gone(again),
    });
    this.trouble = this.listening ? null : starting;
    this.hook.watch([{ id: 'talk', keys }]);
  }

  private unwatchTalkKey(): void {
    this.listening = false;
    this.hook?.watch([]);
    // It may be down just now, and nobody will tell of its release.
    if (this.watches) this.parts.listener.lost();
    this.watches = false;
  }

  private reported(report: KeyHookReport): void {
    const { listener } = this.parts;
    switch (report.type) {
      case 'edge':
        return listener.edge('talk', report.down);
      case 'combined':
        return listener.combined('talk');
      case 'listening':
        this.listening = true;
        return this.tell(null);
      case 'refused':
        // What cannot listen is of no use; the next try begins with another one.
        this.listening = false;
        this.hook?.kill();
        return this.tell(this.system.permission?.refused ?? refused);
    }
  }

  private gone(again: boolean): void {
    this.listening = false;
    this.parts.listener.lost();
    this.tell(again ? restarting : crashed);
  }

  private tell(trouble: Problem | null): void {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    this.parts.listener.changed();
  }
}

const takenByOther: Problem = {
  code: 'shortcut_taken',
  sentence: 'Another app has taken this combination.',
  next: 'Choose another one, or free it in that app.',
};

const refused: Problem = {
  code: 'keys_refused',
  sentence: 'The system does not let Parley watch the talk key.',
  next: 'Use the window, or bind a key of the desktop to parley --toggle-talk.',
};

const starting: Problem = {
  code: 'keys_starting',
  sentence: 'What watches the talk key is being started.',
  next: 'Try the key in a moment.',
};

const restarting: Problem = {
  code: 'keys_restarting',
  sentence: 'What watches the talk key stopped; it is being started again.',
  next: 'Try the key in a moment.',
};

const crashed: Problem = {
  code: 'keys_gone',
  sentence: 'What watches the talk key stopped again and again.',
  next: 'Choose the key anew in Settings under Shortcuts, or restart Parley.',
};
