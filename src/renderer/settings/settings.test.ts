import { describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../shared/settings/profile';
import { defaultSettings } from '../../shared/settings/schema';
import { FakeBridge } from '../fake-bridge';
import { canForget, keyHelp, keyText } from './key-words';
import { checkText } from './language-model-words';
import { SettingsStore } from './settings.svelte';
import { hostedVoiceGroups, isListedVoice, voiceFrom, voiceTitle } from './voices';

async function connected() {
  const bridge = new FakeBridge();
  const store = new SettingsStore(bridge);
  store.connect();
  await bridge.answer('settings.get', defaultSettings);
  await bridge.answer('key.status', 'absent');
  await bridge.answer('languageModelKey.status', 'absent');
  return { bridge, store };
}

const withDefaultProfile = (patch: Partial<Profile>) => ({
  ...defaultSettings,
  profiles: [{ ...defaultProfile, ...patch }],
});

describe('changing a setting', () => {
  it('shows at once and stays when main agrees', async () => {
    const { bridge, store } = await connected();
    const changed = store.change('appearance', 'dark');
    expect(store.current?.appearance).toBe('dark');
    await bridge.answer('settings.change', { ...defaultSettings, appearance: 'dark' });
    expect(await changed).toBe(true);
    expect(store.current?.appearance).toBe('dark');
  });

  it('takes the value back and says why when main refuses', async () => {
    const { bridge, store } = await connected();
    const changed = store.change('region', 'eu');
    await bridge.refuse('settings.change', 'The disk is full.');
    expect(await changed).toBe(false);
    expect(store.current?.region).toBe('automatic');
    expect(store.failures.region).toBe('The disk is full.');
  });

  it('keeps a later change when an earlier one is refused', async () => {
    const { bridge, store } = await connected();
    void store.change('speakingSpeed', 3);
    void store.change('appearance', 'light');
    await bridge.refuse('settings.change', 'Too fast.');
    expect(store.current).toMatchObject({ speakingSpeed: 1, appearance: 'light' });
  });

  it('does not jump back while an earlier change of the same setting is answered', async () => {
    const { bridge, store } = await connected();
    void store.change('speakingSpeed', 1.1);
    void store.change('speakingSpeed', 1.2);
    await bridge.answer('settings.change', { ...defaultSettings, speakingSpeed: 1.1 });
    expect(store.current?.speakingSpeed).toBe(1.2);
  });

  it('takes the failure away once a change succeeds', async () => {
    const { bridge, store } = await connected();
    void store.change('region', 'eu');
    await bridge.refuse('settings.change', 'No.');
    void store.change('region', 'eu');
    await bridge.answer('settings.change', { ...defaultSettings, region: 'eu' });
    expect(store.failures.region).toBeUndefined();
  });

  it('follows changes made elsewhere', async () => {
    const { bridge, store } = await connected();
    bridge.emit('settings.changed', withDefaultProfile({ hostedVoice: 'alba' }));
    expect(store.profile?.hostedVoice).toBe('alba');
  });
});

describe('changing the profile in use', () => {
  it('shows at once and asks main for these fields of that profile alone', async () => {
    const { bridge, store } = await connected();
    const changed = store.changeProfile({ engine: 'hosted' });
    expect(store.profile?.engine).toBe('hosted');
    expect(bridge.asked().at(-1)).toEqual([
      'profile.change',
      { id: defaultProfile.id, patch: { engine: 'hosted' } },
    ]);
    await bridge.answer('profile.change', withDefaultProfile({ engine: 'hosted' }));
    expect(await changed).toBe(true);
    expect(store.profile?.engine).toBe('hosted');
  });

  it('takes the values back and says why at each of its fields when main refuses', async () => {
    const { bridge, store } = await connected();
    const changed = store.changeProfile({ engine: 'hosted', agentId: 'agent_1' });
    await bridge.refuse('profile.change', 'The disk is full.');
    expect(await changed).toBe(false);
    expect(store.profile).toEqual(defaultProfile);
    expect(store.failures).toMatchObject({ engine: 'The disk is full.', agentId: 'The disk is full.' });
  });

  it('keeps a later change when an earlier one is refused', async () => {
    const { bridge, store } = await connected();
    void store.changeProfile({ hostedVoice: 'vera' });
    void store.changeProfile({ engine: 'hosted' });
    await bridge.refuse('profile.change', 'No.');
    expect(store.profile).toMatchObject({ hostedVoice: 'anna', engine: 'hosted' });
  });

  it('says at the field what cannot be sent to the service, and asks main for nothing', async () => {
    const { bridge, store } = await connected();
    const asked = bridge.asked().length;
    expect(await store.changeProfile({ keyterms: ['x'.repeat(60)] })).toBe(false);
    expect(store.failures.keyterms).toMatch(/more than 50 characters.* Shorten it/);
    expect(bridge.asked()).toHaveLength(asked);
  });

  it('follows the choice of another profile', async () => {
    const { bridge, store } = await connected();
    const work = { ...defaultProfile, id: 'work', name: 'Work' };
    bridge.emit('settings.changed', {
      ...defaultSettings,
      profiles: [defaultProfile, work],
      activeProfile: 'work',
    });
    expect(store.profile?.name).toBe('Work');
  });
});

describe('the key', () => {
  it('goes to main and leaves nothing but its status', async () => {
    const { bridge, store } = await connected();
    const saved = store.saveKey('key', 'secret-key');
    await bridge.answer('key.save', 'stored');
    expect(await saved).toBe(true);
    expect(store.keys.key).toBe('stored');
    expect(JSON.stringify([store.current, store.keys.key, store.failures])).not.toContain('secret-key');
  });

  it('keeps its status when saving failed', async () => {
    const { bridge, store } = await connected();
    void store.saveKey('key', 'secret-key');
    await bridge.refuse('key.save', 'The keychain is locked.');
    expect(store.keys.key).toBe('absent');
    expect(store.failures.key).toBe('The keychain is locked.');
  });

  it('of the language model server is another one', async () => {
    const { bridge, store } = await connected();
    void store.saveKey('languageModelKey', 'secret-key');
    await bridge.answer('languageModelKey.save', 'stored');
    expect(store.keys).toEqual({ key: 'absent', languageModelKey: 'stored' });
    bridge.emit('languageModelKey.changed', 'unavailable');
    expect(store.keys.languageModelKey).toBe('unavailable');
    expect(keyText('environment', 'languageModelKey')).toContain('PARLEY_THINK_KEY');
  });

  it('can be forgotten only where Parley keeps it', () => {
    expect(canForget('stored')).toBe(true);
    expect(canForget('this-run')).toBe(true);
    expect(canForget('environment')).toBe(false);
    expect(canForget('absent')).toBe(false);
  });

  it('has a sentence for every status', () => {
    for (const status of ['absent', 'stored', 'this-run', 'environment', 'unavailable'] as const)
      expect(keyText(status, 'key')).toMatch(/\.$/);
  });

  it('of a language model server is said to go to the address that is typed', () => {
    for (const status of ['stored', 'this-run', 'environment'] as const)
      expect(keyText(status, 'languageModelKey')).toContain('sent to the address above');
    expect(keyText('stored', 'key')).not.toContain('address above');
  });
});

describe('the check of the key', () => {
  it('brings what the service said', async () => {
    const { bridge, store } = await connected();
    const checked = store.checkKey();
    const answer = { verdict: 'accepted', sentence: 'The service accepts the key.', next: '' };
    await bridge.answer('key.check', answer);
    expect(await checked).toEqual(answer);
  });

  it('says why when nobody could ask', async () => {
    const { bridge, store } = await connected();
    const checked = store.checkKey();
    await bridge.refuse('key.check', 'The custom host in Settings cannot be used.');
    expect(await checked).toBeNull();
    expect(store.failures.keyCheck).toBe('The custom host in Settings cannot be used.');
  });

  it('comes with where to get a key, the free credit and the price of the settings', () => {
    const help = keyHelp(5.5);
    expect(help).toContain('assemblyai.com');
    expect(help).toContain('US$50');
    expect(help).toContain('US$5.50 per hour');
  });
});

describe('the test of the language model server', () => {
  it('brings what the server said', async () => {
    const { bridge, store } = await connected();
    const check = store.checkLanguageModel();
    await bridge.answer('languageModel.check', { result: 'ok', models: ['tiny'] });
    expect(await check).toEqual({ result: 'ok', models: ['tiny'] });
  });

  it('says why when nobody could ask', async () => {
    const { bridge, store } = await connected();
    const check = store.checkLanguageModel();
    await bridge.refuse('languageModel.check', 'The local agent could not be started.');
    expect(await check).toBeNull();
    expect(store.failures.languageModel).toBe('The local agent could not be started.');
  });

  it('has a sentence for every result', () => {
    const results = [
      'ok',
      'unreachable',
      'too-slow',
      'key-refused',
      'model-missing',
      'no-tools',
      'overloaded',
      'refused',
      'failed',
      'nonsense',
      'cut-off',
    ] as const;
    const texts = results.map((result) => checkText({ result, models: [] }, 'tiny'));
    for (const text of texts) expect(text).toMatch(/\.$/);
    expect(new Set(texts).size).toBeGreaterThan(8);
  });

  it('names the models there are when the chosen one is not among them', () => {
    const models = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(checkText({ result: 'model-missing', models }, 'tiny')).toBe(
      'The server answers, but has no model “tiny”. It has: a, b, c, d, e, f and 1 more.',
    );
    expect(checkText({ result: 'model-missing', models: ['a'] }, '')).toBe(
      'The server answers. Now name a model. It has: a.',
    );
  });
});

describe('folders', () => {
  it('are shown as main returns them', async () => {
    const { bridge, store } = await connected();
    void store.addGrant();
    await bridge.answer('grants.add', { ...defaultSettings, grants: [{ id: 'g', path: '/home/a/Notes' }] });
    expect(store.current?.grants).toHaveLength(1);
    void store.removeGrant('g');
    await bridge.answer('grants.remove', defaultSettings);
    expect(store.current?.grants).toHaveLength(0);
  });
});

describe('hosted voices', () => {
  it('lists the default voice and no voice twice', () => {
    const voices = hostedVoiceGroups.flatMap((group) => group.voices);
    expect(isListedVoice(defaultProfile.hostedVoice)).toBe(true);
    expect(new Set(voices).size).toBe(voices.length);
  });

  it('takes a typed name as the service wants it', () => {
    expect(voiceFrom('  Iris ')).toBe('iris');
    expect(voiceTitle('iris')).toBe('Iris');
  });
});
