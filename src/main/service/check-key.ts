import type { KeyCheck, KeyVerdict } from '../../shared/ipc/settings';
import { upgradeProblems } from '../../shared/protocol';
import type { ServiceClient } from './rest-client';
import { ServiceError } from './service-error';

/**
 * Asks the service whether it takes the key, by minting a token that nobody uses: no session is opened, so nothing
 * is billed (protocol.md section 1.2.1). Rejects with ProblemError only when there is no key or no usable address.
 */
export async function checkKey(client: Pick<ServiceClient, 'tryKey'>): Promise<KeyCheck> {
  try {
    await client.tryKey();
    return { verdict: 'accepted', sentence: 'The service accepts the key.', next: '' };
  } catch (error) {
    if (error instanceof ServiceError) return keyCheckOf(error);
    throw error;
  }
}

/** What a failed check says of the key. */
export function keyCheckOf({ problem, facts }: ServiceError): KeyCheck {
  const verdict = verdictOf(problem.code, facts.status);
  return { verdict, ...words(verdict, problem, facts.afterSeconds) };
}

function verdictOf(code: string, status: number | null): KeyVerdict {
  if (status === null) return code === 'connection_cut' ? 'closed' : 'unreachable';
  if (code === 'unauthorized' || code === 'missing_authorization') return 'rejected';
  if (status === 403) return 'blocked';
  if (status === 426) return 'upgrade-required';
  if (status === 408 || status === 429) return 'busy';
  return status >= 500 ? 'unavailable' : 'wrong-address';
}

type Words = Omit<KeyCheck, 'verdict'>;

function words(verdict: KeyVerdict, problem: Words, afterSeconds: number | null): Words {
  const { sentence, next } = problem;
  switch (verdict) {
    case 'rejected':
      return {
        sentence: 'The service does not accept this key.',
        next: 'Copy it again from your AssemblyAI dashboard. A key that was deleted there no longer works.',
      };
    case 'blocked':
      return said(upgradeProblems.blocked);
    case 'wrong-address':
      return said(upgradeProblems.not_upgraded);
    case 'upgrade-required':
      return {
        sentence: 'The service does not offer this check now, so the key could not be tried (426).',
        next: 'It is kept. Start a conversation to try it.',
      };
    case 'busy':
      return { sentence: 'The service is busy, so the key could not be tried.', next: later(afterSeconds) };
    case 'unavailable':
      return {
        sentence: 'The service has a fault of its own, so the key could not be tried.',
        next: later(afterSeconds),
      };
    default:
      return { sentence, next };
  }
}

const said = ({ sentence, next }: Words): Words => ({ sentence, next });

function later(afterSeconds: number | null): string {
  const when =
    afterSeconds === null
      ? 'in a few minutes'
      : afterSeconds <= 90
        ? `in ${String(Math.max(1, Math.ceil(afterSeconds)))} seconds`
        : `in ${String(Math.ceil(afterSeconds / 60))} minutes`;
  return `It is kept. Check again ${when}.`;
}
