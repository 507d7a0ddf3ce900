import type { InterfaceText } from './catalogue';
import type { PluralForms } from './templates';

/**
 * English texts that read differently from their keys: those that count one thing, and those whose key says which of two
 * meanings it has. Every other text is its own English.
 */
export const english: Readonly<Partial<Record<InterfaceText, string | PluralForms>>> = {
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
  '{count} cents': { one: '{count} cent', other: '{count} cents' },
  '{count} things cannot be spoken:': {
    one: 'One thing cannot be spoken:',
    other: '{count} things cannot be spoken:',
  },
  '{count} days': { one: '{count} day', other: '{count} days' },
  'Ready, {count} tools': { one: 'Ready, {count} tool', other: 'Ready, {count} tools' },
  '{count} tools have changed since you chose for them, so Parley asks again. Look at what is new before you choose.':
    {
      one: 'A tool has changed since you chose for it, so Parley asks again. Look at what is new before you choose.',
      other:
        '{count} tools have changed since you chose for them, so Parley asks again. Look at what is new before you choose.',
    },
  'Thinking (section)': 'Thinking',
  '{count} settings': { one: '{count} setting', other: '{count} settings' },
  '{count} things need you.': { one: 'One thing needs you.', other: '{count} things need you.' },
  '{count} conversations were deleted.': {
    one: '{count} conversation was deleted.',
    other: '{count} conversations were deleted.',
  },
  '{count} settings were taken over.': {
    one: '{count} setting was taken over.',
    other: '{count} settings were taken over.',
  },
  '{count} seconds': { one: '{count} second', other: '{count} seconds' },
  '{count} minutes': { one: '{count} minute', other: '{count} minutes' },
  '{count} hours': { one: '{count} hour', other: '{count} hours' },
};
