import { expect, test } from 'vitest';
import { defaultSettings, settingEntries, type Settings } from '../../../shared/settings/schema';
import { FakeBridge } from '../../fake-bridge';
import { ExchangeStore } from './exchange.svelte';

const change = (name: 'appearance' | 'customHost', careful: string | null) => ({
  name,
  section: settingEntries[name].place[0],
  label: settingEntries[name].place[1],
  from: 'a',
  to: 'b',
  careful,
});

function made() {
  const bridge = new FakeBridge();
  return { bridge, store: new ExchangeStore(bridge) };
}

test('what could do harm is not wanted until the person says so', async () => {
  const { bridge, store } = made();
  const changes = [change('appearance', null), change('customHost', 'Your key would go there.')];
  void store.read();
  await bridge.answer('settingsFile.read', { changes, remarks: [] });
  expect(store.wanted).toEqual(['appearance']);
  store.want(changes[1]!, true);
  void store.take();
  await bridge.answer('settingsFile.take', '2 settings were taken over.');
  expect(bridge.asked().at(-1)).toEqual(['settingsFile.take', ['appearance', 'customHost']]);
  expect(store.preview).toBeNull();
  expect(store.told).toBe('2 settings were taken over.');
});

test('a section is set back, and that is taken back', async () => {
  const { bridge, store } = made();
  const before: Settings = { ...defaultSettings, capDay: null, idleSeconds: 30, appearance: 'dark' };
  void store.reset('Cost and limits', before);
  await bridge.answer('settings.change', defaultSettings);
  expect(bridge.asked().at(-1)).toEqual([
    'settings.change',
    { idleSeconds: defaultSettings.idleSeconds, capDay: defaultSettings.capDay },
  ]);
  expect(store.undoable).toBe('Cost and limits');
  void store.undo();
  await bridge.answer('settings.change', before);
  expect(bridge.asked().at(-1)).toEqual(['settings.change', { idleSeconds: 30, capDay: null }]);
  expect(store.undoable).toBeNull();
});

test('what main refuses is told, and nothing is lost', async () => {
  const { bridge, store } = made();
  void store.read();
  await bridge.answer('settingsFile.read', { changes: [change('appearance', null)], remarks: [] });
  void store.take();
  await bridge.refuse('settingsFile.take', 'The setting could not be saved.');
  expect(store.failure).toBe('The setting could not be saved.');
  expect(store.preview?.changes).toHaveLength(1);
});
