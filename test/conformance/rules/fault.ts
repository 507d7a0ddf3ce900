import { type Json } from '../read';
import { must, NotApplicable, rule, type Rule } from '../rule';
import { CLOCK, replyFrom, WEATHER } from '../steps';
import { PHRASES } from '../phrases';
import type { Bench } from '../bench';
import type { ApiClient } from '../client';

/** Takes some seconds to say. */
export const STORY =
  'Once upon a time there was a small house at the edge of a wide green forest, and in it lived a miller.';
/** A session with two tools. */
export const SESSION: Json = { system_prompt: 'You are Nova.', tools: [WEATHER, CLOCK] };
/** What the weather tool gives. */
export const RESULT = { temp_c: 19, sky: 'clear' };

type Check = (bench: Bench) => Promise<void>;

/** A switch, and what is seen when it is on for the next connection (or, for REST, for all). */
export function fault(
  faults: string,
  does: string,
  how: string,
  check: Check,
  scope: 'next' | 'hold' = 'next',
): Rule {
  const options = { applies: 'control', speaks: /speech|transcript-user|user-/.test(faults), how } as const;
  return rule(`fault.${faults}`, '14.2', `Switch ${faults}: ${does}.`, options, async (bench) => {
    const { control } = bench.target;
    if (!control) throw new NotApplicable('there are no switches');
    bench.later(() => control.clear());
    await control[scope]([faults]);
    await check(bench);
  });
}

/** A session that greets with this text, and the greeting when it is over. */
export async function greetingOf(bench: Bench, text = 'Hello there, friend.') {
  const talk = await bench.open({ ...SESSION, greeting: text });
  return { talk, reply: await replyFrom(bench, talk.client, 0) };
}

/** A session whose socket ends while it greets; gives the client. */
export async function cutShort(bench: Bench): Promise<ApiClient> {
  const { client } = await bench.open({ greeting: STORY });
  await client.closeCode(bench.target.patienceMs * 2);
  must(client.types().includes('reply.audio'), 'the reply had not begun');
  must(!client.types().includes('reply.done'), 'the reply was done');
  return client;
}

/** A client that has just sent a good first update. */
export async function firstUpdate(bench: Bench): Promise<ApiClient> {
  const client = await bench.connect();
  client.send({ type: 'session.update', session: {} });
  return client;
}

/** A client whose spoken question was answered by a tool call. */
export async function spokenTurn(bench: Bench): Promise<ApiClient> {
  const talk = await bench.open(SESSION);
  await bench.say(talk, PHRASES.weather);
  await talk.client.next('tool.call', 0, { withinMs: bench.target.patienceMs * 2 });
  return talk.client;
}
