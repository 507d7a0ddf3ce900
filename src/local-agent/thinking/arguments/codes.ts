import { tokens } from '../../../shared/vocabulary/words';
import type { Parameter } from './parameters';

/** Whether a text parameter holds a code of figures, such as an order number. */
export function wantsCode({ name, description, pattern, type, choices, format }: Parameter): boolean {
  if (type !== 'string' || choices.length > 0 || format !== '') return false;
  if (/^\^?(?:\[0-9\]|\\d)(?:\{\d+(?:,\d*)?\}|\+)?\$?$/.test(pattern)) return true;
  const words = tokens(name).join(' ');
  return (
    /\b(?:number|id|code|pin|zip|phone|postcode|digits)\b/.test(words) ||
    /\b(?:as digits|number of the|order number|in digits|digits)\b/i.test(description)
  );
}
