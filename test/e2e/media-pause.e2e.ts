/** Music of another app, a real player on the message bus: it pauses while somebody talks, and goes on afterwards. */
import { MusicApp } from '../support/music-app';
import { now } from '../support/clock';
import { until } from '../support/until';
import { expect, test as base } from './fixtures';

const test = base.extend<{ readonly music: MusicApp }>({
  music: async ({ rig }, use) => {
    const music = await MusicApp.start(rig.environment);
    await use(music);
    await music.close();
  },
});

test(
  'music that plays pauses with the talk and goes on with its end; a key that its app has taken is told',
  { tag: '@rig' },
  async ({ launch, rig, service, music }) => {
    expect(await music.takeKeys('Control+Alt+M')).toBe(true);
    const app = await launch({
      rig,
      settings: {
        pauseMedia: true,
        shortcuts: {
          talk: 'default',
          stop: 'Control+Alt+KeyS',
          mute: 'Control+Alt+KeyM',
          show: null,
          undo: null,
        },
      },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const { window } = app;
    await rig.speakers.waitForSound(now(), 5_000);
    await window.start();
    const session = await service.session();
    await session.becomeReady();
    await until('the music pauses', async () => !(await music.plays()));
    await rig.speakers.waitForSilence(now(), 300, 5_000);
    await window.end();
    session.close(1000);
    await until('the music goes on', () => music.plays());
    await rig.speakers.waitForSound(now(), 5_000);

    // In the window itself, and from there it is one click to the settings of the keys.
    const notice = window.page.getByText('Another app has taken the key for “Mute”.').first();
    await expect(notice).toBeVisible();
    await window.page.getByRole('button', { name: 'Settings…', exact: true }).click();
    const dialog = window.page.getByRole('dialog', { name: 'Settings', exact: true });
    await expect(dialog.getByRole('heading', { name: 'Shortcuts', exact: true })).toBeInViewport();
    await expect(dialog.getByLabel('Go to section')).toHaveValue('Shortcuts');
    const mute = dialog.getByRole('button', { name: /^Mute: .* Change$/ });
    await expect(mute).toHaveAccessibleDescription('Another app has taken this combination.');
    const stop = dialog.getByRole('button', { name: /^Stop speaking: .* Change$/ });
    await expect(stop).toHaveAccessibleDescription('');

    // Whoever has freed it over there looks here again.
    await music.freeKeys();
    await app.electron.evaluate(({ app: main }) => main.emit('browser-window-focus'));
    await expect(mute).toHaveAccessibleDescription('');
    await window.page.keyboard.press('Escape');
    await expect(notice).toBeHidden();
  },
);
