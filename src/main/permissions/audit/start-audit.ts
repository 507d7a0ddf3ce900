import { join } from 'node:path';
import type { Problem } from '../../../shared/problem';
import type { Settings } from '../../../shared/settings/schema';
import { AuditLog } from './audit-log';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The audit log of the app, tidied now and every day. */
export function startAudit(around: {
  readonly userData: string;
  readonly settings: () => Settings;
  readonly onProblem: (problem: Problem) => void;
  readonly onChange: () => void;
  readonly log: (line: string) => void;
}): AuditLog {
  const { userData, ...world } = around;
  const audit = new AuditLog({ ...world, folder: join(userData, 'audit'), now: () => Date.now() });
  void audit.tidy();
  setInterval(() => void audit.tidy(), DAY_MS).unref();
  return audit;
}
