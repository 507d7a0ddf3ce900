import type { Row } from '../../measurement';
import type { ToolboxOutcome } from './toolbox';

const TARGET = 0.9;

/** What was right of a set over the whole toolbox, in counts. */
export interface ToolboxFigures {
  readonly requests: number;
  readonly tool: number;
  readonly arguments: number;
  /** Requests for which tools were looked for first. */
  readonly looked: number;
  /** Wrong calls of tools that change something: those that run unasked, and those that ask the person first. */
  readonly harmful: number;
  readonly wronglyAsking: number;
  readonly idle: number;
  /** Sentences that ask for nothing and were acted upon. */
  readonly falseAction: number;
}

export function toolboxFigures(outcomes: readonly ToolboxOutcome[]): ToolboxFigures {
  const requests = outcomes.filter(({ turn }) => turn !== null);
  const idle = outcomes.filter(({ turn }) => turn === null);
  return {
    requests: requests.length,
    tool: requests.filter(({ rightTool }) => rightTool).length,
    arguments: requests.filter(({ rightArguments }) => rightArguments).length,
    looked: requests.filter(({ looked }) => looked).length,
    harmful: outcomes.filter(({ harm }) => harm === 'acts').length,
    wronglyAsking: outcomes.filter(({ harm }) => harm === 'asks').length,
    idle: idle.length,
    falseAction: idle.filter(({ made }) => made.length > 0).length,
  };
}

/** The lines of the table; only those of the held-out set are held to the targets. */
export function toolboxRows(name: string, figures: ToolboxFigures, held: boolean): readonly Row[] {
  const { requests, idle } = figures;
  const row = (measurement: string, other: string, target: string, met: boolean): Row => ({
    ...{ measurement: `${name}: ${measurement}`, p50: null, p99: null, other },
    ...(held ? { target, met } : { target: '', met: null }),
  });
  const share = (right: number, of: number) =>
    `${((100 * right) / of).toFixed(1)} % (${right} of ${of}; looked for ${figures.looked})`;
  return [
    row('right tool', share(figures.tool, requests), '>= 90 %', figures.tool >= TARGET * requests),
    { ...row('right arguments', share(figures.arguments, requests), '', true), target: '', met: null },
    row(
      'wrong first call',
      `${figures.harmful} that change something unasked, ${figures.wronglyAsking} that ask first`,
      '0 unasked',
      figures.harmful === 0,
    ),
    row('false action', `${figures.falseAction} of ${idle}`, '0', figures.falseAction === 0),
  ];
}

/** Requests that went wrong, one line each. */
export function toolboxFailures(outcomes: readonly ToolboxOutcome[]): string {
  return outcomes
    .filter(({ rightArguments }) => !rightArguments)
    .map(({ said, turn, made, answer, harm }) => {
      const got = made.length > 0 ? JSON.stringify(made) : answer;
      const expected = turn?.expected.kind === 'calls' ? JSON.stringify(turn.expected.calls) : 'no call';
      return `${said}\n  expected  ${expected}\n  got       ${got}${harm === null ? '' : ` (${harm})`}`;
    })
    .join('\n');
}
