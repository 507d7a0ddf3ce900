/** The person's commands as tools: each is one program with a list of arguments, never a line for a shell. */
import { constants } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { z } from 'zod';
import {
  commandTrouble,
  fillArguments,
  HOME_FOLDER,
  runnerTrouble,
  type Command,
  type CommandParameter,
} from '../../shared/settings/commands';
import type { Settings } from '../../shared/settings/schema';
import { locate } from '../tools/files/locate';
import { defineTool, type Tool, type ToolContext, type ToolFailure, type ToolResult } from '../tools/tool';
import { runCommand, type CommandRun } from './run-command';

/** The toolbox gives a tool five sixths of its time; a command is to have all that the person gave it. */
const SERVICE_SHARE = 6 / 5;
const MOST_SAID = 300;
const MOST_DATA = 1_200;

type Values = Readonly<Record<string, string | number>>;

/** A tool source of the commands in the settings; one that cannot be run is left out. */
export function commandTools(settings: () => Pick<Settings, 'commands' | 'grants'>): () => readonly Tool[] {
  let made: { readonly from: readonly Command[]; readonly tools: readonly Tool[] } | null = null;
  return () => {
    const { commands } = settings();
    if (made?.from !== commands) made = { from: commands, tools: toolsOf(commands, () => settings().grants) };
    return made.tools;
  };
}

function toolsOf(commands: readonly Command[], grants: () => Settings['grants']): readonly Tool[] {
  const taken = new Set<string>();
  return commands
    .filter((command) => commandTrouble(command) === null)
    .map((command) => {
      const slug = slugOf(command.name);
      let name = slug;
      for (let next = 2; taken.has(name); next++) name = `${slug}_${next}`;
      taken.add(name);
      return toolOf(command, name, grants);
    });
}

function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `cmd_${
    plain
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 50) || 'own'
  }`;
}

function toolOf(command: Command, name: string, grants: () => Settings['grants']): Tool {
  const { name: called, when, tellsOutput } = command;
  return defineTool<Values, CommandRun>({
    name,
    description: `Runs the user's own command "${called}" when the user ${when.replace(/\.$/, '')}. Returns the exit code${tellsOutput ? ' and what it printed' : ''}.`,
    group: 'commands',
    class: command.class,
    foreign: true,
    keywords: [...called.toLowerCase().split(/[^\p{L}\p{N}]+/u), 'run', 'command'].filter(Boolean),
    parameters: z.object(
      Object.fromEntries(command.parameters.map((parameter) => [parameter.name, schemaOf(parameter)])),
    ) as z.ZodObject & z.ZodType<Values>,
    wire: { timeoutSeconds: Math.min(300, Math.max(5, Math.ceil((command.seconds + 3) * SERVICE_SHARE))) },
    async aim(values, context, signal) {
      const run = await resolved(command, values, grants(), context, signal);
      if (!('program' in run)) return run;
      const line = [run.program, ...run.args];
      return {
        ok: true,
        target: run,
        card: {
          effect: `Runs your command “${called}”: ${line.map(quoted).join(' ')}`,
          question: `Shall I run ${called}?`,
          risk: command.class === 'outward' ? 'Parley cannot take back what the program does.' : null,
          verbs: ['run', 'start'],
          preview: [...line, '', `in ${run.folder}`].join('\n'),
        },
        scope: { id: `command:${command.id}`, label: called },
        touches: [`command:${command.id}`],
      };
    },
    async run(_, __, signal, target) {
      return told(command, await runCommand(target, signal));
    },
  });
}

