import type { Fault } from '../scenarios/scenario';

/** Something that goes wrong in a turn of the soak, and how it is put right again. */
export interface Mishap {
  readonly kind: string;
  /** When in the turn: before the person speaks, meanwhile, or while the agent answers. */
  readonly when: 'before' | 'speaking' | 'answering';
  readonly faults: readonly Fault[];
  /** Put right after so long. */
  readonly lastsMs: number;
  /** Puts it right. */
  readonly remedies: readonly Fault[];
  /** The session's socket cannot outlive it. */
  readonly breaks: boolean;
}

type Random = () => number;

const between = (random: Random, from: number, to: number) => Math.round(from + random() * (to - from));
const oneOf = <T>(random: Random, things: readonly T[]): T => things[Math.floor(random() * things.length)]!;

const clear: Fault = { network: { kind: 'clear' } };
const reset: Fault = { network: { kind: 'reset' } };
const moments = ['before', 'speaking', 'answering'] as const;
/** Messages without which a turn is still whole, and messages that may come twice. */
const SPARE = ['reply.audio', 'transcript.agent', 'transcript.agent.delta', 'transcript.user.delta'];
const REPEATED = ['transcript.user', 'reply.started', 'tool.call', 'reply.done', 'input.speech.started'];

const kinds: Readonly<Record<string, (random: Random) => Omit<Mishap, 'kind' | 'when'>>> = {
  drop: () => ({ faults: [reset], lastsMs: 0, remedies: [], breaks: true }),
  'drop, resume refused': () => ({
    faults: [{ next: ['refuse-resume'] }, reset],
    lastsMs: 0,
    remedies: [],
    breaks: true,
  }),
  'half-open': () => ({
    faults: [{ network: { kind: 'half-open' } }],
    lastsMs: 0,
    remedies: [],
    breaks: true,
  }),
  'network change': (random) => ({
    faults: [{ network: { kind: 'refuse', how: oneOf(random, ['reset', 'silent']) } }, reset],
    lastsMs: between(random, 200, 2_500),
    remedies: [{ network: { kind: 'accept' } }],
    breaks: true,
  }),
  'service restart': (random) => ({
    faults: [{ restart: { downMs: between(random, 200, 2_500) } }],
    lastsMs: 0,
    remedies: [],
    breaks: true,
  }),
  'cut frame': (random) => ({
    faults: [{ network: { kind: 'alter', message: oneOf(random, SPARE), how: 'cut' } }],
    lastsMs: 0,
    remedies: [],
    breaks: true,
  }),
  'truncated message': (random) => ({
    faults: [{ network: { kind: 'alter', message: oneOf(random, SPARE), how: 'truncate' } }],
    lastsMs: 0,
    remedies: [],
    breaks: false,
  }),
  'repeated message': (random) => ({
    faults: [{ network: { kind: 'alter', message: oneOf(random, REPEATED), how: 'repeat' } }],
    lastsMs: 0,
    remedies: [],
    breaks: false,
  }),
  stall: (random) => ({
    faults: [{ network: { kind: 'stall' } }],
    lastsMs: between(random, 200, 2_500),
    remedies: [{ network: { kind: 'flow' } }],
    breaks: false,
  }),
  'slow network': (random) => ({
    faults: [
      {
        network: {
          kind: 'course',
          course: { delayMs: between(random, 20, 200), jitterMs: between(random, 0, 150) },
        },
      },
    ],
    lastsMs: between(random, 1_000, 4_000),
    remedies: [clear],
    breaks: false,
  }),
  'slow reader': (random) => ({
    faults: [
      { network: { kind: 'slow-reader', direction: 'up', bytesPerSecond: between(random, 70_000, 150_000) } },
    ],
    lastsMs: between(random, 1_000, 4_000),
    remedies: [clear],
    breaks: false,
  }),
  'service error': (random) => ({
    faults: [
      { next: [oneOf(random, ['close-mid-reply=1011', 'drop-mid-reply', 'ready-delay=1500'])] },
      reset,
    ],
    lastsMs: 0,
    remedies: [],
    breaks: true,
  }),
  'session expires': (random) => ({
    faults: [{ next: ['refuse-resume', 'expires-in=15'] }, { next: ['expires-in=15'] }, reset],
    lastsMs: between(random, 0, 10),
    remedies: [],
    breaks: true,
  }),
};

/** What goes wrong next, or nothing: about one turn in three is left in peace. */
export function nextMishap(random: Random): Mishap | null {
  if (random() < 0.33) return null;
  const kind = oneOf(random, Object.keys(kinds));
  return { kind, when: oneOf(random, moments), ...kinds[kind]!(random) };
}
