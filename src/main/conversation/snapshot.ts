import type { ConversationSnapshot, CostPicture } from '../../shared/ipc/conversation';
import { isOpen, problemOf, statusOf, type ConversationState } from './state';

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
    halfDuplex: state.adjustments.halfDuplex,
    resting: phase.name === 'resting',
  };
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
