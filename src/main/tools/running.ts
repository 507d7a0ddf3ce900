/** One run of a tool: within its time, cut to what can be sent, and never rejecting. */
import { fitJson, fitText, jsonBytes } from './fit';
import type { Tool, ToolFailure, ToolResult } from './tool';
import { TIMEOUT_SECONDS } from './toolbox';

/** Ours comes this share earlier than the service's, so that the model hears of it from us. */
const RUN_SHARE = 5 / 6;
/** Bytes of a whole result as JSON: short enough to be read and spoken (protocol.md section 6.2). */
const MOST_RESULT_BYTES = 2_000;
const MOST_SAY_BYTES = 600;
/** UTF-16 units of the whole result that the window shows. */
const MOST_DETAIL = 200_000;

/** What a piece of work is run with. */
export interface Running {
  readonly tool: Pick<Tool, 'name' | 'wire'>;
  readonly signal: AbortSignal;
  /** Told of tools that failed: tool and kind of error only, no argument, path or message. */
  readonly log: (line: string) => void;
}

/**
 * Does the work within the tool's time limit. Never rejects: what goes wrong is a failure that tells the model what to
 * do. Ends at the limit or when cancelled even if the work does not listen to its signal.
 */
export async function runWithin<T>(
  { tool, signal, log }: Running,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | ToolFailure> {
  const stop = new AbortController();
  const ended = new Promise<ToolFailure>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(signal.aborted ? cancelled : tookTooLong));
  });
  const cancel = () => stop.abort(signal.reason);
  const timer = setTimeout(() => stop.abort(), limitMs(tool));
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    return await Promise.race([ended, stop.signal.aborted ? ended : work(stop.signal)]);
  } catch (error) {
    // Work that listens rejects with the signal's reason: that is an end, not a fault.
    if (stop.signal.aborted) return await ended;
    log(`tool ${tool.name} failed: ${kindOfError(error)}`);
    return failure('The tool failed.', 'Tell the person that it did not work; try once more if it matters.');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

/** The result cut to what is sent in one piece; where something was cut off, `detail` holds the whole. */
export function fitted(result: ToolResult): ToolResult {
  if (!result.ok) {
    const [error, hint] = [fitText(result.error, MOST_SAY_BYTES), fitText(result.hint, MOST_SAY_BYTES)];
    return { ...result, error, hint };
  }
  const say = fitText(result.say, MOST_SAY_BYTES);
  const data = fitJson(result.data, MOST_RESULT_BYTES - jsonBytes(say));
  const whole = result.detail ?? (data === result.data ? undefined : JSON.stringify(result.data, null, 2));
  return { ...result, say, data, ...(whole !== undefined && { detail: whole.slice(0, MOST_DETAIL) }) };
}

/** A failure in words. */
export function failure(error: string, hint: string): ToolFailure {
  return { ok: false, error, hint };
}

const cancelled = failure('The call was cancelled.', 'Do not try again unless asked to.');
const tookTooLong = failure('The tool took too long.', 'Tell the person; ask for something narrower.');

function limitMs({ wire }: Pick<Tool, 'wire'>): number {
  return (wire.timeoutSeconds ?? TIMEOUT_SECONDS) * 1_000 * RUN_SHARE;
}

/** The system's code ("ENOENT") or the error's class: never its message, which may hold a path. */
function kindOfError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
