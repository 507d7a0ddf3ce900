import { ProblemError } from '../../../shared/problem';
import type { ToolResult } from '../tool';

/** Does the work; what the stores refuse (disk full, too many) becomes a failure in their own words. */
export async function orRefused(work: () => Promise<ToolResult>): Promise<ToolResult> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { sentence, next } = error.problem;
    return { ok: false, error: sentence, hint: `Tell the person: ${next}` };
  }
}

/** The answer to an undo whose record does not fit, or that comes too late. */
export const cannotUndo: ToolResult = {
  ok: false,
  error: 'That has changed since and cannot be taken back.',
  hint: 'Tell the person.',
};
