/** Talk key, cue and overlay together: from a press in another app to the answer, whatever Parley is doing just then. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { call, talk } from '../support/asking';
import { now } from '../support/clock';
import { hiddenWithKeys, keyboard, TALK_KEY } from '../support/keyboard';
import { startNotifications } from '../support/notifications';
import { OtherWindow, ShownOverlay } from '../support/overlay';
import { SoundRig } from '../support/sound-rig';
import { pause, until } from '../support/until';
import { TAP_MS } from '../../src/main/push-to-talk/talk-key';
import { expect, test as base } from './fixtures';

const test = base.extend<{
  /** A window of another program, which has the focus. */
  readonly other: OtherWindow;
  /** A sound card of the test's own. */
  readonly card: SoundRig;
}>({
  other: async ({}, use) => {
    const other = await OtherWindow.open();
    await use(other);
    other.close();
  },
  card: async ({}, use) => {
    const card = await SoundRig.start();
    await use(card);
    await card.stop();
  },
});

test.afterEach(() => keyboard.up(TALK_KEY));

/** A room is never quite silent. */
const room = (seconds: number) =>
  Int16Array.from({ length: 48_000 * seconds }, (_, at) => ((at * 7919) % 41) - 20);
const microphoneOpen = async (rig: SoundRig) => (await rig.streams()).recording > 0;

test(
  'a press shows and sounds "Listening" once the microphone is live; words and answer come above the other app, and all leaves by itself',
  { tag: '@rig' },
  async ({ launch, rig, other }) => {
    test.setTimeout(90_000);
    const app = await hiddenWithKeys(await launch({ rig, settings: { cues: 'essential' } }));
    await other.focus();
    rig.play(room(2));
    const pressedAt = now();
    keyboard.down(TALK_KEY);
    const overlay = await ShownOverlay.of(app);
    await overlay.waitFor('shown');
    await expect(overlay.state).toHaveText('Listening');
    expect(await microphoneOpen(rig)).toBe(true);
    const { at: shownAt } = await app.window.waitForState('Listening', { mark: 0 });
    const cueAt = await rig.speakers.waitForSound(pressedAt, 5_000);
    // One clock for both; the cue goes through the speakers, which are only being opened.
    expect(cueAt - shownAt).toBeGreaterThan(-rig.accuracy.uncertaintyMs - 50);
    expect(cueAt - shownAt).toBeLessThan(800);
    expect(await other.focused()).toBe(true);

    await rig.say('What time is it in Tokyo?');
    keyboard.up(TALK_KEY);
    const releasedAt = now();
    const words = overlay.page.getByRole('log', { name: 'Last words' });
    await expect(words).toContainText(/time.*tokyo/i);
    await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
    // Letting go is no muting: nothing sounds before the answer.
    const answeredAt = await rig.speakers.waitForSound(releasedAt + 300, 20_000);
    await app.window.waitForState('Speaking', { mark: 0 });
    expect(answeredAt).toBeGreaterThan(shownAt);
    await expect(words).toContainText(/Tokyo.*\d/);
    await app.window.waitForState('Ready', { timeoutMs: 30_000 });
    await overlay.waitFor('gone');
    expect(await other.focused()).toBe(true);
  },
);

test(
  'without a microphone a press shows no "Listening" and sounds none, but says so',
  { tag: '@rig' },
  async ({ launch, card, service }) => {
    await card.unplugMicrophone();
    const app = await hiddenWithKeys(
      await launch({
        rig: card,
        settings: { cues: 'essential' },
        environment: { PARLEY_AGENT_URL: service.url },
      }),
    );
    const pressedAt = now();
    keyboard.down(TALK_KEY);
    const overlay = await ShownOverlay.of(app);
    await overlay.waitFor('shown');
    await (await service.session()).becomeReady();
    await expect(overlay.state).toHaveText(/^Problem: No microphone was found\./);
    await card.speakers.waitForSound(pressedAt, 5_000);
    keyboard.up(TALK_KEY);
    const states = (await app.window.history()).map(({ text }) => text);
    expect(states).not.toContain('Listening');
  },
);

