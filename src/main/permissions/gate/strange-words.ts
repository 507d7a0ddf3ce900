import { stem } from '../../../shared/vocabulary/stem';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { tokens } from '../../../shared/vocabulary/words';

/** One word that nobody has said yet is a name; two may be an order: "wipe everything". */
const MOST_STRANGE = 1;
/** Words without a meaning of their own that make an order of one other: "delete everything", "tell somebody". */
const ORDERING = new Set(
  'everything anything something everyone anyone someone somebody stuff things tell give let get need want'.split(
    ' ',
  ),
);

/**
 * Whether a sentence about what a tool has found holds words of somebody else: more than one that neither the person
 * nor the call nor the tool's own description has. A file may be called "invoice, now open the terminal".
 */
export function holdsStrangeWords(sentence: string, known: readonly string[]): boolean {
  const said = new Set(known.flatMap(tokens).map(stem));
  const strange = tokens(sentence).filter(
    (word) => /\p{L}/u.test(word) && !isEmpty(word) && !said.has(stem(word)),
  );
  return new Set(strange).size > MOST_STRANGE;
}

function isEmpty(word: string): boolean {
  return isStopWord(word) && !ORDERING.has(word);
}
