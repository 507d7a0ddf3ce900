import { createHash } from 'node:crypto';
import { win32 } from 'node:path';
import { z } from 'zod';
import { cannot, plainName, type Apps, type AppsAnswer, type InstalledApp } from '../apps';
import type { ProgramOptions, RunProgram } from '../run-program';
import { untilTrue } from '../until-true';

/** What of this computer is needed. */
export interface WindowsWorld {
  /** Windows' own folder, as SystemRoot says: programs are started by their whole path. */
  readonly systemRoot: string;
  readonly run: RunProgram;
  /** Electron's `shell.openExternal`. */
  readonly openExternal: (address: string) => Promise<void>;
}

const UTF8 = '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ';
const LIST = `${UTF8}Get-StartApps | Select-Object Name, AppID | ConvertTo-Json -Compress`;
const RUNNING =
  `${UTF8}Get-Process | Where-Object { $_.MainWindowHandle -ne 0 } | ` +
  'Select-Object Id, ProcessName, Path, MainWindowTitle | ConvertTo-Json -Compress';
/** The process's number comes in the environment, so that nothing is ever put into a script. */
const TO_FRONT = '(New-Object -ComObject WScript.Shell).AppActivate([int]$env:PROCESS_NUMBER)';
/** PowerShell takes its time to begin. */
const POWERSHELL_MS = 12_000;
const QUIT_MS = 4_000;

