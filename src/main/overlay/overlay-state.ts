/**
 * The overlay: a small panel above all windows that shows the talk where the person is. It never takes the focus, lets
 * clicks through where it is empty, and leaves by itself. This file says when it is there.
 */
import { presenceState, type TalkGlance } from '../presence/presence-state';

/** How long it stays after the last thing has happened, and after a problem, which takes longer to read. */
const LEAVES_MS = 4_000;
const PROBLEM_LEAVES_MS = 9_000;

/** Whether it is there, and when it leaves by itself (milliseconds of a clock that only goes on). */
export type OverlayState =
  { readonly shown: false } | { readonly shown: true; readonly leavesAt: number | null };

/** Not there. */
export const away: OverlayState = { shown: false };

/** What it depends on. */
export interface OverlayLook {
  /** Wanted by the person, and possible on this system. */
  readonly allowed: boolean;
  /** The person has Parley's own window before them, which shows the same. */
  readonly attended: boolean;
  readonly talk: TalkGlance;
}

/** What follows from a look. Something that has ended is never brought up, only left standing for a while. */
export function overlayNext(state: OverlayState, look: OverlayLook, now: number): OverlayState {
  if (!look.allowed || look.attended) return away;
  if (isEngaged(look.talk)) return { shown: true, leavesAt: null };
  if (!state.shown) return away;
  const leavesAt = state.leavesAt ?? now + (look.talk.status === 'problem' ? PROBLEM_LEAVES_MS : LEAVES_MS);
  return now >= leavesAt ? away : { shown: true, leavesAt };
}

/** Something goes on: words are taken, said or worked on, or the person is asked. */
function isEngaged(talk: TalkGlance): boolean {
  // Between two presses of the talk key an open talk is idle; one that rests costs nobody's attention.
  return talk.live && presenceState(talk, false) !== 'idle';
}
