import { now } from '../support/clock';
import type { ParleyWindow, ShownEntry } from '../support/parley-window';
import { RIG_RATE } from '../support/sound/pulse-server';
import { speak } from '../support/sound/voice';
import type { SoundRig } from '../support/sound-rig';
import { pause } from '../support/until';
import type { DemoTurn, TurnRecord } from './turns';

/** When things happened in a turn, as measured outside the app; null where nothing measures them. */
export interface TurnTimes {
  readonly latencyMs: number | null;
  readonly silencedMs: number | null;
  /** What the window itself says of the latency; only where nothing measures it outside. */
  readonly toldLatency: string | null;
}

/** How much of an answer is heard before it is interrupted. */
const INTO_ANSWER_MS = 3_000;
/** Longest wait for an answer's first sound. */
const ANSWER_MS = 12_000;
/** Shorter pauses are part of speech. */
const PAUSE_IN_SPEECH_MS = 300;

/** A picture worth taking, with its name. */
export type TakePicture = (name: string) => Promise<void>;

/** Holds the talk through the sound rig, where every sound is measured. */
export async function talkThroughRig(
  rig: SoundRig,
  window: ParleyWindow,
  turns: readonly DemoTurn[],
  picture: TakePicture,
): Promise<readonly TurnTimes[]> {
  const started = now();
  await window.start();
  await rig.speakers.waitForSound(started, 30_000);
  await window.waitForState('Listening');
  const times: TurnTimes[] = [];
  for (const [number, turn] of turns.entries()) {
    const mark = await window.mark();
    const said = await rig.say(turn.says);
    const silenced = turn.interrupts
      ? await rig.speakers.waitForSilence(said.startsAt, PAUSE_IN_SPEECH_MS, ANSWER_MS)
      : null;
    const answered = await rig.speakers.waitForSound(Math.max(said.endsAt, silenced ?? 0), ANSWER_MS);
    times.push({
      latencyMs: answered - said.endsAt,
      silencedMs: silenced === null ? null : silenced - said.startsAt,
      toldLatency: null,
    });
    await window.waitForState('Speaking', { mark });
    await picture(`${number + 1}-speaking`);
    if (turns[number + 1]?.interrupts) await pause(answered + INTO_ANSWER_MS - now());
    else await window.waitForState('Listening', { timeoutMs: 40_000 });
    await picture(`${number + 1}-answer`);
  }
  return times;
}

/** Silences of the recording that Chromium plays as the microphone where there is no rig. */
const GREETING_MS = 6_000;
const LONGEST_ANSWER_MS = 18_000;
const BEFORE_INTERRUPTION_MS = 5_500;

/** The whole person's part of the talk as one recording, timed to the turns. */
export async function wholeTalk(turns: readonly DemoTurn[]): Promise<Int16Array> {
  const parts: Int16Array[] = [silence(GREETING_MS)];
  for (const [number, turn] of turns.entries()) {
    parts.push((await speak(turn.says)).pcm);
    parts.push(silence(turns[number + 1]?.interrupts ? BEFORE_INTERRUPTION_MS : LONGEST_ANSWER_MS));
  }
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Holds the talk with the recording as its microphone: nothing is measured outside, everything is checked. */
export async function talkThroughFile(
  window: ParleyWindow,
  turns: readonly DemoTurn[],
  picture: TakePicture,
): Promise<readonly TurnTimes[]> {
  await window.start();
  const times: TurnTimes[] = [];
  for (const number of turns.keys()) {
    const mark = await window.mark();
    await window.waitForEntry('You', undefined, {
      after: await entriesBefore(window, number),
      timeoutMs: LONGEST_ANSWER_MS + 20_000,
    });
    // An interruption's own answer comes after the one it interrupts, which may still be shown as spoken.
    await window.waitForState(['Thinking', 'Working'], { mark });
    await window.waitForState('Speaking');
    times.push({ latencyMs: null, silencedMs: null, toldLatency: await window.latency() });
    await picture(`${number + 1}-speaking`);
    if (!turns[number + 1]?.interrupts) await window.waitForState('Listening', { timeoutMs: 40_000 });
    await picture(`${number + 1}-answer`);
  }
  return times;
}

async function entriesBefore(window: ParleyWindow, turns: number): Promise<number> {
  const entries = await window.transcript();
  return entries.flatMap(({ name }, at) => (name === 'You' ? [at + 1] : []))[turns - 1] ?? 0;
}

/** Sorts the transcript into turns: each begins with the person's words. */
export function recordsOf(transcript: readonly ShownEntry[]): readonly TurnRecord[] {
  const starts = transcript.flatMap(({ name }, at) => (name === 'You' ? [at] : []));
  return starts.map((start, number) => {
    const entries = transcript.slice(start, starts[number + 1]);
    return {
      heard: entries[0]!.text,
      tool: entries.find(({ name }) => name.startsWith('Tool: ')) ?? null,
      answer: entries
        .filter(({ name }) => name === 'Parley')
        .map(({ text }) => text)
        .join(' '),
    };
  });
}

function silence(milliseconds: number): Int16Array {
  return new Int16Array((milliseconds * RIG_RATE) / 1_000);
}
