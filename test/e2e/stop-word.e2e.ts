/** "Stop", said over Parley's voice by somebody who wears headphones: echo cancellation swallows short words. */
import { pcm16ToFloat, floatToPcm16 } from '../../src/shared/audio/pcm';
import { resample } from '../../src/shared/audio/resample';
import { SETTINGS_VERSION } from '../../src/shared/settings/schema';
import { now } from '../support/clock';
import { WIRE_RATE } from '../support/scripted-session';
import { RIG_RATE } from '../support/sound/pulse-server';
import { speak } from '../support/sound/voice';
import { expect, test } from './fixtures';

/** Long enough for everything that is said over it. */
const STORY = Array(4)
  .fill(
    'The old lighthouse stood at the end of the bay, and every evening the keeper climbed its stairs to light the lamp.',
  )
  .join(' ');
/** The recognizer understands this voice best. */
const PERSON = 'slt';
/** The story is well under way. */
const UNDER_WAY_MS = 2_000;
/** Said to be at once; the machine that runs the tests may be busy. */
const AT_ONCE_MS = 2_500;

test(
  'said on its own it silences Parley where speaking interrupts nothing, and is no request; other words do neither',
  { tag: '@rig' },
  async ({ launch, rig, service }) => {
    test.setTimeout(120_000);
    const { window } = await launch({
      rig,
      settings: { version: SETTINGS_VERSION, bargeIn: false },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    await window.start();
    const session = await service.session();
    await session.becomeReady();
    await window.waitForState('Listening');
    const begun = now();
    const voice = await speak(STORY, 'rms');
    const pcm = floatToPcm16(resample(pcm16ToFloat(voice.pcm), RIG_RATE, WIRE_RATE));
    void session.reply({ id: 'story', pcm, text: STORY, open: true });
    const sounded = await rig.speakers.waitForSound(begun, 10_000);
    await rig.speakers.recordedUntil(sounded + UNDER_WAY_MS);

    const other = await rig.say('I like this story.', PERSON);
    await rig.speakers.recordedUntil(other.endsAt + AT_ONCE_MS);
    expect(session.all('reply.cancel')).toHaveLength(0);
    await expect(window.state).toHaveText('Speaking');

    const stop = await rig.say('Stop!', PERSON);
    const silentAt = await rig.speakers.waitForSilence(stop.endsAt, 600, 10_000);
    expect(silentAt - stop.endsAt).toBeLessThan(AT_ONCE_MS);
    await session.waitFor('reply.cancel');
    session.stopSending();
    session.send({ type: 'reply.done', reply_id: 'story', status: 'interrupted' });
    await window.waitForState('Listening');

    // The service heard it as well, and answers: nobody hears that.
    session.send({ type: 'transcript.user', item_id: 'msg_stop', text: 'Stop.' });
    const answered = now();
    void session.reply({ id: 'answer', pcm: pcm.slice(0, WIRE_RATE), text: 'Stop what?', open: true });
    const { message } = await session.waitFor('reply.cancel', 1);
    expect(message['reply_id']).toBe('answer');
    await rig.speakers.recordedUntil(answered + 1_500);
    expect(rig.speakers.firstAudibleAfter(answered)).toBeNull();
  },
);
