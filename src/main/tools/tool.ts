import type { z } from 'zod';
import type { Json } from '../../shared/json';
import type { ExecutionMode } from '../../shared/protocol/tools';
import type { GrantedFiles } from '../permissions/granted-files';

/** What a tool may do to the world; the class, never what was said, decides whether it runs unasked. */
type ToolClass = 'read' | 'own' | 'reversible' | 'outward';

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

/** How the service treats calls of a tool (protocol.md sections 6.1 and 6.4); what is left out has its default. */
export interface ToolOnWire {
  /** `hold` keeps the agent silent until the result is there: only for a last, irreversible step. */
  readonly executionMode?: ExecutionMode;
  /** When the service gives a call up, 5 to 300; 30 when left out. Ours ends a little before. */
  readonly timeoutSeconds?: number;
  /** Steers the spoken answer, each at most 500 characters. */
  readonly responseInstructions?: { readonly success?: string; readonly error?: string };
}

/** One tool, as its file in `builtin/` describes it. */
export interface ToolSpec<Arguments> {
  /** snake_case, at most 64 of [A-Za-z0-9_-]. */
  readonly name: string;
  /** One sentence: action and trigger. Then what comes back and in which units. */
  readonly description: string;
  readonly class: ToolClass;
  /** A flat object schema; descriptions carry an example for each parameter. */
  readonly parameters: z.ZodObject & z.ZodType<Arguments>;
  readonly wire?: ToolOnWire;
  run(args: Arguments, context: ToolContext, signal: AbortSignal): Promise<ToolResult>;
}

/** A call whose arguments fit the schema: everything that a gate has to know stands before `run`. */
export interface PreparedCall {
  run(context: ToolContext, signal: AbortSignal): Promise<ToolResult>;
}

/** A tool as the toolbox knows it: its argument type is sealed inside. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly class: ToolClass;
  readonly parameters: z.ZodObject;
  readonly wire: ToolOnWire;
  /** Checks the arguments. `problem` names each parameter that does not fit. */
  prepare(
    args: unknown,
  ): { readonly ok: true; readonly call: PreparedCall } | { readonly ok: false; readonly problem: string };
}

/** Declares a tool; a file in `builtin/` exports the answer as `tool`. */
export function defineTool<Arguments>(spec: ToolSpec<Arguments>): Tool {
  return {
    name: spec.name,
    description: spec.description,
    class: spec.class,
    parameters: spec.parameters,
    wire: spec.wire ?? {},
    prepare(args) {
      const parsed = spec.parameters.safeParse(withoutBlanks(args), { reportInput: false });
      if (!parsed.success) return { ok: false, problem: problemOf(parsed.error) };
      const checked: Arguments = parsed.data;
      return { ok: true, call: { run: (context, signal) => spec.run(checked, context, signal) } };
    },
  };
}

/** Models send null or "" for a parameter that they leave out. */
function withoutBlanks(args: unknown): unknown {
  if (args === null || args === undefined) return {};
  if (typeof args !== 'object' || Array.isArray(args)) return args;
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null && value !== ''));
}

function problemOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `"${path.join('.')}": ${message}` : message))
    .join('; ');
}
