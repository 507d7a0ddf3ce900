/*
 * The ranking behind the router's choice, fitted: a softmax over the tools offered and over calling none of them.
 * Plain gradient descent from zero in a fixed order, so that the same examples always give the same weights.
 */
import type { SpeechAct } from '../../../../src/local-agent/thinking/speech-act';
import type { Features } from '../../../../src/local-agent/thinking/choosing/features';
import type { Weights } from '../../../../src/local-agent/thinking/choosing/score';

/** One request as the chooser sees it. */
export interface Example {
  /** Toolset, by which folds are cut. */
  readonly fold: string;
  readonly act: SpeechAct;
  readonly tools: readonly { readonly name: string; readonly features: Features }[];
  /** The tool that is meant; null for none. */
  readonly meant: string | null;
}

export interface Fitting {
  readonly rounds: number;
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
  /** How much more a sentence that asks for nothing counts than a request: a false action is worse than none. */
  readonly caution: number;
  /** Features that must not count. */
  readonly without: ReadonlySet<keyof Features>;
}

/** As chosen by cross-validation over toolsets. */
export const WITH_MEANING: Fitting = {
  ...{ rounds: 400, rate: 0.1, decay: 0.0005, caution: 3 },
  without: new Set(),
};

/** The same where there is no embedder. */
export const WORDS_ALONE: Fitting = { ...WITH_MEANING, without: new Set(['meaning', 'taken']) };

const ACTS: readonly SpeechAct[] = [
  'order',
  'question',
  'wish',
  'fragment',
  'remark',
  'statement',
  'negated',
];
/** Far above what any tool can reach: who says "don't" asks for nothing. */
const NEGATED = 12;

/** Weights that make the meant tools likeliest. */
export function fit(examples: readonly Example[], fitting: Fitting): Weights {
  const names = Object.keys(examples[0]?.tools[0]?.features ?? {}) as (keyof Features)[];
  const width = names.length + ACTS.length;
  const rows = examples.map(({ tools, act, meant }) => ({
    inputs: tools.map(({ features }) =>
      names.map((name) => (fitting.without.has(name) ? 0 : features[name])),
    ),
    act: names.length + ACTS.indexOf(act),
    // Behind the last tool stands none of them.
    right: meant === null ? tools.length : tools.findIndex(({ name }) => name === meant),
    weight: meant === null ? fitting.caution : 1,
  }));
  const weights = new Float64Array(width);
  const slow = new Float64Array(width);
  const square = new Float64Array(width);
  for (let round = 1; round <= fitting.rounds; round++) {
    const slope = weights.map((weight) => fitting.decay * weight);
    for (const row of rows) addSlope(row, weights, slope, rows.length);
    for (let at = 0; at < width; at++) {
      slow[at] = 0.9 * slow[at]! + 0.1 * slope[at]!;
      square[at] = 0.999 * square[at]! + 0.001 * slope[at]! ** 2;
      const step = slow[at]! / (1 - 0.9 ** round);
      weights[at] =
        weights[at]! - (fitting.rate * step) / (Math.sqrt(square[at]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  const rounded = (at: number) => Math.round(weights[at]! * 100) / 100 + 0;
  return {
    features: Object.fromEntries(names.map((name, at) => [name, rounded(at)])) as Weights['features'],
    nothing: Object.fromEntries(
      ACTS.map((act, at) => [act, act === 'negated' ? NEGATED : rounded(names.length + at)]),
    ) as Weights['nothing'],
  };
}

interface Row {
  readonly inputs: readonly (readonly number[])[];
  readonly act: number;
  readonly right: number;
  readonly weight: number;
}

function addSlope(row: Row, weights: Float64Array, slope: Float64Array, count: number): void {
  const scores = row.inputs.map((input) => input.reduce((sum, value, at) => sum + value * weights[at]!, 0));
  scores.push(weights[row.act]!);
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  powers.forEach((power, choice) => {
    const off = (row.weight * (power / total - Number(choice === row.right))) / count;
    const input = row.inputs[choice];
    if (!input) slope[row.act] = slope[row.act]! + off;
    else for (let at = 0; at < input.length; at++) slope[at] = slope[at]! + off * input[at]!;
  });
}
