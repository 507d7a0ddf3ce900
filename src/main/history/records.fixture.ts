import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { ConversationRecord } from '../conversation/records';

/** When the talks of the tests begin: 21 November 2026, 09:00 UTC. */
export const NINE = Date.UTC(2026, 10, 21, 9);

/** A record without its stamp. */
type Bare = ConversationRecord extends infer R
  ? R extends ConversationRecord
    ? Omit<R, 'at' | 'conversation'>
    : never
  : never;

/** Stamps records: one a second, from `from` on. */
export function stamped(conversation: string, bare: readonly Bare[], from = NINE): ConversationRecord[] {
  return bare.map(
    (record, index) => ({ ...record, at: from + index * 1_000, conversation }) as ConversationRecord,
  );
}

/** What the person said. */
export const you = (id: string, text: string): TranscriptEntry => ({
  kind: 'user',
  id,
  text,
  final: true,
  typed: false,
});
/** What the agent said. */
export const agent = (id: string, text: string): TranscriptEntry => ({
  kind: 'agent',
  id,
  text,
  final: true,
  interrupted: false,
});
/** What a tool did. */
export const tool = (id: string): TranscriptEntry => ({
  kind: 'tool',
  id,
  name: 'list_files',
  arguments: '{\n  "folder": "Taxes"\n}',
  state: 'done',
  outcome: 'Three files are there.',
  milliseconds: 12,
  progress: null,
  detail: null,
  action: null,
  undone: false,
  foreign: false,
});

/** The end of a turn until the first sound. */
export const latency = (audible: number) => ({
  transcript: 210,
  replyStarted: 400,
  firstAudio: audible - 40,
  audible,
  tools: null,
});

/** A talk with the hosted service that has everything in it, from beginning to end. */
export function wholeTalk(conversation: string, from = NINE): ConversationRecord[] {
  return stamped(
    conversation,
    [
      {
        type: 'conversation-began',
        engine: 'hosted',
        profile: { id: 'parley', name: 'Parley' },
        continues: false,
      },
      { type: 'socket-opened', socket: 1, engine: 'hosted', host: 'agents.assemblyai.com' },
      { type: 'session-ready', socket: 1, sessionId: 'sess_1', expiresAt: null, resumed: false },
      { type: 'entry', entry: you('entry-1', 'Où sont mes impôts, the Übersicht?') },
      { type: 'entry', entry: tool('call-1') },
      { type: 'turn', latency: latency(900) },
      { type: 'entry', entry: agent('reply-1', 'Three files about your taxes are there. 🙂') },
      { type: 'problem', problem: { code: 'connection_lost', sentence: 'The connection broke.', next: '' } },
      {
        type: 'socket-closed',
        socket: 1,
        sessionId: 'sess_1',
        code: 1006,
        reason: 'gone',
        saidGoodbye: false,
        seconds: null,
      },
      { type: 'socket-opened', socket: 2, engine: 'hosted', host: 'agents.assemblyai.com' },
      { type: 'session-ready', socket: 2, sessionId: 'sess_2', expiresAt: null, resumed: true },
      { type: 'entry', entry: you('entry-2', 'Thank you.') },
      {
        type: 'socket-closed',
        socket: 2,
        sessionId: 'sess_2',
        code: 1000,
        reason: '',
        saidGoodbye: true,
        seconds: 23,
      },
      { type: 'conversation-ended', reason: 'person' },
    ],
    from,
  );
}
