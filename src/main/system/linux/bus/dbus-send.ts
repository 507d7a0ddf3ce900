/** Linux's message bus (D-Bus) through `dbus-send`, which comes with it. */
import type { ProgramOutcome, RunProgram } from '../../run-program';

/** Whom a message goes to. */
export interface BusTarget {
  readonly bus: 'session' | 'system';
  readonly name: string;
  readonly path: string;
}

/** How long the other side may take, in milliseconds. */
const REPLY_MS = 2_000;

/** Asks for a property; `missing` when nobody of that name is there or it has none. */
export async function busProperty(
  run: RunProgram,
  target: BusTarget,
  owner: string,
  property: string,
  signal: AbortSignal,
): Promise<string | null> {
  const get = 'org.freedesktop.DBus.Properties.Get';
  const outcome = await busCall(run, target, get, [`string:${owner}`, `string:${property}`], signal);
  return outcome.ok ? propertyOf(outcome.output) : null;
}

/** Calls a method. `args` are written as `dbus-send` has them: "string:play", "uint32:7". */
export function busCall(
  run: RunProgram,
  { bus, name, path }: BusTarget,
  method: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<ProgramOutcome> {
  return run(
    'dbus-send',
    [
      `--${bus}`,
      '--print-reply=literal',
      `--reply-timeout=${REPLY_MS}`,
      `--dest=${name}`,
      path,
      method,
      ...args,
    ],
    { signal },
  );
}

/** The names on the session bus that begin so; unique ones (":1.5") are left out. */
export async function busNames(
  run: RunProgram,
  prefix: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const service = 'org.freedesktop.DBus';
  const daemon = { bus: 'session', name: service, path: '/org/freedesktop/DBus' } as const;
  const outcome = await busCall(run, daemon, `${service}.ListNames`, [], signal);
  return outcome.ok ? outcome.output.split(/\s+/u).filter((name) => name.startsWith(prefix)) : [];
}

/** The value in `   variant       boolean true` or `   variant       Playing`; null for anything else. */
export function propertyOf(output: string): string | null {
  return (
    /^\s*variant\s+(?:(?:boolean|byte|u?int(?:16|32|64)|double)\s+)?(\S+)\s*$/u.exec(output)?.[1] ?? null
  );
}
