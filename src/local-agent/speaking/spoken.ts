import { digitsInWords, numberInWords, ordinalInWords, yearInWords } from './number-words';
import { ABBREVIATIONS, CURRENCIES, GLUED_UNITS, PRONOUNCED_ENDINGS, SIGNS, UNITS } from './written-forms';

/** A written word and how a person says it; `spoken` may be several words, or none. */
export interface SpokenForm {
  readonly shown: string;
  readonly spoken: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/**
 * How each word of a text is said: numbers, times, dates, sums of money, units, file names, paths and addresses
 * as a person would. The shown words joined with single spaces are the text.
 */
export function spokenForms(text: string): readonly SpokenForm[] {
  return text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((shown, index, words) => ({ shown, spoken: sayUnit(shown, words[index - 1]) ?? sayWord(shown) }));
}

/** A unit that stands apart from its number: "3.5 MB". */
function sayUnit(shown: string, before: string | undefined): string | null {
  const [, unit = '', after = ''] = /^([%°\p{L}]{1,4}(?:\/h)?)([.,;:!?)]*)$/u.exec(shown) ?? [];
  const names = table(UNITS, unit.toLowerCase());
  if (!names || !/^[+-]?[\d.,]*\d$/.test(before ?? '')) return null;
  return `${names[before === '1' ? 0 : 1]}${pauseOf(after)}`;
}

