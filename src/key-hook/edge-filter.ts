import {
  modifierOf,
  MODIFIERS,
  readKeys,
  scanCode,
  type Keys,
  type Modifier,
} from '../shared/shortcuts/keys';
import type { KeyHookReport } from '../shared/ipc/key-hook-port';

/** A key as the system tells of it. */
export interface KeyEvent {
  readonly down: boolean;
  /** libuiohook's code of the key. */
  readonly code: number;
  /** Modifiers that are down, the key itself perhaps among them. */
  readonly modifiers: readonly Modifier[];
  /** Epoch milliseconds. */
  readonly at: number;
}

interface Binding {
  readonly id: string;
  readonly keys: Keys;
  readonly code: number;
  /** Set when the key is itself a modifier. */
  readonly alone: Modifier | null;
  down: boolean;
  /** It was told, since it went down, that it is part of something else: how many keys that takes is nobody's business. */
  combined: boolean;
}

/** Both keys of a modifier; some systems tell of the plain one beside the right one. */
const CODES_OF: ReadonlyMap<number, Modifier> = new Map(
  MODIFIERS.flatMap((modifier) =>
    ['Left', 'Right'].flatMap((side) => {
      const code = scanCode(`${modifier}${side}`);
      return code === null ? [] : [[code, modifier] as const];
    }),
  ),
);

/** Lets through of all keys only the edges of what is bound. It remembers nothing of any other key. */
export class EdgeFilter {
  private bindings: Binding[] = [];

  constructor(private readonly tell: (report: KeyHookReport) => void) {}

  /** Watches these from now on. What was down of the earlier ones is told to be up. */
  watch(bindings: readonly { readonly id: string; readonly keys: string }[], at: number): void {
    for (const binding of this.bindings) if (binding.down) this.edge(binding, false, at);
    this.bindings = bindings.flatMap(({ id, keys: text }) => {
      const keys = readKeys(text);
      const code = keys && scanCode(keys.key);
      return keys && code !== null
        ? [{ id, keys, code, alone: modifierOf(keys.key), down: false, combined: false }]
        : [];
    });
  }

  key(event: KeyEvent): void {
    for (const binding of this.bindings) {
      if (binding.down) this.whileDown(binding, event);
      else if (event.down && event.code === binding.code && fits(binding, event)) {
        this.edge(binding, true, event.at);
      }
    }
  }

  /** A button or the wheel of the mouse: with a modifier it is a combination too. */
  button(): void {
    for (const binding of this.bindings) if (binding.down) this.combine(binding);
  }

  private whileDown(binding: Binding, event: KeyEvent): void {
    const modifier = CODES_OF.get(event.code);
    if (!event.down) {
      const needed = modifier !== undefined && binding.keys.modifiers.includes(modifier);
      if (event.code === binding.code || needed) this.edge(binding, false, event.at);
      return;
    }
    // The same key again is the keyboard's repeat.
    if (event.code === binding.code || (binding.alone !== null && modifier === binding.alone)) return;
    this.combine(binding);
  }

  private combine(binding: Binding): void {
    if (!binding.alone || binding.combined) return;
    binding.combined = true;
    this.tell({ type: 'combined', id: binding.id });
  }

  private edge(binding: Binding, down: boolean, at: number): void {
    binding.down = down;
    binding.combined = false;
    this.tell({ type: 'edge', id: binding.id, down, at });
  }
}

/** Whether exactly the modifiers of the binding are down. */
function fits({ keys, alone }: Binding, { modifiers }: KeyEvent): boolean {
  return MODIFIERS.every(
    (modifier) => modifier === alone || keys.modifiers.includes(modifier) === modifiers.includes(modifier),
  );
}
