import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { LinuxApp } from './installed-apps';

/** A process of the person, as /proc tells of it (proc(5)). */
export interface ProcessFacts {
  readonly id: number;
  readonly parent: number;
  /** When it began, in ticks since the start of the system: with the id it names a process for good. */
  readonly began: string;
  /** Absolute path of its program; null when it is not told. */
  readonly program: string | null;
  readonly args: readonly string[];
  /** The desktop entry that the desktop started it from, where its control group says so. */
  readonly entryId: string | null;
}

/** Which process belongs to which app. */
export type Ownership = ReadonlyMap<number, LinuxApp>;

/** Programs that run others: that one of them runs says nothing about an app. */
const RUNNERS =
  /^(env|sh|bash|dash|zsh|ksh|fish|busybox|python[\d.]*|perl[\d.]*|ruby[\d.]*|node|java|gjs|gjs-console|wine\d*|wine-preloader|mono|electron\d*|flatpak|bwrap|snap|sudo|pkexec|xdg-open|gtk-launch|gio|dbus-launch|systemd-run|setsid|nohup|xterm|tclsh[\d.]*|wish[\d.]*)$/u;

/** The processes that belong to this user, in no order. */
export async function ownProcesses(signal: AbortSignal, proc = '/proc'): Promise<readonly ProcessFacts[]> {
  const own = process.getuid?.();
  const ids = (await readdir(proc)).filter((name) => /^\d+$/u.test(name));
  const facts = await Promise.all(
    ids.map(async (id): Promise<ProcessFacts | null> => {
      try {
        const folder = `${proc}/${id}`;
        if ((await stat(folder)).uid !== own) return null;
        const [line, args, groups, program] = await Promise.all([
          readFile(`${folder}/stat`, 'utf8'),
          readFile(`${folder}/cmdline`, 'utf8'),
          readFile(`${folder}/cgroup`, 'utf8').catch(() => ''),
          readlink(`${folder}/exe`).catch(() => null),
        ]);
        return processFacts(Number(id), line, args, groups, program);
      } catch {
        // It ended while it was looked at.
        return null;
      }
    }),
  );
  signal.throwIfAborted();
  return facts.filter((one) => one !== null);
}

/** Puts together what the files of a process say. Null for one that has ended and waits to be noticed. */
export function processFacts(
  id: number,
  statLine: string,
  commandLine: string,
  groups: string,
  program: string | null,
): ProcessFacts | null {
  // The name in brackets may hold anything, blanks and brackets too.
  const fields = statLine.slice(statLine.lastIndexOf(')') + 2).split(' ');
  const [state, parent] = fields;
  if (state === undefined || state === 'Z' || state === 'X') return null;
  return {
    id,
    parent: Number(parent),
    began: fields[19] ?? '',
    program: program?.replace(/ \(deleted\)$/u, '') ?? null,
    args: commandLine.replace(/\0$/u, '').split('\0'),
    entryId: entryIdOf(groups),
  };
}

/**
 * The desktop entry's id in a control group's name: `app[-launcher]-ID-RANDOM.scope`,
 * `app[-launcher]-ID[@RANDOM].service` (systemd's "Desktop Environment Integration"), `snap.NAME.APP…scope`.
 */
function entryIdOf(groups: string): string | null {
  const unit = groups.trim().split('\n').at(-1)?.split('/').at(-1) ?? '';
  const [, name, app] = /^snap\.([\w+-]+)\.([\w+-]+)[.-].*(?:scope|service)$/u.exec(unit) ?? [];
  if (name !== undefined && app !== undefined) return `${name}_${app}`;
  if (!unit.startsWith('app-')) return null;
  const parts = unit
    .slice('app-'.length)
    .replace(/(@[^@]*)?\.(scope|service)$/u, '')
    .split('-');
  const id = unit.endsWith('.scope') ? parts.at(-2) : parts.at(-1);
  return (
    id?.replace(/\\x([0-9a-f]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) ?? null
  );
}

/** A process that Parley started for an app. */
export interface Started {
  readonly id: number;
  readonly began: string;
  readonly appId: string;
}

/**
 * Tells which processes are of which app, by evidence of their own: we started it, it runs the app's program, or
 * the desktop started it. What an app has started in turn may be anything, and is not counted as its own.
 */
export async function ownership(
  processes: readonly ProcessFacts[],
  apps: readonly LinuxApp[],
  started: readonly Started[],
): Promise<Ownership> {
  const byProgram = await byRealProgram(apps);
  const byId = new Map(apps.map((app) => [app.app.id, app]));
  // What we start stays in our own control group, which then says nothing.
  const ourGroup = processes.find(({ id }) => id === process.pid)?.entryId ?? null;
  const owners = new Map<number, LinuxApp>();
  for (const one of processes) {
    const ours = started.find(({ id, began }) => id === one.id && began === one.began);
    const group = one.entryId === ourGroup ? null : one.entryId;
    const owner = byId.get(ours?.appId ?? '') ?? appOfCommand(one, byProgram) ?? byId.get(group ?? '');
    if (owner) owners.set(one.id, owner);
  }
  return owners;
}

/** The processes of an app that no other of its processes has started. */
export function topProcesses(
  processes: readonly ProcessFacts[],
  owners: Ownership,
  appId: string,
): readonly ProcessFacts[] {
  const isOf = (id: number) => owners.get(id)?.app.id === appId;
  return processes.filter(({ id, parent }) => isOf(id) && !isOf(parent));
}

async function byRealProgram(apps: readonly LinuxApp[]): Promise<ReadonlyMap<string, readonly LinuxApp[]>> {
  const found = new Map<string, readonly LinuxApp[]>();
  for (const app of apps) {
    if (app.program === null) continue;
    const real = await realpath(app.program).catch(() => app.program!);
    // Of a program that runs others, only the path of what it runs tells an app.
    if (isRunner(real) && !fixedArgs(app).some((arg) => isAbsolute(arg))) continue;
    found.set(real, [...(found.get(real) ?? []), app]);
  }
  return found;
}

/** By the program that runs, or the script that a runner runs; the fixed arguments of its entry must be there too. */
function appOfCommand(
  { program, args }: ProcessFacts,
  byProgram: ReadonlyMap<string, readonly LinuxApp[]>,
): LinuxApp | null {
  if (program === null) return null;
  const script = isRunner(program) ? args.slice(1).find((arg) => !arg.startsWith('-')) : undefined;
  // A program that renames itself leaves one text with blanks instead of a list.
  const all = ` ${args.join(' ')} `;
  const [best] = [program, script ?? program]
    .flatMap((path) => byProgram.get(path) ?? [])
    .map((app) => ({ app, fixed: fixedArgs(app) }))
    .filter(({ fixed }) =>
      fixed.every((arg) => (args.length > 1 ? args.includes(arg) : all.includes(` ${arg} `))),
    )
    .sort((a, b) => b.fixed.length - a.fixed.length);
  return best?.app ?? null;
}

function isRunner(program: string): boolean {
  return RUNNERS.test(basename(program));
}

function fixedArgs({ entry }: LinuxApp): readonly string[] {
  return (entry.exec?.words ?? []).flatMap((word) =>
    word.every((part) => part.type === 'text')
      ? [word.map((part) => (part.type === 'text' ? part.text : '')).join('')]
      : [],
  );
}
