import type { VolumeLevel } from '../../system/desktop';

/** "The volume is at 40 percent." */
export function spokenLevel({ percent, muted }: VolumeLevel): string {
  return muted
    ? `The sound is off; its volume is at ${percent} percent.`
    : `The volume is at ${percent} percent.`;
}
