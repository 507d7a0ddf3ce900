import { assertNever } from '../../shared/assert-never';
import type { Digest, KeptConversation, KeptItem, KeptSocket } from '../../shared/ipc/history';
import type { ConversationRecord } from '../conversation/records';
import { billedMilliseconds, microDollars, priceOf } from '../cost/price';
import { decodeLines, HISTORY_FORMAT, type FileLine, type Line } from './format';
import { firstWords } from './title';

/** What the text of a file is. `empty`: the talk's beginning never reached the disk; `newer`: not for this Parley. */
export type ReadFile =
  | { readonly kind: 'conversation'; readonly conversation: KeptConversation }
  | { readonly kind: 'empty' }
  | { readonly kind: 'newer' };

/** Reads a file's text, whole or torn at any place. Never throws. */
export function readFileText(text: string): ReadFile {
  const { lines, unreadable } = decodeLines(text);
  const file = lines.find((line): line is FileLine => line.type === 'file');
  if (file && file.format > HISTORY_FORMAT) return { kind: 'newer' };
  const began = lines.find((line) => line.type === 'conversation-began');
  if (!began) return { kind: 'empty' };
  const kept = lines.reduce(add, nothingYet);
  const entries = kept.items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : []));
  const sockets = [...closedAfterAll(kept).values()];
  const hosted = sockets.filter((socket) => socket.engine === 'hosted');
  const seconds = hosted.reduce((sum, socket) => sum + socket.seconds, 0);
  const spent = priceOf(Math.round(seconds * 1_000), microDollars(file?.dollarsPerHour ?? 0)) / 1_000_000;
  const conversation: KeptConversation = {
    id: began.conversation,
    title: kept.title || firstWords(entries),
    ownTitle: kept.title !== '',
    beganAt: began.at,
    lastAt: Math.max(kept.lastAt, began.at),
    engines: [...new Set([began.engine, ...sockets.map(({ engine }) => engine)])],
    profile: began.profile,
    state: kept.end ? 'ended' : 'cut',
    end: kept.end,
    dollars: hosted.length > 0 ? spent : null,
    turns: entries.filter(({ kind }) => kind === 'user').length,
    problems: kept.items.filter(({ kind }) => kind === 'problem').length,
    continues: began.continues,
    sockets,
    items: kept.items,
    digests: kept.digests,
    unreadable,
  };
  return { kind: 'conversation', conversation };
}

interface Kept {
  readonly title: string;
  readonly lastAt: number;
  readonly end: KeptConversation['end'];
  readonly sockets: ReadonlyMap<number, KeptSocket>;
  readonly items: readonly KeptItem[];
  readonly digests: readonly Digest[];
}

const nothingYet: Kept = {
  title: '',
  lastAt: 0,
  end: null,
  sockets: new Map(),
  items: [],
  digests: [],
};

function add(kept: Kept, line: Line): Kept {
  switch (line.type) {
    case 'file':
      return kept;
    case 'title':
      return { ...kept, title: line.title };
    case 'digest':
      return {
        ...kept,
        digests: [...kept.digests.filter(({ kind }) => kind !== line.digest.kind), line.digest],
      };
    default:
      return addRecord({ ...kept, lastAt: Math.max(kept.lastAt, line.at) }, line);
  }
}

function addRecord(kept: Kept, record: ConversationRecord): Kept {
  const { at } = record;
  switch (record.type) {
    case 'conversation-began':
      // The same talk may go on after it was closed.
      return { ...kept, end: null };
    case 'socket-opened':
      return withSocket(kept, {
        socket: record.socket,
        engine: record.engine,
        host: record.host,
        openedAt: at,
        closedAt: null,
        sessions: [],
        code: null,
        reason: '',
        saidGoodbye: false,
        seconds: 0,
      });
    case 'session-ready': {
      const socket = kept.sockets.get(record.socket);
      const session = { id: record.sessionId, resumed: record.resumed };
      return socket ? withSocket(kept, { ...socket, sessions: [...socket.sessions, session] }) : kept;
    }
    case 'socket-closed': {
      const socket = kept.sockets.get(record.socket);
      const { code, reason, saidGoodbye } = record;
      const closed = { closedAt: at, code, reason, saidGoodbye };
      return socket
        ? withSocket(kept, {
            ...socket,
            ...closed,
            seconds: secondsOf(socket, at, { seconds: record.seconds, saidGoodbye }, kept.sockets),
          })
        : kept;
    }
    case 'entry':
      return { ...kept, items: withEntry(kept.items, { kind: 'entry', at, entry: record.entry }) };
    case 'turn':
      return { ...kept, items: [...kept.items, { kind: 'latency', at, latency: record.latency }] };
    case 'problem':
      return { ...kept, items: [...kept.items, { kind: 'problem', at, problem: record.problem }] };
    case 'conversation-ended':
      return { ...kept, end: record.reason };
    default:
      return assertNever(record);
  }
}

function withSocket(kept: Kept, socket: KeptSocket): Kept {
  return { ...kept, sockets: new Map(kept.sockets).set(socket.socket, socket) };
}

/** A known entry is replaced in its place. */
function withEntry(items: readonly KeptItem[], item: KeptItem & { kind: 'entry' }): readonly KeptItem[] {
  const place = items.findLastIndex((other) => other.kind === 'entry' && other.entry.id === item.entry.id);
  const before = items[place];
  return before ? items.with(place, { ...item, at: before.at }) : [...items, item];
}

/** A socket whose end was never recorded was open at least as long as something happened. */
function closedAfterAll({ sockets, lastAt }: Kept): Kept['sockets'] {
  let all = sockets;
  for (const socket of sockets.values()) {
    if (socket.closedAt !== null) continue;
    const seconds = secondsOf(socket, lastAt, { seconds: null, saidGoodbye: false }, all);
    all = new Map(all).set(socket.socket, { ...socket, seconds });
  }
  return all;
}

/** A resumed session is billed once, from its first socket on: what earlier sockets of it cost is taken off. */
function secondsOf(
  socket: KeptSocket,
  closedAt: number,
  told: { readonly seconds: number | null; readonly saidGoodbye: boolean },
  sockets: Kept['sockets'],
): number {
  const session = socket.sessions.at(-1)?.id ?? null;
  const earlier = [...sockets.values()].filter(
    (other) => session !== null && other.socket < socket.socket && other.sessions.at(-1)?.id === session,
  );
  const { openedAt } = earlier[0] ?? socket;
  const whole = billedMilliseconds({ openedAt, closedAt, ready: session !== null, ...told }) / 1_000;
  return Math.max(0, whole - earlier.reduce((sum, { seconds }) => sum + seconds, 0));
}
