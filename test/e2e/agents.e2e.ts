/** Stored agents: made, edited and deleted from the window, at a local agent in the hosted service's place. */
import type { Page } from '@playwright/test';
import { TestServer } from '../../src/local-agent/server/test-server.fixture';
import { ChannelRig } from '../channels/rig';
import { until } from '../support/until';
import { expect, test } from './fixtures';

const SECRET = 'Bearer s3cret-0123456789';

async function startService() {
  const sent: string[] = [];
  const server = await TestServer.start({
    toolTransport: {
      resolve: () => Promise.resolve(['8.8.8.8']),
      allows: () => true,
      send: ({ headers }) => {
        sent.push(headers['authorization'] ?? '');
        return Promise.resolve({ status: 200, text: '{"say":"It is ten."}' });
      },
    },
  });
  return { server, sent, environment: { PARLEY_API_URL: `http://127.0.0.1:${String(server.server.port)}` } };
}

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const state = (page: Page) => page.getByRole('status', { name: 'State of the agent', exact: true });

test('an agent is made, checked before it is sent, edited with its secret kept, and deleted', async ({
  launch,
}, info) => {
  const { server, sent, environment } = await startService();
  try {
    const { window, electron } = await launch({ environment });
    const { page } = window;
    await window.button('Agents').click();
    await expect(page.getByText('No agents yet in this region.')).toBeVisible();

    await window.button('New agent').click();
    await window.button('Create agent').click();
    await expect(page.getByText('Give the agent a name.')).toBeVisible();
    await expect(field(page, 'Name')).toBeFocused();
    await field(page, 'Name').fill('Clock');
    await field(page, 'Instructions').fill('You tell the time.');
    await window.button('Add HTTP tool').click();
    await field(page, 'Tool name').fill('get_time');
    await field(page, 'Description').fill('Tells the present time.');
    await field(page, 'Address').fill('https://127.0.0.1/time');
    await field(page, 'Arguments').fill('{"type":"object","properties":[]}');
    await window.button('Add header').click();
    await field(page, 'Header 1').fill('Authorization');
    await window.button('Create agent').click();
    await expect(page.getByText('Give the arguments "properties" that is an object.')).toBeVisible();
    await expect(page.getByText('Use an address on the public internet')).toBeVisible();
    await expect(page.getByText('Type a value for the header Authorization.')).toBeVisible();
    await field(page, 'Arguments').fill('{"type":"object","properties":{}}');
    await field(page, 'Address').fill('https://api.example.org/time');
    await field(page, 'Value of header 1').fill(SECRET);
    // What only the service can judge comes back beside its field, and nothing that was typed is lost.
    await page.getByRole('combobox', { name: 'Voice', exact: true }).fill('nobody');
    await window.button('Create agent').click();
    await expect(page.getByText("The service says: Invalid voice 'nobody'")).toBeVisible();
    await expect(field(page, 'Value of header 1')).toHaveValue(SECRET);
    await page.screenshot({ path: info.outputPath('editor.png') });
    await page.getByRole('combobox', { name: 'Voice', exact: true }).fill('anna');
    await window.button('Create agent').click();
    await expect(state(page)).toHaveText('Saved. It counts from the next conversation on.');

    await field(page, 'Greeting').fill('Hello.');
    await page.locator('summary', { hasText: 'get_time' }).click();
    await expect(field(page, 'Value of header 1')).toHaveValue('');
    await window.button('Save').click();
    await expect(state(page)).toHaveText('Saved. It counts from the next conversation on.');

    await page.getByRole('tab', { name: 'Deploy' }).click();
    const { body } = await server.rest('GET', '/v1/agents');
    const [agent] = body['agents'] as { id: string }[];
    await page.getByText('bridge.mjs', { exact: true }).click();
    await expect(page.getByLabel('bridge.mjs', { exact: true })).toContainText(
      `const AGENT_ID = '${agent?.id ?? ''}';`,
    );
    await window.button('Copy bridge.mjs').click();
    await expect(page.getByText('Copied.')).toBeVisible();
    expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).toContain(agent?.id);
    await page.screenshot({ path: info.outputPath('deploy.png') });

    // The stored secret is still the one that was typed first: the service calls with it.
    const client = await server.connect();
    await client.begin({ agent_id: agent?.id });
    server.speech.hearsOnly('What time is it?');
    client.speak(600);
    client.speak(2_000, false);
    await until('the service calls the tool', () => sent.length > 0);
    expect(sent).toEqual([SECRET]);
    client.socket.close();

    await page.getByRole('tab', { name: 'Edit' }).click();
    await field(page, 'Name').fill('Other');
    await window.button('Back').click();
    await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
    await window.button('Go on editing').click();
    await expect(field(page, 'Name')).toHaveValue('Other');
    await window.button('Delete agent').click();
    await window.button('Delete').click();
    await expect(page.getByText('No agents yet in this region.')).toBeVisible();
    expect((await server.rest('GET', `/v1/agents/${agent?.id ?? ''}`)).status).toBe(404);
    await window.button('Back').click();
    await expect(window.button('Start conversation')).toBeVisible();
  } finally {
    await server.server.close();
  }
});

test('without a key the screen says what is missing and leads to the settings', async ({ launch }) => {
  const { window } = await launch();
  await window.button('Agents').click();
  await expect(window.page.getByRole('alert')).toContainText('key');
  await window.button('Open Settings').click();
  await expect(window.page.getByRole('dialog', { name: 'Settings', exact: true })).toBeVisible();
});

test('the page of the deploy page talks to an agent from a real browser', async ({ launch }) => {
  const rig = await ChannelRig.start('browser', { greeting: 'Hello from the page.' });
  try {
    const port = await rig.serve('server.mjs');
    const origin = `http://localhost:${String(port)}/`;
    expect((await fetch(`${origin}token`)).status).toBe(403);
    const { electron } = await launch();
    // A browser of its own beside Parley: another session, none of Parley's rules.
    await electron.evaluate(async ({ BrowserWindow }, url) => {
      const browser = new BrowserWindow({ webPreferences: { partition: 'plain-browser' } });
      await browser.loadURL(url);
    }, origin);
    const page = await until('the page opens', () => electron.windows().find((one) => one.url() === origin));
    rig.server.speech.hears('What time is it?');
    await page.getByRole('button', { name: 'Start' }).click();
    // The fake microphone beeps loudly, which the fake recognizer takes for speech.
    await expect(page.getByText('Agent: Hello from the page.')).toBeVisible();
    await expect(page.getByText('You: What time is it?')).toBeVisible();
    await expect(page.getByText('Agent:')).not.toHaveCount(1);
    await page.getByRole('button', { name: 'End' }).click();
    await expect(page.getByRole('status')).toHaveText('Ended');
    await until('the session ends', async () => (await rig.sessions())[0] === 'completed client_end');
  } finally {
    await rig.stop();
  }
});
