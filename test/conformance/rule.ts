import type { Bench } from './bench';

/** Which servers a rule can be put to. */
export type Applies =
  /** Every server of the API. */
  | 'any'
  /** Only a server that follows the loopback profile (protocol.md section 14): the hosted one is known or free to differ. */
  | 'loopback'
  /** Only where `--key` names a key, so that another one must be refused. */
  | 'key'
  /** Only a server whose faults can be switched on (`--control`). */
  | 'control';

/** One sentence of the protocol that a client can observe. */
export interface Rule {
  /** Unique, `area.what`. */
  readonly id: string;
  /** Section of protocol.md. */
  readonly section: string;
  /** What must hold, in one sentence. */
  readonly says: string;
  /** How it is put to the server, in one sentence. */
  readonly how: string;
  readonly applies: Applies;
  /** Someone must speak to the server. */
  readonly speaks: boolean;
  /**
   * Puts the rule to the server. Resolves when it holds, with a note when one of several documented ways was taken.
   * Rejects with {@link Violation} when it does not hold, with {@link NotApplicable} when it cannot be judged.
   */
  run(bench: Bench): Promise<string | undefined>;
}

/** What a rule came to. */
export type Outcome =
  | { readonly kind: 'passed'; readonly note: string | null }
  | { readonly kind: 'failed'; readonly seen: string }
  | { readonly kind: 'not-applicable'; readonly reason: string };

/** The rule does not hold; the message says what was seen. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** The rule cannot be judged on this server; the message says why. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** Resolves to a note, or to nothing that matters. */
type Check = (bench: Bench) => Promise<unknown>;
type Options = { readonly how: string; readonly applies?: Applies; readonly speaks?: boolean };

/** Writes a rule down. */
export function rule(id: string, section: string, says: string, options: Options, check: Check): Rule {
  const { how, applies = 'any', speaks = false } = options;
  return { id, section, says, how, applies, speaks, run: async (bench) => noteOf(await check(bench)) };
}

const noteOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** @throws Violation with `seen` unless `holds`. */
export function must(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Violation(seen);
}

/** @throws Violation unless both are the same JSON value, whatever the order of keys. */
export function mustEqual(seen: unknown, expected: unknown, what: string): void {
  const [a, b] = [canonical(seen), canonical(expected)];
  must(a === b, `${what} is ${shown(seen)}, expected ${shown(expected)}`);
}

/** A value for a report: JSON, cut to a readable length. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'absent' : (JSON.stringify(value) ?? String(value));
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'absent'
  );
}
