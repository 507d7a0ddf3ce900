import { can, cannot, type Brightness } from '../desktop';
import type { RunProgram } from '../run-program';
import { powerShell } from './power-shell';

const NONE = cannot('This computer has no screen whose brightness can be changed.');

const SCRIPT = `
$ErrorActionPreference = 'Stop'
if ($env:PARLEY_LEVEL) {
  Get-CimInstance -Namespace root/WMI -ClassName WmiMonitorBrightnessMethods | Select-Object -First 1 |
    Invoke-CimMethod -MethodName WmiSetBrightness -Arguments @{ Timeout = 1; Brightness = [byte]$env:PARLEY_LEVEL } | Out-Null
}
(Get-CimInstance -Namespace root/WMI -ClassName WmiMonitorBrightness | Select-Object -First 1).CurrentBrightness
`;

/** Brightness on Windows: built-in screens only. */
export function windowsBrightness(run: RunProgram): Brightness {
  const ask = async (environment: Readonly<Record<string, string>>, signal: AbortSignal) => {
    const outcome = await powerShell(run, SCRIPT, environment, signal);
    const percent = outcome.ok ? /^(\d+)\s*$/u.exec(outcome.output)?.[1] : undefined;
    return percent === undefined ? NONE : can(Number(percent));
  };
  return {
    read: (signal) => ask({}, signal),
    set: (percent, signal) =>
      ask({ PARLEY_LEVEL: `${Math.round(Math.min(100, Math.max(1, percent)))}` }, signal),
  };
}
