/**
 * A trouble told to the person: never a stack trace, always what to do next.
 * `code` is stable and safe to log; `sentence` says what happened, `next` what the person can do.
 */
export interface Problem {
  readonly code: string;
  readonly sentence: string;
  readonly next: string;
}

/** The error whose sentence may be shown: thrown where something fails for a reason that the person can act on. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}
