import type { WindowBridge, WindowEvents } from '../shared/ipc';

interface Asked {
  readonly name: string;
  readonly argument: readonly unknown[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A bridge for tests of the stores: requests wait until the test answers them, oldest first. */
export class FakeBridge implements WindowBridge {
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();
  private readonly waiting: Asked[] = [];
  private readonly all: unknown[][] = [];

  request: WindowBridge['request'] = (name, ...argument) => {
    this.all.push([name, ...argument]);
    return new Promise<never>((resolve, reject) => {
      this.waiting.push({ name, argument, resolve: resolve as (value: unknown) => void, reject });
    });
  };

  on: WindowBridge['on'] = (name, listener) => {
    const listeners = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  };

  /** Every request so far: its name, then its argument if it had one. */
  asked(): readonly (readonly unknown[])[] {
    return this.all;
  }

  emit<Name extends keyof WindowEvents & string>(name: Name, payload: WindowEvents[Name]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(payload as never);
  }

  /** Answers the oldest waiting request of that name and lets its followers run. */
  async answer(name: string, value?: unknown): Promise<void> {
    this.take(name).resolve(value);
    await settled();
  }

  async refuse(name: string, sentence: string): Promise<void> {
    this.take(name).reject(new Error(sentence));
    await settled();
  }

  private take(name: string): Asked {
    const place = this.waiting.findIndex((asked) => asked.name === name);
    const [asked] = place < 0 ? [] : this.waiting.splice(place, 1);
    if (!asked) throw new Error(`Nobody asked for ${name}.`);
    return asked;
  }
}

/** Runs everything that waits for settled promises. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
