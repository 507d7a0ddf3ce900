/** The tray on a real panel: the icon is seen and tells the state, a click shows the window, the menu reaches the app. */
import { FAKE_MICROPHONE } from '../support/app';
import { servicePid } from '../support/app-processes';
import { keyboard, TALK_KEY } from '../support/keyboard';
import { ResidentApp } from '../support/resident-app';
import { startTray, type TrayPanel } from '../support/tray';
import { pause } from '../support/until';
import { TAP_MS } from '../../src/main/push-to-talk/talk-key';
import { expect, test as base } from './kept-home';

interface OnPanel {
  /** Starts a panel, and the app without a window; both are gone after the test. */
  readonly begin: (background: 'dark' | 'light') => Promise<{ panel: TrayPanel; app: ResidentApp }>;
}

const test = base.extend<OnPanel>({
  begin: async ({ home }, use) => {
    const ends: (() => Promise<void>)[] = [];
    await use(async (background) => {
      const panel = await startTray(background);
      ends.unshift(() => panel.stop());
      const app = await ResidentApp.start(home, {
        switches: [...FAKE_MICROPHONE, '--hidden'],
        // On the screen it looks like the menu.
        settings: { overlay: false },
      });
      ends.unshift(() => app.quit());
      await panel.waitForIcon();
      return { panel, app };
    });
    for (const end of ends) await end();
  },
});

/** Entries from the menu's end, as the keyboard counts them: those that cannot be chosen are passed over. */
const QUIT = -1;
const SHOW = -3;
const PAUSE = -4;
/** And from its beginning: "Start conversation" or "End conversation", then "Mute microphone" while there is one. */
const TALK = 1;
const MUTE = 2;

for (const background of ['dark', 'light'] as const) {
  test(
    `on a ${background} panel the icon is there without a window, and a click shows the window`,
    { tag: '@rig' },
    async ({ begin }, info) => {
      const { panel, app } = await begin(background);
      await panel.picture(info.outputPath('panel.png'));
      await panel.waitForState(['idle']);
      expect(await app.windowState()).toBe('none');
      await panel.click(1);
      await app.waitForWindow('visible');
    },
  );
}

test('the menu talks, mutes and ends, and the icon tells each state', { tag: '@rig' }, async ({ begin }) => {
  const { panel, app } = await begin('dark');
  await panel.choose(TALK);
  await panel.waitForState(['listening', 'speaking']);
  await panel.choose(MUTE);
  await panel.waitForState(['muted']);
  await panel.choose(MUTE);
  await panel.waitForState(['listening', 'speaking']);
  await panel.choose(TALK);
  await panel.waitForState(['idle']);
  expect(await app.windowState()).toBe('none');
});

test(
  'the menu pauses listening, for the talk key too, listens again, shows the window and quits',
  { tag: '@rig' },
  async ({ begin }) => {
    const { panel, app } = await begin('dark');
    await servicePid(app, 'Parley keys');
    await panel.choose(PAUSE);
    await panel.waitForState(['paused']);
    // No key starts a talk, neither Parley's own nor one of the desktop; the menu does.
    keyboard.down(TALK_KEY);
    await app.launchAgain(['--talk']);
    keyboard.up(TALK_KEY);
    await panel.waitForState(['paused']);
    await panel.choose(TALK);
    await panel.waitForState(['listening']);
    await panel.choose(TALK);
    await panel.waitForState(['paused']);
    await panel.choose(PAUSE);
    await panel.waitForState(['idle']);
    keyboard.down(TALK_KEY);
    await panel.waitForState(['listening']);
    // Shorter it would be a tap, which keeps the microphone open.
    await pause(TAP_MS);
    keyboard.up(TALK_KEY);
    await panel.waitForState(['idle', 'speaking']);
    await panel.choose(SHOW);
    await app.waitForWindow('visible');
    await app.closeWindow();
    await app.waitForWindow('hidden');
    await panel.choose(QUIT);
    await app.ended();
  },
);
