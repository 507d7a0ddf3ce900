import { z } from 'zod';
import type { Json } from '../../shared/json';
import type { ExecutionMode, ToolParameters } from '../../shared/protocol/tools';
import { toolParametersSchema } from '../../shared/protocol/tools';
import type { FileChanges } from '../permissions/changes/file-changes';
import type { ToolClass } from '../../shared/tool-class';
import type { Mind } from '../mind/mind';
import type { GrantedFiles } from '../permissions/granted-files';
import type { Apps } from '../system/apps';
import type { Desktop } from '../system/desktop';
import type { UndoDesk } from '../permissions/undo/undo-desk';

export type { ToolClass };

/** What tools are about: they are offered to the model by group, about ten at a time. */
export type ToolGroup = 'general' | 'files' | 'apps' | 'desktop' | 'notes' | 'time' | 'commands' | 'mcp';

/** The world as a tool may see it. Everything with an effect is handed in here. */
export interface ToolContext {
  readonly now: () => Date;
  /** Time zone of the person, an IANA name. */
  readonly timeZone: string;
  readonly files: GrantedFiles;
  /** The writing side of `files`. */
  readonly changes: FileChanges;
  /** Opens a file or folder with the system's program for it. Rejects when there is none. */
  readonly openPath: (path: string) => Promise<void>;
  /** Shows a file or folder in the system's file manager, opening nothing. Rejects when there is none. */
  readonly revealPath: (path: string) => Promise<void>;
  readonly apps: Apps;
  /** Clipboard, sound, screen and state of the computer itself. */
  readonly desktop: Desktop;
  /** Takes back what was done, and knows what was done lately. */
  readonly undo: UndoDesk;
  /** Notes, to-do list, reminders and past requests of the person. */
  readonly mind: Mind;
  /** Words of somebody else are in the agent's context: what is kept now may have been dictated by them. */
  readonly tainted: boolean;
  /** Every tool that fits these words, best first, offered or not; `fit` is 1 for the best. */
  readonly findTools: (words: string) => readonly { readonly tool: Tool; readonly fit: number }[];
  /** Tells how far a long piece of work has come, in a few words for the window: "4,000 files looked through". */
  readonly progress: (note: string) => void;
}

/** A result that tells the model what went wrong (`error`) and what it can do (`hint`), in plain words. */
export interface ToolFailure {
  readonly ok: false;
  readonly error: string;
  readonly hint: string;
  /** Holds words of somebody else: names of files, what a server said. */
  readonly foreign?: boolean;
}

/** What a tool that did its work brings back. */
export interface ToolSuccess {
  readonly ok: true;
  /** A short sentence fit for speaking. */
  readonly say: string;
  /** For the model; cut to size. */
  readonly data: Json;
  /** The whole of it for the window, where `data` holds a part only. */
  readonly detail?: string;
  /** Holds words of somebody else although the tool as a whole does not say so. */
  readonly foreign?: boolean;
  /** What the tool's `undo` needs to take this back; kept on disk. */
  readonly undo?: Json;
  /** Names of tools to be offered to the model from now on, before it gets this result. */
  readonly offers?: readonly string[];
}

/** What a tool brings back. */
export type ToolResult = ToolSuccess | ToolFailure;

/** How the service treats calls of a tool (protocol.md sections 6.1 and 6.4); what is left out has its default. */
export interface ToolOnWire {
  /** `hold` keeps the agent silent until the result is there: only for a last, irreversible step. */
  readonly executionMode?: ExecutionMode;
  /** When the service gives a call up, 5 to 300; 30 when left out. Ours ends a little before. */
  readonly timeoutSeconds?: number;
  /** Steers the spoken answer, each at most 500 characters. */
  readonly responseInstructions?: { readonly success?: string; readonly error?: string };
}

/** What an approval card says of a call, beside its exact arguments. */
export interface CallCard {
  /** What will happen, naming exactly what is touched: "Moves budget.txt from Documents to Archive." */
  readonly effect: string;
  /** The question that is spoken: "Shall I move budget.txt to Archive?" */
  readonly question: string;
  /** What could go wrong; null when it can be taken back whole. */
  readonly risk: string | null;
  /** Words that approve it when spoken, the plainest first: `['move']`. Words of doing in general are known anyway. */
  readonly verbs: readonly string[];
  /** What will be written or run, to be read before it is approved (plain text); null when there is nothing. */
  readonly preview?: string | null;
}

/** Where a standing permission for a call would hold: a granted folder, an app, an MCP server. */
export interface CallScope {
  /** The grant's id, `app:firefox`, `mcp:server-id`. */
  readonly id: string;
  readonly label: string;
}

/** Exactly what a call would touch, found before the person is asked. `target` is what `run` is bound to. */
export interface Aim<Target> {
  readonly ok: true;
  readonly target: Target;
  readonly card: CallCard;
  readonly scope?: CallScope | null;
  /** Absolute paths (or other keys) that it changes: calls that touch the same run one after the other. */
  readonly touches?: readonly string[];
}

