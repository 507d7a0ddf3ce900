/** What Parley tells of its life beside its window. */
import type { Problem } from '../../shared/problem';

/** Told once, when the window is closed and Parley goes on. */
export function residentProblem(tray: boolean): Problem {
  return {
    code: 'resident',
    sentence: 'Parley goes on running without its window.',
    next: tray
      ? 'Its icon in the panel brings it back, and “Quit Parley” in the icon’s menu ends it. Settings, “Start and tray”, can make closing quit.'
      : 'Start Parley again to see the window; this desktop shows no icon for it. “Quit Parley” in Settings, “Start and tray”, ends it.',
  };
}

/** The window's page crashed three times within a minute. */
export const keepsCrashing: Problem = {
  code: 'window_keeps_crashing',
  sentence: 'Parley’s window keeps failing and was closed.',
  next: 'Show it again. If it fails again, quit Parley and start it anew.',
};

/** Told once in a run. */
export const batteryLow: Problem = {
  code: 'battery_low',
  sentence: 'The battery is low, so Parley keeps nothing ready and does not listen for its name.',
  next: 'It does again when the computer is charged. Talking works as always.',
};
