import type { Problem } from '../problem';
import { serviceErrors, upgradeProblems, type Retry, type ServiceProblem } from './errors';

type Row = readonly [retry: Retry, sentence: string, next: string];

const REPORT = 'If it happens again, please report it with the log from Diagnostics.';
const RELOAD = 'Reload the list and try again.';
const LATER = 'Try again in a few minutes.';
const NO_PHONES = 'Telephony is managed in your AssemblyAI account, not here.';

const rows = {
  missing_authorization: ['no', 'There is no API key yet.', 'Enter your API key in Settings.'],
  unauthorized: ['no', serviceErrors.unauthorized.sentence, serviceErrors.unauthorized.next],
  auth_service_unavailable: ['backoff', 'The service cannot check API keys at the moment.', LATER],
  validation_error: ['no', 'The service did not accept what was entered.', 'Correct it and try again.'],
  invalid_request: ['no', 'The service did not accept the request.', REPORT],
  agent_not_found: ['no', serviceErrors.agent_not_found.sentence, serviceErrors.agent_not_found.next],
  session_not_found: ['no', 'The service no longer has this conversation.', RELOAD],
  phone_number_not_found: ['no', 'The service does not know this phone number.', NO_PHONES],
  phone_number_conflict: ['no', 'This phone number is already in use.', NO_PHONES],
  phone_number_not_available: ['no', 'This phone number cannot be had.', NO_PHONES],
  phone_number_has_no_agent: ['no', 'No agent answers this phone number.', NO_PHONES],
  call_not_found: ['no', 'The service does not know this call.', NO_PHONES],
  webhook_subscription_not_found: ['no', 'The service does not know this web address.', RELOAD],
  webhook_subscription_already_exists: ['no', 'This web address is already registered.', RELOAD],
  webhook_deliveries_not_found: ['no', 'Nothing was delivered to this web address yet.', RELOAD],
  telephony_provider_error: ['no', 'The telephone company reported a fault.', LATER],
  idempotency_key_invalid: ['no', 'The service did not accept the request.', REPORT],
  idempotency_key_reuse: ['no', 'The service had this request before, with other contents.', REPORT],
  idempotency_in_progress: ['backoff', 'The service is still working on this.', 'Wait a moment.'],
  not_found: ['no', 'The service does not have this.', RELOAD],
  method_not_allowed: ['no', 'The service does not offer this.', REPORT],
  internal_error: ['backoff', serviceErrors.internal_error.sentence, serviceErrors.internal_error.next],
} as const satisfies Record<string, Row>;

/** Codes of the REST error body (protocol.md section 9.3). */
export type RestErrorCode = keyof typeof rows;

/** A failed REST request, told to the person. */
export interface RestProblem extends Problem {
  readonly retry: Retry;
}

/** Every documented REST error. */
export const restErrors = Object.fromEntries(
  Object.entries<Row>(rows).map(([code, [retry, sentence, next]]) => [code, { code, retry, sentence, next }]),
) as Readonly<Record<RestErrorCode, RestProblem>>;

/** What is known of a failed REST request. */
export interface RestFailure {
  readonly status: number;
  /** From the body, when it had one. */
  readonly code?: string | undefined;
  /** `GET /token` answers a wrong key with 404 (protocol.md section 1.2.1). */
  readonly route: 'token' | 'other';
}

/** What a failed REST request means, by its code where it is known, else by its status. */
export function explainRestFailure({ status, code, route }: RestFailure): RestProblem {
  if (status === 401 || (route === 'token' && (status === 403 || status === 404))) {
    return code === 'missing_authorization' ? restErrors.missing_authorization : restErrors.unauthorized;
  }
  if (code !== undefined && Object.hasOwn(restErrors, code)) return restErrors[code as RestErrorCode];
  return byStatus(status);
}

function byStatus(status: number): RestProblem {
  if (status === 403) return withoutFatal(upgradeProblems.blocked);
  if (status === 404) return restErrors.not_found;
  if (status === 405 || status === 426) return restErrors.method_not_allowed;
  if (status === 400 || status === 422) return restErrors.validation_error;
  if (status === 408 || status === 429) return withoutFatal(upgradeProblems.busy);
  if (status >= 500) return restErrors.internal_error;
  return restErrors.invalid_request;
}

function withoutFatal({ code, sentence, next, retry }: ServiceProblem): RestProblem {
  return { code, sentence, next, retry };
}
