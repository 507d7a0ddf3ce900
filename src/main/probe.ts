import { appendFileSync } from 'node:fs';
import type { ConversationHands } from './conversation/surroundings';
import type { Hands } from './tools/hands';

/** One measured moment, in milliseconds; `at` is epoch time. */
export type Measurement =
  /** From the last sample of a wire frame captured to `send` returned. */
  | { readonly name: 'frame-sent'; readonly at: number; readonly milliseconds: number }
  /** From a `reply.audio` received to its samples posted to the playback worklet. */
  | { readonly name: 'audio-queued'; readonly at: number; readonly milliseconds: number }
  /** A tool's run, from the call handed to the toolbox to its result. */
  | { readonly name: 'tool-run'; readonly at: number; readonly milliseconds: number }
  /** From a tool's result in hand to `tool.result` handed to the socket, and the windows told. */
  | { readonly name: 'tool-answered'; readonly at: number; readonly milliseconds: number }
  /** From the start of main to the talk key being watched for the first time. */
  | { readonly name: 'keys-watched'; readonly at: number; readonly milliseconds: number }
  /** From what called for the overlay to its first picture on the screen. */
  | { readonly name: 'overlay-painted'; readonly at: number; readonly milliseconds: number };

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

/**
 * Runs a tool and measures its run and its answering; a failure is not measured. What awaits the result answers
 * before the event loop comes to its immediates, so nothing is measured as shorter than it was.
 */
export async function timedTool<T>(probe: Probe | null, run: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await run();
  if (!probe) return result;
  const ended = performance.now();
  const tell = (name: 'tool-run' | 'tool-answered', from: number, to: number) =>
    probe({ name, at: performance.timeOrigin + to, milliseconds: to - from });
  tell('tool-run', begun, ended);
  setImmediate(() => tell('tool-answered', ended, performance.now()));
  return result;
}

/** Hands whose calls are measured. */
export function timedHands(hands: Hands, probe: Probe | null): ConversationHands {
  return {
    call: (call) => timedTool(probe, () => hands.call(call)),
    approveBySpeech: (...words) => hands.approveBySpeech(...words),
    supersede: (...words) => hands.supersede(...words),
    stopApproved: () => hands.stopApproved(),
    dropWaiting: () => hands.dropWaiting(),
  };
}
