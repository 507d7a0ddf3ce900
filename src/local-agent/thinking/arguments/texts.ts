import type { Json } from '../../../shared/json';
import { findOrdinal } from '../values/numbers';
import { codeFor } from '../vocabulary/aliases';
import { editDistance } from '../../../shared/vocabulary/stem';
import type { Filling, FillingContext } from './filling';
import type { Parameter } from './parameters';

const POINTING = /^(?:it|that|that one|this|this one|one|the one)$/;
const ENDINGS =
  'pdf|txt|docx?|odt|ods|xlsx?|csv|pptx?|md|jpe?g|png|gif|mp3|mp4|wav|zip|json|html?|com|org|net|io|dev|co|uk|de|eu|app|py|js|ts';
const SPOKEN_DOT = new RegExp(`(?<=[\\p{L}\\p{N}]) dot (?=(?:${ENDINGS})\\b)`, 'giu');

/** The value that these words make for a text or a list of texts; null when nothing is left. */
export function textValue(parameter: Parameter, at: readonly number[], filling: Filling): Json | null {
  const said = at.map((index, place) => {
    const word = filling.words[index];
    const comma = word?.mark === ',' && at[place + 1] === index + 1 ? ',' : '';
    return `${word?.text ?? ''}${comma}`;
  });
  const text = said.join(' ').replace(/[,.]+$/, '');
  if (text === '') return null;
  if (parameter.type === 'array') return listed(text);
  const lower = at.map((index) => filling.lower[index] ?? '');
  const item = pointedAt(lower, filling.context);
  if (item !== null) filling.certain++;
  return item ?? named(asWritten(parameter, ownerOnly(text, at, filling)), filling.context);
}

/** "Milk, eggs and bread" as three texts. */
function listed(text: string): Json {
  const parts = text
    .split(/,\s*(?:and\s+)?|\s+(?:and|plus|as well as)\s+/i)
    .map((part) => part.replace(/^(?:and|some|a|an|the|my)\s+/i, '').trim())
    .filter(Boolean);
  return parts;
}

/** "The second one" and "it" stand for names that were listed. */
function pointedAt(lower: readonly string[], { items }: FillingContext): string | null {
  const position = lower.length <= 3 ? findOrdinal(lower.map((word) => word.replace(/'s$/, ''))) : null;
  const item = position === null ? undefined : items.at(position);
  if (item !== undefined) return item;
  return POINTING.test(lower.join(' ')) ? (items[0] ?? null) : null;
}

/** "Maria's phone number" is about Maria. */
function ownerOnly(text: string, at: readonly number[], { words, used }: Filling): string {
  const next = (at.at(-1) ?? -1) + 1;
  const owns = /(?<=\p{L})'s$/u.test(text) && next < words.length && (used.has(next) || !at.includes(next));
  return owns ? text.slice(0, -2) : text;
}

/** File names and addresses that were spelt out, codes that a schema asks for. */
function asWritten(parameter: Parameter, text: string): string {
  const { format, name, description } = parameter;
  if (format === 'email' || /e-?mail address/i.test(description)) {
    return text
      .replace(/ at /gi, '@')
      .replace(/ dot /gi, '.')
      .replace(/ (?:underscore) /gi, '_')
      .replaceAll(' ', '');
  }
  const dotted = text.replace(SPOKEN_DOT, '.').replace(/(?<=\w) slash (?=\w)/gi, '/');
  if (/ISO 4217|three-letter (?:currency )?code|currency code/i.test(description)) {
    return codeFor(text, 3)?.toUpperCase() ?? dotted;
  }
  if (/ISO 639|two-letter|language code/i.test(`${description} ${name}`)) return codeFor(text, 2) ?? dotted;
  return dotted;
}

/** The spelling of a name that the client or a list knows, where one was heard that is hardly different. */
function named(text: string, { items, keyterms }: FillingContext): string {
  const wanted = plain(text);
  if (wanted.length < 4) return text;
  const known = [...keyterms, ...items].find((name) => {
    const other = plain(name);
    return (
      other === wanted ||
      (wanted.length >= 6 &&
        editDistance(other, wanted) <= Math.floor(wanted.length / 7) + 1 &&
        other.charAt(0) === wanted.charAt(0))
    );
  });
  return known ?? text;
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
