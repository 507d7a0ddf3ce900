/** Finds the English sentences that main tells in the catalogue again, so that a window can say them in its language. */
import { interfaceTexts, sentencesOfMain } from './catalogue';
import { english as englishForms } from './english';
import type { Tongue } from './languages';
import { inTongue, moneyText, numberText } from './translate';
import { placeholdersOf, type PluralForms } from './templates';

/** A sentence in the person's language, or, where the catalogue does not know it, as it came. */
export interface Translated {
  readonly text: string;
  /** False: it is still the English sentence and must be marked as such (WCAG 3.1.2). */
  readonly known: boolean;
}

/**
 * An English sentence of main in another tongue: an exact text of the catalogue, else the template that it fits, the
 * one with the most letters of its own first; else two of them in a row. What stands in its placeholders is kept letter by
 * letter, but for numbers, an `amount` of dollars, a moment (`when`), and those whose names end in `Words`: they hold texts of the
 * catalogue themselves, one or a list.
 */
export function translated(tongue: Tongue, sentence: string): Translated {
  if (tongue.language === 'en') return { text: sentence, known: true };
  const found = match(sentence);
  if (found) return { text: said(tongue, found), known: true };
  return inPairs(tongue, sentence) ?? { text: sentence, known: sentence.trim() === '' };
}

/** What happened and what to do next, told as one: each is a text of its own. */
function inPairs(tongue: Tongue, sentences: string): Translated | null {
  for (const { index } of sentences.matchAll(/(?<=[.!?”)]) /g)) {
    const parts = [sentences.slice(0, index), sentences.slice(index + 1)].map(match);
    if (parts.every((part) => part !== null)) {
      return { text: parts.map((part) => said(tongue, part)).join(' '), known: true };
    }
  }
  return null;
}

function said(tongue: Tongue, { text, values }: Match): string {
  const told = Object.entries(values).map(([name, value]) => [name, valueIn(tongue, name, value)]);
  return inTongue(tongue, text, Object.fromEntries(told) as Readonly<Record<string, string | number>>);
}

/** Names of placeholders that hold a number. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...['number', 'count', 'found', 'min', 'max', 'most', 'percent'],
]);

function valueIn(tongue: Tongue, name: string, value: string): string | number {
  if (name.endsWith('Words')) return wordsIn(tongue, value);
  if (name === 'amount') return amountIn(tongue, value);
  if (name === 'when') return momentIn(tongue, value);
  const isNumber = NUMBERS.has(name) && /^\d+(?:,\d{3})*(?:\.\d+)?$/.test(value);
  if (!isNumber) return value;
  const number = Number(value.replaceAll(',', ''));
  return value.includes(',') ? numberText(tongue, number, true) : number;
}

/** "$5.00" as the locale writes it. */
function amountIn(tongue: Tongue, value: string): string {
  const dollars = /^\$(\d+\.\d\d)$/.exec(value)?.[1];
  return dollars === undefined ? value : moneyText(tongue, Number(dollars));
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;
const MOMENT = new RegExp(`^(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})(?: at|,) (\\d{2}):(\\d{2})$`);

/** "21 November 2026 at 14:05", as British English has it, as the locale writes it. */
function momentIn({ locale }: Tongue, value: string): string {
  const [, day, month, year, hour, minute] = MOMENT.exec(value) ?? [];
  if (month === undefined) return value;
  const at = Date.UTC(
    Number(year),
    MONTHS.findIndex((one) => one === month),
    Number(day),
    Number(hour),
    Number(minute),
  );
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    at,
  );
}

/** A text of the catalogue, or a list of them with commas and "and". */
function wordsIn(tongue: Tongue, value: string): string {
  const whole = translated(tongue, value);
  const items = whole.known ? [] : value.split(/, | and /).map((item) => translated(tongue, item));
  if (items.length < 2 || items.some(({ known }) => !known)) return whole.text;
  return new Intl.ListFormat(tongue.locale).format(items.map(({ text }) => text));
}

/** A text of the catalogue that an English sentence was made from, and what was put in. */
interface Match {
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Reads an English sentence back into its template; null when it is none of ours. */
export function match(sentence: string): Match | null {
  if (plain.has(sentence)) return { text: sentence, values: {} };
  for (const { text, names, pattern, begins, ends } of patterns()) {
    // Most do not even begin and end alike, and a regular expression takes its time to find out.
    if (!sentence.startsWith(begins) || !sentence.endsWith(ends)) continue;
    const parts = pattern.exec(sentence);
    if (parts && isName(names[0]!, parts[1]!, text))
      return { text, values: Object.fromEntries(names.map((name, at) => [name, parts[at + 1]!])) };
  }
  return null;
}

/**
 * Whether what stands at a sentence's start is a number or a name. "{name} is open." is not "The door is open.", which somebody has
 * written in a note that is read out.
 */
function isName(placeholder: string, value: string, text: string): boolean {
  if (!text.startsWith('{') || placeholder.endsWith('Words')) return true;
  if (NUMBERS.has(placeholder)) return /^[\d,.]+$/.test(value);
  return !/^(?:the|an?|it|this|that|these|those|my|your|our|there|i|we|you|he|she|they)\s|[.!?]\s/i.test(
    value,
  );
}

interface Pattern {
  readonly text: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
  readonly begins: string;
  readonly ends: string;
  /** Letters of the template that are not placeholders. */
  readonly own: number;
}

const plain: ReadonlySet<string> = new Set(
  interfaceTexts.filter((text) => placeholdersOf(text).length === 0),
);

/** Longest texts first; made when first needed, since English never does. */
let made: readonly Pattern[] | null = null;
const patterns = () =>
  (made ??= sentencesOfMain
    .filter((text) => !plain.has(text))
    .flatMap((text) => formsOf(text).map((form) => patternOf(text, form)))
    .sort((one, other) => other.own - one.own));

/** The ways an English text is written: one, or its plural forms. */
function formsOf(text: string): readonly string[] {
  const forms = (englishForms as Readonly<Partial<Record<string, string | PluralForms>>>)[text] ?? text;
  return typeof forms === 'string' ? [forms] : Object.values(forms);
}

function patternOf(text: string, form: string): Pattern {
  const pieces = form.split(/\{[a-zA-Z]+\}/);
  const escaped = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return {
    text,
    names: placeholdersOf(form),
    pattern: new RegExp(`^${escaped.join('([^]+?)')}$`),
    begins: pieces[0] ?? '',
    ends: pieces.at(-1) ?? '',
    own: pieces.join('').length,
  };
}
