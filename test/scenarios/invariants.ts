/**
 * What must hold of every talk, whatever happens to the network: each invariant reads the events of one engine as
 * they come and tells what broke it. They keep little, so that they can watch for hours.
 */
import type { BedEvent, Gauges } from '../support/bed-events';
import { wordOverlap, wordsOf } from '../support/words';
import { nothingOwed, type Checker, type Make, type Strictness, type Violation } from './checker';
import { flatHeap } from './flat-heap';

/** Every sentence said is a final entry of the transcript once: no word lost, none doubled. */
const heardOnce: Make = ({ words }) => {
  let said: string[] = [];
  let heard = new Map<string, string>();
  const settled = new Set<string>();
  const judge = () => {
    const [wanted, got] = [said.join(' '), [...heard.values()].join(' ')];
    for (const id of heard.keys()) settled.add(id);
    said = [];
    heard = new Map();
    return misheard(wanted, got, words);
  };
  return {
    take(event) {
      if (event.type === 'said') said.push(event.text);
      if (event.type === 'entry' && event.entry.kind === 'user' && event.entry.final && !event.entry.typed) {
        if (!settled.has(event.entry.id)) heard.set(event.entry.id, event.entry.text);
      }
      return event.type === 'settled' ? judge() : null;
    },
    finish: () => (said.length > 0 ? judge() : null),
  };
};

function misheard(wanted: string, got: string, how: Strictness['words']): string | null {
  const [want, have] = [wordsOf(wanted), wordsOf(got)];
  if (how === 'exact') return want.join(' ') === have.join(' ') ? null : `said "${wanted}", heard "${got}"`;
  if (wordOverlap(wanted, got) < 0.5) return `lost: said "${wanted}", heard "${got}"`;
  return have.length > want.length * 1.5 + 2 ? `doubled: said "${wanted}", heard "${got}"` : null;
}

/** Each call is answered at most once, and only on a session that asked. */
const oneResult: Make = () => {
  const answered = new Set<unknown>();
  const askedBy = new Map<unknown, unknown>();
  const sessions = new Map<number, unknown>();
  return {
    take(event) {
      if (event.type === 'received') {
        const { type, session_id, call_id } = event.message;
        if (type === 'session.ready') sessions.set(event.link, session_id);
        if (type === 'tool.call') askedBy.set(call_id, sessions.get(event.link));
      }
      if (event.type !== 'sent' || event.message.type !== 'tool.result') return null;
      const { call_id } = event.message;
      if (answered.has(call_id)) return `the call ${String(call_id)} was answered twice`;
      answered.add(call_id);
      const asked = askedBy.get(call_id);
      return asked === sessions.get(event.link) ? null : 'a result went to a session that had not asked';
    },
    finish: nothingOwed,
  };
};

/** Each call of the service makes a tool run at most once. */
const oneRun: Make = () => {
  let calls = 0;
  let runs = 0;
  return {
    take(event) {
      if (event.type === 'received' && event.message.type === 'tool.call') calls += 1;
      if (event.type === 'tool-ran') runs += 1;
      return event.type === 'tool-ran' && runs > calls ? 'a tool ran that nobody called' : null;
    },
    finish: nothingOwed,
  };
};

/** A fade is 5 ms; a report may be stamped at the end of the quantum in which the flush came. */
const FADE_MS = 20;

/** Once a reply was flushed, nothing of it is queued or heard. */
const silentAfterFlush: Make = () => {
  const known = new Set<string>();
  const flushed = new Map<string, number>();
  return {
    take(event) {
      if (event.type === 'wish' && event.wish === 'start') {
        known.clear();
        flushed.clear();
      }
      if (event.type === 'command') {
        if (event.command === 'flush' && event.reply !== null) flushed.set(event.reply, event.at);
        if (event.command === 'flush-all') for (const reply of known) flushed.set(reply, event.at);
        if (event.command === 'audio' && event.reply !== null) {
          known.add(event.reply);
          if (flushed.has(event.reply)) return `audio of ${event.reply} was queued after its flush`;
        }
      }
      if (event.type === 'report' && (event.report.type === 'played' || event.report.type === 'audible')) {
        const since = flushed.get(event.report.reply);
        if (since !== undefined && event.report.at > since + FADE_MS)
          return `${event.report.reply} was heard ${String(Math.round(event.report.at - since))} ms after its flush`;
      }
      return null;
    },
    finish: nothingOwed,
  };
};