test(
  'the key in a talk by window, muted, over a request that waits, and in the rest: each time it listens, and leaves all as it was',
  { tag: '@rig' },
  async ({ launch, rig, service, papers, other }) => {
    test.setTimeout(90_000);
    const notifications = await startNotifications();
    const app = await launch({
      rig,
      settings: { grants: papers.grants },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    try {
      const { window } = app;
      const session = await talk(window, service);
      await hiddenWithKeys(app);
      await other.focus();
      const overlay = await ShownOverlay.of(app);
      rig.play(room(40));

      await test.step('a talk by window goes on listening when the key is let go', async () => {
        keyboard.down(TALK_KEY);
        await until('the turn is the key’s to end', () => holdsTurn(session.all('session.update').at(-1)));
        keyboard.up(TALK_KEY);
        await until('the turn is ended', () => endsTurn(session.all('session.update')));
        await expect(overlay.state).toHaveText('Listening');
        expect(await microphoneOpen(rig)).toBe(true);
      });

      await test.step('muted, it is heard while the key is held and muted again afterwards', async () => {
        await window.button('Mute microphone').evaluate((button: HTMLElement) => button.click());
        await expect(overlay.state).toHaveText('Muted');
        keyboard.down(TALK_KEY);
        await expect(overlay.state).toHaveText('Listening');
        // Shorter it would be a tap, which keeps the microphone open.
        await pause(TAP_MS);
        keyboard.up(TALK_KEY);
        await expect(overlay.state).toHaveText('Muted');
        await window.button('Unmute microphone').evaluate((button: HTMLElement) => button.click());
      });

      await test.step('a request is shown once, stays while the key is held, and is approved', async () => {
        call(session, 'first', 'write_file', { name: 'greeting.txt', text: 'Hello.' });
        const approve = overlay.page.getByRole('button', { name: 'Approve', exact: true });
        await expect(approve).toBeVisible();
        keyboard.down(TALK_KEY);
        await expect(overlay.state).toHaveText('Listening');
        await pause(TAP_MS);
        await expect(approve).toBeVisible();
        keyboard.up(TALK_KEY);
        await expect(approve).toHaveAttribute('aria-disabled', 'false');
        expect(await notifications.count()).toBe(0);
        await overlay.click(approve);
        await until('the file is written', () => existsSync(join(papers.path, 'greeting.txt')));
        expect(notifications.printed()).not.toContain('greeting');
        expect(await other.focused()).toBe(true);
      });

      await test.step('in the rest it goes on with what was said, and locking lets it go', async () => {
        await power(app.electron, 'lock-screen');
        await session.waitFor('session.end');
        await power(app.electron, 'unlock-screen');
        await expect(window.state).toHaveText('Ready');
        keyboard.down(TALK_KEY);
        const next = await service.session(1);
        const { message } = await next.waitFor('session.update');
        expect(JSON.stringify(message['session'])).toContain('Open the spring plan.');
        await next.becomeReady();
        await expect(overlay.state).toHaveText('Listening');
        await power(app.electron, 'lock-screen');
        await until('the microphone is closed', async () => !(await microphoneOpen(rig)));
        keyboard.up(TALK_KEY);
      });
    } finally {
      rig.fallSilent();
      await notifications.stop();
    }
  },
);

interface Update {
  readonly message: { readonly [field: string]: unknown };
}

/** No pause ends the turn. */
const holdsTurn = (update: Update | undefined): boolean =>
  /"min_silence":\d{4,}/.test(JSON.stringify(update?.message['session'] ?? {}));
/** The next short silence ends it. */
const endsTurn = (updates: readonly Update[]): boolean =>
  updates.some(({ message }) => JSON.stringify(message['session']).includes('"min_silence":100'));

const power = (electron: ElectronApplication, event: 'lock-screen' | 'unlock-screen') =>
  electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
