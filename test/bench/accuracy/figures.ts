import type { Row } from '../measurement';
import { percentile } from '../statistics';
import type { Outcome } from './talk';

const TARGETS = { tool: 0.95, arguments: 0.9, falseAction: 0.01 } as const;

/** A share with its counts. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** What was right of a set, as a whole and by toolset. */
export interface Figures {
  readonly tool: Share;
  /** Of all turns: a wrong tool has no right arguments. */
  readonly arguments: Share;
  /** Sentences that ask for nothing and were acted upon. */
  readonly falseAction: Share;
  /** Sentences that ask for nothing and were answered with a question for an argument. */
  readonly falseQuestion: Share;
  readonly thinking: { readonly p50: number; readonly p95: number };
  readonly toolsets: Readonly<Record<string, { readonly tool: Share; readonly arguments: Share }>>;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const requests = outcomes.filter(({ turn }) => turn !== null);
  const idle = outcomes.filter(({ turn }) => turn === null);
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const names = [...new Set(requests.map(({ toolset }) => toolset))];
  return {
    ...sharesOf(requests),
    falseAction: share(idle, ({ made }) => made.length > 0),
    falseQuestion: share(idle, ({ question }) => question !== null),
    thinking: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
    toolsets: Object.fromEntries(
      names.map((name) => [name, sharesOf(requests.filter(({ toolset }) => toolset === name))]),
    ),
  };
}

/** The lines of the table; only those of the held-out set are held to the targets. */
export function rowsOf(name: string, figures: Figures, held: boolean): readonly Row[] {
  const row = (measurement: string, other: string, target: string, met: boolean): Row => ({
    ...{ measurement: `${name}: ${measurement}`, p50: null, p99: null, other },
    ...(held ? { target, met } : { target: '', met: null }),
  });
  const { tool, arguments: args, falseAction, falseQuestion, thinking } = figures;
  const asked = `; ${falseQuestion.right} answered with a question`;
  return [
    row('right tool', percent(tool), '>= 95 %', ratio(tool) >= TARGETS.tool),
    row('right arguments', percent(args), '>= 90 %', ratio(args) >= TARGETS.arguments),
    row('false action', percent(falseAction) + asked, '<= 1 %', ratio(falseAction) <= TARGETS.falseAction),
    {
      ...{ measurement: `${name}: thinking`, p50: thinking.p50, p99: null, target: '', met: null },
      other: `p95 ${thinking.p95.toFixed(1)}`,
    },
    ...Object.entries(figures.toolsets).map(([toolset, shares]) => ({
      ...{ measurement: `  ${toolset}`, p50: null, p99: null, target: '', met: null },
      other: `tool ${percent(shares.tool)}, arguments ${percent(shares.arguments)}`,
    })),
  ];
}

function sharesOf(outcomes: readonly Outcome[]) {
  return {
    tool: share(outcomes, ({ rightTool }) => rightTool),
    arguments: share(outcomes, ({ rightArguments }) => rightArguments),
  };
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): Share {
  return { right: outcomes.filter(holds).length, of: outcomes.length };
}

const ratio = ({ right, of }: Share): number => (of === 0 ? 0 : right / of);

const percent = (share: Share): string =>
  `${(ratio(share) * 100).toFixed(1)} % (${share.right} of ${share.of})`;

/** Cases that went wrong, one paragraph each. */
export function failuresText(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ rightArguments }) => !rightArguments)
    .map((outcome) => {
      const { toolset, said, heard, turn, made, answer, question } = outcome;
      const got =
        made.length > 0 ? JSON.stringify(made) : `${answer}${question ? ` (asks ${question.missing})` : ''}`;
      return [
        `[${toolset}] ${said}`,
        ...(heard === said ? [] : [`  heard     ${heard}`]),
        `  expected  ${turn === null ? 'no call' : JSON.stringify(turn.expected)}`,
        `  got       ${got}`,
      ].join('\n');
    })
    .join('\n');
}
