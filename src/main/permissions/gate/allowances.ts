import type { CallScope } from '../../tools/tool';

const MINUTE_MS = 60_000;

/** What the person allowed for this conversation, and how often Parley's own things were changed lately. */
export class Allowances {
  private readonly allowed = new Set<string>();
  private ownCalls: readonly number[] = [];

  constructor(private readonly now: () => number) {}

  /** Allows a tool for the rest of the talk, in this scope only if there is one. */
  allow(tool: string, scope: CallScope | null): void {
    this.allowed.add(keyOf(tool, scope?.id ?? null));
  }

  allows(tool: string, scope: string | null): boolean {
    return this.allowed.has(keyOf(tool, scope));
  }

  countOwn(): void {
    this.ownCalls = [...this.recent(), this.now()];
  }

  ownInMinute(): number {
    return this.recent().length;
  }

  /** The talk is over. How often things were changed stays counted. */
  clear(): void {
    this.allowed.clear();
  }

  private recent(): readonly number[] {
    return this.ownCalls.filter((at) => this.now() - at < MINUTE_MS);
  }
}

function keyOf(tool: string, scope: string | null): string {
  return JSON.stringify([tool, scope]);
}
