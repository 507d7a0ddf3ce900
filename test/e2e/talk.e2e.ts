/** A whole talk by voice and by typing: the built app, its local agent and a sound card that is recorded. */
import { now } from '../support/clock';
import { wordOverlap } from '../support/words';
import { pause, until } from '../support/until';
import type { ParleyApp } from '../support/app';
import type { SoundRig } from '../support/sound-rig';
import { expect, test } from './fixtures';

test.describe('a talk with the local agent', { tag: '@rig' }, () => {
  test('the greeting is heard, a question is heard, its tool runs, the answer is spoken', async ({
    launch,
    rig,
  }) => {
    const { window } = await launch({ rig });
    const started = now();
    await window.start();
    await window.waitForState('Connecting', { mark: 0 });
    await rig.speakers.waitForSound(started, 20_000);
    await window.waitForEntry('Parley');
    await window.waitForState('Listening');

    const said = await rig.say('What time is it in Tokyo?');
    const heard = await window.waitForEntry('You');
    expect(wordOverlap(said.text, heard.text)).toBeGreaterThanOrEqual(0.8);
    const tool = await window.waitForEntry(/^Tool: /);
    expect(tool).toMatchObject({ name: 'Tool: get_time' });
    expect(tool.text).toContain('Tokyo');

    const audible = await rig.speakers.waitForSound(said.endsAt, 10_000);
    expect(audible - said.endsAt).toBeLessThan(4_000);
    const answer = await window.waitForEntry('Parley', ({ busy, text }) => !busy && /Tokyo/.test(text));
    expect(answer.text).toMatch(/It is .+ in Tokyo/);
    await window.waitForState('Listening');
  });

  test('a typed message starts a talk without opening the microphone', async ({ launch, rig }) => {
    const { window } = await launch({ rig });
    const typedAt = now();
    await window.type('What time is it in Paris?');
    await window.waitForEntry('You', ({ text }) => text === 'What time is it in Paris?');
    await window.waitForEntry('Tool: get_time', ({ text }) => text.includes('Paris'));
    await rig.speakers.waitForSound(typedAt, 20_000);
    expect(await rig.streams()).toMatchObject({ recording: 0 });
    await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('Paris'));
    await window.waitForState('Muted');

    await window.button('Unmute microphone').click();
    await window.waitForState('Listening');
    await until('the microphone is open', async () => (await rig.streams()).recording === 1);
  });

  test('talking over an answer stops it, and the new request is answered', async ({
    launch,
    rig,
    papers,
  }) => {
    const { window } = await launch({ rig, settings: { grants: papers.grants } });
    await window.start();
    const answer = await askForLongAnswer(window, rig);

    // What is said into the agent's own voice may lose its first words to the echo canceller, more of them on a
    // busy machine: so the agent must be silent before the person is, and the request that must be understood
    // comes after it.
    const said = await rig.say(
      'Excuse me, please stop for a moment, because I would like to ask something else.',
    );
    const silent = await rig.speakers.waitForSilence(said.startsAt, 300, 5_000);
    expect(silent).toBeLessThan(said.endsAt);
    await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.endsWith('Stopped here'), {
      after: answer,
    });
    await window.waitForState('Listening');
    await rig.say('What time is it in London?');
    await window.waitForEntry('Tool: get_time', ({ text }) => text.includes('London'));
    await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('London'));
  });

  for (const means of ['button', 'Escape'] as const) {
    test(`"stop speaking" by ${means} silences the answer, and the talk goes on`, async ({
      launch,
      rig,
      papers,
    }) => {
      const { window } = await launch({ rig, settings: { grants: papers.grants } });
      await window.start();
      await askForLongAnswer(window, rig);
      const pressed = now();
      if (means === 'button') await window.button('Stop speaking').click();
      else await window.page.keyboard.press('Escape');
      const silent = await rig.speakers.waitForSilence(pressed, 500, 5_000);
      // The time of the click itself, of main and of the sound server.
      expect(silent - pressed).toBeLessThan(300);
      await window.waitForState('Listening');
      const said = await rig.say('What time is it in Tokyo?');
      await rig.speakers.waitForSound(said.endsAt, 10_000);
      await window.waitForEntry('Tool: get_time', ({ text }) => text.includes('Tokyo'));
    });
  }

  test('speakers beside the microphone do not make the agent interrupt itself', async ({
    launch,
    rig,
    papers,
  }) => {
    const { window } = await launch({ rig, settings: { grants: papers.grants } });
    await rig.echoOn();
    try {
      await window.start();
      await window.waitForState('Listening');
      await window.type('What is in the garden folder?');
      await window.waitForEntry('Tool: list_files');
      await window.waitForEntry('Parley', ({ busy, text }) => !busy && text.includes('travel notes'), {
        timeoutMs: 40_000,
      });
      await window.waitForState('Listening');
      const entries = await window.transcript();
      const heard = entries.filter(({ name }) => name === 'You');
      expect(heard.map(({ text }) => text)).toEqual(['What is in the garden folder?']);
      // On a busy machine the echo canceller may need a moment; the answer goes on after it.
      const stopped = entries.filter(({ text }) => text.endsWith('Stopped here'));
      expect(stopped.length).toBeLessThanOrEqual(1);
    } finally {
      await rig.echoOff();
    }
  });
});

