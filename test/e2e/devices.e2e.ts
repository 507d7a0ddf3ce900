/** Sound devices that vanish: the talk survives, and the person is told in a sentence. Each test has its own sound card. */
import { now } from '../support/clock';
import { until } from '../support/until';
import { SoundRig } from '../support/sound-rig';
import { ParleyApp } from '../support/app';
import { expect, test as base } from './fixtures';

const test = base.extend<{ readonly card: SoundRig }>({
  card: async ({}, use) => {
    const card = await SoundRig.start();
    await use(card);
    await card.stop();
  },
});

test.describe('devices that vanish', { tag: '@rig' }, () => {
  test('a microphone unplugged in mid-talk gives way to the other one, and the person is heard', async ({
    launch,
    card,
  }) => {
    const { window } = await launch({ rig: card });
    await startTalk(window);
    await card.plugMicrophone('headset');
    await card.unplugMicrophone();
    await card.say('What time is it in Tokyo?');
    await window.waitForEntry('Tool: get_time', ({ text }) => text.includes('Tokyo'));
  });

  test('a talk whose only microphone is lost goes on by typing, and by voice as soon as one is connected', async ({
    launch,
    card,
  }) => {
    const { window } = await launch({ rig: card });
    await startTalk(window);
    await card.unplugMicrophone();
    await expect(window.page.getByText('The microphone was lost.', { exact: false })).toBeVisible();
    await window.waitForState('Problem:');
    await window.type('What time is it in Paris?');
    await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'));

    await card.plugMicrophone('headset');
    await window.waitForState('Listening');
    await card.say('What time is it in Tokyo?');
    await window.waitForEntry('Tool: get_time', ({ text }) => text.includes('Tokyo'));
  });

  test('a talk started without a microphone says so, and works by typing', async ({ launch, card }) => {
    await card.unplugMicrophone();
    const { window } = await launch({ rig: card });
    await window.start();
    await expect(window.page.getByText('No microphone was found.', { exact: false })).toBeVisible();
    const typedAt = now();
    await window.type('What time is it in Paris?');
    await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'));
    expect(await card.speakers.waitForSound(typedAt, 1_000)).toBeGreaterThan(typedAt);
  });

  test('speakers unplugged while they speak give way to the others, and the answer goes on there', async ({
    launch,
    card,
    papers,
  }) => {
    await card.plugSpeakers('headphones');
    const { window } = await launch({
      rig: card,
      settings: {
        grants: papers.grants,
        outputDevice: { id: 'of an earlier run', label: 'Rig-headphones' },
      },
    });
    const typedAt = now();
    await window.type('What is in the garden folder?');
    await window.waitForState('Speaking');
    await until('the answer is played', async () => (await card.streams()).playing === 1);
    expect(card.speakers.firstAudibleAfter(typedAt)).toBeNull();
    const before = now();
    await card.unplugSpeakers('headphones');
    expect(await card.speakers.waitForSound(before, 20_000)).toBeGreaterThan(before);
    await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('spring plan'), {
      timeoutMs: 40_000,
    });
    const askedAt = now();
    await window.type('What time is it in Paris?');
    await window.waitForEntry('Tool: get_time', ({ text }) => text.includes('Paris'));
    await card.speakers.waitForSound(askedAt, 10_000);
  });
});

/** Starts a talk and waits until the greeting has been said: words into it could be misheard. */
async function startTalk(window: ParleyApp['window']): Promise<void> {
  await window.start();
  await window.waitForEntry('Parley');
  await window.waitForState('Listening');
}

test('without a sound server it says so, and works by typing', async () => {
  // Neither a rig nor Chromium's own devices: nothing plays and nothing records.
  const app = await ParleyApp.launch();
  try {
    await app.window.start();
    await expect(app.window.state).toHaveText(
      /^Problem: (No microphone was found|Sound could not be opened)/,
    );
    await app.window.type('What time is it in Paris?');
    await app.window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'));
  } finally {
    await app.close();
  }
});
