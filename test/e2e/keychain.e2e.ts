/** The service's key: in the keychain or in memory, never in a file where it can be read. */
import type { ParleyWindow } from '../support/parley-window';
import { filesBelow, filesHolding } from '../support/files';
import { NO_KEYRING, startKeyring } from '../support/keyring';
import { SettingsDialog } from '../support/settings-dialog';
import { expect, test } from './kept-home';

const KEY = 'k3y-of-nobody-0123456789abcdef';
const HOSTED = { engine: 'hosted' } as const;

test(
  'a saved key is sealed by the keychain, used after a restart, and forgotten on demand',
  {
    tag: '@rig',
  },
  async ({ launch, home, service }) => {
    const keyring = await startKeyring();
    try {
      const { environment, switches } = keyring;
      const first = await launch({ home, settings: HOSTED, environment, switches });
      const settings = await SettingsDialog.open(first.window);
      await expect(settings.keyStatus('No key yet.')).toBeVisible();
      await settings.saveKey(KEY);
      await expect(settings.keyStatus('A key is kept in this computer’s keychain.')).toBeVisible();
      await expect(settings.key).toHaveValue('');
      expect(filesBelow(home.path).some((path) => path.endsWith('service-key'))).toBe(true);
      expect(filesHolding(home.path, KEY)).toEqual([]);
      await first.quit();
      expect(filesHolding(home.path, KEY)).toEqual([]);

      const second = await launch({
        home,
        environment: { ...environment, PARLEY_AGENT_URL: service.url },
        switches,
      });
      await second.window.start();
      await service.session();
      expect(service.upgrades[0]?.authorization).toBe(`Bearer ${KEY}`);
      const again = await SettingsDialog.open(second.window);
      await expect(again.keyStatus('A key is kept in this computer’s keychain.')).toBeVisible();
      await again.button('Forget key').click();
      await expect(again.keyStatus('No key yet.')).toBeVisible();
      expect(filesBelow(home.path).some((path) => path.endsWith('service-key'))).toBe(false);
    } finally {
      await keyring.stop();
    }
  },
);

test(
  'without a keychain a key lasts for one run, is told so, and nothing is written',
  { tag: '@rig' },
  async ({ launch, home }) => {
    const start = { home, settings: HOSTED, switches: NO_KEYRING };
    const first = await launch(start);
    const settings = await SettingsDialog.open(first.window);
    await settings.saveKey(KEY);
    await expect(settings.keyStatus(/^A key is kept until Parley closes\./)).toBeVisible();
    await expect(settings.key).toHaveValue('');
    await first.quit();
    expect(filesBelow(home.path).some((path) => path.endsWith('service-key'))).toBe(false);
    expect(filesHolding(home.path, KEY)).toEqual([]);

    await expectKeyStatus((await launch(start)).window, 'No key yet.');
  },
);

test('a key of the environment is used, shown as such, and never written', async ({
  launch,
  home,
  service,
}) => {
  const app = await launch({
    home,
    environment: { ASSEMBLYAI_API_KEY: KEY, PARLEY_AGENT_URL: service.url },
  });
  await app.window.start();
  await service.session();
  expect(service.upgrades[0]?.authorization).toBe(`Bearer ${KEY}`);
  await expectKeyStatus(app.window, 'The key comes from the variable ASSEMBLYAI_API_KEY.');
  await app.quit();
  expect(filesHolding(home.path, KEY)).toEqual([]);
});

test('what cannot be a key is refused in a sentence, and the field keeps it for correction', async ({
  launch,
  home,
}) => {
  const { window } = await launch({ home, settings: HOSTED, switches: NO_KEYRING });
  const settings = await SettingsDialog.open(window);
  await settings.saveKey('two words');
  await expect(settings.keyStatus('The key holds spaces, line breaks or other characters')).toBeVisible();
  await expect(settings.key).toHaveValue('two words');
  await expect(settings.key).toHaveAttribute('type', 'password');
  await expect(settings.keyStatus('No key yet.')).toBeVisible();

  await settings.saveKey(KEY);
  await expect(settings.keyStatus(/^A key is kept until Parley closes\./)).toBeVisible();
  await expect(settings.keyStatus('The key holds spaces')).toBeHidden();
});

async function expectKeyStatus(window: ParleyWindow, sentence: string): Promise<void> {
  const settings = await SettingsDialog.open(window);
  await expect(settings.keyStatus(sentence)).toBeVisible();
}