/** The app may take this long from an interruption told to silence. */
const SILENCE_MS = 150;

/** Once the service has told that a reply is interrupted, it falls silent. */
const silentAfterInterruption: Make = () => {
  const interrupted = new Map<unknown, number>();
  return {
    take(event) {
      if (event.type === 'received' && event.message.type === 'reply.done') {
        const { status, reply_id } = event.message;
        if (status === 'interrupted') interrupted.set(reply_id, event.at);
      }
      if (event.type !== 'report' || event.report.type !== 'played') return null;
      const since = interrupted.get(event.report.reply);
      return since !== undefined && event.report.at > since + SILENCE_MS
        ? `${event.report.reply} was heard ${String(Math.round(event.report.at - since))} ms after its interruption`
        : null;
    },
    finish: nothingOwed,
  };
};

/** Most of each gauge: 15 s of frames kept over a break and one more being added, 1 s of base64 in the socket. */
const MOST: Readonly<Record<Exclude<keyof Gauges, 'heapBytes'>, number>> = {
  uplinkFrames: 320,
  socketBytes: 128_000,
  events: 50,
};
/** Audio of the agent that waits to be heard: the service sends it at real time. */
const MOST_QUEUED_SECONDS = 20;
const RATE = 24_000;

/** No queue grows without bound: uplink, socket, events, playback. */
const boundedQueues: Make = () => {
  const queued = new Map<string, number>();
  return {
    take(event) {
      if (event.type === 'gauges') {
        const over = (Object.keys(MOST) as (keyof typeof MOST)[]).find(
          (name) => event.gauges[name] > MOST[name],
        );
        if (over) return `${over} holds ${String(event.gauges[over])}, more than ${String(MOST[over])}`;
      }
      if (event.type === 'wish') queued.clear();
      if (event.type === 'command' && event.command === 'flush-all') queued.clear();
      if (event.type === 'report' && 'reply' in event.report) {
        if (['drained', 'flushed'].includes(event.report.type)) queued.delete(event.report.reply);
        if (event.report.type === 'overflow') return 'the playback buffer overflowed';
      }
      if (event.type === 'command' && event.command === 'audio' && event.reply !== null)
        queued.set(event.reply, (queued.get(event.reply) ?? 0) + event.samples);
      if (event.type === 'report' && event.report.type === 'played' && queued.has(event.report.reply)) {
        const waiting = queued.get(event.report.reply)! - event.report.samples;
        if (waiting > MOST_QUEUED_SECONDS * RATE)
          return `${String(Math.round(waiting / RATE))} s of a reply wait to be heard`;
      }
      return null;
    },
    finish: nothingOwed,
  };
};

/** A session that was ready is ended with `session.end`, unless the network or the service ended it. */
const politeEnds: Make = () => {
  const ready = new Set<number>();
  const ended = new Set<number>();
  return {
    take(event) {
      if (event.type === 'received' && event.message.type === 'session.ready') ready.add(event.link);
      if (event.type === 'sent' && event.message.type === 'session.end') ended.add(event.link);
      if (event.type !== 'link-closed') return null;
      const bare = ready.has(event.link) && !ended.has(event.link) && event.by === 'client';
      ready.delete(event.link);
      ended.delete(event.link);
      return bare ? `the session of socket ${String(event.link)} was left without session.end` : null;
    },
    finish: nothingOwed,
  };
};

/** After the end no socket is opened, and none is left open. */
const noSocketLeft: Make = () => {
  const open = new Set<number>();
  let endWished = false;
  return {
    take(event) {
      if (event.type === 'wish') endWished = event.wish === 'end';
      if (event.type === 'link-opened') {
        open.add(event.link);
        if (endWished) return 'a socket was opened after the end';
      }
      if (event.type === 'link-closed') open.delete(event.link);
      return null;
    },
    finish: () => {
      const left = [...open];
      return left.length > 0 ? `sockets were left open: ${left.join(', ')}` : null;
    },
  };
};

/** From knowing that a session is lost to the first try for another; in tests the machine may be busy. */
const FIRST_TRY_MS = 250;

