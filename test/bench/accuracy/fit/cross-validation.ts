import { scoreOf, type Weights } from '../../../../src/local-agent/thinking/choosing/score';
import { fit, type Example, type Fitting } from './regression';

/** How often the choice was right. */
export interface Judged {
  readonly requests: number;
  readonly right: number;
  readonly idle: number;
  readonly acted: number;
}

/** Toolsets are dealt to this many folds. */
const FOLDS = 8;

/** Judges every example by weights fitted without any tool of its fold. */
export function crossValidate(examples: readonly Example[], fitting: Fitting): Judged {
  const toolsets = [...new Set(examples.map(({ fold }) => fold))].sort();
  const foldOf = ({ fold }: Example) => toolsets.indexOf(fold) % FOLDS;
  const parts = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(
      examples.filter((example) => foldOf(example) !== fold),
      fitting,
    );
    return judge(
      examples.filter((example) => foldOf(example) === fold),
      weights,
    );
  });
  return parts.reduce((sum, part) => ({
    requests: sum.requests + part.requests,
    right: sum.right + part.right,
    idle: sum.idle + part.idle,
    acted: sum.acted + part.acted,
  }));
}

/** Judges examples by given weights. */
function judge(examples: readonly Example[], weights: Weights): Judged {
  const chosen = examples.map(({ tools, act, meant }) => {
    const scored = tools.map(({ name, features }) => ({ name, score: scoreOf(features, act, weights) }));
    const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
    return { meant, made: best.score > 0 ? best.name : null };
  });
  const idle = chosen.filter(({ meant }) => meant === null);
  const requests = chosen.filter(({ meant }) => meant !== null);
  return {
    requests: requests.length,
    right: requests.filter(({ meant, made }) => meant === made).length,
    idle: idle.length,
    acted: idle.filter(({ made }) => made !== null).length,
  };
}
