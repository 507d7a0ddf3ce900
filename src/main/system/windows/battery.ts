import { z } from 'zod';
import { can, cannot, type Battery, type Power } from '../desktop';
import type { RunProgram } from '../run-program';
import { powerShell } from './power-shell';

const SCRIPT =
  'ConvertTo-Json -Compress @(Get-CimInstance -ClassName Win32_Battery | Select-Object EstimatedChargeRemaining, BatteryStatus, EstimatedRunTime)';

/** Given instead of a run time while mains power is there. */
const RUN_TIME_UNKNOWN = 71_582_788;

const batteriesSchema = z.array(
  z.object({
    EstimatedChargeRemaining: z.number(),
    BatteryStatus: z.number(),
    EstimatedRunTime: z.number().nullish(),
  }),
);

/** The battery on Windows. */
export function windowsPower(run: RunProgram): Power {
  return {
    async battery(signal) {
      const outcome = await powerShell(run, SCRIPT, {}, signal);
      if (!outcome.ok) return cannot('Windows did not tell about the battery.');
      const battery = batteryOf(outcome.output);
      return battery ? can(battery) : cannot('This computer has no battery.');
    },
  };
}

/** From the list that PowerShell prints; the first battery speaks for all. */
export function batteryOf(output: string): Battery | null {
  const parsed = batteriesSchema.safeParse(jsonOf(output));
  const battery = parsed.success ? parsed.data[0] : undefined;
  if (!battery) return null;
  const state = stateOf(battery.BatteryStatus, battery.EstimatedChargeRemaining);
  const minutes = battery.EstimatedRunTime ?? RUN_TIME_UNKNOWN;
  return {
    percent: Math.min(100, Math.max(0, Math.round(battery.EstimatedChargeRemaining))),
    state,
    minutesLeft: state === 'discharging' && minutes < RUN_TIME_UNKNOWN ? minutes : null,
  };
}

/** Win32_Battery: 1 discharging, 2 mains power, 3 full, 4 and 5 low, 6 to 9 charging, 11 partially charged. */
function stateOf(status: number, percent: number): Battery['state'] {
  if (status === 1 || status === 4 || status === 5) return 'discharging';
  if (status >= 6 && status <= 9) return 'charging';
  return status === 3 || percent >= 100 ? 'full' : 'plugged in';
}

function jsonOf(output: string): unknown {
  try {
    return JSON.parse(output) as unknown;
  } catch {
    return null;
  }
}
