/** For tests: a world for tools, and calls that go straight to a tool, without the gate. */
import { grantsOf } from '../permissions/temp-grants';
import { failure, fitted, runWithin } from './running';
import type { Tool, ToolContext, ToolResult } from './tool';
import { createToolbox, type Toolbox } from './toolbox';

/** A world with no grants and a clock that stands; parts are replaced by what the test cares for. */
export function worldOf(parts: Partial<ToolContext> = {}): ToolContext {
  return {
    now: () => new Date('2026-11-21T12:00:00Z'),
    timeZone: 'UTC',
    files: grantsOf([]),
    openPath: () => Promise.resolve(),
    tainted: false,
    progress: () => undefined,
    ...parts,
  };
}

/** Runs a call as `hands.ts` does, but as if everything were approved. */
export async function callTool(
  tools: Toolbox | readonly Tool[],
  name: string,
  args: unknown,
  context: ToolContext,
  signal: AbortSignal = new AbortController().signal,
  log: (line: string) => void = () => undefined,
): Promise<ToolResult> {
  const toolbox = 'find' in tools && 'tools' in tools ? (tools as Toolbox) : createToolbox(tools as Tool[]);
  const tool = toolbox.find(name);
  if (!tool) return failure('There is no tool of that name.', 'Use one of the others.');
  const prepared = tool.prepare(args);
  if (!prepared.ok) return failure(`The arguments do not fit: ${prepared.problem}`, 'Call again.');
  const result = await runWithin({ tool, signal, log }, async (stop) => {
    const aimed = await prepared.call.aim(context, stop);
    return aimed.ok ? aimed.call.run(context, stop) : aimed;
  });
  return fitted(result);
}
