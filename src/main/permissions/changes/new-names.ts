import { DEVICE, refusalOfSegment } from '../forbidden-names';
import type { ChangeRefusal } from './refusal';

/** Bytes of a name in UTF-8 that every file system takes. */
const LONGEST_NAME = 255;

/** What Windows keeps for itself; a colon opens a stream there, and divides folders for some of macOS. */
const RESERVED = /[<>:"/\\|?*]/u;

/** Marks without a shape of their own: with them two names look the same, or read in another order. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u17b4\u17b5\u2800\u3164\uffa0]|\u115f|\u1160|\u034f|(?!\ufe0f)\p{Variation_Selector}/u;

/** The short forms of long names on Windows: another name for a file that may be refused by its own. */
const SHORT_FORM = /^[^.]{1,6}~\d{1,6}(\.[^.]{0,3})?$/u;

/**
 * Whether something new may have a name: one that means the same on every system, shows what it is, is not hidden and
 * names no secret. Null when it may. `name` is one segment.
 */
export function refusalOfNewName(name: string): ChangeRefusal | null {
  if (UNSEEN.test(name) || RESERVED.test(name)) return 'bad_name';
  if (name.trim() !== name || name === '' || name.endsWith('.')) return 'bad_name';
  if (Buffer.byteLength(name.normalize('NFD')) > LONGEST_NAME) return 'bad_name';
  if (DEVICE.test(name) || SHORT_FORM.test(name)) return 'bad_name';
  // Home; and what office programs keep beside an open document, which they delete or trust.
  if (name === '~' || name.startsWith('~$')) return 'bad_name';
  return refusalOfSegment(name);
}
