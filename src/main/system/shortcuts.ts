/**
 * How keys are taken while another app has the focus: one backend a system, chosen in `create-shortcuts.ts`. What one
 * cannot do it says.
 */
import type { ShortcutsState } from '../../shared/ipc/shortcuts';
import type { KeyHookReport, KeyHookRequest } from '../../shared/ipc/key-hook-port';
import type { Problem } from '../../shared/problem';
import type { ShortcutName } from '../../shared/shortcuts/shortcuts';

/** The keys of each shortcut that is to be watched; a name that is missing has none. */
export type Bindings = Readonly<Partial<Record<ShortcutName, string>>>;

/** Who hears of the keys. */
export interface ShortcutListener {
  /** All keys of a shortcut are down, or no longer are. */
  edge(name: ShortcutName, down: boolean): void;
  /** Another key was pressed while it was down. */
  combined(name: ShortcutName): void;
  /** Nobody watches the keys for now: a release may be lost. */
  lost(): void;
  /** What the backend can do, or why it cannot, has changed. */
  changed(): void;
}

/** What a backend is and can do now. */
export type BackendState = Pick<
  ShortcutsState,
  'backend' | 'sentence' | 'canHold' | 'chosenHere' | 'problem' | 'needsPermission'
>;

/** One way of taking keys. */
export interface ShortcutBackend {
  readonly state: BackendState;
  /** The keys in the system's own words, by shortcut, where the system chooses them. */
  readonly chosen?: ReadonlyMap<string, string>;
  /** Watches these in place of those before; tells what cannot be had and why. The others work. */
  watch(bindings: Bindings): Promise<ReadonlyMap<ShortcutName, Problem>>;
  /** Tries those again that another app had taken, and leaves the others alone; tells what still cannot be had. */
  tryAgain?(): ReadonlyMap<ShortcutName, Problem>;
  /** Whether any key of the keyboard is down; null when the system does not say. */
  anyKeyDown(): Promise<boolean | null>;
  /** Asks the system for its permission, where it wants to be asked. */
  allow(): Promise<void>;
  stop(): void;
}

/** The process that listens to the keyboard. */
export interface KeyHook {
  watch(bindings: KeyHookRequest['bindings']): void;
  kill(): void;
}

/** Starts one that tells these. */
export type CreateKeyHook = (hear: {
  readonly report: (report: KeyHookReport) => void;
  readonly gone: (again: boolean) => void;
}) => KeyHook;

/** Electron's `globalShortcut`: takes a combination away from every other app. */
export interface GrabKeys {
  /** False when another app has it already. */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}
