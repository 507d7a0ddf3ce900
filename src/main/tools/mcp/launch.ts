/** Puts a server's configuration and its secrets together into what starts it. Pure. */
import type { McpLaunch } from '../../../shared/ipc/mcp-port';
import type { Problem } from '../../../shared/problem';
import { secretNames, withSecrets, type McpTransport } from '../../../shared/settings/mcp-server';
import { secretKey, type SecretValues } from './hide-secrets';

/** What of Parley's own surroundings a server may see. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** Variables that every program needs to work at all; the rest is given only by name. */
const PASSED_ON = {
  posix: ['HOME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'TMPDIR', 'TZ', 'USER'],
  win32: [
    'APPDATA',
    'COMSPEC',
    'HOMEDRIVE',
    'HOMEPATH',
    'LOCALAPPDATA',
    'PATH',
    'PATHEXT',
    'PROCESSOR_ARCHITECTURE',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'SYSTEMDRIVE',
    'SYSTEMROOT',
    'TEMP',
    'TMP',
    'USERNAME',
    'USERPROFILE',
    'WINDIR',
  ],
} as const;

/** Where programs are that a Mac's apps do not find: they start without the shell's PATH. */
const MAC_PATHS = ['/opt/homebrew/bin', '/usr/local/bin'];

/** Whether a variable belongs to Parley: no server gets it, not even by name. */
export function isOwnVariable(name: string): boolean {
  return /^(?:ASSEMBLYAI_API_KEY|PARLEY_.*)$/iu.test(name);
}

/** What starts the server, or what is missing. */
export function launchOf(
  transport: McpTransport,
  secrets: SecretValues,
  oauth: string | null,
  surroundings: Surroundings,
): { readonly ok: true; readonly launch: McpLaunch } | { readonly ok: false; readonly problem: Problem } {
  const valueOf = (name: string) => secrets[secretKey('secret', name)];
  const texts = transport.type === 'stdio' ? transport.args : [transport.url];
  const empty = texts.flatMap(secretNames).find((name) => valueOf(name) === undefined);
  if (empty !== undefined) return { ok: false, problem: missing(empty) };
  if (transport.type === 'stdio') {
    return {
      ok: true,
      launch: {
        type: 'stdio',
        command: transport.command,
        args: transport.args.map((arg) => withSecrets(arg, valueOf) ?? ''),
        env: environmentOf(transport.env, secrets, surroundings),
        cwd: transport.cwd ?? surroundings.home,
      },
    };
  }
  const header = transport.headers.find((name) => secrets[secretKey('header', name)] === undefined);
  if (header !== undefined) return { ok: false, problem: missing(header) };
  const headers = transport.headers.map((name) => [name, secrets[secretKey('header', name)] ?? ''] as const);
  const url = withSecrets(transport.url, valueOf, encodeURIComponent) ?? '';
  return { ok: true, launch: { type: 'http', url, headers: Object.fromEntries(headers), oauth } };
}

function environmentOf(
  names: readonly string[],
  secrets: SecretValues,
  { environment, platform, home }: Surroundings,
): Record<string, string> {
  const passedOn = platform === 'win32' ? PASSED_ON.win32 : PASSED_ON.posix;
  const chosen = names.filter((name) => !isOwnVariable(name));
  const values = [...passedOn, ...chosen].flatMap((name) => {
    const value = secrets[secretKey('env', name)] ?? environment[name];
    // A value like this would be a function to some shells.
    return value === undefined || value.startsWith('()') ? [] : [[name, value] as const];
  });
  const env = Object.fromEntries(values);
  if (platform !== 'darwin') return env;
  const paths = [env['PATH'] ?? '/usr/bin:/bin', ...MAC_PATHS, `${home}/.local/bin`];
  return { ...env, PATH: paths.join(':') };
}

function missing(name: string): Problem {
  return {
    code: 'mcp_missing_value',
    sentence: `The value of “${name}” is missing.`,
    next: 'Press Edit and enter it.',
  };
}