/** Apps on Windows: the Start menu's list, processes that have a window, and polite closing. */
export function windowsApps({ systemRoot, run, openExternal }: WindowsWorld): Apps {
  const system = (...parts: string[]) => win32.join(systemRoot, ...parts);
  const powershell = (script: string, options: ProgramOptions) =>
    run(
      system('System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
      ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
      { limitMs: POWERSHELL_MS, ...options },
    );
  const installed = async (signal: AbortSignal) => {
    const listed = await powershell(LIST, { signal });
    return listed.ok ? parseStartApps(listed.output) : [];
  };
  const processes = async (signal: AbortSignal): Promise<AppsAnswer<readonly WindowsProcess[]>> => {
    const listed = await powershell(RUNNING, { signal });
    return listed.ok
      ? { ok: true, value: parseProcesses(listed.output) }
      : cannot('failed', 'Windows did not tell what is running.');
  };
  const processesOf = async (
    app: InstalledApp,
    signal: AbortSignal,
  ): Promise<AppsAnswer<readonly WindowsProcess[]>> => {
    const running = await processes(signal);
    if (!running.ok) return running;
    const own = running.value.filter((one) => isOf(one, app) && one.Id !== process.pid);
    return own.length > 0 ? { ok: true, value: own } : cannot('not-running', `${app.name} is not running.`);
  };

  return {
    windows: done,
    unsavedWork: 'asks',
    installed,

    async running(signal) {
      const running = await processes(signal);
      if (!running.ok) return running;
      const value = (await installed(signal)).flatMap((app) => {
        const own = running.value.filter((one) => isOf(one, app));
        const windows = own.map(({ MainWindowTitle }) => plainName(MainWindowTitle));
        return own.length > 0 ? [{ app, windows }] : [];
      });
      return { ok: true, value };
    },

    async start(app, file, signal) {
      if (file !== null) {
        return cannot('unsupported', 'On Windows, Parley cannot choose the app that a file is opened with.');
      }
      const now = (await installed(signal)).find(({ id }) => id === app.id);
      if (!now) return cannot('gone', `${app.name} is no longer installed.`);
      if (now.seal !== app.seal) return cannot('changed', `What ${app.name} starts has changed just now.`);
      const started = await run(system('explorer.exe'), [`shell:AppsFolder\\${app.id}`], { signal });
      // Explorer hands on to the one that runs already and ends with 1, whatever comes of it.
      return started.ok || started.why === 'failed' ? done : cannot('failed', `${app.name} did not start.`);
    },

    async bringToFront(app, signal) {
      const own = await processesOf(app, signal);
      if (!own.ok) return own;
      const environment = { PROCESS_NUMBER: String(own.value[0]?.Id ?? 0) };
      const told = await powershell(TO_FRONT, { signal, environment });
      const front = told.ok && told.output.trim() === 'True';
      return front ? done : cannot('failed', `Windows did not let Parley bring ${app.name} to the front.`);
    },

    async quit(app, signal) {
      const own = await processesOf(app, signal);
      if (!own.ok) return own;
      // Without /F it asks the windows to close.
      const numbers = own.value.flatMap(({ Id }) => ['/PID', String(Id)]);
      const asked = await run(system('System32', 'taskkill.exe'), numbers, { signal });
      if (!asked.ok) return cannot('failed', `Windows did not ask ${app.name} to close.`);
      const gone = await untilTrue(QUIT_MS, signal, async () => {
        const still = await processesOf(app, signal);
        return !still.ok && still.why === 'not-running';
      });
      return { ok: true, value: gone ? 'quit' : 'asking' };
    },

    async openAddress(address) {
      try {
        await openExternal(address);
        return done;
      } catch {
        return cannot('failed', 'No browser opened the address.');
      }
    },
  };
}

const done = { ok: true, value: undefined } as const;

const startAppSchema = z.object({ Name: z.string().max(500), AppID: z.string().min(1).max(1_000) });
const processSchema = z.object({
  Id: z.int().positive(),
  ProcessName: z.string(),
  Path: z.string().nullable().default(null),
  MainWindowTitle: z.string().default(''),
});

/** A process with a window, as PowerShell tells of it. */
type WindowsProcess = z.infer<typeof processSchema>;

/** Items of what ConvertTo-Json prints: one alone is no list. Items of another shape are left out. */
function itemsOf<T>(output: string, schema: z.ZodType<T>): readonly T[] {
  let json: unknown;
  try {
    json = JSON.parse(output.replace(/^\uFEFF/u, ''));
  } catch {
    return [];
  }
  return (Array.isArray(json) ? json : [json]).flatMap((item) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Apps in what `Get-StartApps` tells. Addresses, removers and help files are none. */
export function parseStartApps(output: string): readonly InstalledApp[] {
  const apps = new Map<string, InstalledApp>();
  for (const { Name, AppID } of itemsOf(output, startAppSchema)) {
    const name = plainName(Name);
    const isApp = !/^[a-z]+:\/\//iu.test(AppID) && !/\.(chm|html?|txt|url|pdf|rtf)$/iu.test(AppID);
    if (name === '' || !isApp || /\b(uninstall|remove)\b/iu.test(name) || /["\r\n]/u.test(AppID)) continue;
    apps.set(AppID, {
      id: AppID,
      name,
      otherNames: [],
      installedFor: 'unknown',
      starts: AppID,
      seal: createHash('sha256').update(`${Name}\0${AppID}`).digest('hex').slice(0, 16),
      minor: /\\system32\\/iu.test(AppID),
    });
  }
  return [...apps.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Processes in what `Get-Process` tells. */
export function parseProcesses(output: string): readonly WindowsProcess[] {
  return itemsOf(output, processSchema);
}

/** Whether a process is of an app: of its package, its program, or of the name that its id ends with. */
function isOf({ ProcessName, Path }: WindowsProcess, { id }: InstalledApp): boolean {
  const path = (Path ?? '').toLowerCase();
  const packaged = /^([^\\!]+)_([a-z0-9]+)!/iu.exec(id);
  if (packaged) {
    const [, family = '', publisher = ''] = packaged;
    return path.includes(`\\${family.toLowerCase()}_`) && path.includes(`_${publisher.toLowerCase()}\\`);
  }
  const program = /^(?:\{[0-9a-f-]+\})?(.*\.exe)$/iu.exec(id)?.[1]?.toLowerCase();
  if (program !== undefined && program.includes('\\')) return path.endsWith(program);
  const name = (/([\w+-]+)\.exe\b/iu.exec(id)?.[1] ?? id.split('.').at(-1) ?? '').toLowerCase();
  return name === ProcessName.toLowerCase();
}
