import { wordOverlap } from '../support/words';
import type { ShownEntry } from '../support/parley-window';

/** One thing the person says, and what must come of it. */
export interface DemoTurn {
  readonly says: string;
  /** Said into the answer of the turn before. */
  readonly interrupts: boolean;
  readonly tool: string;
  /** Must be among the tool's arguments. */
  readonly argument: string;
  /** What a right answer holds, worked out apart from the product. */
  readonly answer: (now: Date) => readonly RegExp[];
}

/** What the window showed of a turn. */
export interface TurnRecord {
  readonly heard: string;
  readonly tool: ShownEntry | null;
  readonly answer: string;
}

/** Recognition of a synthesized voice is good but not perfect; one word in six may be another. */
const LEAST_OVERLAP = 0.8;

const weekday = (timeZone: string) => (now: Date) => [
  new RegExp(timeZone.split('/')[1]!, 'i'),
  new RegExp(now.toLocaleDateString('en', { timeZone, weekday: 'long' })),
];

/** The demo: a tool, a long answer, an interruption, a file's contents. */
export const DEMO_TURNS: readonly DemoTurn[] = [
  {
    says: 'What time is it in Tokyo?',
    interrupts: false,
    tool: 'get_time',
    argument: 'Tokyo',
    answer: weekday('Asia/Tokyo'),
  },
  {
    says: 'What is in the garden folder?',
    interrupts: false,
    tool: 'list_files',
    argument: 'garden',
    answer: () => [/There are (4|four) things in Garden/],
  },
  {
    says: 'Excuse me, what time is it in London?',
    interrupts: true,
    tool: 'get_time',
    argument: 'London',
    answer: weekday('Europe/London'),
  },
];

/** Everything that is wrong with a turn, in plain words; empty when all is right. */
export function mistakesOf(turn: DemoTurn, record: TurnRecord, now: Date): readonly string[] {
  const mistakes: string[] = [];
  const overlap = wordOverlap(turn.says, record.heard);
  // The first word of an interruption may drown in the agent's own voice.
  const wanted = turn.interrupts ? LEAST_OVERLAP - 0.15 : LEAST_OVERLAP;
  if (overlap < wanted) mistakes.push(`heard only ${Math.round(overlap * 100)} % of it: "${record.heard}"`);
  if (record.tool?.name !== `Tool: ${turn.tool}`) {
    mistakes.push(`ran ${record.tool?.name ?? 'no tool'} instead of ${turn.tool}`);
  } else if (!record.tool.text.toLowerCase().includes(turn.argument.toLowerCase())) {
    mistakes.push(`the tool did not get "${turn.argument}": ${record.tool.text}`);
  } else if (!record.tool.text.includes('Done')) {
    mistakes.push(`the tool did not succeed: ${record.tool.text}`);
  }
  for (const part of turn.answer(now)) {
    if (!part.test(record.answer)) mistakes.push(`the answer lacks ${String(part)}: "${record.answer}"`);
  }
  return mistakes;
}
