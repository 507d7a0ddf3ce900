import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from './profile';
import { readSettings } from './read';
import { defaultSettings, settingsPatchSchema } from './schema';

const almost = (value: object) =>
  fc.record(
    Object.fromEntries(
      Object.entries(value).map(([name, right]) => [name, fc.oneof(fc.constant(right), fc.jsonValue())]),
    ),
    { requiredKeys: [] },
  );
const almostSettings = fc
  .tuple(almost({ version: 1, engine: 'hosted', ...defaultSettings }), fc.array(almost(defaultProfile)))
  .map(([settings, profiles]) => ({ ...settings, profiles }));

describe('reading settings', () => {
  it('gives the defaults for an empty file', () => {
    expect(readSettings({}).settings).toEqual(defaultSettings);
  });

  it('replaces one broken value and keeps the others', () => {
    const { settings, replaced } = readSettings({ region: 'moon', speakingSpeed: 1.5, unknown: 1 });
    expect(settings).toEqual({ ...defaultSettings, onboarding: 'done', speakingSpeed: 1.5 });
    expect(replaced).toEqual(['region']);
  });

  it('never throws and always gives whole, valid settings', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), almostSettings), (stored) => {
        const { settings } = readSettings(stored);
        expect(readSettings(settings)).toEqual({ settings, replaced: [], fromTheFuture: false });
      }),
    );
  });

  it('knows a file of a newer version', () => {
    expect(readSettings({ version: 99 }).fromTheFuture).toBe(true);
  });
});

describe('a change of settings', () => {
  it('holds only what was sent', () => {
    expect(settingsPatchSchema.parse({ appearance: 'dark' })).toEqual({ appearance: 'dark' });
  });

  it('refuses unknown names and grants, which only a dialog may add', () => {
    expect(settingsPatchSchema.safeParse({ nonsense: 1 }).success).toBe(false);
    expect(settingsPatchSchema.safeParse({ grants: [{ id: 'x', path: '/' }] }).success).toBe(false);
  });
});
