import type { Problem } from '../problem';

/**
 * What to try after a failure. `once`: one fresh attempt; `backoff`: several, ever further apart
 * (protocol.md section 9.4); `no`: a decision for the person.
 */
export type Retry = 'no' | 'once' | 'backoff';

/** A failure of the service, told to the person, with what the program may do about it. */
export interface ServiceProblem extends Problem {
  /** Whether the session is lost. */
  readonly fatal: boolean;
  readonly retry: Retry;
  /** Wait at least this long before trying again. */
  readonly afterSeconds?: number;
}

type Entry = Omit<ServiceProblem, 'code'>;

const lost = (retry: Retry, sentence: string, next: string): Entry => ({
  fatal: true,
  retry,
  sentence,
  next,
});
const goesOn = (sentence: string, next: string): Entry => ({ fatal: false, retry: 'no', sentence, next });

const REPORT = 'If it happens again, please report it with the log from Diagnostics.';
const KEY = 'Check the API key in Settings, or enter a new one.';
const LATER = 'Try again in a few minutes.';

const entries = {
  unauthorized: lost('no', 'The voice service did not accept the API key.', KEY),
  session_forbidden: lost(
    'no',
    'This account may not use the voice service.',
    'Check the plan of your AssemblyAI account.',
  ),
  forbidden: lost(
    'no',
    'This account may not use the voice service.',
    'Check the plan of your AssemblyAI account.',
  ),
  agent_not_found: lost(
    'no',
    'The chosen agent does not exist at the voice service.',
    'Choose another agent, or check that the region in Settings is the one it was made in.',
  ),
  agent_id_not_first: goesOn('The agent cannot be changed during a conversation.', REPORT),
  immutable_field: goesOn(
    'This setting cannot change during a conversation.',
    'End the conversation and start a new one to use it.',
  ),
  invalid_value: goesOn('The voice service refused a setting.', 'Check what you changed last in Settings.'),
  invalid_config: goesOn(
    'The voice service refused the settings.',
    'Check what you changed last in Settings.',
  ),
  invalid_format: goesOn('The voice service did not understand a message.', REPORT),
  invalid_audio: goesOn('The voice service could not read the sound.', REPORT),
  audio_rate_violation: goesOn('Some of your words did not reach the voice service.', 'Please say it again.'),
  invalid_webhook: goesOn('The voice service refused a web address.', REPORT),
  session_not_found: lost(
    'once',
    'The conversation could not be picked up again.',
    'Start a new conversation.',
  ),
  session_expired: lost('once', 'The conversation reached its longest time.', 'Start a new conversation.'),
  at_capacity: lost('backoff', 'The voice service is full at the moment.', LATER),
  concurrency_exceeded: {
    ...lost(
      'backoff',
      'Too many conversations are open on this account.',
      'Close the others, wait half a minute and try again.',
    ),
    afterSeconds: 30,
  },
  internal_error: lost('backoff', 'The voice service had a fault of its own.', LATER),
  server_error: { ...goesOn('The voice service had a fault of its own.', LATER), retry: 'once' },
  agent_init_failed: lost('once', 'The agent could not be started.', 'Try again, or choose another agent.'),
  agent_timeout: lost('once', 'The agent did not start in time.', 'Try again, or choose another agent.'),
} as const satisfies Record<string, Entry>;

/** Codes of `session.error` (protocol.md section 9.1), in lower case. */
export type ServiceErrorCode = keyof typeof entries;

const named = <Code extends string>(all: Readonly<Record<Code, Entry>>) =>
  Object.fromEntries(
    Object.entries<Entry>(all).map(([code, entry]) => [code, { code, ...entry }]),
  ) as Readonly<Record<Code, ServiceProblem>>;

/**
 * Every documented `session.error`. `fatal` is meant after `session.ready`:
 * before it, every error ends the attempt (protocol.md section 2.11).
 */
export const serviceErrors: Readonly<Record<ServiceErrorCode, ServiceProblem>> =
  named<ServiceErrorCode>(entries);

const network = 'Check your internet connection, then try again.';

/** How a socket can close (protocol.md section 9.2). */
export type CloseKind = 'closed' | 'going_away' | 'connection_lost' | 'unreachable' | 'refused' | 'faulty';

/** What each kind of close means. */
export const closeProblems = named<CloseKind>({
  closed: lost('backoff', 'The voice service closed the connection.', 'Start a new conversation.'),
  going_away: lost('backoff', 'The voice service is restarting.', 'Try again in a moment.'),
  connection_lost: lost('backoff', 'The connection to the voice service was lost.', network),
  unreachable: lost(
    'once',
    'The voice service could not be reached.',
    'Check your internet connection and the API key, then try again.',
  ),
  refused: lost('no', 'The voice service ended the conversation.', 'Start a new conversation.'),
  faulty: serviceErrors.internal_error,
});

/** What an HTTP status on the upgrade can mean (protocol.md section 9.3). */
export type UpgradeKind = 'blocked' | 'wrong_address' | 'busy' | 'not_upgraded';

/** What each kind of refused upgrade means. */
export const upgradeProblems = named<UpgradeKind>({
  blocked: lost(
    'no',
    'The way to the voice service is blocked.',
    'A firewall, your region or your plan may be the cause; the API key is not. Try another network.',
  ),
  wrong_address: lost(
    'no',
    'There is no voice service at this address.',
    'Check the region and the custom host in Settings.',
  ),
  busy: lost('backoff', 'The voice service is busy.', LATER),
  not_upgraded: lost(
    'no',
    'Something answered that is not the voice service.',
    'Check the region and the custom host in Settings. In a public network, sign in to it first.',
  ),
});