/** Who loses a session that was ready tries at once for another, unless the service said why it ended. */
const triesAtOnce: Make = () => {
  let talking = false;
  let present = 0;
  let explained = false;
  let lostAt: number | null = null;
  const take = (event: BedEvent) => {
    if (event.type === 'wish') talking = event.wish === 'start';
    if (event.type === 'received' && event.message.type === 'session.error') explained = true;
    if (event.type === 'record' && event.record.type === 'socket-opened') {
      present = event.record.socket;
      explained = false;
    }
    if (event.type !== 'record' || event.record.type !== 'socket-closed') return;
    const { socket, sessionId, saidGoodbye } = event.record;
    if (socket === present && sessionId !== null && !saidGoodbye && !explained) lostAt = event.at;
  };
  return {
    take(event) {
      take(event);
      if (!talking) lostAt = null;
      if (lostAt === null) return null;
      const since = event.at - lostAt;
      if (since <= FIRST_TRY_MS && event.type !== 'attempt') return null;
      lostAt = null;
      return since > FIRST_TRY_MS ? `no try for a new session in ${String(Math.round(since))} ms` : null;
    },
    finish: nothingOwed,
  };
};

/** Most seconds of audio in any second, and the grace for bunched timers. */
const MOST_PACE = 2;
const PACE_GRACE_SAMPLES = 12_000;

/** What was sent evenly comes in a burst after a network like this, for so long. */
const UNEVEN = /stall|flow|slow|course|clear/;
const UNEVEN_MS = 5_000;

/** Audio goes out only after `session.ready`, and at no more than twice real time. */
const pacedUplink: Make = () => {
  const ready = new Set<number>();
  let evenFrom = 0;
  let recent: { readonly at: number; readonly samples: number }[] = [];
  return {
    take(event) {
      if (event.type === 'received' && event.message.type === 'session.ready') ready.add(event.link);
      if (event.type === 'fault' && UNEVEN.test(event.name)) evenFrom = event.at + UNEVEN_MS;
      if (event.type !== 'sent' || event.message.type !== 'input.audio') return null;
      if (!ready.has(event.link)) return 'audio was sent before session.ready';
      recent = [
        ...recent.filter(({ at }) => at > event.at - 1_000),
        { at: event.at, samples: event.message.samples ?? 0 },
      ];
      const sum = recent.reduce((total, { samples }) => total + samples, 0);
      return event.at > evenFrom && sum > MOST_PACE * RATE + PACE_GRACE_SAMPLES
        ? `${(sum / RATE).toFixed(1)} s of audio were sent within a second`
        : null;
    },
    finish: nothingOwed,
  };
};

/** One talk greets once, however many sessions it takes. */
const oneGreeting: Make = () => {
  let greetings = 0;
  return {
    take(event) {
      if (event.type === 'wish' && event.wish === 'start') greetings = 0;
      if (event.type === 'sent' && event.message.type === 'session.update') {
        const session = event.message['session'] as { readonly greeting?: unknown } | undefined;
        if (typeof session?.greeting === 'string') greetings += 1;
      }
      return greetings > 1 ? 'the person was greeted again' : null;
    },
    finish: nothingOwed,
  };
};

/** Every invariant by its name. */
export const invariants = {
  'each sentence is heard exactly once': heardOnce,
  'one result for each call': oneResult,
  'no tool runs unasked': oneRun,
  'nothing is heard after a flush': silentAfterFlush,
  'an interruption silences': silentAfterInterruption,
  'queues are bounded': boundedQueues,
  'sessions are ended politely': politeEnds,
  'no socket is left': noSocketLeft,
  'a lost session is sought at once': triesAtOnce,
  'audio keeps its pace': pacedUplink,
  'one greeting': oneGreeting,
  'the heap is flat': flatHeap,
} as const satisfies Record<string, Make>;

/** Watches every invariant over the events of one engine. */
export class Watch {
  readonly violations: Violation[] = [];
  private readonly checkers: readonly (readonly [string, Checker])[];
  private last = 0;

  constructor(strictness: Strictness) {
    this.checkers = Object.entries(invariants).map(([name, make]) => [name, make(strictness)] as const);
  }

  /** Takes the next event; gives what it broke. */
  take(event: BedEvent): readonly Violation[] {
    this.last = event.at;
    return this.collect((checker) => checker.take(event));
  }

  /** The run is over; gives what was still owed. */
  finish(): readonly Violation[] {
    return this.collect((checker) => checker.finish());
  }

  private collect(ask: (checker: Checker) => string | null): readonly Violation[] {
    const found = this.checkers.flatMap(([invariant, checker]) => {
      const what = ask(checker);
      return what === null ? [] : [{ invariant, what, at: this.last }];
    });
    this.violations.push(...found);
    return found;
  }
}
