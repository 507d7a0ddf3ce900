import { can, cannot, type ScreenLock } from '../desktop';
import type { RunProgram } from '../run-program';

/** The screen lock on Windows; its program never tells whether it worked. */
export function windowsLock(run: RunProgram): ScreenLock {
  return {
    async lock(signal) {
      const outcome = await run('rundll32.exe', ['user32.dll,LockWorkStation'], { signal });
      return outcome.ok ? can({ certain: false }) : cannot('Windows did not lock the screen.');
    },
  };
}
