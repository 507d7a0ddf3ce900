/** Talk key, cue and overlay together: from a press in another app to the answer, whatever Parley is doing just then. */
import { now } from '../support/clock';
import { hiddenWithKeys, keyboard, TALK_KEY } from '../support/keyboard';
import { OtherWindow, ShownOverlay } from '../support/overlay';
import { SoundRig } from '../support/sound-rig';
import { until } from '../support/until';
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
