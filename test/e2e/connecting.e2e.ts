/** The way to the hosted service: the key is checked when it is saved, over the system's proxy and certificates. */
import type { ServerResponse } from 'node:http';
import { TestServer } from '../../src/local-agent/server/test-server.fixture';
import { AnsweringServer } from '../../src/main/service/client.fixture';
import { Authority, httpProxy } from '../../src/main/service/network/network.fixture';
import { NO_KEYRING } from '../support/keyring';
import { SettingsDialog } from '../support/settings-dialog';
import { expect, test } from './fixtures';

const HOSTED = { engine: 'hosted' } as const;
const KEY = 'k3y-of-nobody-0123456789abcdef';
const TOKEN = JSON.stringify({ token: 'tok_1', expires_in_seconds: 1 });

const result = (settings: SettingsDialog) =>
  settings.dialog.getByRole('status', { name: 'Result of the key check', exact: true });

test('a key that is saved is checked at once: accepted, or rejected in words and kept', async ({
  launch,
}) => {
  const { server } = await TestServer.start();
  try {
    const environment = { PARLEY_API_URL: `http://127.0.0.1:${server.port}` };
    const { window } = await launch({ settings: HOSTED, environment, switches: NO_KEYRING });
    const settings = await SettingsDialog.open(window);
    await expect(settings.dialog.getByText('US$50 of free credit')).toBeVisible();
    await settings.saveKey(KEY);
    await expect(result(settings)).toHaveText('The service accepts the key.');

    await settings.saveKey('bad-key');
    await expect(result(settings)).toContainText('The service does not accept this key.');
    await expect(settings.keyStatus(/^A key is kept until Parley closes\./)).toBeVisible();
  } finally {
    await server.close();
  }
});

test('every other answer is told for what it is, and the key is kept', async ({ launch }) => {
  let answer: (response: ServerResponse) => void = (response) => response.end(TOKEN);
  const server = await AnsweringServer.start((_request, response) => answer(response));
  const environment = { PARLEY_API_URL: `http://127.0.0.1:${server.port}`, ASSEMBLYAI_API_KEY: KEY };
  const { window } = await launch({ settings: HOSTED, environment });
  const settings = await SettingsDialog.open(window);
  await settings.button('Check key').click();
  await expect(result(settings)).toHaveText('The service accepts the key.');
  expect(server.requests[0]?.authorization).toBe(`Bearer ${KEY}`);

  const again = async (words: RegExp) => {
    await settings.button('Check again').click();
    await expect(result(settings)).toHaveText(words);
  };
  answer = (response) => response.end('<!doctype html><title>Sign in to this network</title>');
  await again(/not the voice service.*sign in to it/s);
  answer = (response) => response.writeHead(403).end('<h1>Forbidden</h1>');
  await again(/blocked.*firewall/s);
  answer = (response) => response.writeHead(429, { 'retry-after': '30' }).end('{}');
  await again(/busy.*in 30 seconds/s);
  answer = (response) => response.destroy();
  await again(/closed before it was ready/);
  await server.stop();
  await again(/nothing answers at its address/);
  await expect(settings.keyStatus('The key comes from the variable ASSEMBLYAI_API_KEY.')).toBeVisible();
});

test('the service is reached over the proxy of the system, and the certificate of a company is trusted', async ({
  launch,
}) => {
  const authority = new Authority();
  const service = await authority.serve('DNS:agents.us.assemblyai.com', (_request, response) =>
    response.end(TOKEN),
  );
  const proxy = await httpProxy(service.port);
  const start = (environment: Readonly<Record<string, string>>) =>
    launch({
      settings: { ...HOSTED, region: 'us' },
      environment: { ASSEMBLYAI_API_KEY: KEY, ...environment },
      switches: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
    });
  try {
    const trusting = await start({ SSL_CERT_FILE: authority.file });
    const settings = await SettingsDialog.open(trusting.window);
    await settings.button('Check key').click();
    await expect(result(settings)).toHaveText('The service accepts the key.');
    expect(proxy.asked).toContain('agents.us.assemblyai.com:443');

    const strange = await start({});
    const others = await SettingsDialog.open(strange.window);
    await others.button('Check key').click();
    await expect(result(others)).toContainText('not trusted on this computer');
    await others.close();
    await strange.window.start();
    expect((await strange.window.waitForState('Problem:')).text).toContain('not trusted on this computer');
  } finally {
    await proxy.stop();
    await service.stop();
    authority.remove();
  }
});

test('a custom host is refused with a reason before it is used', async ({ launch }) => {
  const { window } = await launch({ settings: { ...HOSTED, region: 'custom' } });
  const settings = await SettingsDialog.open(window);
  const host = settings.dialog.getByLabel('Custom host', { exact: true });
  await host.fill('https://me:secret@voice.example.com');
  await host.press('Tab');
  await expect(settings.dialog.getByText('Leave out the user name and password')).toBeVisible();
  await expect(host).toHaveValue('https://me:secret@voice.example.com');
  await host.fill('voice.example.com');
  await host.press('Tab');
  await expect(settings.dialog.getByText('Leave out the user name and password')).toBeHidden();
});
