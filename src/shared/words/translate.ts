/** Says an interface text in the person's language. */
import type { InterfaceText } from './catalogue';
import { arabic } from './arabic';
import { english as englishForms } from './english';
import { german } from './german';
import { directionOf, type Language, type Tongue } from './languages';
import { filled, type PluralForms, type ValuesOf } from './templates';

type Said = Readonly<Partial<Record<string, string | PluralForms>>>;
const said: Readonly<Record<Language, Said>> = { en: englishForms, de: german, ar: arabic };

/** A text of the catalogue in another tongue, its placeholders filled in; numbers are written as the locale does. */
export function translate<Text extends InterfaceText>(
  tongue: Tongue,
  text: Text,
  ...[values]: ValuesOf<Text>
): string {
  return inTongue(tongue, text, values ?? {});
}

/** As `translate`, for a text and values that were found at run time. */
export function inTongue(
  tongue: Tongue,
  text: string,
  values: Readonly<Record<string, string | number>>,
): string {
  const saying = said[tongue.language][text] ?? text;
  const template = typeof saying === 'string' ? saying : formFor(tongue, saying, values['count']);
  return filled(template, values, (value) => (typeof value === 'number' ? numberText(tongue, value) : value));
}

/** A number as the locale writes it, without marks between thousands unless `grouped`. */
export function numberText({ locale }: Tongue, value: number, grouped = false): string {
  return memoized(
    numbers,
    `${locale} ${grouped}`,
    () => new Intl.NumberFormat(locale, { useGrouping: grouped, maximumFractionDigits: 20 }),
  ).format(value);
}

/** Dollars as the locale writes them. From right to left they are kept apart, or the sign would go round its letters. */
export function moneyText({ language, locale }: Tongue, dollars: number): string {
  const form = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  const text = memoized(moneys, locale, () => new Intl.NumberFormat(locale, form)).format(dollars);
  return directionOf(language) === 'rtl' ? `\u2066${text.replace('\u200f', '')}\u2069` : text;
}

function formFor({ locale }: Tongue, forms: PluralForms, count: string | number | undefined): string {
  const rules = memoized(plurals, locale, () => new Intl.PluralRules(locale));
  return forms[rules.select(Number(count))] ?? forms.other;
}

// Making one of these takes longer than a hundred uses.
const numbers = new Map<string, Intl.NumberFormat>();
const moneys = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

function memoized<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
}
