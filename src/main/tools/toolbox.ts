/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The tools there are: each built-in one is a file in `builtin/` (adding one touches no other file), others come from
 * the person's commands and MCP servers. How a call is run stands in `hands.ts`.
 */
import type { ToolDefinition } from '../../shared/protocol/tools';
import type { Tool } from './tool';

/** When the service gives a call up, in seconds (protocol.md section 6.1), unless the tool says otherwise. */
export const TIMEOUT_SECONDS = 30;

/** Every tool that ships with Parley, in the order of their names. */
export const builtinTools: readonly Tool[] = Object.values(
  import.meta.glob<{ readonly tool: Tool }>(['./builtin/*.ts', '!./builtin/*.test.ts'], { eager: true }),
)
  .map(({ tool }) => tool)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Where more tools come from; asked anew each time. */
export type ToolSource = () => readonly Tool[];

/** What the conversation needs to know of the tools. */
export interface Toolbox {
  /** Every tool there is now, the built-in ones first. */
  tools(): readonly Tool[];
  /** The tool of that name, or null. */
  find(name: string): Tool | null;
}

/**
 * Collects the tools. Throws when two built-in ones have the same name; of a source's, one whose name is taken is left
 * out, so that nobody can put itself in a built-in tool's place.
 */
export function createToolbox(
  builtin: readonly Tool[] = builtinTools,
  sources: readonly ToolSource[] = [],
): Toolbox {
  if (new Set(builtin.map(({ name }) => name)).size !== builtin.length) {
    throw new Error('Two tools have the same name.');
  }
  const byName = () => {
    const all = new Map(builtin.map((tool) => [tool.name, tool]));
    for (const tool of sources.flatMap((source) => source())) {
      if (!all.has(tool.name)) all.set(tool.name, tool);
    }
    return all;
  };
  return {
    tools: () => [...byName().values()],
    find: (name) => byName().get(name) ?? null,
  };
}

/** A tool as it goes into `session.tools`. */
export function definitionOf({ name, description, parameters, wire }: Tool): ToolDefinition {
  return {
    type: 'function',
    name,
    description,
    parameters,
    timeout_seconds: wire.timeoutSeconds ?? TIMEOUT_SECONDS,
    ...(wire.executionMode && { execution_mode: wire.executionMode }),
    ...(wire.responseInstructions && { response_instructions: wire.responseInstructions }),
  };
}
