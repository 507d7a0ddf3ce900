import { describe, it } from 'vitest';
import { startLane } from './in-process';
import { isObject, type Json } from './read';
import { RULES } from './rules';
import { runRules, type Lane } from './runner';
import { startWrongServer, type Alter } from './wrong-server';

/** A good server with a wrong one before it, for as long as `use` runs. */
async function withWrong<T>(
  makeAlter: () => Alter,
  patienceMs: number,
  use: (lane: Lane) => Promise<T>,
): Promise<T> {
  const { lane, server } = await startLane();
  const wrong = await startWrongServer(lane.target.url, makeAlter);
  try {
    return await use({ ...lane, target: { ...lane.target, url: wrong.url, patienceMs } });
  } finally {
    await wrong.close();
    await server.close();
  }
}

const without = (message: Json, key: string): Json =>
  Object.fromEntries(Object.entries(message).filter(([name]) => name !== key));
/** Alters messages of one type, one by one. */
const each =
  (type: string, change: (message: Json) => Json | readonly Json[]): (() => Alter) =>
  () =>
  (message) =>
    message['type'] === type ? [change(message)].flat() : [message];
const dropped = (type: string): (() => Alter) => each(type, () => []);
/** Keeps messages of one type back until one of another type went out. */
function after(late: string, first: string): () => Alter {
  return () => {
    const kept: Json[] = [];
    return (message) => {
      if (message['type'] === late) {
        kept.push(message);
        return [];
      }
      return message['type'] === first ? [message, ...kept.splice(0)] : [message];
    };
  };
}
const config = (message: Json): Json => (isObject(message['config']) ? message['config'] : {});

