import type { InterfaceText } from './catalogue';
import type { PluralForms } from './templates';

/** English texts that read differently when they count one thing; every other text is its own English. */
export const english: Readonly<Partial<Record<InterfaceText, PluralForms>>> = {
  'Please shorten this by {count} characters.': {
    one: 'Please shorten this by {count} character.',
    other: 'Please shorten this by {count} characters.',
  },
};
