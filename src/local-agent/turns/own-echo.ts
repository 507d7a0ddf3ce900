/** Words heard while or just after the agent spoke, and what is known of them. */
export interface HeardOverReply {
  readonly heard: string;
  /** What the agent said in the seconds before, in order. */
  readonly said: string;
  /** The agent is asking something: its own words may be the answer. */
  readonly asks: boolean;
  /** Level in decibels below what this person speaks at, negative when louder; null while their level is unknown. */
  readonly below: number | null;
}

/** Share of the heard words that must be the agent's, in its order. */
const SHARE = 0.8;
/** What is left of an echo lies this far below a person, in decibels. */
const FAINT = 6;
/** Nobody repeats so many words in their order on purpose; as an answer they may repeat a whole choice. */
const LONG = 4;
const LONG_ANSWER = 6;

/** Words that always mean something, even when the agent has just said them. */
const STOP_WORDS = new Set(['stop', 'wait', 'cancel', 'quiet', 'no', 'enough', 'hold', 'on', 'pause']);

/**
 * Whether what was heard is the agent's own voice out of the speakers, by its words and its level. A recognizer
 * hears an echo about right only, so words that are nearly alike count. A word of the answer repeated with others
 * around it is no echo, and neither is a short answer to a question unless it is fainter than the person.
 */
export function isOwnEcho({ heard, said, asks, below }: HeardOverReply): boolean {
  const words = wordsOf(heard);
  if (words.length === 0 || words.every((word) => STOP_WORDS.has(word))) return false;
  if (inOrder(words, wordsOf(said)) < SHARE * words.length) return false;
  if (below !== null && below >= FAINT) return true;
  if (asks && !ASKING.test(words[0]!)) return words.length >= LONG_ANSWER;
  return below === null || words.length >= LONG;
}

/** How a question begins; what answers one begins otherwise. */
const ASKING = /^(?:how|what|which|who|where|when|do|does|did|shall|should|would|can|could|is|are)$/;

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** How many of the words are found among the others in the same order. */
function inOrder(words: readonly string[], others: readonly string[]): number {
  let row = others.map(() => 0);
  for (const word of words) {
    const next: number[] = [];
    others.forEach((other, at) => {
      const before = at > 0 ? row[at - 1]! : 0;
      next.push(areAlike(word, other) ? before + 1 : Math.max(row[at]!, next[at - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Alike but for a letter in four. */
function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const allowed = Math.floor(Math.min(one.length, other.length) / 4);
  return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed;
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  [...one].forEach((letter, at) => {
    const next = [at + 1];
    for (let i = 0; i < other.length; i++) {
      next.push(Math.min(row[i]! + (letter === other[i] ? 0 : 1), row[i + 1]! + 1, next[i]! + 1));
    }
    row = next;
  });
  return row.at(-1)!;
}
