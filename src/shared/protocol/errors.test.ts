import { describe, expect, it } from 'vitest';
import { closeProblems, serviceErrors, upgradeProblems, type ServiceErrorCode } from './errors';
import { explainClose, explainServiceError, explainUpgradeStatus } from './explain';
import { explainRestFailure, restErrors } from './rest-errors';

/** Copied from protocol.md section 9.1: whether the socket is lost after ready, and the retryable set. */
const documented: readonly (readonly [code: string, fatal: boolean, retry: string])[] = [
  ['unauthorized', true, 'no'],
  ['session_forbidden', true, 'no'],
  ['forbidden', true, 'no'],
  ['agent_not_found', true, 'no'],
  ['agent_id_not_first', false, 'no'],
  ['immutable_field', false, 'no'],
  ['invalid_value', false, 'no'],
  ['invalid_config', false, 'no'],
  ['invalid_format', false, 'no'],
  ['invalid_audio', false, 'no'],
  ['audio_rate_violation', false, 'no'],
  ['invalid_webhook', false, 'no'],
  ['session_not_found', true, 'once'],
  ['session_expired', true, 'once'],
  ['at_capacity', true, 'backoff'],
  ['concurrency_exceeded', true, 'backoff'],
  ['internal_error', true, 'backoff'],
  ['server_error', false, 'once'],
  ['agent_init_failed', true, 'once'],
  ['agent_timeout', true, 'once'],
];

const all = [
  ...Object.values(serviceErrors),
  ...Object.values(closeProblems),
  ...Object.values(upgradeProblems),
  ...Object.values(restErrors),
];

describe('every problem', () => {
  it.each(all)('$code says what happened and what to do, without jargon', ({ code, sentence, next }) => {
    expect(code).toMatch(/^[a-z_]+$/);
    for (const text of [sentence, next]) {
      expect(text).toMatch(/^[A-Z].{10,}\.$/);
      expect(text).not.toMatch(/socket|JSON|session|HTTP|token|null|undefined|_/);
      expect(text.length).toBeLessThan(120);
    }
  });
});

describe('a session.error', () => {
  it.each(documented)('%s ends the session: %s, and is retried: %s', (code, fatal, retry) => {
    expect(explainServiceError(code, { beforeReady: false })).toMatchObject({ code, fatal, retry });
  });

  it('has an entry for every documented code and no other', () => {
    expect(Object.keys(serviceErrors).sort()).toEqual(documented.map(([code]) => code).sort());
  });

  it('is fatal before ready, whatever its code', () => {
    for (const code of [...Object.keys(serviceErrors), 'brand_new']) {
      expect(explainServiceError(code, { beforeReady: true }).fatal).toBe(true);
    }
  });

  it('is known by its code in any case', () => {
    expect(explainServiceError('INTERNAL_ERROR', { beforeReady: false })).toBe(serviceErrors.internal_error);
  });

  it.each([
    ['brand_new', 'brand_new'],
    ['constructor', 'constructor'],
    ['', 'unknown'],
    ['My secret words!', 'unknown'],
  ])('with the unknown code "%s" still has a sentence, and a code %s that is safe to log', (code, logged) => {
    const problem = explainServiceError(code, { beforeReady: false });
    expect(problem).toMatchObject({ code: logged, fatal: false, retry: 'no' });
    expect(problem.sentence).not.toBe('');
  });

  it('about the voice tells the person to choose another', () => {
    const problem = explainServiceError('invalid_value', { beforeReady: true, param: 'output.voice' });
    expect(problem.next).toContain('voice');
  });

  it('of too many sessions waits until dropped ones are forgotten', () => {
    const code: ServiceErrorCode = 'concurrency_exceeded';
    expect(explainServiceError(code, { beforeReady: true }).afterSeconds).toBe(30);
  });
});

describe('a close', () => {
  it.each([
    [1000, false, 'closed', 'backoff'],
    [1001, false, 'going_away', 'backoff'],
    [1006, true, 'unreachable', 'once'],
    [1006, false, 'connection_lost', 'backoff'],
    [1005, false, 'connection_lost', 'backoff'],
    [1008, true, 'unauthorized', 'no'],
    [1008, false, 'refused', 'no'],
    [1011, true, 'internal_error', 'backoff'],
    [1011, false, 'internal_error', 'backoff'],
    [4999, false, 'connection_lost', 'backoff'],
  ])('with %i, before ready: %s, means %s', (closeCode, beforeReady, code, retry) => {
    expect(explainClose(closeCode, { beforeReady })).toMatchObject({ code, retry, fatal: true });
  });
});

describe('a refused upgrade', () => {
  it.each([
    [401, 'unauthorized', 'no'],
    [403, 'blocked', 'no'],
    [404, 'wrong_address', 'no'],
    [408, 'busy', 'backoff'],
    [429, 'busy', 'backoff'],
    [503, 'busy', 'backoff'],
    [200, 'not_upgraded', 'no'],
    [302, 'not_upgraded', 'no'],
  ])('with %i means %s', (status, code, retry) => {
    expect(explainUpgradeStatus(status)).toMatchObject({ code, retry });
  });
});

describe('a failed REST request', () => {
  it.each([
    [{ status: 401, route: 'other' }, 'unauthorized'],
    [{ status: 401, code: 'missing_authorization', route: 'other' }, 'missing_authorization'],
    [{ status: 404, route: 'token' }, 'unauthorized'],
    [{ status: 404, route: 'other' }, 'not_found'],
    [{ status: 404, code: 'agent_not_found', route: 'other' }, 'agent_not_found'],
    [{ status: 403, route: 'other' }, 'blocked'],
    [{ status: 409, code: 'idempotency_in_progress', route: 'other' }, 'idempotency_in_progress'],
    [{ status: 422, code: 'brand_new', route: 'other' }, 'validation_error'],
    [{ status: 400, route: 'token' }, 'validation_error'],
    [{ status: 426, route: 'other' }, 'method_not_allowed'],
    [{ status: 429, route: 'other' }, 'busy'],
    [{ status: 502, route: 'other' }, 'internal_error'],
    [{ status: 418, code: 'constructor', route: 'other' }, 'invalid_request'],
  ] as const)('%j means %s', (failure, code) => {
    expect(explainRestFailure(failure).code).toBe(code);
  });
});
