import type { Filling } from './filling';
import { span } from './filling';
import type { Parameter } from './parameters';

const ADDRESS = /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/iu;
/** Endings of files; "notes.txt" is no place on the web. */
const FILE =
  /\.(?:txt|md|pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|png|jpe?g|gif|svg|webp|mp[34]|wav|ogg|mov|avi|mkv|zip|tar|gz|json|xml|ya?ml|html?|log|exe)$/i;
/** What a spoken address ends with: "example dot org". */
const SPOKEN_END = /^(?:com|org|net|edu|gov|info|io|dev|app|eu|uk|de|fr|nl|ch|at|us|ca|au)$/;

/** Whether a text parameter takes the address of a page on the web, and nothing else. */
export function wantsWebAddress({ type, choices, format, description }: Parameter): boolean {
  return (
    type === 'string' && choices.length === 0 && (/^ur[il]/.test(format) || /\bhttps?\b/i.test(description))
  );
}

/** Takes an address that was said or written, `https` before it where nothing stands there. */
export function fillWebAddress(parameter: Parameter, filling: Filling): void {
  const found = written(filling) ?? spoken(filling);
  if (!found) return;
  const value = /^https?:\/\//i.test(found.text) ? found.text : `https://${found.text}`;
  filling.certain++;
  filling.set(parameter, value, found.at);
}

type Found = { readonly text: string; readonly at: readonly number[] } | null;

function written({ words }: Filling): Found {
  const at = words.findIndex(
    ({ text }) => ADDRESS.test(text) && (/^https?:/i.test(text) || !FILE.test(text)),
  );
  return at < 0 ? null : { text: words[at]!.text, at: [at] };
}

function spoken({ words, lower }: Filling): Found {
  const end = lower.findLastIndex((word, at) => lower[at - 1] === 'dot' && SPOKEN_END.test(word));
  if (end < 0) return null;
  let from = end;
  while (from >= 2 && lower[from - 1] === 'dot') from -= 2;
  const at = span(from, end + 1);
  const text = at.flatMap((one) => (lower[one] === 'dot' ? [] : [words[one]!.lower])).join('.');
  return { text, at };
}
