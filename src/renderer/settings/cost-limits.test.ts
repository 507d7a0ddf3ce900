import { expect, it } from 'vitest';
import { defaultSettings, settingsPatchSchema } from '../../shared/settings/schema';
import { caps, costRanges } from './cost-limits';

type Name = keyof typeof costRanges;
const names = Object.keys(costRanges) as Name[];
const fits = (name: Name, value: number | null) => settingsPatchSchema.safeParse({ [name]: value }).success;

it.each(names)('%s may be typed as far as main takes it, and no farther', (name) => {
  const { min, max, whole } = costRanges[name];
  expect(fits(name, min)).toBe(true);
  expect(fits(name, max)).toBe(true);
  expect(fits(name, max + 1)).toBe(false);
  expect(fits(name, min - (whole ? 1 : 0.01))).toBe(false);
  expect(fits(name, min + 0.5)).toBe(!whole);
});

it.each(caps)('$label can be lifted, and comes back as a fresh Parley has it', ({ name, usual }) => {
  expect(fits(name, null)).toBe(true);
  expect(usual).toBe(defaultSettings[name]);
});
