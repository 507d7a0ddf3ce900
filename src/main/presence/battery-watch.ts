import type { Answer, Battery } from '../system/desktop';

/** Low from here down, and not low again before it is this full or charges. */
const LOW_PERCENT = 20;
const ENOUGH_PERCENT = 25;
/** How often a battery that empties is looked at. */
const LOOK_MS = 5 * 60_000;

/** Whether the battery is low, from whether it was before. Null: there is none, or it does not tell. */
export function isLow(before: boolean, battery: Battery | null): boolean {
  if (battery?.state !== 'discharging') return false;
  return battery.percent <= (before ? ENOUGH_PERCENT - 1 : LOW_PERCENT);
}

/** What the watch reaches. */
export interface BatteryWorld {
  readonly battery: () => Promise<Answer<Battery>>;
  /** Called at each change. */
  readonly changed: (low: boolean) => void;
}

/** Looks after the battery: seldom, and not at all where there is none. */
export class BatteryWatch {
  private timer: NodeJS.Timeout | null = null;
  private low = false;

  constructor(private readonly world: BatteryWorld) {}

  /** Looks now, and from time to time while there is a battery. To be called at start, after sleep, and when the plug changed. */
  async look(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const answer = await this.world.battery();
    const battery = answer.ok ? answer.value : null;
    const low = isLow(this.low, battery);
    if (low !== this.low) {
      this.low = low;
      this.world.changed(low);
    }
    if (!battery || this.timer) return;
    this.timer = setTimeout(() => void this.look(), LOOK_MS);
    this.timer.unref();
  }
}