/** One tool, as its file in `builtin/` describes it. */
export interface ToolSpec<Arguments, Target = undefined> {
  /** snake_case, at most 64 of [A-Za-z0-9_-]. */
  readonly name: string;
  /** One sentence: action and trigger. Then what comes back and in which units. */
  readonly description: string;
  readonly group: ToolGroup;
  readonly class: ToolClass;
  /**
   * Its results hold words of somebody else: file names, file contents, the clipboard. They taint the talk. `names`:
   * nothing but names of what the person meant, judged each time by whether they hold more than was said.
   */
  readonly foreign?: boolean | 'names';
  /** Words that people use for it, for finding it among all tools: `['remind', 'alarm']`. */
  readonly keywords?: readonly string[];
  /** A flat object schema; descriptions carry an example for each parameter. */
  readonly parameters: z.ZodObject & z.ZodType<Arguments>;
  readonly wire?: ToolOnWire;
  /** Needed by `reversible` and `outward` tools: finds what the call would touch, changing nothing. */
  aim?(args: Arguments, context: ToolContext, signal: AbortSignal): Promise<Aim<Target> | ToolFailure>;
  /** `target` is what `aim` found and the person approved: nothing else may be touched. */
  run(args: Arguments, context: ToolContext, signal: AbortSignal, target: Target): Promise<ToolResult>;
  /** Takes back what a run did. `data` is that run's `undo`, read from disk: check it against a schema. */
  undo?(data: unknown, context: ToolContext, signal: AbortSignal): Promise<ToolResult>;
}

/** A call whose target is known: everything that a gate has to know stands before `run`. */
export interface AimedCall {
  readonly card: CallCard | null;
  readonly scope: CallScope | null;
  readonly touches: readonly string[];
  run(context: ToolContext, signal: AbortSignal): Promise<ToolResult>;
}

/** A call whose arguments fit the schema. */
export interface PreparedCall {
  /** The arguments as they will be used: defaults filled in, blanks left out. */
  readonly args: Json;
  aim(
    context: ToolContext,
    signal: AbortSignal,
  ): Promise<{ readonly ok: true; readonly call: AimedCall } | ToolFailure>;
}

/** A tool as the toolbox knows it: built in, a command of the person, or one of an MCP server. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly group: ToolGroup;
  readonly class: ToolClass;
  readonly foreign: boolean | 'names';
  readonly keywords: readonly string[];
  readonly parameters: ToolParameters;
  readonly wire: ToolOnWire;
  /** Checks the arguments. `problem` names each parameter that does not fit. */
  prepare(
    args: unknown,
  ): { readonly ok: true; readonly call: PreparedCall } | { readonly ok: false; readonly problem: string };
  /** Null when runs of it cannot be taken back. */
  readonly undo: ((data: unknown, context: ToolContext, signal: AbortSignal) => Promise<ToolResult>) | null;
}

/** Declares a tool; a file in `builtin/` exports the answer as `tool`. Throws when an asking tool cannot aim. */
export function defineTool<Arguments, Target = undefined>(spec: ToolSpec<Arguments, Target>): Tool {
  if ((spec.class === 'reversible' || spec.class === 'outward') && !spec.aim) {
    throw new Error(`${spec.name} asks before it runs, so it has to say what it would touch.`);
  }
  let parameters: ToolParameters | null = null;
  return {
    name: spec.name,
    description: spec.description,
    group: spec.group,
    class: spec.class,
    foreign: spec.foreign ?? false,
    keywords: spec.keywords ?? [],
    // Of sixty tools together that takes longer than anything else at the start of the app.
    get parameters() {
      return (parameters ??= parametersOf(spec.parameters));
    },
    wire: spec.wire ?? {},
    undo: spec.undo ? (...call) => spec.undo!(...call) : null,
    prepare(args) {
      const parsed = spec.parameters.safeParse(withoutBlanks(args), { reportInput: false });
      if (!parsed.success) return { ok: false, problem: problemOf(parsed.error) };
      return { ok: true, call: preparedCall(spec, parsed.data) };
    },
  };
}

function preparedCall<Arguments, Target>(spec: ToolSpec<Arguments, Target>, args: Arguments): PreparedCall {
  return {
    args: z.json().parse(JSON.parse(JSON.stringify(args))),
    async aim(context, signal) {
      // Without an aim, Target is undefined.
      const aimed = spec.aim
        ? await spec.aim(args, context, signal)
        : { ok: true as const, target: undefined as Target, card: null };
      if (!aimed.ok) return aimed;
      const { target, card, scope = null, touches = [] } = aimed as Aim<Target> & { card: CallCard | null };
      return {
        ok: true,
        call: { card, scope, touches, run: (world, stop) => spec.run(args, world, stop, target) },
      };
    },
  };
}

/** Plain JSON Schema of the arguments, in the wire's shape (protocol.md section 6.1). */
function parametersOf(schema: z.ZodObject): ToolParameters {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return toolParametersSchema.parse({ type: 'object', properties, required });
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
