/**
 * What a launch may ask of the Parley that runs: the way to talk by key where no app may listen for one. A desktop
 * binds a key to `parley --toggle-talk`, or its press to `--talk` and its release to `--stop`.
 */
export type LaunchCommand =
  /** The microphone opens, and a talk begins if none is open. */
  | 'talk'
  /** The same, or `stop` when the microphone is open. */
  | 'toggle-talk'
  /** What was said is answered and the microphone closes; when it is closed, the agent falls silent. */
  | 'stop';

const SWITCHES: Readonly<Record<string, LaunchCommand>> = {
  '--talk': 'talk',
  '--toggle-talk': 'toggle-talk',
  '--stop': 'stop',
};

/**
 * The command on a command line as Electron tells it, whose order Chromium may have changed; null when there is none.
 * Of several the most careful counts: to stop goes before to talk.
 */
export function launchCommand(words: readonly string[]): LaunchCommand | null {
  const asked = new Set(words.flatMap((word) => (Object.hasOwn(SWITCHES, word) ? [SWITCHES[word]!] : [])));
  return (['stop', 'toggle-talk', 'talk'] as const).find((command) => asked.has(command)) ?? null;
}
