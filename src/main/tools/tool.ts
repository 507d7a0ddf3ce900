import type { z } from 'zod';
import type { Json } from '../../shared/json';
import type { GrantedFiles } from '../permissions/granted-files';

/** What a tool may do to the world; the class, never what was said, decides whether it runs unasked. */
export type ToolClass = 'read' | 'own' | 'reversible' | 'outward';

/** The world as a tool may see it. Everything with an effect is handed in here. */
export interface ToolContext {
  readonly now: () => Date;
  /** Time zone of the person, an IANA name. */
  readonly timeZone: string;
  readonly files: GrantedFiles;
  /** Opens a file or folder with the system's program for it. Rejects when there is none. */
  readonly openPath: (path: string) => Promise<void>;
}

/** What a tool brings back. `say` is a short sentence fit for speaking; `data` is for the model. */
export type ToolResult =
  | { readonly ok: true; readonly say: string; readonly data: Json }
  | { readonly ok: false; readonly error: string; readonly hint: string };

/** One tool: a file in `builtin/` that exports one of these as `tool`. */
export interface Tool<Arguments = never> {
  /** snake_case, at most 64 of [A-Za-z0-9_-]. */
  readonly name: string;
  /** One sentence: action and trigger, then what comes back and in which units. */
  readonly description: string;
  readonly class: ToolClass;
  /** An object schema; descriptions carry an example for each parameter. */
  readonly parameters: z.ZodType<Arguments>;
  run(args: Arguments, context: ToolContext, signal: AbortSignal): Promise<ToolResult>;
}

/** Declares a tool with its argument type taken from its schema. */
export function defineTool<Arguments>(tool: Tool<Arguments>): Tool<Arguments> {
  return tool;
}
