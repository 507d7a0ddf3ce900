import {
  closeProblems,
  serviceErrors,
  upgradeProblems,
  type ServiceErrorCode,
  type ServiceProblem,
} from './errors';

/** When it happened. */
export interface FailureContext {
  /** Before `session.ready`, when every error ends the attempt. */
  readonly beforeReady: boolean;
  /** The field a `session.error` names. */
  readonly param?: string | undefined;
}

/** What a `session.error` means for the person and the program. The code may be in any case, and unknown. */
export function explainServiceError(code: string, context: FailureContext): ServiceProblem {
  const known = code.toLowerCase();
  const problem = isServiceError(known)
    ? withParam(serviceErrors[known], context.param)
    : unknownError(known);
  return context.beforeReady ? { ...problem, fatal: true } : problem;
}

/** Whether the code is one of the documented ones. */
export function isServiceError(code: string): code is ServiceErrorCode {
  return Object.hasOwn(serviceErrors, code);
}

/**
 * What a close means when neither `session.ended` nor a `session.error` came before it:
 * those tell more and go first (protocol.md section 9.2).
 */
export function explainClose(closeCode: number, context: FailureContext): ServiceProblem {
  switch (closeCode) {
    case 1000:
      return closeProblems.closed;
    case 1001:
      return closeProblems.going_away;
    case 1008:
      return context.beforeReady ? serviceErrors.unauthorized : closeProblems.refused;
    case 1011:
      return closeProblems.faulty;
    default:
      return context.beforeReady ? closeProblems.unreachable : closeProblems.connection_lost;
  }
}

/** What a refused upgrade means (protocol.md sections 1.3 and 9.3). */
export function explainUpgradeStatus(status: number): ServiceProblem {
  if (status === 401) return serviceErrors.unauthorized;
  if (status === 403) return upgradeProblems.blocked;
  if (status === 404) return upgradeProblems.wrong_address;
  if (status === 408 || status === 429 || status >= 500) return upgradeProblems.busy;
  return upgradeProblems.not_upgraded;
}

function withParam(problem: ServiceProblem, param: string | undefined): ServiceProblem {
  if (problem.code !== 'invalid_value' || param !== 'output.voice') return problem;
  return {
    ...problem,
    sentence: 'The voice service does not offer the chosen voice.',
    next: 'Choose another voice in Settings.',
  };
}

function unknownError(code: string): ServiceProblem {
  return {
    // The service's own word may be anything: keep what is safe to log.
    code: /^[a-z0-9_.-]{1,64}$/.test(code) ? code : 'unknown',
    sentence: 'The voice service reported a problem.',
    next: 'Try again; if it happens again, please report it with the log from Diagnostics.',
    fatal: false,
    retry: 'no',
  };
}
