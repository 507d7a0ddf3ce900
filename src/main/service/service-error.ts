import { ProblemError, type Problem } from '../../shared/problem';
import {
  explainRestFailure,
  parseRestError,
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

/** The failure that an answer means (protocol.md section 9.3). `route`: `GET /token` answers a wrong key with 404. */
export function answeredError(response: ServiceResponse, route: 'token' | 'other'): ServiceError {
  const { status } = response;
  const body = parseRestError(readJson(response.text));
  const { retry, ...known } = explainRestFailure({ status, code: body.code, route });
  const fields = body.errors ?? [];
  return new ServiceError(withFields(known, fields), {
    status,
    retry,
    requestId: requestIdOf(response, body),
    fields,
  });
}

/** The failure of a request that got no answer. */
export function connectionError(error: unknown): ServiceError {
  const { code, sentence, next, retry } = explainConnectionFailure(error);
  return new ServiceError({ code, sentence, next }, { status: null, retry, requestId: null, fields: [] });
}

/** An answer that should have been good and cannot be read: most likely something else than the service answers. */
export function unreadableError(response: ServiceResponse): ServiceError {
  const { status } = response;
  return new ServiceError(strangeAnswer, {
    status,
    retry: 'no',
    requestId: requestIdOf(response, {}),
    fields: [],
  });
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
  const about = first.param === null ? '' : ` “${first.param}”`;
  return { ...problem, sentence: `The service did not accept${about}: ${first.message}` };
}

const strangeAnswer: Problem = {
  code: 'not_the_service',
  sentence: 'The answer did not come from the voice service.',
  next: 'Check the region and the custom host in Settings. In a public network, sign in to it first.',
};
