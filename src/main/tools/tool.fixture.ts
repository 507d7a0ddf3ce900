/** For tests: a world for tools, and calls that go straight to a tool, without the gate. */
import { changesOf } from '../permissions/changes/changes.fixture';
import { mindIn } from '../mind/mind.fixture';
import { grantsOf } from '../permissions/temp-grants';
import { appsOf } from '../system/apps.fixture';
import { desktopOf } from '../system/desktop.fixture';
import { idleDesk } from '../permissions/undo/undo.fixture';
import { failure, fitted, runWithin } from './running';
import { z } from 'zod';
import { defineTool, type Tool, type ToolClass, type ToolContext, type ToolResult } from './tool';
import { createToolbox, type Toolbox } from './toolbox';

/** A world with no grants and a clock that stands; parts are replaced by what the test cares for. */
export function worldOf(parts: Partial<ToolContext> = {}): ToolContext {
  return {
    now: () => new Date('2026-11-21T12:00:00Z'),
    timeZone: 'UTC',
    files: grantsOf([]),
    changes: changesOf([]),
    openPath: () => Promise.resolve(),
    revealPath: () => Promise.resolve(),
    apps: appsOf([]),
    desktop: desktopOf(),
    undo: idleDesk,
    mind: mindIn(),
    tainted: false,
    findTools: () => [],
    progress: () => undefined,
    ...parts,
  };
}

const parameters = z.object({ item: z.string().default('notes').describe("What, e.g. 'notes'.") });

/** A tool of a class, about an item in a folder; `run` does its work. */
export function toolOf(
  name: string,
  toolClass: ToolClass,
  run: (item: string, signal: AbortSignal) => Promise<ToolResult> | ToolResult = (item) => ({
    ok: true,
    say: `Did ${item}.`,
    data: {},
    undo: { item },
  }),
  more: Partial<Pick<Tool, 'foreign'>> & { scope?: string | null } = {},
): Tool {
  return defineTool<{ item: string }, string>({
    name,
    description: '',
    group: 'general',
    class: toolClass,
    foreign: more.foreign ?? false,
    parameters,
    aim: ({ item }) =>
      Promise.resolve({
        ok: true,
        target: item,
        card: { effect: `Opens ${item}.`, question: `Shall I open ${item}?`, risk: null, verbs: ['open'] },
        scope: more.scope === null ? null : { id: more.scope ?? 'grant-1', label: 'Documents' },
        touches: [`/documents/${item}`],
      }),
    run: async (_, __, signal, item) => run(item, signal),
    undo: () => Promise.resolve({ ok: true, say: 'Undone.', data: {} }),
  });
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
