/** The stop word with real sound: said over a long answer it silences it, also where speaking interrupts nothing. */
import { talk } from '../support/asking';
import { readAloud } from '../support/reading';
import type { SoundRig } from '../support/sound-rig';
import { expect, test } from './fixtures';

const STORY = [
  'The old lighthouse stood at the end of the bay, and every evening the keeper climbed its stairs to light the lamp.',
  'Quite a few people went there for a while, took a walk along the beach, and looked up at the tower.',
  'In the village they sold stamps, pencils and candles, and there was always plenty to eat.',
  'In winter the keeper read the papers that the boat had brought, and waited for the spring.',
];
/** Echo cancellation is sure by then that these are headphones; before, it takes words away. */
const LEARNT_MS = 7_000;
/** The silence that follows is longer than any pause of the reading voice. */
const SILENCE_MS = 900;

test.describe('"stop" said over an answer', { tag: '@rig' }, () => {
  const begin = async (stopWord: boolean, { launch, rig, service }: World) => {
    const { window } = await launch({
      rig,
      settings: { bargeIn: false, stopWord },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const session = await talk(window, service);
    const { at } = await readAloud(rig, session, 'resp_story', STORY);
    await rig.speakers.recordedUntil(at + LEARNT_MS);
    return { window, session };
  };

  test('silences it; another word does not', async ({ launch, rig, service }) => {
    const { window, session } = await begin(true, { launch, rig, service });
    const other = await rig.say('Really?');
    await goesOn(rig, other.endsAt);
    expect(session.all('reply.cancel')).toEqual([]);

    const said = await rig.say('Stop!');
    await session.waitFor('reply.cancel');
    const silent = await rig.speakers.waitForSilence(said.startsAt, SILENCE_MS, 5_000);
    expect(silent - said.endsAt).toBeLessThan(3_000);
    session.stopSending();
    session.send({ type: 'reply.done', reply_id: 'resp_story', status: 'interrupted' });

    // The service hears the word as well. No answer is owed to it, and none is heard.
    session.send({ type: 'transcript.user', item_id: 'msg_stop', text: 'Stop.' });
    await window.waitForState('Listening');
    await window.waitForEntry('You', ({ text }) => text === 'Stop.');
    session.send({ type: 'reply.started', reply_id: 'resp_to_stop' });
    const answered = await session.waitFor('reply.cancel', 1);
    expect(answered.message).toMatchObject({ reply_id: 'resp_to_stop' });
  });

  test('does nothing while the stop word is off', async ({ launch, rig, service }) => {
    const { session } = await begin(false, { launch, rig, service });
    const said = await rig.say('Stop!');
    await goesOn(rig, said.endsAt);
    expect(session.all('reply.cancel')).toEqual([]);
  });
});

/** Nothing that was said until then has silenced it a good while later. */
async function goesOn(rig: SoundRig, saidAt: number): Promise<void> {
  await rig.speakers.recordedUntil(saidAt + 2_500 + SILENCE_MS);
  expect(rig.speakers.firstAudibleAfter(saidAt + 2_500)).not.toBeNull();
}

type World = Pick<Parameters<Parameters<typeof test>[2]>[0], 'launch' | 'rig' | 'service'>;
