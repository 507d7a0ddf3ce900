import { ProblemError, type Problem } from '../../shared/problem';
import {
  explainRestFailure,
  parseRestError,
  upgradeProblems,
  type RestErrorBody,
  type RestFieldError,
  type Retry,
} from '../../shared/protocol';
import { explainConnectionFailure } from './network/failure';
import type { ServiceResponse } from './transport';

/** What is known of a failed request besides what the person is told. */
export interface ServiceErrorFacts {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly retry: Retry;
  /** Seconds that the service asks to wait; null when it names none. */
  readonly afterSeconds: number | null;
  /** The service's own number of the request, for its support; null when it told none. */
  readonly requestId: string | null;
  /** What the service says is wrong with single fields of what was sent. */
  readonly fields: readonly RestFieldError[];
}

/** A request to the service that failed, told to the person. `problem.code` is stable and safe to log. */
export class ServiceError extends ProblemError {
  constructor(
    problem: Problem,
    readonly facts: ServiceErrorFacts,
  ) {
    super(problem);
    this.name = 'ServiceError';
  }
}

/**
 * The failure that an answer means (protocol.md section 9.3). `route`: `GET /token` answers a wrong key with 404.
 * `now` in epoch milliseconds.
 */
export function answeredError(
  response: ServiceResponse,
  route: 'token' | 'other',
  now: number,
): ServiceError {
  const { status, headers, text } = response;
  const json = readJson(text);
  // The service's own 404 and 403 have a body; without one a web server or a firewall has answered.
  const own = typeof json === 'object' && json !== null;
  if ((status === 404 && !own) || (status >= 300 && status < 400)) return unreadableError(response);
  const body = parseRestError(json);
  const known = explainRestFailure({ status, code: body.code, route: own ? route : 'other' });
  const { retry, ...problem } = known;
  const fields = body.errors ?? [];
  return new ServiceError(withFields(problem, fields), {
    status,
    retry,
    afterSeconds: askedSeconds(headers['retry-after'], now),
    requestId: requestIdOf(response, body),
    fields,
  });
}

/** The failure of a request that got no answer. */
export function connectionError(error: unknown): ServiceError {
  const { code, sentence, next, retry } = explainConnectionFailure(error);
  return new ServiceError({ code, sentence, next }, { ...noFacts, retry });
}

/** An answer that should have been good and cannot be read: most likely something else than the service answers. */
export function unreadableError(response: ServiceResponse): ServiceError {
  const requestId = requestIdOf(response, {});
  return new ServiceError(strangeAnswer, { ...noFacts, status: response.status, requestId });
}

/** What a failure begins with that is known by nothing but its problem. */
export const noFacts: ServiceErrorFacts = {
  status: null,
  retry: 'no',
  afterSeconds: null,
  requestId: null,
  fields: [],
};

/** What a `Retry-After` asks for: seconds, or a date; null when it cannot be read. */
function askedSeconds(retryAfter: string | undefined, now: number): number | null {
  const text = retryAfter?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return Number(text);
  const date = text === '' ? NaN : Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1_000);
}

/** The value of a text, undefined when it is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function requestIdOf({ headers }: ServiceResponse, body: RestErrorBody): string | null {
  return body.request_id ?? headers['x-request-id'] ?? null;
}

function withFields(problem: Problem, fields: readonly RestFieldError[]): Problem {
  const [first] = fields;
  if (problem.code !== 'validation_error' || !first) return problem;
  const about = first.param === null ? 'what was entered' : `“${first.param}”`;
  return { ...problem, sentence: `The service did not accept ${about}: ${first.message}` };
}

const strangeAnswer: Problem = {
  code: upgradeProblems.not_upgraded.code,
  sentence: upgradeProblems.not_upgraded.sentence,
  next: upgradeProblems.not_upgraded.next,
};
