/** The sounds that tell where a talk stands, as they come out of the speakers. */
import { now } from '../support/clock';
import { levelDb } from '../support/sound/analysis';
import { cueBetween } from '../support/sound/find-cue';
import { RIG_RATE } from '../support/sound/pulse-server';
import type { ScriptedService } from '../support/scripted-service';
import type { SoundRig } from '../support/sound-rig';
import type { ParleyWindow } from '../support/parley-window';
import { expect, test } from './fixtures';

/** A room is never quite silent: that tells a microphone from none. */
const ROOM = Int16Array.from({ length: 48_000 * 12 }, (_, at) => ((at * 7919) % 41) - 20);
/** After a cue, so long nothing must be heard for it to be over. */
const REST_MS = 400;
/** Work that lasts long enough to hear where it begins and where it ends. */
const PAUSE = {
  id: 'pause',
  name: 'short pause',
  when: 'asks for a short pause',
  program: '/bin/sleep',
  arguments: ['4'],
  parameters: [],
  folder: 'home',
  seconds: 10,
  class: 'read',
  tellsOutput: false,
} as const;
const CUE = { timeoutMs: 5_000, lastsMs: 900 } as const;

test.describe('cues', { tag: '@rig' }, () => {
  test('listening rises once the microphone is heard, muting falls, a problem sounds low; all are quiet', async ({
    launch,
    service,
    rig,
  }) => {
    const { window } = await launch({
      rig,
      settings: { cues: 'essential' },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const startedAt = now();
    rig.play(ROOM);
    await open(window, service);
    const listening = await cueAfter(rig, startedAt);
    expect(listening.pitches.at(-1)!).toBeGreaterThan(listening.pitches[0]! * 1.2);

    const mutedAt = now();
    await window.button('Mute microphone').click();
    const muted = await cueAfter(rig, mutedAt);
    expect(muted.pitches.at(-1)!).toBeLessThan(muted.pitches[0]! / 1.2);

    service.behave({ refuseWith: 403 });
    await window.end();
    const endedAt = now();
    await window.start();
    await window.waitForState('Problem:');
    const problem = await cueAfter(rig, endedAt);
    expect(Math.max(...problem.pitches)).toBeLessThan(muted.pitches[0]!);
    for (const { peakDb } of [listening, muted, problem]) expect(peakDb).toBeLessThan(-20);
    rig.fallSilent();
  });

  test('every step of a talk has its own sound, each heard as itself', async ({ launch, service, rig }) => {
    test.setTimeout(60_000);
    const { window } = await launch({
      rig,
      settings: { version: 2, cues: 'all', idleSeconds: 15, commands: [PAUSE] },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const heardAs = async (since: number, timeoutMs: number = CUE.timeoutMs) => {
      const from = await rig.speakers.waitForSound(since, timeoutMs);
      const to = await rig.speakers.waitForSilence(from, REST_MS, CUE.lastsMs + 3_000);
      return cueBetween(rig.speakers, from - 20, to + 20);
    };
    let since = now();
    rig.play(Int16Array.from({ length: 48_000 * 40 }, (_, at) => ROOM[at % ROOM.length]!));
    await window.start();
    const session = await service.session();
    await session.becomeReady();
    expect(await heardAs(since)).toBe('listening');

    session.send({ type: 'input.speech.started' });
    await window.waitForState('Hearing you');
    since = now();
    session.send({ type: 'input.speech.stopped' });
    session.send({ type: 'transcript.user', item_id: 'm1', text: 'Which files are there?' });
    await window.waitForState('Thinking');
    expect(await heardAs(since)).toBe('heard');

    since = now();
    session.send({ type: 'reply.started', reply_id: 'r1' });
    session.send({ type: 'tool.call', call_id: 'c1', name: 'cmd_short_pause', arguments: {} });
    session.send({ type: 'reply.done', reply_id: 'r1', status: 'completed' });
    expect(await heardAs(since)).toBe('working');
    since = now();
    await session.waitFor('tool.result');
    expect(await heardAs(since)).toBe('done');

    // Nobody says a word for half of the time: the hang-up is announced.
    session.send({ type: 'reply.started', reply_id: 'r2' });
    session.send({ type: 'transcript.agent', reply_id: 'r2', text: 'None.', interrupted: false });
    since = now();
    session.send({ type: 'reply.done', reply_id: 'r2', status: 'completed' });
    expect(await heardAs(since, 20_000)).toBe('hang-up');

    since = now();
    await window.button('Mute microphone').click();
    expect(await heardAs(since)).toBe('muted');
    rig.fallSilent();
  });

  test('in a room with an echo no cue is taken for speech', async ({ launch, rig }) => {
    const { window } = await launch({ rig, settings: { cues: 'all' } });
    await rig.echoOn();
    try {
      rig.play(Int16Array.from({ length: 48_000 * 40 }, (_, at) => ROOM[at % ROOM.length]!));
      await window.start();
      // The greeting is over: what is heard from now on are cues.
      await window.waitForEntry('Parley', ({ busy }) => !busy, { timeoutMs: 40_000 });
      await window.waitForState('Listening');
      await rig.speakers.waitForSilence(now(), REST_MS, 5_000);
      const mark = await window.mark();
      for (let round = 0; round < 2; round++) {
        const mutedAt = now();
        await window.button('Mute microphone').click();
        await cueAfter(rig, mutedAt);
        const unmutedAt = now();
        await window.button('Unmute microphone').click();
        await cueAfter(rig, unmutedAt);
      }
      await rig.speakers.recordedUntil(now() + 1_500);
      const states = (await window.history()).slice(mark).map(({ text }) => text);
      expect(states.filter((state) => state === 'Hearing you' || state === 'Thinking')).toEqual([]);
      expect((await window.transcript()).filter(({ name }) => name === 'You')).toEqual([]);
    } finally {
      rig.fallSilent();
      await rig.echoOff();
    }
  });

  test('when they are off nothing is heard', async ({ launch, service, rig }) => {
    const { window } = await launch({
      rig,
      settings: { cues: 'off' },
      environment: { PARLEY_AGENT_URL: service.url },
    });
    const startedAt = now();
    rig.play(ROOM);
    await open(window, service);
    await window.button('Mute microphone').click();
    await window.waitForState('Muted');
    await window.button('Unmute microphone').click();
    await window.waitForState('Listening');
    await rig.speakers.recordedUntil(now() + 1_000);
    expect(rig.speakers.firstAudibleAfter(startedAt)).toBeNull();
    rig.fallSilent();
  });
});

async function open(window: ParleyWindow, service: ScriptedService): Promise<void> {
  await window.start();
  await (await service.session()).becomeReady();
  await window.waitForState('Listening');
}

interface HeardCue {
  /** Of stretches of 40 ms, in Hz. */
  readonly pitches: readonly number[];
  readonly peakDb: number;
}

/** The cue that is heard after `time`, whole. */
async function cueAfter(rig: SoundRig, time: number): Promise<HeardCue> {
  const from = await rig.speakers.waitForSound(time, CUE.timeoutMs);
  await rig.speakers.waitForSilence(from, REST_MS, CUE.lastsMs + 3_000);
  const first = rig.speakers.sampleAt(from);
  const pcm = rig.speakers.samples.slice(first, first + (RIG_RATE * CUE.lastsMs) / 1_000);
  const step = (RIG_RATE * 40) / 1_000;
  const pitches: number[] = [];
  for (let at = 0; at + step <= pcm.length; at += step) {
    if (levelDb(pcm, at, at + step) > -45) pitches.push(pitchOf(pcm.subarray(at, at + step)));
  }
  const peak = pcm.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return { pitches, peakDb: 20 * Math.log10(peak / 32_768) };
}

/** The pitch of a tone with a weak octave, by how often it crosses zero upwards. */
function pitchOf(pcm: Int16Array): number {
  let crossings = 0;
  for (let at = 1; at < pcm.length; at++) if (pcm[at - 1]! < 0 && pcm[at]! >= 0) crossings++;
  return (crossings * RIG_RATE) / pcm.length;
}
