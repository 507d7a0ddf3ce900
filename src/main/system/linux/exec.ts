/**
 * The `Exec` key of a desktop entry as an argument list: quoting and field codes of the Desktop Entry Specification
 * 1.5, "The Exec key". Nothing is ever read as a shell would; what a shell alone would understand is refused.
 */
import { pathToFileURL } from 'node:url';

/** One argument as written: text, and codes such as `f` for a file. */
type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly code: FieldCode; readonly quoted: boolean };

type FieldCode = 'f' | 'F' | 'u' | 'U' | 'i' | 'c' | 'k';

/** An argument before its codes are filled in. */
type Word = readonly Part[];

/** A command with its codes: the program first. */
export interface ExecTemplate {
  readonly program: string;
  readonly words: readonly Word[];
  /** How it takes a file: as a path, as an address, or not at all. */
  readonly takes: 'path' | 'address' | 'nothing';
}

/** What the codes stand for. */
export interface ExecValues {
  /** Absolute path of a file, or null. */
  readonly file: string | null;
  readonly name: string;
  readonly icon: string | null;
  /** Absolute path of the desktop entry. */
  readonly entry: string;
}

const FIELD_CODES = new Set<string>(['f', 'F', 'u', 'U', 'i', 'c', 'k']);
/** Codes of old that stand for nothing. */
const DEPRECATED_CODES = new Set(['d', 'D', 'n', 'N', 'v', 'm']);
/** Characters that a shell acts on: outside quotes they make the whole uncertain. */
const SHELL_ONLY = new Set([...`|&;<>$\`()'\n\r\0`]);
/** What a backslash may stand before inside quotes. */
const ESCAPABLE = new Set(['"', '`', '$', '\\']);

/**
 * Reads an `Exec` value, its string escapes (`\s`, `\\`) already undone. Null when it is not written by the rules.
 */
export function parseExec(value: string): ExecTemplate | null {
  const words = wordsOf(value);
  const [program, ...rest] = words ?? [];
  if (!words || !program || program.some(({ type }) => type === 'code')) return null;
  const path = program.map((part) => (part.type === 'text' ? part.text : '')).join('');
  if (path === '' || path.includes('=')) return null;
  const files = rest.flat().flatMap((part) => (part.type === 'code' && isFileCode(part.code) ? [part] : []));
  if (files.length > 1) return null;
  const [file] = files;
  // Among other words in quotes the result is undefined by the rules: it could be a shell's string.
  const undefinedByRules = file?.quoted && !rest.some((word) => word.length === 1 && word[0] === file);
  const takes = !file || undefinedByRules ? 'nothing' : file.code.toLowerCase() === 'f' ? 'path' : 'address';
  const listed = rest.every((word) => word.length === 1 || word.every((part) => !isAlone(part)));
  return listed ? { program: path, words: rest, takes } : null;
}

/** The arguments after the program. Null when there is a file and the command takes none. */
export function expandExec(template: ExecTemplate, values: ExecValues): readonly string[] | null {
  if (values.file !== null && template.takes === 'nothing') return null;
  return template.words.flatMap((word) => expandWord(word, values));
}

function expandWord(word: Word, values: ExecValues): readonly string[] {
  const [only] = word;
  if (only?.type === 'code' && word.length === 1) {
    if (only.code === 'i') return values.icon === null ? [] : ['--icon', values.icon];
    const value = valueOf(only.code, values);
    return value === null ? [] : [value];
  }
  return [
    word.map((part) => (part.type === 'text' ? part.text : (valueOf(part.code, values) ?? ''))).join(''),
  ];
}

function valueOf(code: FieldCode, { file, name, entry }: ExecValues): string | null {
  switch (code) {
    case 'f':
    case 'F':
      return file;
    case 'u':
    case 'U':
      return file === null ? null : pathToFileURL(file).href;
    case 'i':
      return null;
    case 'c':
      return name;
    case 'k':
      return entry;
  }
}

const isFileCode = (code: FieldCode) => code !== 'i' && code !== 'c' && code !== 'k';

/** Codes that may only be an argument of their own. */
function isAlone(part: Part): boolean {
  return part.type === 'code' && (part.code === 'F' || part.code === 'U' || part.code === 'i');
}

function wordsOf(value: string): readonly Word[] | null {
  const words: Word[] = [];
  let word: Part[] | null = null;
  let quoted = false;
  const add = (part: Part) => {
    const last = word?.at(-1);
    if (part.type === 'text' && last?.type === 'text') {
      word = [...word!.slice(0, -1), { type: 'text', text: last.text + part.text }];
    } else word = [...(word ?? []), part];
  };
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at]!;
    if (letter === '"') {
      quoted = !quoted;
      add({ type: 'text', text: '' });
    } else if (letter === '\\') {
      at += 1;
      const escaped = value[at];
      if (escaped === undefined || (quoted && !ESCAPABLE.has(escaped))) return null;
      add({ type: 'text', text: escaped });
    } else if (letter === '%') {
      at += 1;
      const code = value[at] ?? '';
      if (code === '%') add({ type: 'text', text: '%' });
      else if (FIELD_CODES.has(code)) add({ type: 'code', code: code as FieldCode, quoted });
      else if (!DEPRECATED_CODES.has(code)) return null;
    } else if (!quoted && (letter === ' ' || letter === '\t')) {
      if (word) words.push(withoutNothing(word));
      word = null;
    } else if (quoted ? letter === '$' || letter === '`' || letter === '\0' : SHELL_ONLY.has(letter)) {
      return null;
    } else add({ type: 'text', text: letter });
  }
  if (quoted) return null;
  return word ? [...words, withoutNothing(word)] : words;
}

/** Quotes leave empty texts behind; an argument that is nothing else stays, empty. */
function withoutNothing(word: Word): Word {
  const parts = word.filter((part) => part.type === 'code' || part.text !== '');
  return parts.length > 0 ? parts : [{ type: 'text', text: '' }];
}