test.describe('a talk as its service sees it', { tag: '@rig' }, () => {
  test('muted means zeros at the normal pace', async ({ launch, rig, service }) => {
    const { window } = await launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });
    await window.start();
    const session = await service.session();
    await session.becomeReady();
    await window.waitForState('Listening');
    await window.button('Mute microphone').click();
    await window.waitForState('Muted');
    // What was captured before the click may still be on its way.
    await pause(200);
    const from = now();
    const said = await rig.say('Nobody shall hear this sentence.');
    const until = now();
    const frames = session.audioBetween(from, until);
    expect(said.endsAt).toBeLessThan(until);
    expect(frames.samples.some((sample) => sample !== 0)).toBe(false);
    const expected = (until - from) / 50;
    expect(frames.count).toBeGreaterThan(expected * 0.9);
    expect(frames.count).toBeLessThan(expected * 1.1 + 2);

    await window.button('Unmute microphone').click();
    await window.waitForState('Listening');
    const again = now();
    await rig.say('This one may be heard.');
    expect(session.audioBetween(again, now()).samples.some((sample) => Math.abs(sample) > 1_000)).toBe(true);
  });

  test('the end is said, nothing is sent after it, and the socket is closed', async ({
    launch,
    rig,
    service,
  }) => {
    const { window } = await launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });
    await window.start();
    const session = await service.session();
    await session.becomeReady();
    await window.waitForState('Listening');
    await session.waitFor('input.audio', 10);
    await window.end();
    await session.waitFor('session.end');
    await until('the microphone is closed', async () => (await rig.streams()).recording === 0);
    expect(session.received.at(-1)?.message).toEqual({ type: 'session.end' });
    session.send({ type: 'session.ended', session_duration_seconds: 1.5, audio_duration_seconds: null });
    await window.waitForState('Ended');
    expect(session.received.at(-1)?.message).toEqual({ type: 'session.end' });
  });

  test('a service that never says goodbye is left after five seconds', async ({ launch, rig, service }) => {
    const { window } = await launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });
    await window.start();
    const session = await service.session();
    await session.becomeReady();
    await window.waitForState('Listening');
    await window.end();
    const { at } = await session.waitFor('session.end');
    await window.waitForState('Ended', { timeoutMs: 7_000 });
    await until('the socket is closed', () => session.closed);
    expect(session.closed!.at - at).toBeLessThan(6_000);
  });

  test('quitting in mid-talk says goodbye first', async ({ launch, rig, service }) => {
    const app = await launch({ rig, environment: { PARLEY_AGENT_URL: service.url } });
    await app.window.start();
    const session = await service.session();
    await session.becomeReady();
    await app.window.waitForState('Listening');
    await app.quit();
    expect(session.all('session.end')).toHaveLength(1);
  });
});

/** Asks for the files of the granted folder and returns once the answer is well under way: its entry's number. */
async function askForLongAnswer(window: ParleyApp['window'], rig: SoundRig): Promise<number> {
  await window.waitForState('Speaking', { mark: 0 });
  await window.waitForState('Listening');
  const said = await rig.say('What is in the garden folder?');
  await window.waitForEntry('Tool: list_files');
  await rig.speakers.waitForSound(said.endsAt, 10_000);
  await window.waitForState('Speaking');
  // A second of it: an answer that has just begun may be cut by what came before it.
  await pause(1_000);
  const entries = await window.transcript();
  return entries.findLastIndex(({ name }) => name === 'Parley');
}
