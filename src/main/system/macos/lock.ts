import { can, cannot, type ScreenLock } from '../desktop';
import type { RunProgram } from '../run-program';

/** macOS has no program that locks; with the screen's sleep it locks as its settings say, usually at once. */
export function macosLock(run: RunProgram): ScreenLock {
  return {
    async lock(signal) {
      const outcome = await run('pmset', ['displaysleepnow'], { signal });
      return outcome.ok ? can({ certain: false }) : cannot('macOS did not switch the screen off.');
    },
  };
}
