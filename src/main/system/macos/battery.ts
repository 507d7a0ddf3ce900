import { can, cannot, type Battery, type Power } from '../desktop';
import type { RunProgram } from '../run-program';

/** The battery on macOS. */
export function macosPower(run: RunProgram): Power {
  return {
    async battery(signal) {
      const outcome = await run('pmset', ['-g', 'batt'], { signal });
      if (!outcome.ok) return cannot('macOS did not tell about the battery.');
      const battery = batteryOf(outcome.output);
      return battery ? can(battery) : cannot('This computer has no battery.');
    },
  };
}

const STATES: Readonly<Record<string, Battery['state']>> = {
  charging: 'charging',
  'finishing charge': 'charging',
  charged: 'full',
  discharging: 'discharging',
};

/** From " -InternalBattery-0 (id=4653155)	83%; discharging; 4:02 remaining present: true". */
export function batteryOf(output: string): Battery | null {
  const line = /InternalBattery[^\n]*?\t?(\d+)%; ([A-Za-z ]+)(?:; (?:(\d+):(\d\d) remaining)?)?/u.exec(
    output,
  );
  if (!line) return null;
  const [, percent, state = '', hours, minutes] = line;
  const left = hours && minutes ? Number(hours) * 60 + Number(minutes) : 0;
  return {
    percent: Number(percent),
    state: STATES[state] ?? 'plugged in',
    // "0:00 remaining" stands there when it is full.
    minutesLeft: left > 0 ? left : null,
  };
}
