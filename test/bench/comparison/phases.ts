/** What is measured of each client, in talks of some seconds. */
import { now } from '../../support/clock';
import { frameOf, WIRE_RATE, type ScriptedSession } from '../../support/scripted-session';
import { silences } from '../../support/sound/analysis';
import { RIG_RATE } from '../../support/sound/pulse-server';
import { tone } from '../../support/sound/voice';
import type { SoundRig } from '../../support/sound-rig';
import { pause } from '../../support/until';
import { blockHalfOfTheTime, fromMicrophone, type ArrivedBlock } from '../microphone-way';
import { measureUsage } from '../processes';
import { sweep } from '../sweep';
import type { Client } from './clients';

/** Parley sends at first what was said while it connected; that is over after this. */
const SETTLING_MS = 2_000;
const CAPTURED_MS = 4_000;
/** The least sound in which the sweep can be read. */
const BLOCK_MS = 50;

/** Every chunk comes late by up to this much: jitter of plus or minus 80 ms. */
const JITTER_MS = 160;
const REPLIES = 5;
const REPLY_MS = 1_800;
const BETWEEN_MS = 500;
/** Half a period of the tone is 1.1 ms; a gap is what lasts longer than this. */
const GAP_MS = 5;
const WORD_MS = 330;

const ROUNDS = 5;
const SOUNDING_MS = 700;
/** The interruption does not always come at the same point of a buffer. */
const ODD_MS = 37;
const AFTER_MS = 600;
/** Amplitude of -60 dB of full scale. */
const SILENT = 33;

/** Milliseconds each, one for every message or block. */
export interface Captured {
  /** From a message's last sample captured to the message handed to the socket. */
  readonly handed: readonly number[];
  /** From a sample in the recorded microphone to the service. */
  readonly arrived: readonly number[];
  readonly messagesPerSecond: number;
}

/** The microphone's way, with the pages idle and with their main threads blocked half of the time. */
export async function captureOf(
  client: Client,
  rig: SoundRig,
): Promise<{ readonly idle: Captured; readonly blocked: Captured }> {
  const session = await client.start();
  rig.play(sweep(3 * SETTLING_MS + 2 * CAPTURED_MS, RIG_RATE));
  await pause(SETTLING_MS);
  const idle = await watchCapture(client, session, rig);
  const unblock = await Promise.all(client.pages.map(blockHalfOfTheTime));
  await pause(SETTLING_MS / 4);
  const blocked = await watchCapture(client, session, rig);
  for (const undo of unblock) await undo();
  rig.fallSilent();
  await client.end(session);
  return { idle, blocked };
}

async function watchCapture(client: Client, session: ScriptedSession, rig: SoundRig): Promise<Captured> {
  const from = now();
  await pause(CAPTURED_MS);
  const to = now();
  const messages = session.all('input.audio').filter(({ at }) => at >= from && at <= to);
  const blocks = joined(messages.map(({ at, message }) => ({ at, pcm: frameOf(message['audio']) })));
  await rig.heard.recordedUntil(to);
  return {
    handed: (await client.sent(from, to)).map(({ milliseconds }) => milliseconds),
    arrived: fromMicrophone(blocks, rig, from),
    messagesPerSecond: (messages.length * 1_000) / (to - from),
  };
}

/** Messages put together to blocks in which the sweep can be read; a block has come when its last message has. */
function joined(messages: readonly ArrivedBlock[]): readonly ArrivedBlock[] {
  const blocks: ArrivedBlock[] = [];
  let waiting: number[] = [];
  for (const { at, pcm } of messages) {
    waiting.push(...pcm);
    if (waiting.length < (BLOCK_MS * WIRE_RATE) / 1_000) continue;
    blocks.push({ at, pcm: Int16Array.from(waiting) });
    waiting = [];
  }
  return blocks;
}

/** What a talk of several replies over an uneven network was like. */
export interface Talked {
  /** Holes in the replies as they were heard, in milliseconds each. */
  readonly gaps: readonly number[];
  /** Percent of one core, of all the client's processes. */
  readonly cpu: number;
  /** The same of those in which models run; a part of `cpu`. */
  readonly speechCpu: number;
}

/** A talk of short replies whose chunks come unevenly, the microphone open all the while. */
export async function talkOf(client: Client, rig: SoundRig): Promise<Talked> {
  const session = await client.start();
  await pause(SETTLING_MS);
  const gaps: number[] = [];
  const usages = await measureUsage(client.app, async () => {
    for (let reply = 0; reply < REPLIES; reply++) gaps.push(...(await gapsOfReply(session, rig, reply)));
  });
  await client.end(session);
  const total = (chosen: typeof usages) => chosen.reduce((sum, { cpu }) => sum + cpu, 0);
  return { gaps, cpu: total(usages), speechCpu: total(usages.filter(({ own }) => !own)) };
}

async function gapsOfReply(
  session: ScriptedSession,
  rig: SoundRig,
  number: number,
): Promise<readonly number[]> {
  const id = `resp_talk_${number}`;
  const begun = now();
  let said = 0;
  const words = setInterval(() => {
    const start_ms = WORD_MS * said++;
    const times = { start_ms, end_ms: start_ms + WORD_MS };
    session.send({ type: 'transcript.agent.delta', reply_id: id, delta: 'word ', ...times });
  }, WORD_MS);
  await session.reply({ id, pcm: tone(REPLY_MS, 440, 8_000, WIRE_RATE), jitterMs: JITTER_MS });
  clearInterval(words);
  await rig.speakers.waitForSilence(begun, BETWEEN_MS, 10_000);
  const from = rig.speakers.sampleAt(await rig.speakers.waitForSound(begun, 1_000));
  const to = rig.speakers.sampleAt(rig.speakers.lastAudibleBetween(begun, now())!);
  return silences(rig.speakers.samples, (GAP_MS * RIG_RATE) / 1_000, from, to).map(
    (gap) => ((gap.to - gap.from) * 1_000) / RIG_RATE,
  );
}

/** From an interruption told by the service to the last sample heard, in milliseconds; the chunks come unevenly. */
export async function silenceOf(client: Client, rig: SoundRig): Promise<readonly number[]> {
  const session = await client.start();
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const id = `resp_interrupted_${round}`;
    const begun = now();
    // Ends when it is interrupted; what goes wrong before shows in the recording.
    void session.reply({ id, pcm: tone(5_000, 440, 8_000, WIRE_RATE), jitterMs: JITTER_MS, open: true });
    const sounded = await rig.speakers.waitForSound(begun, 3_000);
    await pause(SOUNDING_MS + round * ODD_MS - (now() - sounded));
    const interruptedAt = session.interrupt(id, 'A tone');
    const until = interruptedAt + AFTER_MS;
    await rig.speakers.recordedUntil(until);
    session.send({ type: 'input.speech.stopped' });
    const last = rig.speakers.lastAudibleBetween(sounded, until, SILENT);
    if (last === null || until - last < AFTER_MS / 4) throw new Error(`${client.name} did not fall silent.`);
    found.push(last - interruptedAt);
  }
  await client.end(session);
  return found;
}
