import { describe, expect, it } from 'vitest';
import { activeProfile, defaultProfile } from './profile';
import { readSettings } from './read';

describe('a file of version 1', () => {
  it('has its engine and voices moved into the default profile', () => {
    const { settings, replaced } = readSettings({
      version: 1,
      engine: 'hosted',
      hostedVoice: 'vera',
      localVoice: 'rms',
      speakingSpeed: 1.5,
    });
    expect(settings.profiles).toEqual([
      { ...defaultProfile, engine: 'hosted', hostedVoice: 'vera', localVoice: 'rms' },
    ]);
    expect(settings.speakingSpeed).toBe(1.5);
    expect(replaced).toEqual([]);
  });

  it('loses only the value of it that does not fit, which is named', () => {
    const { settings, replaced } = readSettings({ version: 1, engine: 'moon', hostedVoice: 'vera' });
    expect(activeProfile(settings)).toEqual({ ...defaultProfile, hostedVoice: 'vera' });
    expect(replaced).toEqual(['engine']);
  });

  it('without a version is read like one with it', () => {
    expect(activeProfile(readSettings({ engine: 'hosted' }).settings).engine).toBe('hosted');
  });
});

it('a file of version 2 keeps its profiles, whatever else lies in it', () => {
  const profiles = [{ ...defaultProfile, engine: 'hosted' }];
  const { settings } = readSettings({ version: 2, profiles, engine: 'local', hostedVoice: 'vera' });
  expect(settings.profiles).toEqual(profiles);
});

describe('stored profiles', () => {
  it('keep a person’s prompt when another field does not fit', () => {
    const stored = [{ ...defaultProfile, prompt: 'My own.', turnPreset: 'hasty', languages: ['xx'] }];
    const { settings, replaced } = readSettings({ version: 2, profiles: stored });
    expect(settings.profiles).toEqual([{ ...defaultProfile, prompt: 'My own.' }]);
    expect(replaced).toEqual(['turnPreset', 'languages']);
  });

  it('get ids of their own when two share one', () => {
    const { settings } = readSettings({ version: 2, profiles: [{ name: 'A' }, { name: 'B' }] });
    expect(settings.profiles.map(({ id }) => id)).toEqual(['parley', 'profile-2']);
  });

  it.each([['nonsense'], [[]], [[7]]])('that are none at all, %j, become the default profile', (profiles) => {
    const { settings, replaced } = readSettings({ version: 2, profiles });
    expect(settings.profiles).toEqual([defaultProfile]);
    expect(replaced).toEqual(['profiles']);
  });
});

it('whoever used an earlier version is no newcomer; a first start is one, and an open first minute goes on', () => {
  expect(readSettings({ version: 2, appearance: 'dark' }).settings.onboarding).toBe('done');
  expect(readSettings({ appearance: 'dark' }).settings.onboarding).toBe('done');
  expect(readSettings(undefined).settings.onboarding).toBe('welcome');
  expect(readSettings({ version: 3, onboarding: 'speakers' }).settings.onboarding).toBe('speakers');
  expect(readSettings({ version: 3 }).settings.onboarding).toBe('welcome');
});
