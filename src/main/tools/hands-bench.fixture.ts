/** For tests: hands over a toolbox of the test, in a world that the test sets and looks at. */
import { vi } from 'vitest';
import type { ApprovalCard } from '../../shared/ipc/approvals';
import type { AuditRecord } from '../permissions/audit/audit-record';
import type { Taint } from '../permissions/gate/policy';
import type { HandsAnswer, Settlement } from './call';
import { Hands } from './hands';
import type { Tool, ToolResult } from './tool';
import { worldOf } from './tool.fixture';
import { createToolbox, type Toolbox } from './toolbox';

/** The world around the hands, and what came of it. */
interface Bench {
  now: number;
  turn: number;
  sound: 'quiet' | 'sounding' | 'unknown';
  stored: Record<string, 'ask' | 'always' | 'deny'>;
  ran: string[];
  kept: string[];
  progress: string[];
  audit: AuditRecord[];
  cards: readonly ApprovalCard[];
  settled: { key: string; settlement: Settlement }[];
}

const empty = (): Bench => ({
  now: 0,
  turn: 1,
  sound: 'quiet',
  stored: {},
  ran: [],
  kept: [],
  progress: [],
  audit: [],
  cards: [],
  settled: [],
});

/** The world of the test that runs now. */
export const bench: Bench = empty();

/** Makes the world new; before each test. */
export function clearBench(): void {
  Object.assign(bench, empty());
}

/** A run that notes what it was about. */
export const note = (item: string): ToolResult => {
  bench.ran.push(item);
  return { ok: true, say: `Did ${item}.`, data: {}, undo: { item } };
};

/** Hands with these tools. */
export const handsOf = (...tools: readonly Tool[]) => handsIn(createToolbox(tools));

/** Hands with this toolbox. `call` hands on a call of this turn. */
export function handsIn(toolbox: Toolbox) {
  let ids = 0;
  const hands = new Hands({
    toolbox,
    context: () => worldOf(),
    now: () => bench.now,
    steadyNow: () => bench.now,
    newId: () => `id-${String(++ids)}`,
    turnNow: () => bench.turn,
    permits: (tool) => tool !== 'left_out',
    storedChoice: (tool, scope) => bench.stored[scope === null ? tool : `${tool}@${scope}`] ?? 'ask',
    keepChoice: (tool, call) => bench.kept.push(`${tool.name}@${String(call.scope?.id)}`),
    // As the log does it: the end of a call replaces its beginning.
    audit: (record) => {
      bench.audit = [...bench.audit.filter(({ id }) => id !== record.id), record];
    },
    otherSound: () => Promise.resolve(bench.sound),
    cardsChanged: (all) => (bench.cards = all),
    settled: (key, settlement) => bench.settled.push({ key, settlement }),
    progress: (_, told) => bench.progress.push(told),
    log: () => undefined,
  });
  let keys = 0;
  const call = (
    name: string,
    item = 'notes',
    how: { taint?: Taint; conversation?: string; signal?: AbortSignal } = {},
  ): Promise<HandsAnswer> =>
    hands.call({
      key: `call-${String(++keys)}`,
      name,
      args: { item },
      conversation: how.conversation ?? 'talk-1',
      turn: bench.turn,
      taint: how.taint ?? 'none',
      heard: 'open my notes',
      signal: how.signal ?? new AbortController().signal,
    });
  return { hands, call };
}

/** Lets everything that is under way come to its next wait. */
export const flush = () => vi.advanceTimersByTimeAsync(0);

/** The one card that waits. */
export function onlyCard(): ApprovalCard {
  const [card, ...more] = bench.cards;
  if (!card || more.length > 0) throw new Error(`${String(bench.cards.length)} cards wait.`);
  return card;
}
