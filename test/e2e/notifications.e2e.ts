/** Requests to approve as notifications of the desktop, where no panel above other windows shows them. A real daemon. */
import { call, talk } from '../support/asking';
import type { ParleyApp } from '../support/app';
import { startNotifications, type Notifications } from '../support/notifications';
import { until } from '../support/until';
import { expect, test as base } from './fixtures';

const test = base.extend<{ readonly desktop: Notifications }>({
  desktop: async ({}, use) => {
    const desktop = await startNotifications();
    await use(desktop);
    await desktop.stop();
  },
});

test(
  'a request comes as a notification while the window is hidden; a click brings the window, where it is approved',
  { tag: '@rig' },
  async ({ launch, service, papers, desktop }) => {
    const app = await launch({
      settings: { grants: papers.grants, overlay: false },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const { window } = app;
    const session = await talk(window, service);
    await hide(app);
    call(session, 'first', 'write_file', { name: 'greeting.txt', text: 'Hello.' });
    await until('the notification is shown', async () => (await desktop.count()) === 1);
    expect(desktop.printed()).toMatch(/appname: 'parley'/i);
    expect(desktop.printed()).toMatch(/summary: 'Shall I .*greeting/);
    expect(await isBeforeThePerson(app)).toBe(false);

    await desktop.click();
    await until('the window is before the person', () => isBeforeThePerson(app));
    await until('the notification has gone', async () => (await desktop.count()) === 0);
    const approve = window.button('Approve');
    await expect(approve).toBeInViewport({ ratio: 1 });
    await expect(approve).toHaveAttribute('aria-disabled', 'false');
    await approve.click();
    await window.waitForEntry('Tool: write_file', ({ text }) => text.includes('Done'));
  },
);

test(
  'notifications go when their request lapses, and when the window is looked at',
  { tag: '@rig' },
  async ({ launch, service, papers, desktop }) => {
    const app = await launch({
      settings: { grants: papers.grants, overlay: false },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const { window } = app;
    const session = await talk(window, service);
    await hide(app);
    call(session, 'first', 'write_file', { name: 'one.txt', text: 'Hello.' });
    await until('the notification is shown', async () => (await desktop.count()) === 1);
    // The request of the first goes with a new one of the person; the other lapses by itself.
    call(session, 'second', 'write_file', { name: 'two.txt', text: 'Hello.' });
    await until('the second has come', () => desktop.printed().includes('two.txt'));
    await until('only that is shown', async () => (await desktop.count()) === 1);
    const since = performance.now();
    await until('it has gone', async () => (await desktop.count()) === 0, {
      timeoutMs: 45_000,
      everyMs: 250,
    });
    // With its request, and not because the system thought it had been there for long enough.
    expect(performance.now() - since).toBeGreaterThan(20_000);
    await until('both are told as not approved', async () => {
      const calls = (await window.transcript()).filter(({ name }) => name === 'Tool: write_file');
      return calls.length === 2 && calls.every(({ text }) => text.includes('Not approved'));
    });

    call(session, 'third', 'write_file', { name: 'three.txt', text: 'Hello.' });
    await until('the third is shown', async () => (await desktop.count()) === 1);
    await app.electron.evaluate(({ BrowserWindow }) => {
      const shown = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().endsWith('/window.html'),
      );
      shown?.show();
      shown?.focus();
    });
    await until('the third has gone', async () => (await desktop.count()) === 0);
    await expect(window.button('Approve')).toBeVisible();
  },
);

async function hide(app: ParleyApp): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/window.html'))
      ?.hide(),
  );
  await until('the window is hidden', async () => !(await isBeforeThePerson(app)));
}

function isBeforeThePerson(app: ParleyApp): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) =>
        window.webContents.getURL().endsWith('/window.html') && window.isVisible() && window.isFocused(),
    ),
  );
}
