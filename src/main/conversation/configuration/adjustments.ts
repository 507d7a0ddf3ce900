import { assertNever } from '../../../shared/assert-never';
import type { RuleChange } from '../../../shared/settings/rules';
import type { TurnPreset } from '../../../shared/settings/profile';
import type { Hold, Pacing } from './turn-taking';

/** What holds for the open talk alone, on top of settings and profile. A new conversation begins without any. */
export interface Adjustments {
  readonly pacing: Pacing;
  readonly hold: Hold;
  /** The agent heard itself: speaking over it no longer interrupts. */
  readonly halfDuplex: boolean;
  /** By the person's own rules; null keeps the profile's. */
  readonly preset: TurnPreset | null;
  /** 0 to 100; null keeps the setting's. */
  readonly volume: number | null;
  /** Added to the prompt, oldest first. */
  readonly instructions: readonly string[];
}

/** A talk as it begins. */
export const noAdjustments: Adjustments = {
  pacing: 'as-preset',
  hold: null,
  halfDuplex: false,
  preset: null,
  volume: null,
  instructions: [],
};

/** Instructions kept of a long talk; the oldest give way. */
const MOST_INSTRUCTIONS = 5;

/** The adjustments after one of the person's own rules. An instruction given again is the newest once more. */
export function withRule(adjustments: Adjustments, change: RuleChange): Adjustments {
  switch (change.kind) {
    case 'preset':
      return { ...adjustments, preset: change.preset };
    case 'volume':
      return { ...adjustments, volume: change.volume };
    case 'instruction': {
      const others = adjustments.instructions.filter((text) => text !== change.text);
      return { ...adjustments, instructions: [...others, change.text].slice(-MOST_INSTRUCTIONS) };
    }
    default:
      return assertNever(change);
  }
}
