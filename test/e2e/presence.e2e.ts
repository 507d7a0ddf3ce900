/** Parley beside its window: closed, hidden, launched again, put back where it was, and after a crash of its page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAKE_MICROPHONE, pageAt, type AppOptions } from '../support/app';
import { accessibilityViolations } from '../support/axe';
import { ResidentApp } from '../support/resident-app';
import { handOver } from '../support/temp-folder';
import { until } from '../support/until';
import { expect, test as base } from './kept-home';

interface Residents {
  /** Starts the app; it is quit after the test. */
  readonly start: (options?: AppOptions) => Promise<ResidentApp>;
}

const test = base.extend<Residents>({
  start: async ({ home }, use) => {
    const apps: ResidentApp[] = [];
    await use(async (options = {}) => {
      const app = await ResidentApp.start(home, {
        ...options,
        switches: [...FAKE_MICROPHONE, ...(options.switches ?? [])],
      });
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.quit();
  },
});

test('closing the window leaves Parley running, tells so once, and a second launch shows it again', async ({
  start,
}) => {
  const app = await start();
  const window = await app.window();
  await app.waitForWindow('visible');
  await window.message.fill('Not sent yet');
  await app.closeWindow();
  await app.waitForWindow('hidden');

  await app.launchAgain(['--hidden']);
  expect(await app.windowState()).toBe('hidden');
  await app.launchAgain();
  await app.waitForWindow('visible');
  await expect(window.message).toHaveValue('Not sent yet');
  const told = window.page
    .getByRole('main')
    .getByText(/^Parley goes on running without its window\. .*shows no icon.*“Quit Parley”/);
  await expect(told).toBeVisible();
  expect(await accessibilityViolations(window.page)).toEqual([]);

  await window.button('Dismiss').click();
  await app.closeWindow();
  await app.waitForWindow('hidden');
  await app.launchAgain();
  await app.waitForWindow('visible');
  await expect(told).toHaveCount(0);
});

test('closing the window quits when the person wants that', async ({ start }) => {
  const app = await start({ settings: { closeKeepsRunning: false } });
  await app.window();
  await app.waitForWindow('visible');
  await app.closeWindow();
  await app.ended();
});

test('told to end while it starts, it ends', async ({ start }) => {
  const app = await start();
  app.electron.process().kill('SIGTERM');
  await app.ended();
});

test('--hidden opens no window, and a second launch does', async ({ start }) => {
  const app = await start({ switches: ['--hidden'] });
  await until('the audio page is ready ahead of the first talk', () =>
    app.electron.windows().some((page) => page.url().endsWith('/audio.html')),
  );
  expect(await app.windowState()).toBe('none');
  await app.launchAgain();
  await app.waitForWindow('visible');
  await expect((await app.window()).state).toHaveText('Ready');
});

test('a first start shows the window even with --hidden, the next one does not', async ({ start }) => {
  const first = await start({ onboarding: true, switches: ['--hidden'] });
  await first.waitForWindow('visible');
  await first.quit();
  const next = await start({ onboarding: true, switches: ['--hidden'] });
  await until('it runs', () => next.electron.windows().some((page) => page.url().endsWith('/audio.html')));
  expect(await next.windowState()).toBe('none');
});

test('a hidden window is given back after a while and comes back as it was, within a second', async ({
  start,
}) => {
  const app = await start({ environment: { PARLEY_IDLE_SECONDS: '1' } });
  const window = await app.window();
  await app.waitForWindow('visible');
  await window.type('What time is it in Paris?');
  await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'));
  await window.message.fill('Half a thought');
  await window.button('History').click();
  const bounds = await app.bounds();
  await app.closeWindow();
  await app.waitForWindow('none');

  const shownAt = await app.electron.evaluate(({ app: electron }) => {
    const asked = performance.now();
    electron.emit('activate', {});
    return asked;
  });
  const page = await pageAt(app.electron, '/window.html');
  const history = page.getByRole('heading', { name: 'History' });
  await history.waitFor();
  const took = (await app.electron.evaluate(() => performance.now())) - shownAt;
  expect(took).toBeLessThan(1_000);
  await app.waitForWindow('visible');
  await page.keyboard.press('Escape');
  const again = await app.window();
  await expect(again.message).toHaveValue('Half a thought');
  expect((await again.transcript()).map(({ name }) => name)).toContain('Parley');
  expect(await app.bounds()).toEqual(bounds);
});

test('the window comes back where it was and as large as it was', async ({ start }) => {
  const app = await start();
  await app.window();
  await app.waitForWindow('visible');
  const wanted = { x: 210, y: 90, width: 520, height: 610 };
  await app.setBounds(wanted);
  await until('it is there', async () => JSON.stringify(await app.bounds()) === JSON.stringify(wanted));
  await app.quit();
  const next = await start();
  await next.window();
  await next.waitForWindow('visible');
  expect(await next.bounds()).toEqual(wanted);
});

test('a window whose screen has gone is put on one that is there', async ({ start, home }) => {
  const file = join(home.path, 'presence.json');
  const bounds = { x: 4_000, y: 2_500, width: 700, height: 700 };
  const place = { arrangement: '3840,2160,1920x1080', bounds, maximized: false };
  writeFileSync(file, JSON.stringify({ version: 1, welcomed: true, toldResident: true, places: [place] }));
  await handOver(file);
  const app = await start();
  await app.window();
  await app.waitForWindow('visible');
  const { x, y, width, height } = await app.bounds();
  expect({ width, height }).toEqual({ width: 700, height: 700 });
  expect(x + width).toBeLessThanOrEqual(1_280);
  expect(y + height).toBeLessThanOrEqual(800);
});

test('a page that crashes in a talk is loaded again with what was said, and the talk goes on', async ({
  start,
}) => {
  const app = await start({ environment: { PARLEY_IDLE_SECONDS: '1' } });
  const window = await app.window();
  await app.waitForWindow('visible');
  await window.type('What can you do?');
  await window.waitForState('Speaking', { mark: 0 });
  await window.message.fill('And another thing');
  const handedOver = () => new Promise((resolve) => setTimeout(resolve, 300));
  await window.page.evaluate(handedOver);
  const crashed = window.page.waitForEvent('crash');
  await app.crashPage();
  await crashed;

  const shown = await until('the page is loaded again', async () => {
    const text = await app.text();
    return text.includes('was opened again') && text;
  });
  expect(shown).toContain('What can you do?');
  expect(shown).toMatch(/And another thing$/);
  await app.closeWindow();
  await app.waitForWindow('none');
  await app.launchAgain();
  const again = await app.window();
  expect((await again.transcript())[0]).toMatchObject({ name: 'You', text: 'What can you do?' });
  await again.type('What time is it in Paris?');
  await again.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'));
});

test('a page that crashes three times is left alone until it is asked for', async ({ start }) => {
  const app = await start();
  await app.window();
  await app.waitForWindow('visible');
  for (let crash = 1; crash <= 2; crash += 1) {
    // A page that is dying answers nobody: main tells when the next one is there.
    const loaded = app.loadedAgain();
    await app.crashPage();
    await loaded;
  }
  await app.crashPage();
  await app.waitForWindow('none');
  await app.launchAgain();
  await app.waitForWindow('visible');
  const { page } = await app.window();
  await expect(page.getByText('Parley’s window keeps failing and was closed.')).toBeVisible();
});
