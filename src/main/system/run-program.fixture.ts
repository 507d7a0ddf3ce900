/** For tests: recorded programs instead of the system's. */
import type { ProgramFailure, RunProgram } from './run-program';

/** Calls that were made, each as `program arg arg`; and values that went in beside them. */
export interface Recorded {
  readonly run: RunProgram;
  readonly calls: string[];
  readonly environments: Readonly<Record<string, string>>[];
}

/** Answers by the beginning of a call's words; what is not listed is not installed. */
export function recorded(
  answers: Readonly<Record<string, string | { readonly why: ProgramFailure }>>,
): Recorded {
  const calls: string[] = [];
  const environments: Readonly<Record<string, string>>[] = [];
  const run: RunProgram = (program, args, { environment = {} } = {}) => {
    const call = [program, ...args].join(' ');
    calls.push(call);
    environments.push(environment);
    const key = Object.keys(answers).find((beginning) => call.startsWith(beginning));
    const answer = key === undefined ? { why: 'missing' as const } : answers[key]!;
    return Promise.resolve(
      typeof answer === 'string' ? { ok: true, output: answer } : { ok: false, why: answer.why },
    );
  };
  return { run, calls, environments };
}
