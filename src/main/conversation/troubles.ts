import { ProblemError, type Problem } from '../../shared/problem';
import type { Retry } from '../../shared/protocol';

/** The service was reached and said nothing. */
export const noAnswer: Problem = {
  code: 'ready_timeout',
  sentence: 'The voice service did not answer.',
  next: 'Check the connection and start again.',
};

/** A turn or result got no reply. */
export const nothingCame: Problem = {
  code: 'no_reply',
  sentence: 'No answer came.',
  next: 'Say it again, or in other words.',
};

/** Words that approve may have been another program's. */
export const otherSound: Problem = {
  code: 'approval_doubtful',
  sentence: 'Something else may be playing sound, so these words do not approve it.',
  next: 'Press Approve on the card, or hold the talk key while you say it.',
};

/** A frame made no sense. */
export const unreadable: Problem = {
  code: 'unreadable_message',
  sentence: 'A message of the voice service could not be read and was skipped.',
  next: 'The conversation goes on. If answers are missing, end it and start again.',
};

/** Why no socket came about, from what was thrown. Nothing of this kind passes by itself. */
export function connectProblem(error: unknown): { problem: Problem; retry: Retry } {
  if (error instanceof ProblemError) return { problem: error.problem, retry: 'no' };
  return {
    problem: {
      code: 'engine_failed',
      sentence: 'The voice engine could not be started.',
      next: 'Start again. If it keeps failing, install Parley again.',
    },
    retry: 'no',
  };
}
