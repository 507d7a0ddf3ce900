import { z } from 'zod';

// Pieces with a colon came without a score out of the package's conversion; its own tokenizer takes that for 0.
const vocabularySchema = z.array(z.tuple([z.string(), z.number().nullable()])).min(8);
/** Index and log-probability of each piece of text, by the piece. */
type Pieces = ReadonlyMap<string, readonly [index: number, score: number]>;

const UNKNOWN = 0;
/** The first entries are marks of the model, no text. */
const RESERVED = 6;
/** What the vocabulary writes for a space; every text begins with one. */
const SPACE = '\u2581';
/** Taken only where no piece of the vocabulary fits. */
const UNKNOWN_SCORE = -30;

/** Cuts text into the likeliest pieces of a vocabulary, as SentencePiece's unigram model does. */
export class SentenceTokenizer {
  private readonly pieces: Pieces;
  private readonly longest: number;

  /** Takes the parsed vocabulary: pairs of piece and log-probability. Throws ZodError on anything else. */
  constructor(vocabulary: unknown) {
    const entries = vocabularySchema.parse(vocabulary);
    this.pieces = new Map(
      entries.map(([piece, score], index) => [piece, [index, score ?? 0] as const] as const).slice(RESERVED),
    );
    this.longest = Math.max(...[...this.pieces.keys()].map((piece) => [...piece].length));
  }

  /** Indices of the pieces, in order; signs outside the vocabulary share one index, runs of them are one. */
  encode(text: string): readonly number[] {
    const signs = [...`${SPACE}${text.normalize('NFKC').replace(/ /g, SPACE)}`];
    /** For each position the best way to reach it: its score, and the last piece of it. */
    const best = [{ score: 0, from: 0, index: UNKNOWN }];
    for (let end = 1; end <= signs.length; end++) {
      let found = { score: best[end - 1]!.score + UNKNOWN_SCORE, from: end - 1, index: UNKNOWN };
      for (let from = Math.max(0, end - this.longest); from < end; from++) {
        const piece = this.pieces.get(signs.slice(from, end).join(''));
        if (!piece) continue;
        const score = best[from]!.score + piece[1];
        if (score >= found.score) found = { score, from, index: piece[0] };
      }
      best.push(found);
    }
    const tokens: number[] = [];
    for (let at = signs.length; at > 0; at = best[at]!.from) {
      const { index } = best[at]!;
      if (index !== UNKNOWN || tokens.at(-1) !== UNKNOWN) tokens.push(index);
    }
    return tokens.reverse();
  }
}
