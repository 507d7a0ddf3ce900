import { describe, expect, test } from 'vitest';
import type { TranscriptEntry } from '../../../shared/ipc/conversation';
import type { KeptConversation } from '../../../shared/ipc/history';
import { mindIn } from '../../mind/mind.fixture';
import { callTool, worldOf } from '../tool.fixture';
import { builtinTools } from '../toolbox';

describe('what was asked before', () => {
  const said = (id: string, text: string): TranscriptEntry => ({
    kind: 'user',
    id,
    text,
    final: true,
    typed: false,
  });
  const ran = (id: string, name: string): TranscriptEntry =>
    ({
      kind: 'tool',
      id,
      name,
      arguments: '{}',
      state: 'done',
      outcome: 'secret outcome',
      milliseconds: 1,
    }) as TranscriptEntry;
  const answered = (id: string): TranscriptEntry => ({
    kind: 'agent',
    id,
    text: 'budget words of the agent',
    final: true,
    interrupted: false,
  });
  const yesterday = Date.parse('2026-11-20T12:00:00Z');
  const kept = {
    id: 'old',
    lastAt: yesterday,
    state: 'ended',
    items: [said('1', 'Open the budget.'), ran('2', 'open_item'), answered('3'), said('4', 'Thank you.')].map(
      (entry) => ({
        kind: 'entry' as const,
        at: yesterday,
        entry,
      }),
    ),
  } as unknown as KeptConversation;
  const mind = (keeps: boolean) =>
    mindIn('/nowhere', {
      past: {
        history: {
          page: () => Promise.resolve({ rows: [{ head: kept, excerpt: null }], more: false, kept: 1 }),
          read: () => Promise.resolve(kept),
        },
        keepsHistory: () => keeps,
        transcript: () => [
          said('a', 'Set a timer for tea.'),
          ran('b', 'set_timer'),
          said('c', 'What did I ask before?'),
        ],
      },
    });
  const ask = (args: unknown, keeps = true) =>
    callTool(builtinTools, 'recall_requests', args, worldOf({ mind: mind(keeps) }));

  test('this talk and the kept ones, the newest first, without the question itself', async () => {
    expect(await ask({})).toMatchObject({
      say: 'In this talk you said: Set a timer for tea; yesterday you said: Thank you; yesterday you said: Open the budget.',
      data: { requests: [{ tools: ['set_timer'] }, {}, { said: 'Open the budget.', tools: ['open_item'] }] },
    });
  });

  test('by words of the person only, never the agent’s or a tool’s', async () => {
    const result = await ask({ query: 'budget' });
    expect(result).toMatchObject({ data: { total: 1 } });
    expect(JSON.stringify(await ask({}))).not.toMatch(/secret|words of the agent/);
  });

  test('not older than asked for', async () => {
    expect(await ask({ days: 1, query: 'budget' })).toMatchObject({ data: { total: 1 } });
    expect(
      await callTool(
        builtinTools,
        'recall_requests',
        { days: 1 },
        worldOf({ mind: mind(true), now: () => new Date('2026-12-21') }),
      ),
    ).toMatchObject({ data: { total: 1 } });
  });

  test('without a history only this talk, and it says so', async () => {
    expect(await ask({}, false)).toMatchObject({
      say: 'In this talk you said: Set a timer for tea. Talks are not kept, so I know this one only.',
      data: { history_kept: false },
    });
  });
});
