import type { Json } from '../../../shared/json';
import type { ToolProfile } from '../choosing/tool-profile';
import type { Word } from '../utterance';
import type { Parameter } from './parameters';
import { predicatesIn } from './predicates';

/** What fills arguments besides the words. `items` are the names listed last. */
export interface FillingContext {
  readonly now: Date;
  readonly items: readonly string[];
  /** Names that the client expects to hear. */
  readonly keyterms: readonly string[];
}

/** Arguments in the making: words that are taken belong to no other parameter. */
export class Filling {
  readonly lower: readonly string[];
  /** Words that belong to no name. */
  readonly predicates: ReadonlySet<number>;
  readonly values: Record<string, Json> = {};
  readonly used = new Set<number>();
  /** Parameters whose words leave no doubt. */
  certain = 0;

  constructor(
    readonly words: readonly Word[],
    readonly profile: ToolProfile,
    readonly context: FillingContext,
    /** Words that are taken as they were said ("saying ..."), so that nothing is read into them: `[from, to)`. */
    readonly verbatim: readonly [number, number],
  ) {
    this.lower = words.map((word) => word.lower);
    this.predicates = predicatesIn(words);
  }

  /** Gives a parameter its value and takes the words it was made of. */
  set(parameter: Parameter, value: Json, at: readonly number[]): void {
    this.values[parameter.name] = value;
    for (const index of at) this.used.add(index);
  }

  has(parameter: Parameter): boolean {
    return this.values[parameter.name] !== undefined;
  }

  isFree(index: number): boolean {
    return !this.used.has(index);
  }

  /** Whether words `[from, to)` may be read as a number, a time or a choice. */
  isReadable(from: number, to: number): boolean {
    const [start, end] = this.verbatim;
    if (from < end && to > start) return false;
    for (let index = from; index < to; index++) if (this.used.has(index)) return false;
    return true;
  }
}

/** Positions `[from, to)`. */
export function span(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
