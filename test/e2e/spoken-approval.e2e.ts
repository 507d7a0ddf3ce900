/** What is said about a card that waits, with real hearing: who may say it, and in which words. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { otherSound } from '../../src/main/conversation/troubles';
import { defaultProfile } from '../../src/shared/settings/profile';
import { PulseServer, SPEAKERS } from '../support/sound/pulse-server';
import { StreamPlayer } from '../support/sound/stream-player';
import { speak } from '../support/sound/voice';
import type { ParleyWindow } from '../support/parley-window';
import { expect, test } from './fixtures';

/** The room's microphone as a device of its own: nobody plays anything on the app's sound card to feed it. */
const ROOM = 'room';
/** Of words that come out of the loudspeakers. */
const FILM = 'rms';

test.describe('a card that waits for a word', { tag: '@rig' }, () => {
  test('a bare yes is a no; a film that says the words is nobody; the person who says them approves', async ({
    launch,
    rig,
    papers,
  }) => {
    const computer = await PulseServer.start();
    try {
      await computer.control(
        'load-module',
        'module-tunnel-source',
        `server=${rig.environment['PULSE_SERVER']}`,
        'source=mic',
        `source_name=${ROOM}`,
      );
      await computer.control('set-default-source', ROOM);
      const { window } = await launch({
        rig,
        settings: {
          version: 2,
          grants: papers.grants,
          profiles: [{ ...defaultProfile, tools: ['make_folder'] }],
        },
        environment: computer.environment,
      });
      await window.start();
      await window.waitForState('Listening');

      const folder = join(papers.path, 'Summer');
      await askForFolder(window);
      await rig.say('Yes.');
      await refused(window);

      await askForFolder(window);
      const film = StreamPlayer.start(computer, SPEAKERS);
      try {
        const words = await speak('Go ahead and create it.', FILM);
        film.play(words.pcm);
        await rig.say(words);
        await expect(window.page.getByText(otherSound.sentence)).toBeVisible();
        await window.page.getByRole('alertdialog').getByRole('button', { name: 'Deny' }).click();
        await refused(window);
      } finally {
        film.stop();
      }
      expect(existsSync(folder)).toBe(false);

      await askForFolder(window);
      await rig.say('Go ahead and create it.');
      await window.waitForEntry('Tool: make_folder', ({ text, busy }) => !busy && /Undo/u.test(text));
      expect(existsSync(folder)).toBe(true);
    } finally {
      await computer.stop();
    }
  });
});

/** Asks in writing and waits until the card's question was spoken, so that only the answer is heard. */
async function askForFolder(window: ParleyWindow): Promise<void> {
  await window.type('Create a folder called Summer');
  await expect(window.page.getByRole('alertdialog')).toBeVisible();
  await expect(window.state).toHaveText('Waiting for approval', { timeout: 20_000 });
}

async function refused(window: ParleyWindow): Promise<void> {
  await expect(window.page.getByRole('alertdialog')).toBeHidden();
  await window.waitForState('Listening');
}
