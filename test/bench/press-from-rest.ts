/** How soon a held key talks when nothing is open: no session, no sound, the audio page as it is at rest. */
import { servicePid } from '../support/app-processes';
import type { ParleyApp } from '../support/app';
import { now } from '../support/clock';
import { keyboard, TALK_KEY, untilKeysAreWatched } from '../support/keyboard';
import { OtherWindow } from '../support/overlay';
import type { SoundRig } from '../support/sound-rig';
import { speak } from '../support/sound/voice';
import { pause, until } from '../support/until';
import { probedUntil, type Bench } from './bench';
import { isLoud, recordTold, toldSince } from './talk-key';

const TIMES = 10;
/** After how long what nobody uses is given back; and what that takes until it is done. */
const IDLE_SECONDS = 1;
const SETTLING_MS = 4_000;
const HELD_MS = 600;

/** Milliseconds from a key that is pressed at rest; one figure a press. */
export interface PressesFromRest {
  readonly acknowledged: readonly number[];
  readonly painted: readonly number[];
  readonly live: readonly number[];
  readonly sent: readonly number[];
}

/** Presses, talks and lets everything come to rest again, with the focus in another app. */
export async function measureFromRest(bench: Bench, rig: SoundRig): Promise<PressesFromRest> {
  const service = await bench.scriptedService();
  const environment = { PARLEY_IDLE_SECONDS: String(IDLE_SECONDS) };
  const { app, probed } = await bench.measuredApp(service, { environment });
  await servicePid(app, 'Parley keys');
  await untilKeysAreWatched(app);
  const other = await OtherWindow.open();
  bench.later(() => other.close());
  const { page } = app.window;
  await recordTold(page);
  const speech = await speak('One two three four five six seven eight nine ten eleven twelve.');
  const presses: number[] = [];
  const found = { acknowledged: [] as number[], live: [] as number[], sent: [] as number[] };
  while (presses.length < TIMES) {
    const resting = await audioPageId(app);
    await pause(SETTLING_MS);
    const { startsAt } = rig.play(speech.pcm);
    await until('the speech sounds', () => now() > startsAt + 300);
    const pressedAt = now();
    keyboard.down(TALK_KEY);
    const session = await service.session(presses.length);
    await session.becomeReady();
    const wire = await until('a word is on the wire', () => session.all('input.audio').find(isLoud));
    const told = await until('the microphone is shown', async () => {
      const all = await toldSince(page, pressedAt);
      return all.some(({ what }) => what === 'listening') && all;
    });
    await pause(Math.max(0, HELD_MS - (now() - pressedAt)));
    keyboard.up(TALK_KEY);
    rig.fallSilent();
    await until('the key is up', async () =>
      (await toldSince(page, pressedAt)).some(({ what }) => what === 'up'),
    );
    presses.push(pressedAt);
    found.acknowledged.push(told.find(({ what }) => what === 'held')!.at - pressedAt);
    found.live.push(told.find(({ what }) => what === 'listening')!.at - pressedAt);
    found.sent.push(wire.at - pressedAt);
    // A click of the pointer would give Parley's window the focus.
    await app.window.button('End conversation').evaluate((button: HTMLElement) => button.click());
    await session.waitFor('session.end');
    session.send({ type: 'session.ended', session_duration_seconds: 5, audio_duration_seconds: null });
    session.close(1000);
    await app.window.waitForState('Ended');
    await until('another audio page is there', async () => (await audioPageId(app)) !== resting, {
      timeoutMs: 90_000,
    });
  }
  const paints = await probedUntil({ probed }, 'overlay-painted', presses.at(-1)!);
  const painted = presses.map((pressedAt) => paints.find(({ at }) => at > pressedAt)!.at - pressedAt);
  return { ...found, painted };
}

/** Which page owns the sound now, as soon as it is loaded. */
function audioPageId(app: ParleyApp): Promise<number> {
  return until('the audio page is loaded', () =>
    app.electron.evaluate(
      ({ webContents }) =>
        webContents
          .getAllWebContents()
          .find((page) => page.getURL().endsWith('/audio.html') && !page.isLoading())?.id,
    ),
  );
}
