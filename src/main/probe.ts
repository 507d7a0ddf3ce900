import { appendFileSync } from 'node:fs';

/** One measured moment, in milliseconds; `at` is epoch time. */
export type Measurement =
  /** From the last sample of a wire frame captured to `send` returned. */
  | { readonly name: 'frame-sent'; readonly at: number; readonly milliseconds: number }
  /** From a `reply.audio` received to its samples posted to the playback worklet. */
  | { readonly name: 'audio-queued'; readonly at: number; readonly milliseconds: number }
  /** A tool's run, from the call handed to the toolbox to its result. */
  | { readonly name: 'tool-run'; readonly at: number; readonly milliseconds: number };

/** Takes measurements; costs nothing when nobody asked for them. */
export type Probe = (measurement: Measurement) => void;

/** Lines are written in batches, so that measuring does not slow what is measured. */
const BATCH_MS = 1_000;

/** Writes measurements as JSON lines to the file that the benchmarks name in PARLEY_MEASURE, if any. */
export function openProbe(file: string | undefined): Probe | null {
  if (!file) return null;
  const lines: string[] = [];
  setInterval(() => {
    if (lines.length > 0) appendFileSync(file, lines.splice(0).join(''));
  }, BATCH_MS).unref();
  return (measurement) => lines.push(`${JSON.stringify(measurement)}\n`);
}

/** Runs something and measures how long it took; a failure is not measured. */
export async function timed<T>(
  probe: Probe | null,
  name: Measurement['name'],
  run: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const result = await run();
  const ended = performance.now();
  probe?.({ name, at: performance.timeOrigin + ended, milliseconds: ended - begun });
  return result;
}
