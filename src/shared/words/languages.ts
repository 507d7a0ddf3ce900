/** Which languages the interface speaks, and which of them a person gets. */

/** Languages of the interface, with what speakers call them. */
export const languageNames = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;
/** A language of the interface. */
export type Language = keyof typeof languageNames;
/** What can be set: a language, or whatever the system speaks. */
export const LANGUAGE_CHOICES = ['system', 'en', 'de', 'ar'] as const satisfies readonly (
  'system' | Language
)[];
/** A choice of language. */
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** A language, and the locale its numbers and dates are written by (BCP 47). */
export interface Tongue {
  readonly language: Language;
  readonly locale: string;
}

/** British English, which the texts are keyed by. */
export const english: Tongue = { language: 'en', locale: 'en-GB' };

/**
 * The language for a choice on a system of this locale; English where the system speaks none of ours.
 * German and Arabic are written as in the system's own country. English stays British: systems that were never told
 * a language call themselves American, and `21 November` is misread nowhere.
 */
export function tongueFor(choice: LanguageChoice, systemLocale: string): Tongue {
  const spoken = systemLocale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const language = choice === 'system' ? (isLanguage(spoken) ? spoken : 'en') : choice;
  if (language === 'en') return english;
  return { language, locale: spoken === language ? systemLocale.replaceAll('_', '-') : language };
}

/** Which way lines of a language run. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

const isLanguage = (name: string): name is Language => Object.hasOwn(languageNames, name);
