/** What is said while a slow service gets ready is neither lost nor sent too early or too fast. */
import { now } from '../support/clock';
import { bestMatch, envelope } from '../support/sound/envelope';
import { speak } from '../support/sound/voice';
import { RIG_RATE } from '../support/sound/pulse-server';
import { WIRE_RATE, type Received } from '../support/scripted-session';
import { until } from '../support/until';
import { expect, test } from './fixtures';

/** Samples sent in this time are one frame at normal pace. */
const FRAME_MS = 50;
const ENVELOPE_MS = 20;

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
    const caughtUp = () => {
      const audio = session.audio();
      return audio.length / WIRE_RATE > (now() - said.startsAt) / 1_000;
    };
    await until('all of it has come', caughtUp);

    const frames = session.all('input.audio');
    expect(frames[0]!.at).toBeGreaterThan(readyAt);
    // A busy machine hands captured frames over in bunches: a fifth of a second of slack.
    expect(mostAhead(frames)).toBeLessThanOrEqual(4);

    const wanted = envelope(speech.pcm, (RIG_RATE * ENVELOPE_MS) / 1_000);
    const got = envelope(session.audio(), (WIRE_RATE * ENVELOPE_MS) / 1_000);
    const match = bestMatch(wanted, got)!;
    expect(match.correlation).toBeGreaterThan(0.9);
    // The leading silence is trimmed to little more than the first word's onset.
    expect(match.window * ENVELOPE_MS).toBeLessThan(600);
  },
);

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
