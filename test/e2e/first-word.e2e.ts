/** What is said while no session is ready for it is neither lost nor sent too early or too fast. */
import { now } from '../support/clock';
import { bestMatch, envelope } from '../support/sound/envelope';
import { speak } from '../support/sound/voice';
import { RIG_RATE } from '../support/sound/pulse-server';
import { frameOf, WIRE_RATE, type Received, type ScriptedSession } from '../support/scripted-session';
import { until } from '../support/until';
import { expect, test } from './fixtures';

/** Samples sent in this time are one frame at normal pace. */
const FRAME_MS = 50;
const ENVELOPE_MS = 20;
/** Frames by which the pace is judged. */
const PACE_FRAMES = 20;

test(
  'speech begun before the session is ready arrives whole',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    const { window } = await launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });
    await window.start();
    const session = await service.session();
    await until('the microphone is open', async () => (await rig.streams()).recording === 1);
    await window.waitForState('Connecting');

    const speech = await speak('Tokyo is where I want to go, so tell me what time it is over there.');
    const said = await rig.say(speech);
    expect(session.all('input.audio')).toHaveLength(0);
    const readyAt = now();
    await session.becomeReady();
    await window.waitForState('Listening');
    await until('all of it has come', () => now() > said.endsAt && caughtUp(session));

    const frames = session.all('input.audio');
    expect(frames[0]!.at).toBeGreaterThan(readyAt);
    // A busy machine hands captured frames over in bunches: a fifth of a second of slack.
    expect(mostAhead(frames)).toBeLessThanOrEqual(4);

    const match = matchOf(speech, session);
    expect(match.correlation).toBeGreaterThan(0.9);
    // The leading silence is trimmed to little more than the first word's onset.
    expect(match.window * ENVELOPE_MS).toBeLessThan(600);
  },
);

const SENTENCE = 'Tokyo is where I want to go, so tell me what time it is over there.';

test(
  'a sentence in whose middle the connection is lost arrives whole in the next session',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    const { window } = await launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });
    await window.start();
    const first = await service.session(0);
    await first.becomeReady();
    await window.waitForState('Listening');
    const speech = await speak(SENTENCE);
    const saying = rig.say(speech);
    await until('a second of it was heard', () => loudFrames(first) > 1_000 / FRAME_MS);
    first.drop();
    const second = await service.session(1);
    await second.waitFor('session.resume');
    second.send({ type: 'session.error', code: 'session_not_found', message: 'gone', session_id: null });
    second.close(1008);
    const third = await service.session(2);
    const readyAt = now();
    await third.becomeReady();
    const said = await saying;
    await until('all of it has come', () => now() > said.endsAt + 1_500);

    const frames = third.all('input.audio');
    expect(frames[0]!.at).toBeGreaterThan(readyAt);
    expect(mostAhead(frames)).toBeLessThanOrEqual(4);
    expect(second.all('input.audio')).toEqual([]);
    expect(matchOf(speech, third).correlation).toBeGreaterThan(0.9);
  },
);

test(
  'a resting talk wakes by speech, and its first word is whole',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    test.setTimeout(90_000);
    const { window } = await launch({
      rig,
      environment: { PARLEY_AGENT_URL: service.url },
      settings: { version: 2, idleSeconds: 15 },
    });
    await window.start();
    const first = await service.session(0);
    await first.becomeReady();
    await first.waitFor('session.end', 0, 40_000);
    first.send({ type: 'session.ended', session_duration_seconds: 15 });
    await until('the socket is closed', () => first.closed);
    await expect(window.state).toHaveText('Ready');
    expect(service.sessions).toHaveLength(1);

    const speech = await speak(SENTENCE);
    const said = await rig.say(speech);
    const second = await service.session(1);
    await second.becomeReady();
    await until('all of it has come', () => now() > said.endsAt && caughtUp(second));
    expect(mostAhead(second.all('input.audio'))).toBeLessThanOrEqual(4);
    expect(matchOf(speech, second).correlation).toBeGreaterThan(0.9);
  },
);

/** Whether frames come at the pace of the microphone again, and no longer at twice that. */
function caughtUp(session: ScriptedSession): boolean {
  const frames = session.all('input.audio');
  const last = frames.at(-1);
  const before = frames.at(-1 - PACE_FRAMES);
  return last !== undefined && before !== undefined && last.at - before.at > 0.8 * PACE_FRAMES * FRAME_MS;
}

/** How many frames held sound. */
function loudFrames(session: ScriptedSession): number {
  const loud = ({ message }: Received) =>
    frameOf(message['audio']).some((sample) => Math.abs(sample) > 1_000);
  return session.all('input.audio').filter(loud).length;
}

/** Where in what a session heard the speech is, and how alike. */
function matchOf(speech: { readonly pcm: Int16Array }, session: ScriptedSession) {
  const wanted = envelope(speech.pcm, (RIG_RATE * ENVELOPE_MS) / 1_000);
  return bestMatch(wanted, envelope(session.audio(), (WIRE_RATE * ENVELOPE_MS) / 1_000))!;
}

/** By how many frames, at worst over a second's worth of them, the client was ahead of twice real time. */
function mostAhead(frames: readonly Received[]): number {
  const count = 20;
  let most = 0;
  for (let at = 0; at + count < frames.length; at++) {
    const allowed = (2 * (frames[at + count]!.at - frames[at]!.at)) / FRAME_MS;
    most = Math.max(most, count - allowed);
  }
  return most;
}
