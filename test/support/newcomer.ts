import { expect } from '@playwright/test';
import { now } from './clock';
import { keyboard, TALK_KEY } from './keyboard';
import type { FirstMinute } from './first-minute';
import type { SoundRig } from './sound-rig';

/**
 * Does every step of the first minute by keyboard as somebody does who reads along, up to the first answer that is
 * heard. Resolves to the seconds from the window to the first sound of that answer.
 */
export async function newcomer(minute: FirstMinute, rig: SoundRig): Promise<number> {
  await minute.press('Begin');
  await minute.press('Continue');

  await minute.press('Check the microphone');
  const heard = minute.status('Microphone check');
  await expect(heard).toContainText(/Say something|only silence/);
  await rig.say('Hello, Parley.');
  await expect(heard).toContainText('Your microphone works');
  const playedAt = now();
  await minute.press('Play what I said');
  await rig.speakers.waitForSound(playedAt, 5_000);
  await minute.button('Play what I said').waitFor();
  await minute.press('Continue');

  const triedAt = now();
  await minute.press('Play a sound');
  await rig.speakers.waitForSound(triedAt, 5_000);
  await minute.press('I heard it');

  await tryTalkKey(minute);
  await minute.press('Continue');
  await minute.press('Continue');

  await minute.press('Start conversation');
  await expect(minute.page.getByText('Parley', { exact: true }).last()).toBeVisible();
  const state = minute.status('Conversation state');
  await expect(state).toHaveText('Speaking', { timeout: 20_000 });
  await expect(state).toHaveText('Listening', { timeout: 20_000 });
  const said = await rig.say('What time is it in Tokyo?');
  const answeredAt = await rig.speakers.waitForSound(said.endsAt, 15_000);
  await expect(minute.status('First conversation')).toContainText('That worked', { timeout: 20_000 });
  return (answeredAt - minute.shownAt) / 1_000;
}

/** Holds the talk key for a moment, as the step asks; a real press on the desktop's keyboard. */
async function tryTalkKey(minute: FirstMinute): Promise<void> {
  const told = minute.status('Talk key check');
  await expect(told).toContainText('Try it now', { timeout: 10_000 });
  keyboard.down(TALK_KEY);
  try {
    await expect(told).toContainText('Parley felt the key');
  } finally {
    keyboard.up(TALK_KEY);
  }
}
