import { argmax, logProbabilities, logProbability } from './decoding';
import type { Step } from './moonshine';

/** Chance of the likeliest token below which the other model is asked. */
const UNSURE = 0.9;
/** How much the other model's word counts. */
const WEIGHT = 0.25;

/**
 * A second model's view of the same sound, asked only where the first is unsure. The two make different mistakes:
 * the average of their log-probabilities is wrong less often than the better of them.
 */
export class SecondOpinion {
  private step: Step | undefined;
  /** How many tokens `step` has followed. */
  private known = 0;

  /** `begin` gives the second model's first step; it is called once, when it is first needed. */
  constructor(private readonly begin: () => Promise<Step>) {}

  /** The token to take after `tokens`, given the first model's logits for it. */
  async decide(logits: Float32Array, tokens: readonly number[]): Promise<number> {
    const likeliest = argmax(logits);
    if (logProbability(logits, likeliest) >= Math.log(UNSURE)) return likeliest;
    const [first, second] = [logProbabilities(logits), await this.expectation(tokens)];
    return argmax(first.map((value, token) => (1 - WEIGHT) * value + WEIGHT * second[token]!));
  }

  /** Its log-probabilities after these tokens: it catches up with all that it was not asked about at once. */
  private async expectation(tokens: readonly number[]): Promise<Float32Array> {
    this.step ??= await this.begin();
    const missed = tokens.slice(this.known);
    if (missed.length > 0) this.step = await this.step.follow(missed);
    this.known = tokens.length;
    return logProbabilities(this.step.row(Math.max(0, missed.length - 1)));
  }
}
