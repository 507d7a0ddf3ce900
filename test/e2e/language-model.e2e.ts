/** A language model server chosen in the settings: it thinks, and the built-in thinking takes over when it is gone. */
import { ModelServer, ollama } from '../../src/local-agent/thinking/language-model/model-server.fixture';
import { SettingsDialog } from '../support/settings-dialog';
import { expect, test } from './fixtures';

const KEY = 'k3y-of-a-model-0123456789abcdef';

test('answers come from the server of the settings, and from Parley itself when it is gone', async ({
  launch,
}) => {
  const server = await ModelServer.start();
  try {
    server.script = (response, request) =>
      request.path === '/v1/models'
        ? ollama.models(response, request)
        : ollama.says('Greetings ', 'from the ', '**tiny** model.')(response, request);
    const { window } = await launch();
    const settings = await SettingsDialog.open(window);
    const field = (name: string) => settings.dialog.getByLabel(name, { exact: true });

    await settings.choice('Language model server').check();
    await field('Server address').fill('http://example.com/v1');
    await field('Server address').press('Tab');
    await expect(settings.dialog.getByText('Plain http is allowed on this computer only.')).toBeVisible();
    await field('Server address').fill(server.reach().address);
    await field('Server address').press('Tab');
    await expect(settings.dialog.getByText('go to that server on this computer')).toBeVisible();
    await field('Model').fill('tiny');
    await field('Model').press('Tab');
    await field('Server key').fill(KEY);
    await settings.button('Save server key').click();
    await expect(field('Server key')).toHaveValue('');
    await settings.button('Test server').click();
    await expect(settings.dialog.getByRole('status', { name: 'Result of the test' })).toHaveText(
      'The server answers and has the model “tiny”.',
    );
    await settings.close();

    await window.type('Who are you?');
    const answer = await window.waitForEntry('Parley', ({ busy }) => !busy);
    expect(answer.text).toContain('Greetings from the tiny model.');
    // The first request only has the model loaded.
    const asked = server.received.find(({ body }) => body.tools !== undefined);
    expect(asked?.authorization).toBe(`Bearer ${KEY}`);
    expect(asked?.body.messages?.at(-1)).toEqual({ role: 'user', content: 'Who are you?' });
    expect(asked?.body.tools?.map((tool) => tool.function.name)).toContain('get_time');

    await server.stop();
    const before = (await window.transcript()).length;
    await window.type('What time is it?');
    await window.waitForEntry('Tool: get_time', () => true, { after: before });
    const told = await window.waitForEntry('Parley', ({ busy }) => !busy, { after: before });
    expect(told.text).toContain("I can't reach the language model server, so I answer on my own for now.");
  } finally {
    await server.stop();
  }
});
