/**
 * How soon a held key talks: real key presses in a desktop where the app has no focus, its window hidden. Every time
 * counts from before the key is pressed by a program of its own, whose start (about 10 ms) is thereby in it.
 */
import { servicePid } from '../../support/app-processes';
import type { ParleyApp } from '../../support/app';
import { now } from '../../support/clock';
import { keyboard, TALK_KEY, untilKeysAreWatched } from '../../support/keyboard';
import type { ScriptedSession } from '../../support/scripted-session';
import type { SoundRig } from '../../support/sound-rig';
import { speak } from '../../support/sound/voice';
import { pause, until } from '../../support/until';
import type { Bench } from '../bench';
import type { Measurement, Row } from '../measurement';
import { measureFromRest } from '../press-from-rest';
import { summarize } from '../statistics';
import { isLoud, recordTold, toldSince } from '../talk-key';

const TIMES = 12;
const HELD_MS = 600;
const BETWEEN_MS = 800;
const SENTENCES = [
  'What time is it in Tokyo?',
  'What day is it today?',
  'What time is it in London?',
] as const;

export const press: Measurement = {
  name: 'press',
  run: async (bench) => {
    const rig = await bench.rig();
    const presses = await measurePresses(bench, rig);
    // An app that stays open would feel the key as well.
    await bench.clean();
    const rest = await measureFromRest(bench, rig);
    await bench.clean();
    const releases = await measureReleases(bench, rig);
    return {
      rows: [
        rowOf('key pressed -> press acknowledged by main, told in the window', presses.acknowledged, 30),
        rowOf('key pressed -> microphone live and shown', presses.live, 150),
        rowOf('key pressed -> first word on the wire, session open', presses.sent, null),
        rowOf('from rest: key pressed -> press acknowledged by main', rest.acknowledged, 30),
        rowOf('from rest: key pressed -> panel above other windows painted', rest.painted, 50),
        rowOf('from rest: key pressed -> microphone live and shown', rest.live, 150),
        rowOf('from rest: key pressed -> first word on the wire', rest.sent, null),
        rowOf('key released -> final transcript, local agent', releases, 600),
      ],
      details: { ...presses, rest, releases },
    };
  },
};

/** With a session that is open, as from the second press on. */
async function measurePresses(bench: Bench, rig: SoundRig) {
  const service = await bench.scriptedService();
  const { app } = await bench.measuredApp(service, { probe: false });
  await makeReady(app);
  const found = { acknowledged: [] as number[], live: [] as number[], sent: [] as number[] };
  const speech = await speak('One two three four five six seven eight nine ten eleven twelve.');
  let session: ScriptedSession | null = null;
  for (let time = 0; time <= TIMES; time++) {
    // Somebody speaks already when the key is pressed.
    const { startsAt } = rig.play(speech.pcm);
    await until('the speech sounds', () => now() > startsAt + 300);
    const pressedAt = now();
    keyboard.down(TALK_KEY);
    if (session === null) await (session = await service.session()).becomeReady();
    const open = session;
    const wire = await until('a word is on the wire', () =>
      open.all('input.audio').find((frame) => frame.at > pressedAt && isLoud(frame)),
    );
    const told = await until('the microphone is shown', async () => {
      const all = await toldSince(app.window.page, pressedAt);
      return all.some(({ what }) => what === 'listening') && all;
    });
    // A shorter press would be a tap.
    await pause(Math.max(0, HELD_MS - (now() - pressedAt)));
    keyboard.up(TALK_KEY);
    rig.fallSilent();
    await until('the key is up', async () =>
      (await toldSince(app.window.page, pressedAt)).some(({ what }) => what === 'up'),
    );
    await pause(BETWEEN_MS);
    // The first press opens the session.
    if (time === 0) continue;
    found.acknowledged.push(told.find(({ what }) => what === 'held')!.at - pressedAt);
    found.live.push(told.find(({ what }) => what === 'listening')!.at - pressedAt);
    found.sent.push(wire.at - pressedAt);
  }
  return found;
}

/** The key is let go with the last sound of the sentence. */
async function measureReleases(bench: Bench, rig: SoundRig): Promise<readonly number[]> {
  const app = await bench.launch();
  await makeReady(app);
  const found: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const pressedAt = now();
    keyboard.down(TALK_KEY);
    await until('the microphone is shown', async () =>
      (await toldSince(app.window.page, pressedAt)).some(({ what }) => what === 'listening'),
    );
    await rig.say(SENTENCES[time % SENTENCES.length]!);
    const releasedAt = now();
    keyboard.up(TALK_KEY);
    const words = await until('the words are final', async () =>
      (await toldSince(app.window.page, pressedAt)).find(({ what }) => what === 'words'),
    );
    if (time > 0) found.push(words.at - releasedAt);
    await app.window.waitForState('Ready', { timeoutMs: 30_000 });
    await pause(BETWEEN_MS);
  }
  return found;
}

async function makeReady(app: ParleyApp): Promise<void> {
  await servicePid(app, 'Parley keys');
  await untilKeysAreWatched(app);
  await recordTold(app.window.page);
}

function rowOf(measurement: string, milliseconds: readonly number[], target: number | null): Row {
  const { p50, p99, max, count } = summarize(milliseconds);
  return {
    measurement,
    p50,
    p99,
    other: `max ${Math.round(max)}; ${count} times`,
    target: target === null ? 'none' : `p50 <= ${target}`,
    met: target === null ? null : p50 <= target,
  };
}