function schemaOf({ type, choices, description, name }: CommandParameter): z.ZodType {
  const about = description || name.replaceAll('_', ' ');
  switch (type) {
    case 'number':
      return z.number().describe(`${about}, e.g. 5.`);
    case 'choice':
      return z.enum(choices as [string, ...string[]]).describe(`${about}, e.g. '${choices[0] ?? ''}'.`);
    case 'file':
      return z
        .string()
        .trim()
        .min(1)
        .max(1_000)
        .describe(`${about}: a file or folder by name, e.g. 'report.pdf'.`);
    case 'text':
      return z.string().trim().min(1).max(1_000).describe(`${about}, e.g. 'the words of the user'.`);
  }
}

async function resolved(
  command: Command,
  values: Values,
  grants: Settings['grants'],
  context: ToolContext,
  signal: AbortSignal,
): Promise<CommandRun | ToolFailure> {
  const folder =
    command.folder === HOME_FOLDER ? homedir() : grants.find(({ id }) => id === command.folder)?.path;
  if (folder === undefined) return notRun('The folder in which it should run is not granted any more.');
  const program = await programAt(command.program);
  if (program === null) return notRun('The program is not there, or cannot be run.');
  const runner = runnerTrouble(program, command.arguments);
  if (runner && !/busybox$/.test(program)) return notRun(runner.sentence);
  const texts: Record<string, string> = {};
  for (const { name, type } of command.parameters) {
    const value = String(values[name] ?? '');
    if (type === 'file') {
      const located = await locate(context.files, value, undefined, signal);
      // It names files that fit.
      if (!located.ok) return { ...located, foreign: true };
      texts[name] = located.path.absolute;
    } else texts[name] = value;
  }
  const filled = fillArguments(command, texts);
  if (!filled.ok) {
    return {
      ok: false,
      error:
        filled.why === 'option'
          ? `The value of ${filled.parameter} begins with a dash, and the program would take it for an option.`
          : `The value of ${filled.parameter} holds characters that are no text.`,
      hint: 'Use another value, or tell the person.',
    };
  }
  return { program: command.program, args: filled.args, folder, limitMs: command.seconds * 1_000 };
}

/** How a program begins: a script's first line, or the marks of ELF and Mach-O. */
const HEADS = ['2321', '7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe'];

/** The file that a path leads to, if it can be run. What has no such head the system would hand to a shell. */
async function programAt(path: string): Promise<string | null> {
  try {
    const real = await realpath(path);
    await access(real, constants.X_OK);
    if (!(await stat(real)).isFile()) return null;
    if (process.platform === 'win32') return real;
    const file = await open(real, 'r');
    try {
      const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return HEADS.some((head) => buffer.toString('hex').startsWith(head)) ? real : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

function told(command: Command, end: Awaited<ReturnType<typeof runCommand>>): ToolResult {
  const { name, tellsOutput } = command;
  switch (end.how) {
    case 'exited': {
      const all = [end.output, end.errors].filter(Boolean).join('\n');
      const output = tellsOutput && all ? { output: all.slice(0, MOST_DATA) } : {};
      if (end.code !== 0) {
        const last = tellsOutput ? all.slice(-MOST_SAID) : '';
        return {
          ok: false,
          error: `${name} ended with exit code ${end.code}${last ? `: ${last}` : '.'}`,
          hint: 'Tell the person; try again only when asked to.',
          foreign: true,
        };
      }
      const short = tellsOutput && end.output.length > 0 && end.output.length <= MOST_SAID;
      return {
        ok: true,
        say: short ? end.output.replace(/\s*\n\s*/g, '; ') : `${name} is done.`,
        data: { exit_code: 0, ...output },
        ...(tellsOutput && all.length > MOST_DATA && { detail: all }),
      };
    }
    case 'too-slow':
      return notRun(`${name} took longer than ${command.seconds} seconds and was ended.`);
    case 'signal':
      return notRun(`${name} was ended from outside.`);
    case 'not-started':
      return notRun('The program could not be started.');
  }
}

function notRun(error: string): ToolFailure {
  return { ok: false, error, hint: 'Tell the person; commands are changed in Settings.' };
}

/** For reading only: where an argument begins and ends. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `“${argument}”`;
}
