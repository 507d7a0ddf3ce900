/** The first minute: a newcomer comes to a spoken answer by keyboard; what is wrong is named; nothing is lost. */
import { join } from 'node:path';
import { accessibilityViolations } from '../support/axe';
import type { AppOptions } from '../support/app';
import { newcomer } from '../support/newcomer';
import { FirstMinute, TITLES } from '../support/first-minute';
import { sidewaysScrollers } from '../support/sideways';
import { SoundRig } from '../support/sound-rig';
import { makeTempFolder, type TempFolder } from '../support/temp-folder';
import { expect, test as base } from './fixtures';

interface Fixtures {
  readonly home: TempFolder;
  /** Starts the app at its first start, with that home. */
  readonly begin: (options?: AppOptions & { readonly rig?: SoundRig }) => Promise<FirstMinute>;
  /** A sound card of the test's own. */
  readonly card: SoundRig;
}

const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const home = await makeTempFolder('home');
    await use(home);
    home.remove();
  },
  begin: async ({ home }, use) => {
    const begun: FirstMinute[] = [];
    await use(async ({ rig, ...options } = {}) => {
      const environment = { ...rig?.environment, ...options.environment };
      const minute = await FirstMinute.start(home, { ...options, environment });
      begun.push(minute);
      return minute;
    });
    for (const minute of begun) await minute.close().catch(() => undefined);
  },
  card: async ({}, use) => {
    const card = await SoundRig.start();
    await use(card);
    await card.stop();
  },
});

const PICTURES = process.env['PARLEY_PICTURES'];

test('every step shows what it promises, is right for axe and fits 320 pixels, in light and dark', async ({
  begin,
}) => {
  const minute = await begin();
  const { page } = minute;
  for (const [at, title] of TITLES.entries()) {
    await expect(minute.step(title)).toBeFocused();
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${String(at + 1)}-${scheme}.png`) });
      expect(await accessibilityViolations(page), `${title} in ${scheme}`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 560 });
    expect(await sidewaysScrollers(page), title).toEqual([]);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${String(at + 1)}-320.png`) });
    await page.setViewportSize({ width: 460, height: 720 });
    const onward = page.locator('footer .onward');
    await onward.focus();
    await page.keyboard.press('Enter');
  }
  await expect(minute.button('Start conversation')).toBeFocused();
});

test('a restart in the middle goes on where it was left, and Back goes back', async ({ begin }) => {
  const first = await begin();
  await first.press('Begin');
  await first.press('Continue');
  await expect(first.step('Can Parley hear you?')).toBeFocused();
  await first.close();
  const second = await begin();
  await expect(second.step('Can Parley hear you?')).toBeFocused();
  await second.press('Back');
  await expect(second.step('Who answers you?')).toBeFocused();
  await second.page.keyboard.press('Escape');
  await expect(second.step('Welcome to Parley')).toBeFocused();
});

test('skipped at once it does not come again, and Settings show it again', async ({ begin }) => {
  const first = await begin();
  await first.press('Skip all');
  await expect(first.status('Conversation state')).toHaveText('Ready');
  await first.close();
  const second = await begin();
  await second.press('Settings');
  await second.button('Show the first minute').click();
  await expect(second.page.getByRole('heading', { name: 'Welcome to Parley' })).toBeFocused();
});

test.describe('with a sound card', { tag: '@rig' }, () => {
  test('a newcomer does every step by keyboard and reaches a spoken answer', async ({ begin, card }) => {
    const minute = await begin({ rig: card });
    const seconds = await newcomer(minute, card);
    test.info().annotations.push({ type: 'seconds to the answer', description: seconds.toFixed(1) });
    expect(seconds).toBeLessThan(60);
    await minute.press('Finish');
    await expect(minute.button('Start conversation')).toBeFocused();
    await expect.poll(async () => (await card.streams()).recording).toBe(0);
  });

  test('without a microphone it says so, and one that is connected is used at once', async ({
    begin,
    card,
  }) => {
    await card.unplugMicrophone();
    const minute = await begin({ rig: card, settings: { onboarding: 'microphone' } });
    await minute.press('Check the microphone');
    await expect(minute.status('Microphone check')).toContainText('No microphone was found.');
    await card.plugMicrophone('headset');
    await expect(minute.status('Microphone check')).toContainText('Say something', { timeout: 15_000 });
    await minute.press('Skip this step');
    await expect(minute.step('Can you hear Parley?')).toBeFocused();
    await expect.poll(async () => (await card.streams()).recording).toBe(0);
  });

  test('a microphone that delivers nothing but zeros is called silent', async ({ begin, card }) => {
    const minute = await begin({ rig: card, settings: { onboarding: 'microphone' } });
    await minute.press('Check the microphone');
    const told = minute.status('Microphone check');
    await expect(told).toContainText('The microphone delivers only silence.');
    await expect(told).toContainText('mute switch');
    await card.say('Hello, Parley.');
    await expect(told).toContainText('Your microphone works');
  });
});

test('--no-onboarding goes straight to the conversation', async ({ launch }) => {
  const { window } = await launch();
  await expect(window.state).toHaveText('Ready');
  await expect(window.page.getByRole('heading', { name: 'First minute' })).toHaveCount(0);
});
