import type { Bench, Talk } from './bench';
import type { ApiClient, Arrival } from './client';
import { fromWire, rateOf } from './g711';
import { bytesOf, textAt, wordsOf, type Json } from './read';
import { must, mustEqual, shown } from './rule';

/** One reply as it came. */
export interface SeenReply {
  readonly id: string;
  readonly itemId: unknown;
  readonly startedAt: number;
  readonly doneAt: number;
  readonly status: unknown;
  /** Everything from `reply.started` to `reply.done`, both included. */
  readonly arrivals: readonly Arrival[];
  readonly audio: readonly Arrival[];
  readonly deltas: readonly Json[];
  readonly transcript: Json | null;
  readonly calls: readonly Json[];
  /** Position behind its `reply.done`. */
  readonly mark: number;
}

/** The first reply that starts from a mark on, when it is over. */
export async function replyFrom(bench: Bench, client: ApiClient, from: number): Promise<SeenReply> {
  const started = await client.arrival('reply.started', from, { withinMs: bench.target.patienceMs * 2 });
  const id = textAt(started.message, 'reply_id');
  // A completed reply may leave out its id in old dialects; then the next `reply.done` is it.
  const done = await client.arrival('reply.done', client.arrivals.indexOf(started), {
    where: ({ reply_id }) => reply_id === id || reply_id === undefined,
    withinMs: bench.target.patienceMs * 4,
  });
  const first = client.arrivals.indexOf(started);
  const last = client.arrivals.indexOf(done);
  const arrivals = client.arrivals.slice(first, last + 1);
  const of = (type: string) => arrivals.filter((arrival) => arrival.type === type);
  return {
    id,
    itemId: started.message['item_id'],
    startedAt: started.at,
    doneAt: done.at,
    status: done.message['status'],
    arrivals,
    audio: of('reply.audio'),
    deltas: of('transcript.agent.delta').map(({ message }) => message),
    transcript: of('transcript.agent')[0]?.message ?? null,
    calls: of('tool.call').map(({ message }) => message),
    mark: last + 1,
  };
}

/** What a reply said: its final transcript, or its deltas joined when the service left that out (section 13.5). */
export function saidIn(reply: SeenReply): string {
  if (reply.transcript) return textAt(reply.transcript, 'text');
  return reply.deltas.map((delta) => textAt(delta, 'delta').trim()).join(' ');
}

/** The samples of a reply's audio. */
export function samplesOf(reply: SeenReply, encoding = 'audio/pcm'): Int16Array {
  return fromWire(
    Buffer.concat(reply.audio.map(({ message }) => bytesOf(textAt(message, 'data')))),
    encoding,
  );
}

/** Length of a reply's audio in milliseconds. */
export function lengthOf(reply: SeenReply, encoding = 'audio/pcm'): number {
  return (samplesOf(reply, encoding).length * 1_000) / rateOf(encoding);
}

/** Root mean square of samples that are not silent. */
export function loudness(samples: Int16Array): number {
  const loud = samples.filter((sample) => Math.abs(sample) > 20);
  return loud.length === 0
    ? 0
    : Math.sqrt(loud.reduce((sum, sample) => sum + sample * sample, 0) / loud.length);
}

/** Has the agent say a text; gives the reply. */
export async function sayExactly(bench: Bench, { client }: Talk, text: string): Promise<SeenReply> {
  const from = client.mark;
  client.send({ type: 'reply.create', instructions: `Say exactly: ${text}` });
  return replyFrom(bench, client, from);
}

/** Asks in writing, as protocol.md section 3.6 advises. */
export function ask({ client }: Talk, text: string): void {
  client.send({ type: 'reply.create', instructions: `The user typed: "${text}" Answer it.` });
}

/** Two tools whose use leaves no doubt. */
export const WEATHER = {
  type: 'function',
  name: 'get_weather',
  description: 'Tells the current weather in a city. Use when the user asks for the weather somewhere.',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string', description: 'City, e.g. Paris' } },
    required: ['city'],
  },
} as const;
/** The other. */
export const CLOCK = {
  type: 'function',
  name: 'get_time',
  description: 'Tells the current time in a city. Use when the user asks what time it is somewhere.',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string', description: 'City, e.g. Tokyo' } },
    required: ['city'],
  },
} as const;
/** Asks for {@link WEATHER}. */
export const WEATHER_QUESTION = 'What is the weather in Paris?';

/** Makes the agent call a tool; gives the call and a mark from before it. */
export async function callFor(
  bench: Bench,
  talk: Talk,
  question = WEATHER_QUESTION,
): Promise<{ readonly call: Json; readonly id: string; readonly from: number }> {
  const from = talk.client.mark;
  ask(talk, question);
  const call = await talk.client.next('tool.call', from, { withinMs: bench.target.patienceMs * 2 });
  return { call, id: textAt(call, 'call_id'), from };
}

/** Sends a result as section 3.5 has it. */
export function sendResult({ client }: Talk, callId: string, result: unknown, more: Json = {}): void {
  const text = typeof result === 'string' ? result : JSON.stringify(result);
  client.send({ type: 'tool.result', call_id: callId, result: text, ...more });
}

/** Speaks, and waits for the final transcript of it. */
export async function sayAndBeHeard(bench: Bench, talk: Talk, text: string): Promise<Json> {
  const from = talk.client.mark;
  await bench.say(talk, text);
  return talk.client.next('transcript.user', from, { withinMs: bench.target.patienceMs * 2 });
}

/** Words of `wanted` that are in `text`, as a share of all. */
export function sharedWords(text: string, wanted: string): number {
  const words = new Set(wordsOf(text));
  const all = wordsOf(wanted);
  return all.filter((word) => words.has(word)).length / all.length;
}

/** The `session.error` after a mark: its code, message and field. */
export async function mustRefuse(
  client: ApiClient,
  from: number,
  { code, message, param }: Refusal,
): Promise<Json> {
  const error = await client.next('session.error', from);
  const seen = textAt(error, 'code').toLowerCase();
  must(
    [code].flat().includes(seen),
    `the code is ${seen}, expected ${[code].flat().join(' or ')}: ${shown(error)}`,
  );
  const said = textAt(error, 'message');
  if (typeof message === 'string') mustEqual(said, message, 'message');
  else if (message) must(message.test(said), `the message is ${shown(said)}, expected ${String(message)}`);
  if (param)
    must(param.test(String(error['param'])), `param is ${shown(error['param'])}, expected ${String(param)}`);
  return error;
}

/** What a refusal must say. */
export interface Refusal {
  /** One of these codes, lower case. */
  readonly code: string | readonly string[];
  readonly message?: string | RegExp;
  readonly param?: RegExp;
}

/** Proves that a session still works: an empty update is answered. */
export async function mustStillServe(client: ApiClient): Promise<Json> {
  const from = client.mark;
  client.send({ type: 'session.update', session: {} });
  return client.next('session.updated', from);
}
