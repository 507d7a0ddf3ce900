import type { InterfaceText } from './catalogue';
import type { PluralForms } from './templates';

/** English texts that read differently when they count one thing; every other text is its own English. */
export const english: Readonly<Partial<Record<InterfaceText, PluralForms>>> = {
  'Please shorten this by {count} characters.': {
    one: 'Please shorten this by {count} character.',
    other: 'Please shorten this by {count} characters.',
  },
  '{count} lines of the record could not be read; the sums may be too small.': {
    one: 'One line of the record could not be read; the sums may be too small.',
    other: '{count} lines of the record could not be read; the sums may be too small.',
  },
  'The first {count} entries were too many and were left out.': {
    one: 'The first entry was too many and was left out.',
    other: 'The first {count} entries were too many and were left out.',
  },
  '{count} lines of its file could not be read.': {
    one: 'One line of its file could not be read.',
    other: '{count} lines of its file could not be read.',
  },
};
