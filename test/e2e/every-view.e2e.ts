/** Every view of the list in test/support/views: for every look of the system, and for large text in a small window. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST_SIZE } from '../../src/main/presence/window-place';
import { SETTINGS_VERSION } from '../../src/shared/settings/schema';
import { TestServer } from '../../src/local-agent/server/test-server.fixture';
import { pageAt } from '../support/app';
import { handOver } from '../support/temp-folder';
import { haveToolAnswer } from '../support/tool-answer';
import { talk } from '../support/asking';
import { walk } from '../support/tab-key';
import { fullSettings, keepActions } from '../support/views/examples';
import { overlayViews, views } from '../support/views/list';
import { fits, looksRight } from '../support/views/looks';
import { Stage } from '../support/views/stage';
import { expect, test as base } from './kept-home';

const test = base.extend<{ readonly stage: Stage }>({
  /** The app with something in every list. */
  stage: async ({ launch, home, service, papers }, use) => {
    await keepActions(home);
    const account = await TestServer.start();
    await account.rest('POST', '/v1/agents', {
      name: 'Clock of the observatory',
      system_prompt: 'You tell the time.',
      voice: { voice_id: 'anna' },
    });
    const app = await launch({
      home,
      settings: { version: SETTINGS_VERSION, ...fullSettings, grants: papers.grants },
      environment: {
        PARLEY_AGENT_URL: service.url,
        PARLEY_API_URL: `http://127.0.0.1:${String(account.server.port)}`,
      },
    });
    await haveToolAnswer(app.window, await talk(app.window, service));
    await app.window.end();
    await app.window.waitForState(['Ready', 'Ended']);
    const file = join(home.path, 'settings-file.json');
    writeFileSync(
      file,
      JSON.stringify({ format: 'parley-settings', version: 2, settings: { capDay: null, warp: 9 } }),
    );
    await handOver(file);
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, file);
    await use(new Stage(app));
    await account.server.close();
  },
});

const wanted = views.filter(({ name }) => name.includes(process.env['PARLEY_VIEW'] ?? ''));

test('every view is right for axe in light, dark and high contrast, and still where motion is unwanted', async ({
  stage,
}) => {
  test.setTimeout(300_000);
  for (const view of wanted) {
    await test.step(view.name, async () => {
      await stage.clear();
      await view.show(stage);
      await looksRight(stage.page, view);
    });
  }
  const overlay = await pageAt(stage.app.electron, '/overlay.html');
  for (const view of overlayViews) {
    await test.step(view.name, async () => {
      await view.show(stage);
      await looksRight(overlay, view);
    });
  }
});

test('every view is whole at twice the size in the smallest window, from left to right and from right to left', async ({
  stage,
}) => {
  test.setTimeout(300_000);
  const frame = await stage.app.electron.browserWindow(stage.page);
  await frame.evaluate((shown, { width, height }) => shown.setContentSize(width, height), LEAST_SIZE);
  await stage.change({ textSize: 2 });
  await expect.poll(() => stage.page.evaluate(() => innerWidth)).toBe(LEAST_SIZE.width / 2);
  for (const view of wanted) {
    await test.step(view.name, async () => {
      await stage.clear();
      await view.show(stage);
      await expect(stage.page.locator('html')).toHaveAttribute('dir', 'ltr');
      await fits(stage, `${view.name}, twice the size`);
      await stage.change({ language: 'ar' });
      await expect(stage.page.locator('html')).toHaveAttribute('dir', 'rtl');
      await fits(stage, `${view.name}, twice the size, Arabic`);
    });
  }
});

test('the focus is seen everywhere and trapped nowhere, in high contrast too', async ({ stage }) => {
  test.setTimeout(300_000);
  await stage.page.emulateMedia({ forcedColors: 'active' });
  for (const view of wanted.filter(({ part }) => part === undefined)) {
    await test.step(view.name, async () => {
      await stage.clear();
      await view.show(stage);
      const stops = await walk(stage.page);
      expect.soft(stops.length, view.name).toBeGreaterThan(1);
      expect
        .soft(
          stops.filter(({ visible, name }) => !visible || name === ''),
          view.name,
        )
        .toEqual([]);
    });
  }
});
