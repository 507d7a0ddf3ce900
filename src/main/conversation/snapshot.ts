import type { ConversationSnapshot, CostPicture } from '../../shared/ipc/conversation';
import type { ConversationState } from './state';
import { isOpen, problemOf, statusOf } from './status';

/**
 * The small picture of the talk that windows get. `drift` is what must be added to a time of the state to have it
 * on the windows' clocks (milliseconds).
 */
export function snapshotOf(
  state: ConversationState,
  dollarsPerHour: number,
  drift: number,
): ConversationSnapshot {
  const { phase, hangUpAt } = state;
  return {
    status: statusOf(state),
    problem: problemOf(state),
    notice: state.notice,
    engine: state.engine,
    live: isOpen(state),
    muted: state.muted,
    latency: state.latency,
    cost: costOf(state, dollarsPerHour, drift),
    hangUpAt: hangUpAt === null ? null : Math.round(hangUpAt + drift),
    reconnecting: phase.name === 'recovering' && !phase.quiet ? phase.attempt : null,
    offers: state.offers,
    tainted: state.taintedIn !== null,
    halfDuplex: state.adjustments.halfDuplex,
    resting: phase.name === 'resting',
    talkKey: state.talkKey.name,
  };
}

/** Clocks that count on by themselves need no new picture for less than this. */
const SLACK_MS = 500;

/** Whether a window would show the same. Called at every event of the talk, so it looks only as deep as it must. */
export function sameSnapshot(one: ConversationSnapshot | null, other: ConversationSnapshot): boolean {
  if (!one) return false;
  const names = Object.keys(other) as (keyof ConversationSnapshot)[];
  return names.every((name) => {
    if (name === 'cost') return sameCost(one.cost, other.cost);
    if (name === 'hangUpAt') return close(one.hangUpAt, other.hangUpAt);
    return one[name] === other[name];
  });
}

function sameCost(one: CostPicture | null, other: CostPicture | null): boolean {
  if (!one || !other) return one === other;
  return (
    one.closedSeconds === other.closedSeconds &&
    one.dollarsPerHour === other.dollarsPerHour &&
    close(one.openSince, other.openSince)
  );
}

function close(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < SLACK_MS;
}

/** Null when nothing of this talk was hosted. */
function costOf(state: ConversationState, dollarsPerHour: number, drift: number): CostPicture | null {
  const { closedMs, openSince, engine } = state;
  if (engine === 'local' && closedMs === 0 && openSince === null) return null;
  return {
    closedSeconds: closedMs / 1_000,
    openSince: openSince === null ? null : Math.round(openSince + drift),
    dollarsPerHour,
  };
}
