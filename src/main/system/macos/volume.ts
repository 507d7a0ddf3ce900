import { can, cannot, type Answer, type Volume, type VolumeLevel } from '../desktop';
import type { RunProgram } from '../run-program';

const NONE = cannot('The sound output that is in use has no volume of its own.');

/** Volume on macOS, through its scripting; values go in as arguments, never into the script. */
export function macosVolume(run: RunProgram): Volume {
  const script = async (line: string, value: string, signal: AbortSignal) =>
    (await run('osascript', ['-e', 'on run argv', '-e', line, '-e', 'end run', value], { signal })).ok;
  const read = async (signal: AbortSignal): Promise<Answer<VolumeLevel>> => {
    const outcome = await run('osascript', ['-e', 'get volume settings'], { signal });
    const level = outcome.ok ? levelOf(outcome.output) : null;
    return level ? can(level) : NONE;
  };
  return {
    read,
    async set({ percent, muted }, signal) {
      const done =
        (percent === undefined ||
          (await script(
            'set volume output volume ((item 1 of argv) as integer)',
            `${Math.round(Math.min(100, Math.max(0, percent)))}`,
            signal,
          ))) &&
        (muted === undefined ||
          (await script(
            'set volume output muted ((item 1 of argv) is "yes")',
            muted ? 'yes' : 'no',
            signal,
          )));
      return done ? read(signal) : NONE;
    },
  };
}

/** From "output volume:50, input volume:75, alert volume:100, output muted:false"; HDMI has "missing value". */
export function levelOf(settings: string): VolumeLevel | null {
  const percent = /output volume:(\d+)/u.exec(settings)?.[1];
  const muted = /output muted:(true|false)/u.exec(settings)?.[1];
  return percent && muted ? { percent: Number(percent), muted: muted === 'true' } : null;
}
