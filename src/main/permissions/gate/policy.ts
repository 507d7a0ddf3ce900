/**
 * The gate: what a call may do unasked. Pure, and outside the model: a tool's class, the person's standing choices and
 * whether somebody else's words are in the talk decide, never what was said (design.md, Settled 6).
 */
import type { ToolClass } from '../../tools/tool';

/** A choice of the person that holds for a tool, everywhere or in one scope. */
export type StandingChoice = 'ask' | 'conversation' | 'always' | 'deny';

/** Whether the agent has words of somebody else before it; `this-turn`: since the person last spoke. */
export type Taint = 'none' | 'earlier' | 'this-turn';

/** What the gate is asked. */
export interface GateQuestion {
  readonly class: ToolClass;
  readonly standing: StandingChoice;
  readonly taint: Taint;
  /** Calls of this turn before this one, whatever their kind. */
  readonly callsInTurn: number;
  /** Calls of class `own` in the last minute. */
  readonly ownInMinute: number;
}

/** What the gate answers. */
export type GateDecision =
  | { readonly type: 'run'; readonly because: 'class' | 'conversation' | 'always' }
  | {
      readonly type: 'ask';
      readonly byVoice: boolean;
      readonly mayRemember: boolean;
      /** Told on the card when a standing choice or the class alone would have let it run. */
      readonly tainted: boolean;
    }
  | { readonly type: 'refuse'; readonly because: 'denied' | 'too-many-steps' | 'too-often' };

/** Calls that one turn of the person may cause. */
export const MOST_CALLS_IN_TURN = 12;
/** Calls of class `own` that run in one minute. */
export const MOST_OWN_IN_MINUTE = 20;

/** Decides on a call. */
export function decide(question: GateQuestion): GateDecision {
  const { standing, taint } = question;
  if (standing === 'deny') return { type: 'refuse', because: 'denied' };
  if (question.callsInTurn >= MOST_CALLS_IN_TURN) return { type: 'refuse', because: 'too-many-steps' };
  switch (question.class) {
    case 'read':
      return { type: 'run', because: 'class' };
    case 'own':
      if (question.ownInMinute >= MOST_OWN_IN_MINUTE) return { type: 'refuse', because: 'too-often' };
      // What was read a moment ago may have asked for this; the person has not spoken since.
      return taint === 'this-turn' ? asking(true, false, true) : { type: 'run', because: 'class' };
    case 'reversible':
      if (taint === 'none' && (standing === 'conversation' || standing === 'always')) {
        return { type: 'run', because: standing };
      }
      return asking(true, taint === 'none', taint !== 'none' && standing !== 'ask');
    case 'outward':
      return asking(false, false, false);
  }
}

function asking(byVoice: boolean, mayRemember: boolean, tainted: boolean): GateDecision {
  return { type: 'ask', byVoice, mayRemember, tainted };
}
