/** The wake word as a person meets it: taught by three recordings, then heard with the window hidden. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsDialog } from '../support/settings-dialog';
import { speak, type Speech } from '../support/sound/voice';
import type { SoundRig } from '../support/sound-rig';
import type { ParleyApp } from '../support/app';
import { wordOverlap } from '../support/words';
import { until } from '../support/until';
import { handOver } from '../support/temp-folder';
import { now } from '../support/clock';
import { startTray } from '../support/tray';
import { expect, test } from './kept-home';

const NAME = 'hey parley';
/** The recognizer understands it best. */
const VOICE = 'slt';

/** Teaches the name as a person does, and closes the settings. */
async function teach({ window }: ParleyApp, rig: SoundRig, name: string): Promise<SettingsDialog> {
  const settings = await SettingsDialog.open(window);
  await settings.button('Record a name, 3 times').click();
  await settings.button('Start recording').click();
  for (const at of [1, 2, 3]) {
    await expect(settings.dialog.getByText(`Recording ${at}: listening`)).toBeVisible();
    await until('the microphone is open', async () => (await rig.streams()).recording === 1);
    await rig.say(name, VOICE);
    await expect(settings.dialog.getByText(`Recording ${at}: listening`)).toBeHidden({ timeout: 10_000 });
  }
  await expect(settings.dialog.getByText('The name is learnt.')).toBeVisible({ timeout: 60_000 });
  return settings;
}

test(
  'a name taught in three recordings begins a talk with the window hidden, and other speech does not',
  { tag: '@rig' },
  async ({ launch, rig }) => {
    test.setTimeout(240_000);
    const app = await launch({ rig });
    const { window, electron } = app;
    const settings = await teach(app, rig, NAME);
    await settings.dialog.getByRole('checkbox', { name: 'Listen for its name' }).check();
    await expect(settings.dialog.getByText('Listening for its name. The microphone is open')).toBeVisible();
    await settings.close();
    await electron.evaluate(({ BrowserWindow }) => {
      for (const shown of BrowserWindow.getAllWindows()) if (shown.isVisible()) shown.hide();
    });

    // Had it begun a talk, these words or the name itself would be the first that stand in it.
    await rig.say('open the downloads folder and list the five newest files', VOICE);
    const whole: Speech = await speak(`${NAME}, what time is it in Tokyo?`, VOICE);
    const asked = await rig.say(whole);
    await window.waitForState(['Listening', 'Hearing you', 'Thinking', 'Speaking', 'Working'], {
      timeoutMs: 15_000,
    });
    const heard = await window.waitForEntry('You', undefined, { timeoutMs: 30_000 });
    expect(wordOverlap('what time is it in Tokyo', heard.text)).toBeGreaterThanOrEqual(0.8);
    expect(heard.text).not.toMatch(/parley/i);
    await rig.speakers.waitForSound(asked.endsAt, 20_000);
    await window.waitForEntry('Parley', ({ busy, text }) => !busy && /Tokyo/.test(text), {
      timeoutMs: 30_000,
    });
  },
);

test(
  'deleting the name closes the microphone and keeps nothing',
  { tag: '@rig' },
  async ({ launch, rig }) => {
    test.setTimeout(180_000);
    const app = await launch({ rig });
    const settings = await teach(app, rig, NAME);
    await settings.dialog.getByRole('checkbox', { name: 'Listen for its name' }).check();
    await settings.button('Try it out').click();
    await rig.say(NAME, VOICE);
    await expect(settings.dialog.getByText('Heard its name.')).toBeVisible({ timeout: 15_000 });
    await expect(app.window.state).toHaveText('Ready');
    await settings.button('Delete the name').click();
    await expect(settings.button('Record a name, 3 times')).toBeVisible();
    await settings.close();
    await expect(app.window.page.getByText('Listening for its name')).toBeHidden();
  },
);

test(
  'an alarm that says its name, in the very voice that taught it, wakes nobody; the panel shows that the microphone is open',
  { tag: '@rig' },
  async ({ launch, rig, home }) => {
    test.setTimeout(240_000);
    const first = await launch({ rig, home });
    const settings = await teach(first, rig, NAME);
    await settings.dialog.getByRole('checkbox', { name: 'Listen for its name' }).check();
    await settings.close();
    await first.quit();
    const file = join(home.path, 'reminders.json');
    writeFileSync(file, JSON.stringify({ version: 1, reminders: [1, 2, 3, 4, 5].map(missed) }));
    await handOver(file);

    const tray = await startTray();
    await rig.echoOn(12);
    try {
      const startedAt = now();
      const { window } = await launch({ rig, home });
      const sounded = await rig.speakers.waitForSound(startedAt, 30_000);
      await rig.speakers.recordedUntil(sounded + 6_000);
      // Its name was said twice by then, out of the loudspeakers into the microphone.
      await expect(window.state).toHaveText('Ready');
      // The microphone is open meanwhile, and is seen to be.
      await tray.waitForState(['listening']);
    } finally {
      await rig.echoOff();
      await tray.stop();
    }
  },
);

/** A timer named like Parley that came due while it was closed. */
function missed(number: number) {
  const at = Date.now() - number * 600_000;
  const due = { type: 'moment', at };
  const times = { setAt: at - 60_000, doneThrough: at - 60_000, snoozedUntil: null, ringing: null };
  return { id: `timer-${number}`, kind: 'timer', label: NAME, foreign: false, due, ...times };
}
