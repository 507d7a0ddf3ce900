import type { CannotDo } from '../../system/desktop';
import { failure } from '../running';
import type { ToolFailure } from '../tool';

/** What the computer cannot do, told to the model. */
export function refused({ sentence }: CannotDo): ToolFailure {
  return failure(sentence, 'Tell the person; trying again will not help.');
}
