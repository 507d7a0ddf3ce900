import { z } from 'zod';

/** Most commands there may be. */
export const MAX_COMMANDS = 50;

const parameterSchema = z.object({
  /** As it stands in braces in the arguments. */
  name: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  /** `file`: an existing file or folder inside the granted folders. */
  type: z.enum(['text', 'number', 'choice', 'file']),
  /** What is to be given for it, for the model. */
  description: z.string().trim().max(120),
  /** For `choice` only. */
  choices: z.array(z.string().trim().min(1).max(60)).max(20),
});
/** What is said along with a command. */
export type CommandParameter = z.infer<typeof parameterSchema>;

/** A program that the person lets Parley run, with exactly what may vary in its arguments. */
export const commandSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(60),
  /** When it is to be used: "asks to back up the photos". */
  when: z.string().trim().min(1).max(200),
  /** Absolute path. */
  program: z.string().trim().min(1).max(4_096),
  /** One argument each: literal text with `{parameter}` where something is put in. */
  arguments: z.array(z.string().max(1_000)).max(40),
  parameters: z.array(parameterSchema).max(8),
  /** Where it runs: the home folder, or the id of a granted folder. */
  folder: z.string().min(1).max(64),
  /** After so many seconds it is ended. */
  seconds: z.number().int().min(1).max(240),
  class: z.enum(['read', 'reversible', 'outward']),
  /** Whether the model and the person are told what it prints. */
  tellsOutput: z.boolean(),
});
/** A command of the person. */
export type Command = z.infer<typeof commandSchema>;

/** The folder that stands for the person's home. */
export const HOME_FOLDER = 'home';

/** What does not fit, and in which field. */
export interface CommandTrouble {
  readonly field: 'name' | 'when' | 'program' | 'arguments' | 'parameters' | 'seconds';
  readonly sentence: string;
}

/** Runs text that it is given as code, or another program: nothing of an argument may vary then. */
const LAUNCHERS =
  /^(?:env|sudo|doas|su|pkexec|xargs|nohup|timeout|nice|ionice|setsid|stdbuf|watch|parallel|script|ssh|find|awk|gawk|mawk|sed|busybox|systemd-run|flatpak-spawn|cmd|mshta|rundll32|regsvr32|wmic|xterm|gnome-terminal|konsole)$/;
/** Runs a script that it is given. */
const INTERPRETERS =
  /^(?:sh|bash|dash|zsh|fish|ksh|csh|tcsh|ash|powershell|pwsh|pythonw?|pypy|perl|ruby|node|nodejs|deno|bun|php|lua|luajit|tclsh|osascript|rscript|r|julia|groovy|java|wscript|cscript|expect)$/;

/** The first thing that is wrong with a command; null when it can be run. */
export function commandTrouble(command: Command): CommandTrouble | null {
  const { program, parameters } = command;
  if (!/^(?:\/|[a-z]:[\\/]|\\\\)/i.test(program)) {
    return { field: 'program', sentence: 'Give the whole path of the program, or choose it.' };
  }
  return (
    parametersTrouble(parameters) ?? argumentsTrouble(command) ?? runnerTrouble(program, command.arguments)
  );
}

/**
 * Why a program may not get arguments that vary: it would run what it is given. Null when it may. Also to be asked for
 * the file that a link leads to.
 */
export function runnerTrouble(program: string, args: readonly string[]): CommandTrouble | null {
  const first = args.findIndex((argument) => placeholdersOf(argument).length > 0);
  if (first < 0) return null;
  const file = (program.split(/[\\/]/).at(-1) ?? '').toLowerCase();
  if (/\.(?:bat|cmd)$/.test(file)) return runs('A batch file reads its arguments as commands');
  const name = file.replace(/\.(?:exe|com)$/, '').replace(/[-\d.]+$/, '');
  if (LAUNCHERS.test(name)) return runs(`${name} runs other programs or text that it is given`);
  if (!INTERPRETERS.test(name)) return null;
  const script = args[0] ?? '';
  if (first === 0 || script.startsWith('-') || script === '') {
    return runs(`${name} would run what is put in`);
  }
  return null;
}

const runs = (why: string): CommandTrouble => ({
  field: 'arguments',
  sentence: `${why}, so nothing may be put in there. Name the script itself as the program, or as the first argument.`,
});

function parametersTrouble(parameters: readonly CommandParameter[]): CommandTrouble | null {
  const names = parameters.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    return { field: 'parameters', sentence: `There are two parameters called ${twice}.` };
  const bare = parameters.find(({ type, choices }) => type === 'choice' && choices.length === 0);
  if (bare) return { field: 'parameters', sentence: `Write what can be chosen for ${bare.name}.` };
  return null;
}

function argumentsTrouble({ arguments: args, parameters }: Command): CommandTrouble | null {
  const used = args.flatMap(placeholdersOf);
  const known = parameters.map(({ name }) => name);
  const unknown = used.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return { field: 'arguments', sentence: `There is no parameter called ${unknown}; add it below.` };
  }
  const unused = known.find((name) => !used.includes(name));
  if (unused !== undefined) {
    return {
      field: 'arguments',
      sentence: `The parameter ${unused} is not used; write it in braces where it belongs.`,
    };
  }
  if (args.some((argument) => argument.includes('\0'))) {
    return { field: 'arguments', sentence: 'An argument holds a character that no program can be given.' };
  }
  return null;
}

/** The parameters that are named in braces in an argument. */
export function placeholdersOf(argument: string): readonly string[] {
  return [...argument.matchAll(/\{([a-z][a-z0-9_]*)\}/g)].map((found) => found[1]!);
}

/** The arguments with the values put in, or why they cannot be. */
export type FilledArguments =
  | { readonly ok: true; readonly args: readonly string[] }
  | { readonly ok: false; readonly parameter: string; readonly why: 'option' | 'character' };

/**
 * Puts values into the arguments; each stays one argument, whatever is in it. A value that the program would take for an
 * option (it begins with "-", and neither text before it nor an argument `--` stands in front) is refused.
 */
export function fillArguments(
  { program, arguments: args, parameters }: Command,
  values: Readonly<Record<string, string>>,
): FilledArguments {
  const free = new Set(
    parameters.filter(({ type }) => type === 'text' || type === 'number').map(({ name }) => name),
  );
  for (const [parameter, value] of Object.entries(values)) {
    if (hasControl(value)) return { ok: false, parameter, why: 'character' };
  }
  const option = /^[a-z]:|^\\\\/i.test(program) ? OPTION_ON_WINDOWS : OPTION;
  const end = args.indexOf('--');
  const filled: string[] = [];
  for (const [at, argument] of args.entries()) {
    const whole = argument.replace(/\{([a-z][a-z0-9_]*)\}/g, (_, name: string) => values[name] ?? '');
    const [first] = placeholdersOf(argument);
    const begins = first !== undefined && free.has(first) && argument.startsWith(`{${first}}`);
    if (begins && option.test(whole) && !(end >= 0 && end < at)) {
      return { ok: false, parameter: first, why: 'option' };
    }
    filled.push(whole);
  }
  return { ok: true, args: filled };
}

const OPTION = /^[-\u2010-\u2015\u2212]/;
const OPTION_ON_WINDOWS = /^[-/\u2010-\u2015\u2212]/;

/** Characters that are no text: they end an argument early, or play tricks in a terminal. */
function hasControl(value: string): boolean {
  return /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(value.replace(/[\t\n]/g, ''));
}
