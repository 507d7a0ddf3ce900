/*
 * What the agent can be told to do wrong, or otherwise than by default: a closed list (protocol.md section 14).
 * catalogue.ts names the faults, parse.ts reads them, switchboard.ts says which hold for a connection; the other
 * files hold what a fault decides at one place of the way.
 */
import { z } from 'zod';
import { TIMINGS, type Timing } from '../timing';

/** A fault: what it does, and how its value is read from text; the empty text stands for the default. */
interface Entry<Value> {
  readonly does: string;
  /** How the value is written in the help; null when there is none. */
  readonly value: string | null;
  readonly schema: z.ZodType<Value, string>;
}

const plain = (does: string): Entry<true> => ({
  does,
  value: null,
  schema: z.literal('', { error: 'takes no value' }).transform(() => true as const),
});

function whole(does: string, unit: string, min: number, max: number, standard: number): Entry<number> {
  const error = `must be a whole number from ${String(min)} to ${String(max)}`;
  const schema = z
    .string()
    .regex(/^\d{0,9}$/, { error })
    .transform((text) => (text === '' ? standard : Number(text)))
    .pipe(z.number({ error }).min(min, { error }).max(max, { error }));
  return { does, value: `${unit}, default ${String(standard)}`, schema };
}

function choice<const Choice extends string>(
  does: string,
  choices: readonly [Choice, ...Choice[]],
): Entry<Choice> {
  const error = `must be one of ${choices.join(', ')}`;
  const schema = z
    .string()
    .transform((text) => (text === '' ? choices[0] : text))
    .pipe(z.enum(choices, { error }));
  return { does, value: choices.join(' | '), schema };
}

const steps = Object.keys(TIMINGS.native) as (keyof Timing)[];

function timings(does: string): Entry<Partial<Timing>> {
  const error = `must be STEP:MS, more of them after commas; steps: ${steps.join(', ')}`;
  const pair = new RegExp(`^(?:${steps.join('|')}):\\d{1,8}$`);
  const schema = z
    .string()
    .refine((text) => text.split(',').every((part) => pair.test(part)), { error })
    .transform((text): Partial<Timing> =>
      Object.fromEntries(
        text.split(',').map((part) => [part.split(':')[0] ?? '', Number(part.split(':')[1])]),
      ),
    );
  return { does, value: 'STEP:MS,...', schema };
}

function errorCode(does: string, standard: string): Entry<string> {
  const schema = z
    .string()
    .regex(/^[A-Za-z_]{0,60}$/, { error: 'must be an error code' })
    .transform((text) => text || standard);
  return { does, value: `error code, default ${standard}`, schema };
}

/** Every fault by its name. */
export const catalogue = {
  // Upgrade and first message
  'refuse-upgrade': choice('answers the upgrade with this HTTP status', [
    '401',
    '403',
    '404',
    '429',
    '500',
    '503',
  ]),
  unauthorized: plain('says unauthorized and closes 1008, whatever the key'),
  'first-error': errorCode('answers the first message with this session.error and a close', 'internal_error'),
  'survive-first-update': plain('a bad first update may be followed by a better one'),
  'refuse-resume': plain('answers every session.resume with session_not_found and close 1008'),
  'ready-delay': whole('session.ready comes this late', 'ms', 0, 86_400_000, 20_000),
  'ready-first': plain('session.ready comes before session.updated'),
  'no-updated': plain('the first session.updated never comes'),
  'expires-in': whole('the session lasts this long', 'seconds', 1, 10_800, 20),
  'output-format': choice('speaks in this format, whatever was asked for', ['audio/pcmu', 'audio/pcma']),
  // Events that are missing or odd
  'no-agent-transcript': plain('transcript.agent never comes'),
  'no-agent-deltas': plain('transcript.agent.delta never comes'),
  'no-user-transcript': plain('the final transcript.user never comes'),
  'no-speech-stopped': plain('input.speech.stopped never comes'),
  'no-audio': plain('replies have words but no audio'),
  'empty-reply': plain('replies have neither words nor audio'),
  'no-session-ended': plain('session.end is answered by nothing, and the socket stays open'),
  'unknown-event': plain('events of an unknown type come after session.ready and before each reply.done'),
  timestamp: choice('how events are stamped', ['none', 'iso']),
  'done-without-status': plain('reply.done has no status when it is completed'),
  'user-delta-field': plain('transcript.user.delta carries its text in delta'),
  'error-shape': choice('how session.error looks', ['error_code', 'upper-case', 'untyped', 'bare']),
  'tool-reply-ids': plain('replies that tell a result have ids of the form fc-<call_id>'),
  'session-error': errorCode(
    'sends this session.error after session.ready, and closes when it is fatal',
    'internal_error',
  ),
  // Ends in the middle of a reply
  'drop-mid-reply': plain('cuts the connection without a close frame in the middle of a reply'),
  'close-mid-reply': choice('closes with this code in the middle of a reply', [
    '1001',
    '1000',
    '1008',
    '1011',
  ]),
  'close-bare': plain('close 1011 comes without internal_error before it'),
  // How replies go
  'leading-silence': whole('replies begin with this much silence', 'ms', 0, 10_000, 2_000),
  preamble: choice('what a tool reply holds before its call', ['silence', 'phrase']),
  'replace-reply': plain('reply.create ends the reply that is open instead of waiting for it'),
  'ignore-context': plain('conversation.message has no effect'),
  'speech-started': choice('when input.speech.started comes in an interruption', [
    'last',
    'between',
    'first',
  ]),
  'enforce-rate': whole('input audio may run ahead of real time by this much only', 'ms', 0, 60_000, 1_000),
  'audio-rate-violation': plain('the first input.audio is answered with audio_rate_violation'),
  // Tools
  'repeat-call': whole('every tool call comes this often in its turn', 'times', 2, 10, 5),
  'parallel-calls': plain('a second tool is called beside every call'),
  'chain-calls': whole('a result is answered by another call until this many were made', 'calls', 2, 10, 3),
  'barge-in-tool': whole('the person says "Never mind." this long after a tool.call', 'ms', 0, 60_000, 200),
  'hold-tools': plain('every tool runs in execution mode hold'),
  'tool-timeout': whole('every tool has this much time', 'seconds', 1, 300, 1),
  'served-tools': plain('every tool counts as an HTTP tool: its call is information, the server answers it'),
  'hide-served-calls': plain('the informational tool.call of HTTP tools is not sent'),
  // Rhythm
  timing: timings('changes single steps of the timing'),
  // REST
  'single-use-tokens': plain('a temporary token opens one socket only'),
  'ignore-token-cap': plain('max_session_duration_seconds is ignored'),
  'bad-key-401': plain('GET /v1/token answers a wrong key with 401'),
  'token-400': plain('GET /v1/token answers bad parameters with 400'),
  'agents-array': plain('GET /v1/agents answers a bare array'),
  'replace-agents': plain('PUT /v1/agents/{id} replaces the whole agent'),
  'voices-426': plain('GET /v1/voices answers 426'),
} as const satisfies Record<string, Entry<unknown>>;

/** Name of a fault. */
export type FaultName = keyof typeof catalogue;

/** The faults that are on, each with its value. */
export type Faults = { readonly [Name in FaultName]?: z.output<(typeof catalogue)[Name]['schema']> };

/** All is well. */
export const noFaults: Faults = {};

/** One line a fault, for `--help`. */
export const faultsHelp: string = Object.entries(catalogue)
  .map(([name, { does, value }]) => `    ${name.padEnd(22)}${does}${value === null ? '' : ` (${value})`}`)
  .join('\n');
