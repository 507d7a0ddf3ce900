import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { can, cannot, type Battery, type Power } from '../desktop';

const SYS = '/sys/class/power_supply';

/** The battery on Linux, as the kernel tells it. */
export function linuxPower(folder = SYS): Power {
  return {
    async battery() {
      const names = await readdir(folder).catch(() => []);
      const texts = await Promise.all(
        names.map((name) => readFile(join(folder, name, 'uevent'), 'utf8').catch(() => '')),
      );
      const battery = batteryOf(texts);
      return battery ? can(battery) : cannot('This computer has no battery.');
    },
  };
}

/** All batteries of the computer as one, from their `uevent` files; null when there is none. */
export function batteryOf(uevents: readonly string[]): Battery | null {
  const batteries = uevents.map(valuesOf).filter(
    (values) =>
      values.get('TYPE') === 'Battery' &&
      // Of a mouse or a headset.
      values.get('SCOPE') !== 'Device' &&
      values.get('PRESENT') !== '0',
  );
  const charges = batteries.flatMap(chargeOf);
  if (charges.length === 0) return null;
  const total = sum(charges.map(({ full }) => full));
  const now = sum(charges.map((charge) => charge.full * charge.share));
  const states = batteries.map((values) => values.get('STATUS'));
  const state = stateOf(states);
  const percent = Math.min(100, Math.max(0, Math.round((now / total) * 100)));
  return { percent, state, minutesLeft: minutesLeft(batteries, state) };
}

function valuesOf(uevent: string): ReadonlyMap<string, string> {
  const pairs = [...uevent.matchAll(/^POWER_SUPPLY_([A-Z_]+)=(.*)$/gmu)];
  return new Map(pairs.map(([, name = '', value = '']) => [name, value.trim()]));
}

/** How full, 0 to 1, and how much it holds when full; batteries that tell only percent count alike. */
function chargeOf(values: ReadonlyMap<string, string>): { share: number; full: number }[] {
  for (const unit of ['ENERGY', 'CHARGE']) {
    const [now, full] = [number(values, `${unit}_NOW`), number(values, `${unit}_FULL`)];
    if (now !== null && full) return [{ share: now / full, full }];
  }
  const capacity = number(values, 'CAPACITY');
  return capacity === null ? [] : [{ share: capacity / 100, full: 1 }];
}

function stateOf(states: readonly (string | undefined)[]): Battery['state'] {
  if (states.includes('Discharging')) return 'discharging';
  if (states.includes('Charging')) return 'charging';
  return states.every((state) => state === 'Full') ? 'full' : 'plugged in';
}

/** From what flows now; null when nothing flows or it is not told. */
function minutesLeft(
  batteries: readonly ReadonlyMap<string, string>[],
  state: Battery['state'],
): number | null {
  if (state !== 'charging' && state !== 'discharging') return null;
  for (const [unit, flow] of [
    ['ENERGY', 'POWER_NOW'],
    ['CHARGE', 'CURRENT_NOW'],
  ] as const) {
    const all = (name: string) => batteries.map((values) => number(values, name));
    const [now, full, flows] = [all(`${unit}_NOW`), all(`${unit}_FULL`), all(flow)];
    if ([...now, ...full, ...flows].includes(null)) continue;
    // Some drivers give what flows out a minus.
    const perHour = sum(flows.map((value) => Math.abs(value ?? 0)));
    const rest = state === 'discharging' ? sum(now) : sum(full) - sum(now);
    if (perHour > 0 && rest >= 0) return Math.round((rest / perHour) * 60);
  }
  return null;
}

function number(values: ReadonlyMap<string, string>, name: string): number | null {
  const value = Number.parseInt(values.get(name) ?? '', 10);
  return Number.isNaN(value) ? null : value;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
