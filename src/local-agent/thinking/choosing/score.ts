import type { SpeechAct } from '../speech-act';
import type { Features } from './features';

/** What each feature counts, and what must be outweighed for each kind of saying before a tool is called. */
export interface Weights {
  readonly features: Readonly<Record<keyof Features, number>>;
  readonly nothing: Readonly<Record<SpeechAct, number>>;
}

/** How much likelier a tool is meant than nothing: above 0 it is. */
export function scoreOf(features: Features, act: SpeechAct, { features: weights, nothing }: Weights): number {
  const names = Object.keys(weights) as (keyof Features)[];
  return names.reduce((sum, name) => sum + weights[name] * features[name], 0) - nothing[act];
}
