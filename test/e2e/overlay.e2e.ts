/** The panel above other windows: it comes with a talk, takes no focus, asks, lets clicks through, and leaves. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ParleyApp } from '../support/app';
import { call } from '../support/asking';
import { accessibilityViolations } from '../support/axe';
import { findsOverlay, OtherWindow, picture, ShownOverlay } from '../support/overlay';
import type { ParleyWindow } from '../support/parley-window';
import { until } from '../support/until';
import { expect, test as base } from './fixtures';

const test = base.extend<{ readonly other: () => Promise<OtherWindow> }>({
  other: async ({}, use) => {
    const opened: OtherWindow[] = [];
    await use(async () => {
      const other = await OtherWindow.open();
      opened.push(other);
      return other;
    });
    for (const other of opened) other.close();
  },
});

test.describe('the overlay', { tag: '@rig' }, () => {
  for (const appearance of ['light', 'dark'] as const) {
    test(`comes with a talk, without the focus; a card is approved there; it leaves by itself (${appearance})`, async ({
      launch,
      service,
      papers,
      other: open,
    }, info) => {
      const app = await launch({
        settings: { appearance, grants: papers.grants },
        environment: { PARLEY_AGENT_URL: service.url },
      });
      await hideWindow(app);
      const other = await open();
      await pressStart(app.window);
      const overlay = await ShownOverlay.of(app);
      await overlay.waitFor('shown');
      expect(await other.focused()).toBe(true);

      const session = await service.session();
      await session.becomeReady();
      await expect(overlay.state).toHaveText('Listening');
      session.send({ type: 'transcript.user', item_id: 'msg_1', text: 'What is the capital of France?' });
      await session.reply({ id: 'r1', pcm: new Int16Array(2_400), text: 'The capital of France is Paris.' });
      const words = overlay.page.getByRole('log', { name: 'Last words' });
      await expect(words).toContainText('What is the capital of France?');
      await expect(words).toContainText('The capital of France is Paris.');
      expect(await accessibilityViolations(overlay.page)).toEqual([]);
      await picture(join(info.outputDir, `talk-${appearance}.png`));

      // Where nothing is shown, the window below is what the pointer finds.
      const bounds = await overlay.bounds();
      const middle = bounds.x + bounds.width / 2;
      expect(await findsOverlay(middle, bounds.y + bounds.height - 20)).toBe(true);
      expect(await findsOverlay(middle, bounds.y + 10)).toBe(false);

      call(session, 'first', 'write_file', { name: 'greeting.txt', text: 'Hello.' });
      const approve = overlay.page.getByRole('button', { name: 'Approve', exact: true });
      await expect(approve).toBeVisible();
      expect(await accessibilityViolations(overlay.page)).toEqual([]);
      await picture(join(info.outputDir, `card-${appearance}.png`));
      await expect(approve).toHaveAttribute('aria-disabled', 'false');
      await overlay.click(approve);
      await until('the file is written', () => existsSync(join(papers.path, 'greeting.txt')));
      expect(await other.focused()).toBe(true);

      await overlay.click(overlay.page.getByRole('button', { name: 'End conversation' }));
      await session.waitFor('session.end');
      session.send({ type: 'session.ended', session_duration_seconds: 5, audio_duration_seconds: null });
      session.close(1000);
      await overlay.waitFor('gone');
      expect(await other.focused()).toBe(true);
    });
  }

  test('is not there while the window is before the person, and comes when it goes', async ({
    launch,
    service,
    other: open,
  }) => {
    const app = await launch({ environment: { PARLEY_AGENT_URL: service.url } });
    await app.window.start();
    await (await service.session()).becomeReady();
    await app.window.waitForState('Listening');
    const overlay = await ShownOverlay.of(app);
    expect(await overlay.onScreen()).toBe(false);
    await open();
    await overlay.waitFor('shown');
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ title }) => title === 'Parley')
        ?.focus(),
    );
    await overlay.waitFor('gone');
  });

  test('does not come when it is switched off', async ({ launch, service }) => {
    const app = await launch({
      settings: { overlay: false },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    await hideWindow(app);
    await pressStart(app.window);
    await (await service.session()).becomeReady();
    await app.window.waitForState('Listening');
    expect(app.electron.windows().some((page) => page.url().endsWith('/overlay.html'))).toBe(false);
  });
});

async function hideWindow(app: ParleyApp): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ title }) => title === 'Parley')
      ?.hide(),
  );
}

/** Starts a talk while the window is hidden: as a key or the tray would, nothing is clicked on the screen. */
async function pressStart(window: ParleyWindow): Promise<void> {
  await window.button('Start conversation').evaluate((button: HTMLElement) => button.click());
}
