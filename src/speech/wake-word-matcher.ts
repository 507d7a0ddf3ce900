/**
 * Compares a stream of embeddings with the templates of an enrolled phrase. The way through a template may be walked
 * half or twice as fast (dynamic time warping), because nobody says a name twice alike.
 */
import type { WakeWordSensitivity } from '../shared/wake-word';

/** A phrase was heard: how alike (-1 to 1), and how many embeddings ago it fitted best. */
export interface Match {
  readonly score: number;
  readonly ago: number;
}

/** Embeddings after a match in which no other one counts: 0.4 s. The next may be the name, if this was not. */
const REFRACTORY = 5;
/** How long a score above the threshold may still rise. */
const MOST_RISING = 6;

type Template = readonly ArrayLike<number>[];

/** The best way through one template that ends at the present embedding. */
class Aligned {
  /** Sum of distances and number of steps up to each embedding of the template: of the last two moments. */
  private cost: readonly [Float64Array, Float64Array];
  private steps: readonly [Float64Array, Float64Array];
  private distances: Float64Array;

  constructor(private readonly template: Template) {
    const { length } = template;
    const never = () => new Float64Array(length).fill(Infinity);
    this.cost = [never(), never()];
    this.steps = [new Float64Array(length).fill(1), new Float64Array(length).fill(1)];
    this.distances = never();
  }

  /** Takes the next embedding; gives how alike the template's whole is, 1 at best. */
  push(embedding: ArrayLike<number>): number {
    const { template } = this;
    const [costBefore, costEarlier] = this.cost;
    const [stepsBefore, stepsEarlier] = this.steps;
    const cost = new Float64Array(template.length);
    const steps = new Float64Array(template.length);
    const distances = Float64Array.from(template, (other) => 1 - dot(other, embedding));
    cost[0] = distances[0]!;
    steps[0] = 1;
    for (let i = 1; i < template.length; i++) {
      let best = costBefore[i - 1]!;
      let taken = stepsBefore[i - 1]!;
      const consider = (sum: number, count: number) => {
        if (sum / count >= best / taken) return;
        best = sum;
        taken = count;
      };
      // Said slower than the template: this part of it stayed for two moments.
      consider(costEarlier[i - 1]! + this.distances[i]!, stepsEarlier[i - 1]! + 1);
      // Said faster: a part of it was passed over.
      if (i > 1) consider(costBefore[i - 2]!, stepsBefore[i - 2]!);
      cost[i] = best + distances[i]!;
      steps[i] = taken + 1;
    }
    this.cost = [cost, costBefore];
    this.steps = [steps, stepsBefore];
    this.distances = distances;
    return 1 - cost.at(-1)! / steps.at(-1)!;
  }
}

/** Scores a stream against several recordings of a phrase. */
export class PhraseScorer {
  private recordings: readonly (readonly Aligned[])[] = [];

  /** `allowances` are added to the scores of a recording's templates, by their place. */
  constructor(
    private readonly templates: readonly (readonly Template[])[],
    private readonly allowances: readonly number[] = [],
  ) {
    this.reset();
  }

  /** Forgets what was heard. */
  reset(): void {
    this.recordings = this.templates.map((variants) => variants.map((template) => new Aligned(template)));
  }

  /** How alike the phrase is that ends now: the mean of the two recordings that fit best. */
  push(embedding: ArrayLike<number>): number {
    const scores = this.recordings
      .map((variants) =>
        Math.max(...variants.map((template, at) => template.push(embedding) + (this.allowances[at] ?? 0))),
      )
      .sort((a, b) => b - a)
      .slice(0, 2);
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }

  /** How alike a whole sound is where it fits best. Forgets what was heard before. */
  highest(stream: readonly ArrayLike<number>[]): number {
    this.reset();
    return stream.reduce((most, embedding) => Math.max(most, this.push(embedding)), -1);
  }
}

/** Finds the phrase in a stream of embeddings. */
export class WakeWordMatcher {
  private readonly scorer: PhraseScorer;
  /** The highest score since the threshold was reached, how long ago it was, and how long ago that began. */
  private rising: { readonly score: number; readonly ago: number; readonly waited: number } | null = null;
  private resting = 0;

  constructor(
    templates: readonly (readonly Template[])[],
    private readonly threshold: number,
  ) {
    this.scorer = new PhraseScorer(templates);
  }

  /** The stream has a gap here. */
  reset(): void {
    this.scorer.reset();
    this.rising = null;
  }

  /** Takes the next embedding; gives the match once its score no longer rises. */
  push(embedding: ArrayLike<number>): Match | null {
    const score = this.scorer.push(embedding);
    if (this.resting > 0) {
      this.resting--;
      return null;
    }
    const { rising } = this;
    if (!rising) {
      if (score >= this.threshold) this.rising = { score, ago: 0, waited: 0 };
      return null;
    }
    const waited = rising.waited + 1;
    const goesOn = score > rising.score;
    this.rising = goesOn ? { score, ago: 0, waited } : { ...rising, ago: rising.ago + 1, waited };
    if (goesOn && waited < MOST_RISING) return null;
    const { score: highest, ago } = this.rising;
    this.rising = null;
    this.resting = REFRACTORY;
    return { score: highest, ago };
  }
}

/**
 * The score from which on something is looked at again. Fitted on four names by four synthetic voices: the person's
 * own other sentences scored up to 0.6, the name in a room with noise 10 dB below it 0.62 and more.
 */
export const FIRST_THRESHOLD = {
  low: 0.66,
  normal: 0.62,
  high: 0.58,
} as const satisfies Record<WakeWordSensitivity, number>;

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
