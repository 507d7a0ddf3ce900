/** Longest clause in words before it is broken at a conjunction. */
const LONG = 16;
/** A clause shorter than this (in words) is joined with the next. */
const SHORT = 2;

/**
 * Cuts a text into clauses to be synthesized one after the other, so that the first is heard early.
 * Joined with single spaces they give the text back. Dots inside file names, times and numbers do not cut.
 */
export function splitClauses(text: string): readonly string[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const clauses: string[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) clauses.push(open.join(' '));
    open = [];
  };
  for (const word of words) {
    if (open.length >= LONG && /^(?:and|or|but|which|because|while|then)$/i.test(word)) close();
    open.push(word);
    const ends = /[.!?;:…]["')\]]*$/.test(word) && !isAbbreviation(word);
    const breathes = /,["')\]]*$/.test(word);
    if ((ends || breathes) && open.length >= SHORT) close();
  }
  if (open.length > 0 && open.length < SHORT && clauses.length > 0) {
    clauses[clauses.length - 1] += ` ${open.join(' ')}`;
    return clauses;
  }
  close();
  return clauses;
}

/** What is left of a text from the beginning of the clause that holds word number `word`, counted from 0; '' past its end. */
export function fromClauseOf(text: string, word: number): string {
  const clauses = splitClauses(text);
  let before = 0;
  const at = clauses.findIndex((clause) => (before += clause.split(' ').length) > word);
  return at < 0 ? '' : clauses.slice(at).join(' ');
}

function isAbbreviation(word: string): boolean {
  return /^(?:mr|mrs|ms|dr|st|no|vs|e\.g|i\.e|etc|approx)\.$/i.test(word) || /^[A-Za-z]\.$/.test(word);
}
