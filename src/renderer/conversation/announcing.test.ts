import { describe, expect, it } from 'vitest';
import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import {
  alsoSaid,
  announcementsAfter,
  nothingAnnounced,
  said,
  tellsState,
  type Announcements,
} from './announcing';
import { applyNews, emptyModel, type ConversationNews } from './model';

const snapshot = (more: Partial<ConversationSnapshot>): ConversationNews => ({
  type: 'snapshot',
  snapshot: { ...emptyModel.snapshot, live: true, ...more },
});
const agent = (text: string, final = true): ConversationNews => ({
  type: 'entry',
  entry: { kind: 'agent', id: 'a', text, final, interrupted: false },
});
const tool = (outcome: string): ConversationNews => ({
  type: 'entry',
  entry: { kind: 'tool', id: 't', name: 'get_time', state: 'done', outcome } as TranscriptEntry,
});
const notice = {
  code: 'device_changed',
  sentence: 'Another microphone is used.',
  next: 'Say it again.',
} as const;

/** What was told after each piece of news. */
function told(...all: readonly ConversationNews[]): readonly string[] {
  let [model, announcements]: [typeof emptyModel, Announcements] = [emptyModel, nothingAnnounced];
  return all.map((news) => {
    const next = applyNews(model, news);
    announcements = announcementsAfter(announcements, model, next, news);
    model = next;
    return announcements.said;
  });
}

describe('the agent’s words', () => {
  it('are not said again into an open microphone', () => {
    expect(
      told(
        snapshot({ status: 'speaking' }),
        agent('It is'),
        agent('It is three.'),
        snapshot({ status: 'listening' }),
      ),
    ).toEqual(['', '', '', '']);
  });

  it('are told to somebody who types, when the agent has finished', () => {
    const talk = told(
      snapshot({ status: 'speaking', muted: true }),
      agent('It is', false),
      agent('It is three.'),
      snapshot({ status: 'muted', muted: true }),
    );
    expect(talk).toEqual(['', '', '', 'Parley: It is three.']);
  });
});

describe('what a tool did', () => {
  it('is left to the agent’s answer', () => {
    expect(
      told(
        snapshot({ status: 'working' }),
        tool('It is three.'),
        snapshot({ status: 'thinking' }),
        snapshot({ status: 'speaking' }),
        snapshot({ status: 'listening' }),
      ),
    ).toEqual(['', '', '', '', '']);
  });

  it('is told where no answer comes', () => {
    const talk = [snapshot({ status: 'working' }), tool('It is three.'), snapshot({ status: 'listening' })];
    expect(told(...talk).at(-1)).toBe('Get time: It is three.');
  });
});

it('a remark that comes while the agent speaks is told when it has finished', () => {
  const talk = told(
    snapshot({ status: 'speaking' }),
    snapshot({ status: 'speaking', notice }),
    snapshot({ status: 'hearing', notice }),
    snapshot({ status: 'listening', notice }),
  );
  expect(talk).toEqual(['', '', '', 'Another microphone is used. Say it again.']);
});

it('a remark that comes in silence is told at once, and once', () => {
  const talk = told(
    snapshot({ status: 'listening', tainted: true }),
    snapshot({ status: 'listening', tainted: true }),
  );
  expect(new Set(talk)).toEqual(new Set(['Parley has read text by others: it asks before it acts.']));
});

it('what is seen beside the talk is told when nobody speaks', () => {
  const during = alsoSaid(nothingAnnounced, 'A key is taken.', 'speaking');
  expect(during.said).toBe('');
  const [from, to] = (['speaking', 'listening'] as const).map((status) =>
    applyNews(emptyModel, snapshot({ status })),
  ) as [typeof emptyModel, typeof emptyModel];
  expect(announcementsAfter(during, from, to, snapshot({ status: 'listening' })).said).toBe(
    'A key is taken.',
  );
  expect(alsoSaid(nothingAnnounced, 'A key is taken.', 'ready').said).toBe('A key is taken.');
});

it('the state is told but while somebody speaks or is about to', () => {
  const silent = ['hearing', 'thinking', 'speaking'] as const;
  expect(silent.filter(tellsState)).toEqual([]);
  for (const status of ['listening', 'muted', 'approval', 'problem', 'ended', 'working'] as const)
    expect(tellsState(status)).toBe(true);
});

it('the same words twice are a change', () => {
  const once = said(nothingAnnounced, 'No.');
  expect(said(once, 'No.').said).not.toBe(once.said);
  expect(said(once, 'No.').said.trim()).toBe('No.');
});