function sayWord(shown: string): string {
  const whole = table(ABBREVIATIONS, shown.toLowerCase()) ?? table(SIGNS, shown);
  if (whole !== undefined) return whole;
  const [, , core = '', after = ''] =
    /^((?:["'([{<*_`#]|-(?!\d))*)(.*?)(["')\]}>*_`.,;:!?…]*)$/u.exec(shown) ?? [];
  const said = sayCore(core);
  return said === '' ? '' : `${said}${pauseOf(after)}`;
}

const pauseOf = (marks: string) => (/[.!?…]/.test(marks) ? '.' : /[,;:]/.test(marks) ? ',' : '');

/** An own entry of a table; words such as "constructor" have none. */
function table<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function sayCore(word: string): string {
  if (word === '') return '';
  const sign = table(SIGNS, word);
  if (sign !== undefined) return sign;
  return (
    sayRange(word) ??
    sayTime(word) ??
    sayDate(word) ??
    sayMoney(word) ??
    sayFraction(word) ??
    sayDigitGroups(word) ??
    sayNumber(word) ??
    sayAddress(word) ??
    sayPath(word) ??
    sayFileName(word) ??
    word.replace(/[*_`#|\\]+/g, ' ').trim()
  );
}

/** "3-5" and "9:00–17:00": from one to the other. */
function sayRange(word: string): string | null {
  const [, from = '', to = ''] = /^(\d{1,3}(?::\d\d)?)[-–](\d{1,3}(?::\d\d)?%?)$/.exec(word) ?? [];
  return from === '' ? null : `${sayCore(from)} to ${sayCore(to)}`;
}

/** "1/2", "3/4", "2/3". */
function sayFraction(word: string): string | null {
  const found = /^(\d)\/([2-9])$/.exec(word);
  if (!found) return null;
  const [top, bottom] = [Number(found[1]), Number(found[2])];
  const part = bottom === 2 ? 'half' : bottom === 4 ? 'quarter' : ordinalInWords(bottom);
  const plural = top === 1 ? part : part === 'half' ? 'halves' : `${part}s`;
  return `${numberInWords(top)} ${plural}`;
}

/** Telephone numbers figure by figure, versions and addresses of machines with their points. */
function sayDigitGroups(word: string): string | null {
  if (/^\+\d{2,}(?:[-/]\d+)*$|^\d{3,}(?:-\d{3,})+$/.test(word)) {
    return `${word.startsWith('+') ? 'plus ' : ''}${digitsInWords(word.replace(/\D/g, ''))}`;
  }
  if (!/^v?\d{1,4}(?:\.\d{1,4}){2,}$/.test(word)) return null;
  const parts = word
    .replace('v', '')
    .split('.')
    .map((part) => numberInWords(Number(part)));
  return `${word.startsWith('v') ? 'version ' : ''}${parts.join(' point ')}`;
}

function sayTime(word: string): string | null {
  const found = /^([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(am|pm)?$/i.exec(word);
  if (!found) return null;
  const minutes = Number(found[2]);
  const hours = numberInWords(Number(found[1]));
  const half = found[3] ? ` ${[...found[3].toLowerCase()].join(' ')}` : '';
  if (minutes === 0) return `${hours}${half || " o'clock"}`;
  return `${hours} ${minutes < 10 ? 'oh ' : ''}${numberInWords(minutes)}${half}`;
}

function sayDate(word: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})\S*)?$/.exec(word);
  const month = MONTHS[Number(found?.[2]) - 1];
  if (!found || month === undefined) return null;
  const time = found[4] ? `, ${sayTime(found[4]) ?? ''}` : '';
  return `${month} ${ordinalInWords(Number(found[3]))} ${yearInWords(Number(found[1]))}${time}`;
}

function sayMoney(word: string): string | null {
  const found = /^([$€£¥])([\d,]+)(?:\.(\d{2}))?$/.exec(word);
  const names = table(CURRENCIES, found?.[1] ?? '');
  if (!found || !names) return null;
  const whole = Number(found[2]?.replaceAll(',', ''));
  const part = Number(found[3] ?? 0);
  return `${numberInWords(whole)} ${names[whole === 1 ? 0 : 1]}${part ? ` ${numberInWords(part)}` : ''}`;
}

function sayNumber(word: string): string | null {
  const found = /^([+-]?)(\d[\d,]*)(?:\.(\d+))?(st|nd|rd|th)?(%|°[CF]?|[€£]|[a-z]{1,3}(?:\/h)?)?$/i.exec(
    word,
  );
  if (!found) return null;
  const [, sign = '', digits = '', fraction, ordinal, unit = ''] = found;
  const names = table(UNITS, unit.toLowerCase()) ?? table(GLUED_UNITS, unit.toLowerCase());
  if (unit !== '' && !names) return null;
  const value = Number(digits.replaceAll(',', ''));
  if (ordinal) return ordinalInWords(value);
  const minus = sign === '-' ? 'minus ' : '';
  const said = `${minus}${sayDigits(digits, value)}${fraction ? ` point ${digitsInWords(fraction)}` : ''}`;
  return names ? `${said} ${names[value === 1 && !fraction ? 0 : 1]}` : said;
}

function sayDigits(digits: string, value: number): string {
  if (digits.length > 1 && digits.startsWith('0')) return digitsInWords(digits);
  if (/^(?:19|20)\d\d$/.test(digits)) return yearInWords(value);
  return digits.length > 12 ? digitsInWords(digits.replaceAll(',', '')) : numberInWords(value);
}

function sayAddress(word: string): string | null {
  const link = /^(?:https?:\/\/)(?:www\.)?([^/?#]+)/i.exec(word);
  if (link) return sayDots(link[1] ?? '');
  const mail = /^([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(word);
  return mail ? `${sayDots(mail[1] ?? '')} at ${sayDots(mail[2] ?? '')}` : null;
}

/** A path by its last name and the folder it lies in; nobody wants to hear the rest. */
function sayPath(word: string): string | null {
  if (!/^(?:~|\.{0,2}|[A-Za-z]:)[\\/]\S+|^[\w.-]+(?:\/[\w.-]+){2,}$/.test(word)) return null;
  const parts = word.split(/[\\/]+/).filter((part) => part !== '' && part !== '~' && part !== '.');
  const name = parts.at(-1) ?? '';
  const folder = parts.at(-2);
  const said = sayFileName(name) ?? sayPlainName(name);
  return folder === undefined || folder.endsWith(':') ? said : `${said} in ${sayPlainName(folder)}`;
}

function sayFileName(word: string): string | null {
  const found = /^(.*[\p{L}\d)_-])\.([A-Za-z][A-Za-z0-9]{0,4})$/u.exec(word);
  if (!found) return /[_]/.test(word) ? sayPlainName(word) : null;
  const ending = (found[2] ?? '').toLowerCase();
  const said = table(PRONOUNCED_ENDINGS, ending) ?? sayLetters(ending);
  return `${sayPlainName(found[1] ?? '')} dot ${said}`;
}

/** A name without its joints: "tax-return_2024" gives "tax return twenty twenty four". */
function sayPlainName(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)|(\d)([A-Za-z])/g, (_, a, b, c, d) => `${a ?? c} ${b ?? d}`)
    .split(/[\s_.()[\]-]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? sayDigits(part, Number(part)) : part))
    .join(' ');
}

const sayLetters = (letters: string) =>
  [...letters].map((one) => (/\d/.test(one) ? digitsInWords(one) : one.toUpperCase())).join(' ');
const sayDots = (name: string) =>
  name
    .split('.')
    .map(
      (part) =>
        table(PRONOUNCED_ENDINGS, part) ??
        part.replace(/[_-]/g, (joint) => (joint === '_' ? ' underscore ' : ' dash ')),
    )
    .join(' dot ');
