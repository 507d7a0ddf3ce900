/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The tools that a model may call. Each is one file in `builtin/`; adding one touches no other file.
 * A call goes: name, arguments against the schema, run within the time limit, result cut to size.
 */
import { z } from 'zod';
import type { ToolDefinition } from '../../shared/protocol/tools';
import { toolParametersSchema } from '../../shared/protocol/tools';
import { fitJson, fitText, jsonBytes } from './fit';
import type { PreparedCall, Tool, ToolContext, ToolResult } from './tool';

/** When the service gives a call up, in seconds (protocol.md section 6.1), unless the tool says otherwise. */
const TIMEOUT_SECONDS = 30;
/** Ours comes this share earlier, so that the model hears of it from us. */
const RUN_SHARE = 5 / 6;
/** Bytes of a whole result as JSON: short enough to be read and spoken (protocol.md section 6.2). */
const MOST_RESULT_BYTES = 2_000;
const MOST_SAY_BYTES = 600;

/** Every tool that ships with Parley, in the order of their names. */
export const builtinTools: readonly Tool[] = Object.values(
  import.meta.glob<{ readonly tool: Tool }>(['./builtin/*.ts', '!./builtin/*.test.ts'], { eager: true }),
)
  .map(({ tool }) => tool)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** What the conversation needs of the tools. */
export interface Toolbox {
  /** The tools as they go into `session.tools`. */
  definitions(): ToolDefinition[];
  /**
   * Runs a tool with arguments as they came from the model. Never rejects: what goes wrong is a result that
   * tells the model what to do.
   */
  run(name: string, args: unknown, context: ToolContext, signal: AbortSignal): Promise<ToolResult>;
}

/** What a toolbox is made of. */
export interface ToolboxOptions {
  readonly tools?: readonly Tool[];
  /** Told of tools that failed: tool and kind of error only, no argument, path or message. */
  readonly log?: (line: string) => void;
}

/** Collects the tools. Throws when two have the same name. */
export function createToolbox({ tools = builtinTools, log = () => undefined }: ToolboxOptions = {}): Toolbox {
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  if (byName.size !== tools.length) throw new Error('Two tools have the same name.');
  const definitions = tools.map(definitionOf);

  return {
    definitions: () => [...definitions],

    async run(name, args, context, signal) {
      const tool = byName.get(name);
      if (!tool) {
        return failure(
          `There is no tool called "${fitText(name, 80)}".`,
          `Use one of: ${[...byName.keys()].join(', ')}.`,
        );
      }
      const prepared = tool.prepare(args);
      if (!prepared.ok)
        return failure(`The arguments do not fit: ${prepared.problem}`, 'Call again with fitting arguments.');
      try {
        return fitted(await runWithin(limitMs(tool), prepared.call, context, signal));
      } catch (error) {
        log(`tool ${name} failed: ${kindOfError(error)}`);
        return failure(
          'The tool failed.',
          'Tell the person that it did not work; try once more if it matters.',
        );
      }
    },
  };
}

/** A tool in the wire's shape: flat, with plain JSON Schema for its parameters (protocol.md section 6.1). */
function definitionOf({ name, description, parameters, wire }: Tool): ToolDefinition {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters, { io: 'input' });
  return {
    type: 'function',
    name,
    description,
    parameters: toolParametersSchema.parse({ type: 'object', properties, required }),
    timeout_seconds: wire.timeoutSeconds ?? TIMEOUT_SECONDS,
    ...(wire.executionMode && { execution_mode: wire.executionMode }),
    ...(wire.responseInstructions && { response_instructions: wire.responseInstructions }),
  };
}

function limitMs({ wire }: Tool): number {
  return (wire.timeoutSeconds ?? TIMEOUT_SECONDS) * 1_000 * RUN_SHARE;
}

/** Ends at the limit or when cancelled even if the tool does not listen to its signal. */
async function runWithin(
  milliseconds: number,
  call: PreparedCall,
  context: ToolContext,
  signal: AbortSignal,
): Promise<ToolResult> {
  const stop = new AbortController();
  const ended = new Promise<ToolResult>((resolve) => {
    stop.signal.addEventListener('abort', () =>
      resolve(
        signal.aborted
          ? failure('The call was cancelled.', 'Do not try again unless asked to.')
          : failure('The tool took too long.', 'Tell the person; ask for something narrower.'),
      ),
    );
  });
  const cancel = () => stop.abort(signal.reason);
  const timer = setTimeout(() => stop.abort(), milliseconds);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const running = stop.signal.aborted ? ended : call.run(context, stop.signal);
    return await Promise.race([ended, running]);
  } catch (error) {
    // A tool that listens rejects with the signal's reason: that is an end, not a fault.
    if (stop.signal.aborted) return await ended;
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function fitted(result: ToolResult): ToolResult {
  if (!result.ok)
    return {
      ok: false,
      error: fitText(result.error, MOST_SAY_BYTES),
      hint: fitText(result.hint, MOST_SAY_BYTES),
    };
  const say = fitText(result.say, MOST_SAY_BYTES);
  return { ok: true, say, data: fitJson(result.data, MOST_RESULT_BYTES - jsonBytes(say)) };
}

function failure(error: string, hint: string): ToolResult {
  return { ok: false, error, hint };
}

/** The system's code ("ENOENT") or the error's class: never its message, which may hold a path. */
function kindOfError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
