/** How many events a second the app keeps up with: decoding, the state machine and its effects. */
import { encodeReplyAudio } from '../../../src/shared/protocol';
import { now } from '../../support/clock';
import { tone } from '../../support/sound/voice';
import { WIRE_RATE, type ScriptedSession } from '../../support/scripted-session';
import { until } from '../../support/until';
import type { ScriptedTalk } from '../bench';
import type { Measurement } from '../measurement';
import { summarize, type Summary } from '../statistics';

/** Rising rates, in events a second. In a talk the service sends about 120. */
const RATES = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000] as const;
const STEP_MS = 3_000;
const TICK_MS = 5;
const MOST_LAG_MS = 50;
/** Ten times what the service sends. */
const TARGET_RATE = 1_200;
const CHUNK_MS = 10;
const DRAINED_MS = 10_000;

/** What a turn consists of, about as the service sends it: audio for the most part. */
const USER_WORDS = 8;
const CHUNKS = 70;
const CHUNKS_A_WORD = 3;

interface Step {
  readonly rate: number;
  /** Events that were sent in a second; less than asked for when this machine could not send more. */
  readonly sent: number;
  /** From a `reply.audio` sent to its samples on their way to the speakers; null when it never caught up. */
  readonly lag: Summary | null;
}

export const events: Measurement = {
  name: 'events',
  run: async (bench) => {
    const talk = await bench.scriptedTalk();
    const steps: Step[] = [];
    for (const rate of RATES) {
      const step = await flood(talk, rate);
      steps.push(step);
      if (!keepsUp(step)) break;
    }
    const best = steps.filter(keepsUp).at(-1);
    const worst = steps.find((step) => !keepsUp(step));
    const beyond = worst ? `; at ${Math.round(worst.sent)}: ${lagText(worst)}` : '';
    return {
      rows: [
        {
          measurement: `events a second, lag p99 < ${MOST_LAG_MS} ms`,
          p50: best?.lag?.p50 ?? null,
          p99: best?.lag?.p99 ?? null,
          other: `${Math.round(best?.sent ?? 0)} events a second sustained${beyond}`,
          target: `>= ${TARGET_RATE} a second`,
          met: (best?.sent ?? 0) >= TARGET_RATE,
        },
      ],
      details: { steps },
    };
  },
};

function keepsUp({ lag }: Step): boolean {
  return lag !== null && lag.p99 < MOST_LAG_MS;
}

function lagText({ lag }: Step): string {
  return lag === null ? 'never caught up' : `lag p99 ${Math.round(lag.p99)} ms`;
}

async function flood({ session, probed }: ScriptedTalk, rate: number): Promise<Step> {
  const before = probed('audio-queued').length;
  const { sentAt, count, lasted } = await send(session, rate);
  const sent = (count * 1_000) / lasted;
  const done = await until(
    'everything was taken',
    () => {
      const queued = probed('audio-queued').slice(before);
      return queued.length >= sentAt.length && queued;
    },
    { timeoutMs: DRAINED_MS, everyMs: 500 },
  ).catch(() => null);
  // Messages come in order, so the first sent was the first dealt with.
  const lag = done && summarize(sentAt.map((at, number) => done[number]!.at - at));
  return { rate, sent, lag };
}

/** Sends turn after turn at this rate; resolves to when each `reply.audio` was sent. */
async function send(session: ScriptedSession, rate: number) {
  const sentAt: number[] = [];
  const begun = now();
  let waiting: readonly string[] = [];
  let [turn, count] = [0, 0];
  const one = () => {
    if (waiting.length === 0) waiting = messagesOfTurn(`${rate}_${turn++}`);
    const [text, ...rest] = waiting;
    waiting = rest;
    const at = session.sendText(text!);
    if (text!.startsWith('{"type":"reply.audio"')) sentAt.push(at);
    count += 1;
  };
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = ((now() - begun) * rate) / 1_000;
      while (count < due) one();
      if (now() - begun < STEP_MS) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
  const lasted = now() - begun;
  // The turn is finished, so that the next step begins with a whole one.
  for (const text of waiting) {
    const at = session.sendText(text);
    if (text.startsWith('{"type":"reply.audio"')) sentAt.push(at);
  }
  return { sentAt, count, lasted };
}

/** A turn that is interrupted at its end, so that no sound piles up. */
function messagesOfTurn(name: string): readonly string[] {
  const timestamp = Date.now() / 1_000;
  const text = (message: object) => JSON.stringify({ ...message, timestamp });
  const [reply_id, item_id, asked] = [`resp_${name}`, `msg_${name}`, `item_${name}`];
  const heard = Array.from({ length: USER_WORDS }, (_, at) => 'word '.repeat(at + 1).trim());
  const spoken = Array.from({ length: CHUNKS }, (_, at) => [
    encodeReplyAudio(reply_id, CHUNK, timestamp),
    ...(at % CHUNKS_A_WORD === 0
      ? [text({ type: 'transcript.agent.delta', reply_id, delta: 'word ', start_ms: at, end_ms: at + 1 })]
      : []),
  ]).flat();
  return [
    text({ type: 'input.speech.started' }),
    ...heard.map((words) => text({ type: 'transcript.user.delta', item_id: asked, text: words })),
    text({ type: 'input.speech.stopped' }),
    text({ type: 'transcript.user', item_id: asked, text: heard.at(-1) }),
    text({ type: 'reply.started', reply_id, item_id }),
    ...spoken,
    text({ type: 'transcript.agent', reply_id, item_id, text: 'word', interrupted: true }),
    text({ type: 'reply.done', reply_id, status: 'interrupted' }),
  ];
}

const CHUNK = Buffer.from(tone(CHUNK_MS, 440, 8_000, WIRE_RATE).buffer).toString('base64');
