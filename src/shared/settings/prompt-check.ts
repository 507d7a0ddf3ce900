/** What in a prompt or greeting cannot be spoken, for the editor (protocol.md section 5.6). */

/** A stretch of the text with what is wrong about it. */
export interface PromptFinding {
  readonly kind: PromptFindingKind;
  /** UTF-16 positions in the text: the first, and the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly remedy: string;
}

/** What can be wrong. */
export type PromptFindingKind =
  | 'code'
  | 'link'
  | 'address'
  | 'heading'
  | 'list'
  | 'table'
  | 'emphasis'
  | 'emoji'
  | 'capitals'
  | 'exclamation';

interface Check {
  readonly kind: PromptFindingKind;
  readonly pattern: RegExp;
  readonly sentence: string;
  readonly remedy: string;
}

/** In this order: where two overlap, the first tells more. Patterns are written so that none can take long. */
const CHECKS: readonly Check[] = [
  {
    kind: 'code',
    pattern: /```[^`]*(?:```)?|`[^`\n]+`|<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?\/?>/g,
    sentence: 'Code cannot be spoken, and a model that reads code answers with code.',
    remedy: 'Say in words what is meant.',
  },
  {
    kind: 'link',
    pattern: /!?\[[^[\]\n]*\]\([^()\s]*\)/g,
    sentence: 'A link cannot be spoken.',
    remedy: 'Write the name of the place instead.',
  },
  {
    kind: 'address',
    pattern:
      /\b[a-z][a-z0-9+.-]{1,12}:\/\/[^\s<>"']+|\bwww\.[^\s<>"']+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu,
    sentence: 'An address would be read out letter by letter.',
    remedy: 'Write the name of the place or person, or spell the address in words.',
  },
  {
    kind: 'heading',
    pattern: /^[ \t]{0,3}#{1,6}(?=[ \t])|^[ \t]{0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$/gm,
    sentence: 'A heading or ruled line is for the eye.',
    remedy: 'Write plain sentences, the most important first.',
  },
  {
    kind: 'list',
    pattern: /^[ \t]*(?:[-*+•‣]|\d{1,3}[.)])(?=[ \t]+\S)|^[ \t]*>(?=[ \t])/gm,
    sentence: 'A list teaches the agent to answer in lists, which cannot be heard.',
    remedy: 'Write sentences; join the points with “and” or “then”.',
  },
  {
    kind: 'table',
    pattern: /^[ \t]*\|[^\n]*\|[ \t]*$/gm,
    sentence: 'A table cannot be spoken.',
    remedy: 'Say each row as a sentence.',
  },
  {
    kind: 'emphasis',
    pattern: /\*\*[^*\n]+\*\*|__[^_\n]+__|~~[^~\n]+~~|(?<![\p{L}\p{N}*])\*[^*\s][^*\n]*\*(?![\p{L}\p{N}*])/gu,
    sentence: 'Marks for bold or slanted letters cannot be heard, and the agent may say them.',
    remedy: 'Leave out the marks; put what matters first.',
  },
  {
    kind: 'emoji',
    pattern:
      /(?:\p{Regional_Indicator}{2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)[\uFE0F\p{EMod}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{EMod}]*)*/gu,
    sentence: 'An emoji is left out or read by its name.',
    remedy: 'Say the feeling in words, or leave it out.',
  },
  {
    kind: 'capitals',
    pattern:
      /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[ \t'’-]+\p{Lu}{2,})+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}_])\p{Lu}{6,}(?![\p{L}\p{N}_])/gu,
    sentence: 'Words in capitals are spelt out or shouted.',
    remedy: 'Write them small. Say once more what matters instead of shouting it.',
  },
  {
    kind: 'exclamation',
    pattern: /!+(?![=[])/g,
    sentence: 'Exclamation marks make the agent sound excited.',
    remedy: 'End the sentence with a full stop.',
  },
];

/** Everything in the text that cannot be spoken, in its order; no two overlap. Empty when all of it can. */
export function checkPrompt(text: string): readonly PromptFinding[] {
  const found: PromptFinding[] = [];
  for (const { kind, pattern, sentence, remedy } of CHECKS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = match.index + match[0].trimEnd().length;
      const overlaps = found.some((other) => start < other.end && other.start < end);
      if (end > start && !overlaps) found.push({ kind, start, end, sentence, remedy });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
