import type { ProgramOutcome, RunProgram } from '../run-program';

/** PowerShell itself needs about a second, and another one where it has to compile. */
const LIMIT_MS = 8_000;

/** Runs a script that never changes; what varies is in `environment` and is read there as `$env:NAME`. */
export function powerShell(
  run: RunProgram,
  script: string,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ProgramOutcome> {
  const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
  return run('powershell.exe', args, { signal, limitMs: LIMIT_MS, environment });
}
