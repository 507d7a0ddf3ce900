/* What the agent said in the seconds before somebody was heard, and whether that was only its echo. */
import { heardMs } from '../speaking/playout';
import { isOwnEcho } from '../turns/own-echo';
import type { LastSaid, OpenTurn, SessionState, Step } from './state';

/** The way to the speakers, through the room and back: a turn that begins this late may still be an echo. */
const LINGERS_MS = 500;
/** How far back from the beginning of a turn its words may have been spoken. */
const REACH_MS = 2_500;
/** How quickly the level of the person follows. */
const FOLLOWS = 0.3;

/** Whether somebody who is first heard now may be the agent itself. */
export function mayBeEcho({ state, now }: Step, agoMs: number): boolean {
  if (saidBy(state, now)) return true;
  return state.lastSaid !== null && now - agoMs - state.lastSaid.endedAt <= LINGERS_MS;
}

/** Keeps what was heard of the open reply, which ends now. */
export function keepLastSaid(step: Step): void {
  const said = saidBy(step.state, step.now);
  if (said) step.set({ lastSaid: said });
}

/** Whether these words are the agent's own; `lastsMs` is the length of the turn, `level` is in dBFS. */
export function isEchoOf(
  step: Step,
  turn: OpenTurn,
  heard: string,
  lastsMs: number,
  level?: number,
): boolean {
  const { state, now } = step;
  const said = saidBy(state, now) ?? state.lastSaid;
  if (!turn.mayBeEcho || !said) return false;
  const recent = said.words.filter(
    (word) => said.origin + word.startMs <= now && said.origin + word.endMs >= now - lastsMs - REACH_MS,
  );
  const below =
    level === undefined || state.personLevel === null ? null : Math.round(state.personLevel - level);
  const text = recent.map((word) => word.text).join(' ');
  return isOwnEcho({ heard, said: text, asks: said.asks, below });
}

/** Learns how loud this person speaks, from a turn in which nobody else did. */
export function learnLevel(step: Step, turn: OpenTurn, level: number | undefined): void {
  const { personLevel } = step.state;
  if (turn.mayBeEcho || level === undefined || !Number.isFinite(level)) return;
  step.set({ personLevel: personLevel === null ? level : personLevel + FOLLOWS * (level - personLevel) });
}

function saidBy({ reply }: SessionState, now: number): LastSaid | null {
  if (reply?.stage.kind !== 'speaking') return null;
  const { playout, text } = reply.stage;
  if (playout.origin === null) return null;
  const until = heardMs(playout, now);
  const words = playout.words.filter(({ startMs }) => startMs <= until);
  return { words, origin: playout.origin, endedAt: now, asks: text.trimEnd().endsWith('?') };
}