/** [what is wrong, how, the rules that must see it]. */
const WRONGS: readonly (readonly [string, () => Alter, readonly string[]])[] = [
  ['no timestamps', () => (message) => [without(message, 'timestamp')], ['frames.timestamp']],
  [
    'timestamps in milliseconds',
    () => (message) => [{ ...message, timestamp: Date.now() }],
    ['frames.timestamp'],
  ],
  [
    'no session.updated',
    dropped('session.updated'),
    ['first.order', 'later.replaces-tools', 'later.each-answered'],
  ],
  ['ready before updated', after('session.updated', 'session.ready'), ['first.order']],
  ['session.ready twice', each('session.ready', (message) => [message, message]), ['first.order']],
  [
    'a session_id of another shape',
    each('session.ready', (message) => ({ ...message, session_id: 'x' })),
    ['ready.fields', 'ready.ids-differ'],
  ],
  [
    'expires_at in milliseconds',
    each('session.ready', (message) => ({ ...message, expires_at: Date.now() })),
    ['ready.expires-at'],
  ],
  [
    'a config without input',
    each('session.ready', (message) => ({ ...message, config: without(config(message), 'input') })),
    ['config.keys', 'config.defaults', 'first.accepts-keyterms'],
  ],
  [
    'another voice than asked for',
    each('session.updated', (message) => ({
      ...message,
      config: { ...config(message), output: { voice: 'alba' } },
    })),
    ['later.changes-output.volume'],
  ],
  [
    'errors without code',
    each('session.error', (message) => without(message, 'code')),
    ['frames.unknown-type', 'connect.bad-key', 'first.llm'],
  ],
  [
    'errors of another code',
    each('session.error', (message) => ({ ...message, code: 'internal_error' })),
    ['frames.bad-json', 'later.frozen-greeting', 'resume.unknown'],
  ],
  [
    'errors in other words',
    each('session.error', (message) => ({ ...message, message: 'Oops' })),
    ['frames.bad-json', 'connect.no-key', 'first.agent-and-more', 'later.agent-id'],
  ],
  [
    'errors without param',
    each('session.error', (message) => without(message, 'param')),
    ['first.voice-unknown', 'first.silence-equal', 'later.vad-above', 'later.frozen-output.voice'],
  ],
  [
    'errors with a param everywhere',
    each('session.error', (message) => ({ ...message, param: 'x' })),
    ['frames.unknown-type', 'connect.bad-key'],
  ],
  [
    'errors without session_id',
    each('session.error', (message) => without(message, 'session_id')),
    ['later.error-names-session', 'later.frozen-greeting'],
  ],
  [
    'a close after every error',
    () => (message) => (message['type'] === 'session.error' ? [message, { close: 1_008 }] : [message]),
    ['frames.bad-json', 'later.agent-id', 'first.not-input.audio'],
  ],
  [
    'audio in another field',
    each('reply.audio', (message) => ({ ...without(message, 'data'), audio: message['data'] })),
    ['reply.audio-frames', 'reply.audible', 'reply.length'],
  ],
  ['half samples', each('reply.audio', (message) => ({ ...message, data: 'AAAA' })), ['reply.audio-frames']],
  [
    'silence',
    each('reply.audio', (message) => ({ ...message, data: 'AAAAAAAA' })),
    ['reply.audible', 'reply.length', 'reply.pace'],
  ],
  ['every chunk twice', each('reply.audio', (message) => [message, message]), ['reply.pace']],
  [
    'audio after the transcript',
    after('reply.audio', 'transcript.agent'),
    ['greeting.order', 'greeting.transcript-after-audio'],
  ],
  ['deltas after the transcript', after('transcript.agent.delta', 'transcript.agent'), ['greeting.order']],
  [
    'another reply_id in reply.audio',
    each('reply.audio', (message) => ({ ...message, reply_id: 'resp_0' })),
    ['reply.ids', 'reply.one-open'],
  ],
  ['no item_id', each('transcript.agent', (message) => without(message, 'item_id')), ['reply.ids']],
  [
    'deltas that replace',
    () => {
      let all = '';
      return (message) => {
        if (message['type'] !== 'transcript.agent.delta') return [message];
        all += String(message['delta']);
        return [{ ...message, delta: all }];
      };
    },
    ['reply.deltas-append'],
  ],
  [
    'times of the deltas in seconds',
    each('transcript.agent.delta', (message) => ({ ...message, start_ms: 0.1, end_ms: 0.2 })),
    ['reply.delta-times'],
  ],
  ['no reply.done', dropped('reply.done'), ['greeting.order', 'tool.inside-reply']],
  [
    'every reply interrupted',
    each('reply.done', (message) => ({ ...message, status: 'interrupted' })),
    ['greeting.completed', 'cancel.unknown', 'tool.inside-reply'],
  ],
  [
    'interrupted true everywhere',
    each('transcript.agent', (message) => ({ ...message, interrupted: true })),
    ['greeting.completed'],
  ],
  [
    'other words in the transcript',
    each('transcript.agent', (message) => ({ ...message, text: 'Banana.' })),
    ['greeting.verbatim', 'create.verbatim', 'tool.result-told'],
  ],
  [
    'arguments as text',
    each('tool.call', (message) => ({ ...message, arguments: JSON.stringify(message['arguments']) })),
    ['tool.fields', 'tool.arguments'],
  ],
  [
    'the same call_id always',
    each('tool.call', (message) => ({ ...message, call_id: 'call_1' })),
    ['tool.ids-differ', 'tool.parallel'],
  ],
  [
    'a call for another tool',
    each('tool.call', (message) => ({ ...message, name: 'rm_rf' })),
    ['tool.fields', 'tool.replaced'],
  ],
  [
    'partial words in delta',
    each('transcript.user.delta', (message) => ({ ...without(message, 'text'), delta: message['text'] })),
    ['turn.deltas'],
  ],
  [
    'another item_id in transcript.user',
    each('transcript.user', (message) => ({ ...message, item_id: 'msg_0' })),
    ['turn.item-ids', 'turn.two'],
  ],
  ['transcript.user after its reply', after('transcript.user', 'reply.started'), ['turn.order']],
  [
    'no input.speech.started',
    dropped('input.speech.started'),
    ['turn.order', 'turn.stopped', 'barge-in.events'],
  ],
  [
    'input.speech.started with a field',
    each('input.speech.started', (message) => ({ ...message, item_id: 'msg_0' })),
    ['turn.speech-fields'],
  ],
  [
    'interruptions called completed',
    each('reply.done', (message) => ({ ...message, status: 'completed' })),
    ['barge-in.events', 'cancel.ends'],
  ],
  [
    'the whole text of what was interrupted',
    each('transcript.agent', (message) => ({ ...message, interrupted: false })),
    ['cancel.ends', 'barge-in.events'],
  ],
  ['no session.ended', dropped('session.ended'), ['end.ended-then-1000', 'end.fields']],
  [
    'a duration in milliseconds',
    each('session.ended', (message) => ({ ...message, session_duration_seconds: 5_000 })),
    ['end.duration'],
  ],
  [
    'an event after the end',
    each('session.ended', (message) => [message, { type: 'session.updated', config: {} }]),
    ['end.last-event'],
  ],
  [
    '1001 at the end',
    () => (message) => (message['type'] === 'session.ended' ? [message, { close: 1_001 }] : [message]),
    ['end.ended-then-1000', 'resume.goes-on'],
  ],
];

/** Only one lane speaks: the fake hears one talk at a time. */
const lanesOf = (lane: Lane): readonly Lane[] => [
  lane,
  { ...lane, speaks: false },
  { ...lane, speaks: false },
];

describe.concurrent('the rules see a server with', () => {
  it.for(WRONGS)('%s', { timeout: 60_000 }, ([, makeAlter, ids], { expect }) =>
    withWrong(makeAlter, 1_000, async (lane) => {
      const rules = RULES.filter(({ id }) => ids.includes(id));
      const results = await runRules(rules, lanesOf(lane));
      const failed = results.flatMap(({ rule, outcome }) => (outcome.kind === 'failed' ? [rule.id] : []));
      expect(failed.sort()).toEqual([...ids].sort());
    }),
  );

  it('nothing wrong: then they see nothing', { timeout: 60_000 }, ({ expect }) =>
    withWrong(
      () => (message) => [message],
      4_000,
      async (lane) => {
        const ids = new Set(WRONGS.flatMap(([, , seenBy]) => seenBy));
        const rules = RULES.filter(({ id }) => ids.has(id));
        const results = await runRules(rules, lanesOf(lane));
        const others = results.filter(({ outcome }) => outcome.kind !== 'passed');
        expect(others.map(({ rule, outcome }) => [rule.id, outcome])).toEqual([]);
      },
    ),
  );
});
