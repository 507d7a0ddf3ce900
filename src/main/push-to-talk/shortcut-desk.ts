import type { ShortcutsState } from '../../shared/ipc/shortcuts';
import { ProblemError, type Problem } from '../../shared/problem';
import { readKeys, writeKeys } from '../../shared/shortcuts/keys';
import type { KeyboardSystem } from '../../shared/shortcuts/label';
import { keysOf, SHORTCUT_NAMES, type ShortcutName, type Shortcuts } from '../../shared/shortcuts/shortcuts';
import type { Bindings, ShortcutBackend } from '../system/shortcuts';
import { conflictOf } from './conflicts';

/** Whoever chooses keys has them back after this long, also when the window that asked is gone; milliseconds. */
const RECORDING_MS = 60_000;

/** So often it is looked whether another app has let go of a key; milliseconds. Nothing looks while every key is had. */
const LOOK_MS = 30_000;

/** What the desk needs. */
export interface DeskParts {
  readonly system: KeyboardSystem;
  readonly backend: ShortcutBackend;
  readonly kept: () => Shortcuts;
  readonly keep: (shortcuts: Shortcuts) => void;
  readonly changed: (state: ShortcutsState) => void;
}

/** Keeps what is bound in force: one change at a time, and none that cannot be had. */
export class ShortcutDesk {
  private refused: ReadonlyMap<ShortcutName, Problem> = new Map();
  private inForce = '';
  private recordingEnds: NodeJS.Timeout | null = null;
  private nextLook: NodeJS.Timeout | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: DeskParts) {}

  get state(): ShortcutsState {
    const { system, backend, kept } = this.parts;
    const shortcuts = kept();
    return {
      system,
      ...backend.state,
      shortcuts: SHORTCUT_NAMES.map((name) => ({
        name,
        keys: keysOf(shortcuts, name, system),
        isDefault: shortcuts[name] === (name === 'talk' ? 'default' : null),
        inSystem: backend.chosen?.get(name) ?? null,
        problem: this.refused.get(name) ?? null,
      })),
    };
  }

  /** Brings what is kept into force, if it is not. */
  apply(): Promise<void> {
    return this.inTurn(async () => {
      const recording = this.recordingEnds !== null;
      const wanted = recording ? {} : this.bindings(this.parts.kept());
      const written = JSON.stringify(wanted);
      if (written === this.inForce) return;
      this.inForce = written;
      const refused = await this.parts.backend.watch(wanted);
      // While keys are chosen none is in force, and what could not be had still cannot.
      if (!recording) this.refuse(refused);
      this.tell();
    });
  }

  /** Looks whether what another app had taken is free by now. */
  look(): Promise<void> {
    return this.inTurn(() => {
      const { backend } = this.parts;
      const waits = !this.recordingEnds && [...this.refused.values()].some(isTaken);
      const refused = waits ? backend.tryAgain?.() : undefined;
      if (!refused) return Promise.resolve();
      const before = this.refused.size;
      this.refuse(refused);
      if (refused.size < before) this.tell();
      return Promise.resolve();
    });
  }

  /** Binds one anew. Rejects with a ProblemError when it cannot be had; then the earlier one is in force again. */
  async set(name: ShortcutName, keys: string | null): Promise<ShortcutsState> {
    const { system, backend, kept, keep } = this.parts;
    this.endRecording();
    await this.inTurn(async () => {
      const before = kept();
      const next: Shortcuts = { ...before, [name]: tidy(keys) };
      const wanted = keysOf(next, name, system);
      const conflict = wanted === null ? null : conflictOf(next, name, wanted, system);
      if (conflict) throw new ProblemError(conflict);
      const bindings = this.bindings(next);
      const refused = await backend.watch(bindings);
      const problem = refused.get(name);
      if (problem) {
        this.refuse(await backend.watch(this.bindings(before)));
        throw new ProblemError(problem);
      }
      this.refuse(refused);
      this.inForce = JSON.stringify(bindings);
      keep(next);
    }).catch((error: unknown) => {
      this.inForce = '';
      void this.apply();
      throw error;
    });
    this.tell();
    return this.state;
  }

  /** While the person presses keys to choose them, none does anything. */
  async recording(on: boolean): Promise<void> {
    this.endRecording();
    if (on) this.recordingEnds = setTimeout(() => void this.recording(false), RECORDING_MS);
    await this.apply();
  }

  async allow(): Promise<ShortcutsState> {
    await this.inTurn(() => this.parts.backend.allow());
    this.tell();
    return this.state;
  }

  stop(): void {
    this.endRecording();
    this.refuse(new Map());
    this.parts.backend.stop();
  }

  /** Something about the backend is otherwise. */
  tell(): void {
    this.parts.changed(this.state);
  }

  private refuse(refused: ReadonlyMap<ShortcutName, Problem>): void {
    this.refused = refused;
    if (this.nextLook) clearTimeout(this.nextLook);
    const waits = this.parts.backend.tryAgain !== undefined && [...refused.values()].some(isTaken);
    this.nextLook = waits ? setTimeout(() => void this.look(), LOOK_MS) : null;
  }

  private endRecording(): void {
    if (this.recordingEnds) clearTimeout(this.recordingEnds);
    this.recordingEnds = null;
  }

  private bindings(shortcuts: Shortcuts): Bindings {
    const { system } = this.parts;
    return Object.fromEntries(
      SHORTCUT_NAMES.flatMap((name) => {
        const keys = keysOf(shortcuts, name, system);
        return keys === null ? [] : [[name, keys]];
      }),
    );
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }
}

const isTaken = ({ code }: Problem): boolean => code === 'shortcut_taken';

function tidy(keys: string | null): string | null {
  const read = keys === null || keys === 'default' ? null : readKeys(keys);
  return read ? writeKeys(read) : keys;
}
