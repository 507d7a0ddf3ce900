import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranscriptEntry } from '../../shared/ipc/conversation';
import { announcement, applyNews, emptyModel, readableName, type ConversationNews } from './model';

const user = (id: string, text: string, final = true): TranscriptEntry => ({
  kind: 'user',
  id,
  text,
  final,
  typed: false,
});
const agent = (id: string, text: string, final = true): TranscriptEntry => ({
  kind: 'agent',
  id,
  text,
  final,
  interrupted: false,
});
const tool = (state: 'running' | 'done' | 'failed', outcome = ''): TranscriptEntry => ({
  kind: 'tool',
  id: 't',
  name: 'list_files',
  arguments: '{}',
  state,
  outcome,
  milliseconds: null,
  progress: null,
  detail: null,
  action: null,
  undone: false,
  foreign: false,
});
const all = (news: readonly ConversationNews[]) => news.reduce(applyNews, emptyModel);

describe('the transcript', () => {
  it('keeps an entry in its place while its words arrive', () => {
    const { transcript } = all([
      { type: 'entry', entry: user('1', 'what', false) },
      { type: 'entry', entry: agent('2', 'It', false) },
      { type: 'entry', entry: user('1', 'what time is it') },
    ]);
    expect(transcript).toEqual([user('1', 'what time is it'), agent('2', 'It', false)]);
  });

  it('is empty after a new conversation began, with the state untouched', () => {
    const live = { ...emptyModel.snapshot, live: true };
    const model = all([
      { type: 'snapshot', snapshot: live },
      { type: 'entry', entry: user('1', 'hello') },
      { type: 'cleared' },
    ]);
    expect(model).toEqual({ snapshot: live, transcript: [] });
  });

  it('does not change the model it was given', () => {
    const before = all([{ type: 'entry', entry: user('1', 'hel', false) }]);
    applyNews(before, { type: 'entry', entry: user('1', 'hello') });
    expect(before.transcript).toEqual([user('1', 'hel', false)]);
  });

  // The page subscribes before it asks for the current state, so news may be in the answer already.
  it('ends the same when news that the current state already holds are applied to it again', () => {
    const news = fc.oneof(
      fc.record({
        type: fc.constant('entry' as const),
        entry: fc
          .tuple(fc.constantFrom('1', '2', '3'), fc.string())
          .map(([id, text]) => user(id, text, false)),
      }),
      fc.constant({ type: 'cleared' as const }),
    );
    fc.assert(
      fc.property(fc.array(news), fc.nat(), fc.nat(), (list, a, b) => {
        const subscribed = Math.min(a % (list.length + 1), b % (list.length + 1));
        const answered = Math.max(a % (list.length + 1), b % (list.length + 1));
        const shown = list.slice(subscribed).reduce(applyNews, all(list.slice(0, answered)));
        const byId = (entries: readonly TranscriptEntry[]) => [...entries].sort((x, y) => +x.id - +y.id);
        expect(byId(shown.transcript)).toEqual(byId(all(list).transcript));
      }),
    );
  });
});

describe('what a screen reader says', () => {
  it('says nothing while words are being revealed', () => {
    expect(announcement(agent('1', 'It is', false), agent('1', 'It is three', false))).toBeNull();
  });

  it('says an answer once, when it is complete', () => {
    const done = agent('1', 'It is three.');
    expect(announcement(agent('1', 'It is', false), done)).toBe('Parley: It is three.');
    expect(announcement(done, done)).toBeNull();
  });

  it('does not read back what the person said', () => {
    expect(announcement(user('1', 'hel', false), user('1', 'hello'))).toBeNull();
  });

  it('says how a tool ended, in words', () => {
    expect(announcement(undefined, tool('running'))).toBeNull();
    expect(announcement(tool('running'), tool('done', 'Found 3 files.'))).toBe('List files: Found 3 files.');
    expect(announcement(tool('running'), tool('failed'))).toBe('List files: failed');
  });

  it('says nothing for an answer that was cut off before its first word', () => {
    expect(announcement(agent('1', '', false), agent('1', ''))).toBeNull();
  });
});

it('writes tool names for people', () => {
  expect(readableName('list_files')).toBe('List files');
  expect(readableName('open-folder')).toBe('Open folder');
});
