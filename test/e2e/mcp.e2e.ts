/** MCP servers as a person adds them: in the real window, with real servers of the registry. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { accessibilityViolations } from '../support/axe';
import type { ParleyApp } from '../support/app';
import { SettingsDialog } from '../support/settings-dialog';
import { processTree, statusOf } from '../support/process-tree';
import { handOver, type TempFolder } from '../support/temp-folder';
import { until } from '../support/until';
import { expect, test } from './kept-home';

const entryOf = (name: string) =>
  createRequire(import.meta.url).resolve(`@modelcontextprotocol/server-${name}/dist/index.js`);

test('a pasted server is added switched off, and shows its tools once it is switched on', async ({
  launch,
  home,
}) => {
  const app = await launch({ home });
  const { dialog } = await SettingsDialog.open(app.window);
  await paste(
    dialog,
    `// as its page shows it
    { "mcpServers": { "everything": {
        "command": ${JSON.stringify(process.execPath)},
        "args": [${JSON.stringify(entryOf('everything'))}],
        "env": { "DEMO_TOKEN": "a-value-to-hide" }, // keys stay out of the settings
    } } }`,
  );
  await expect(dialog.getByRole('status', { name: 'What was done with MCP servers' })).toContainText('Added');
  const server = dialog.getByRole('group', { name: 'MCP server everything', exact: true });
  const state = server.getByRole('status', { name: 'State of everything' });
  await expect(state).toHaveText('Switched off');
  expect(await mcpProcess(app)).toBeUndefined();

  await server.getByRole('checkbox', { name: 'everything', exact: true }).check();
  await expect(state).toHaveText(/^Ready, \d+ tools$/, { timeout: 20_000 });
  await server.getByText('Tools of everything').click();
  const echo = server.getByLabel('echo', { exact: true });
  await expect(echo).toHaveValue('outward');
  await echo.selectOption('read');
  await until('the choice is written', () => /"choice":\s*"read"/.test(stored(home)));
  expect(stored(home)).toContain('DEMO_TOKEN');
  expect(stored(home)).not.toContain('a-value-to-hide');

  await server.getByText('Log of everything', { exact: true }).click();
  await expect(server.getByLabel('Log of everything', { exact: true })).toContainText('Starting default');
  expect(await accessibilityViolations(app.window.page)).toEqual([]);

  const host = await mcpProcess(app);
  const [program] = processTree(host!.pid).slice(1);
  expect(program).toBeDefined();
  await app.quit();
  await until('the server has gone with Parley', () => statusOf(program!, 'State')?.startsWith('Z') ?? true);
});

test('what is wrong is told beside it, and nothing typed is lost', async ({ launch, home }) => {
  const { window } = await launch({ home });
  const { dialog } = await SettingsDialog.open(window);
  await paste(dialog, '{ "mcpServers": ');
  await expect(dialog.getByText('This is not JSON that can be read.')).toBeVisible();
  await expect(dialog.getByLabel('Configuration', { exact: true })).toHaveValue('{ "mcpServers": ');
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();

  await dialog.getByRole('button', { name: 'Add server', exact: true }).click();
  const form = dialog.getByRole('form', { name: 'MCP server', exact: true });
  await form.getByLabel('Name', { exact: true }).fill('Broken');
  await form.getByRole('button', { name: 'Save server' }).click();
  await expect(form.getByText('Type the program that starts the server.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Program', exact: true }).fill('/no/such/program');
  expect(await accessibilityViolations(window.page)).toEqual([]);
  await form.getByRole('button', { name: 'Save server' }).click();
  const state = dialog.getByRole('status', { name: 'State of Broken' });
  await expect(state).toContainText('was not found');
  await expect(state).toContainText('type its full path');
});

test('servers of another program are offered, and only the chosen ones are taken', async ({
  launch,
  home,
}) => {
  const folder = join(home.path, 'Code', 'User');
  mkdirSync(folder, { recursive: true });
  const servers = {
    memory: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-memory'] },
    notes: { url: 'https://notes.example.com/mcp', headers: { Authorization: 'Bearer not-to-be-shown' } },
  };
  writeFileSync(join(folder, 'mcp.json'), JSON.stringify({ servers, inputs: [] }));
  for (const part of [join(folder, '..'), folder]) await handOver(part);
  await handOver(join(folder, 'mcp.json'));

  const { window, electron } = await launch({ home });
  // Programs keep their configuration here on Linux.
  await electron.evaluate((_, path) => void (process.env['XDG_CONFIG_HOME'] = path), home.path);
  const { dialog } = await SettingsDialog.open(window);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.getByRole('button', { name: 'Visual Studio Code', exact: true }).click();
  const panel = dialog.getByRole('group', { name: 'Import MCP servers', exact: true });
  await expect(panel).toContainText('npx -y @modelcontextprotocol/server-memory');
  await expect(panel).not.toContainText('not-to-be-shown');
  await panel.getByRole('checkbox', { name: /^memory/ }).check();
  expect(await accessibilityViolations(window.page)).toEqual([]);
  await panel.getByRole('button', { name: 'Import 1', exact: true }).click();
  await expect(dialog.getByRole('group', { name: 'MCP server memory', exact: true })).toBeVisible();
  await expect(dialog.getByRole('group', { name: 'MCP server notes', exact: true })).toBeHidden();
});

async function paste(dialog: Locator, text: string): Promise<void> {
  await dialog.getByRole('button', { name: 'Paste configuration', exact: true }).click();
  await dialog.getByLabel('Configuration', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: 'Add from it', exact: true }).click();
}

/** The process that talks to servers; undefined while there is none. */
function mcpProcess(app: ParleyApp): Promise<{ readonly pid: number } | undefined> {
  return app.electron.evaluate(({ app: electron }) =>
    electron.getAppMetrics().find(({ name }) => name === 'Parley MCP'),
  );
}

function stored(home: TempFolder): string {
  return readFileSync(join(home.path, 'settings.json'), 'utf8');
}
