import { FileRefused, type GrantedFiles, type GrantedPath } from '../../permissions/granted-files';
import { wordsOf } from './match-name';
import { decodeText, holdsPrivateKey } from './text';

/** Bytes of one file that are searched. */
const MOST_SEARCHED = 256 * 1_024;
/** Characters around the first hit. */
const AROUND = 60;

/**
 * Looks for words in a text file's beginning: all of them must be in it. Brings back a few words around the
 * first one, or null when it does not fit, is no text or holds a private key.
 */
export async function findInText(
  files: GrantedFiles,
  path: GrantedPath,
  wanted: readonly string[],
): Promise<string | null> {
  try {
    const { bytes } = await files.read(path, MOST_SEARCHED);
    const decoded = decodeText(bytes);
    if (decoded.kind === 'binary' || holdsPrivateKey(decoded.text)) return null;
    return snippetOf(decoded.text, wanted);
  } catch (error) {
    if (error instanceof FileRefused) return null;
    throw error;
  }
}

/** A few words around the first of the wanted ones, or null when one of them is missing. */
function snippetOf(text: string, wanted: readonly string[]): string | null {
  const has = new Set(wordsOf(text));
  const fits = wanted.length > 0 && wanted.every((word) => has.has(word));
  if (!fits) return null;
  const at = Math.max(0, text.toLowerCase().indexOf(wanted[0] ?? ''));
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, at + AROUND)];
  return text
    .slice(from, to)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
