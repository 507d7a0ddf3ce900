/**
 * The talk key, pure: held it talks, tapped it keeps the microphone open until the next tap, tapped twice it leaves an
 * ordinary open talk, and in a combination with another key it was not meant. A key-up that is lost cannot leave the
 * microphone open: while the key is held the backend is asked again and again, and there is a longest hold in any case.
 */
import { assertNever } from '../../shared/assert-never';

/** Shorter is a tap. */
export const TAP_MS = 300;
/** A second tap within this time of the first makes the talk an open one. */
export const DOUBLE_MS = 400;
/** The microphone stays open this long after the release: the last syllable is on its way, and keys bounce. */
export const GRACE_MS = 100;
/** A key that is down again within this time has bounced. */
const BOUNCE_MS = 30;
/** How often the backend is asked whether a held key is still down. */
export const ASK_MS = 1_000;
/** Longest hold, for backends that cannot tell. */
export const MOST_MS = 120_000;

/** What the key leaves open when it is up: nothing, what a tap latched, or an open talk. */
type Open = 'nothing' | 'hands-free';

/** Where the talk key stands. */
export type TalkKeyState =
  | { readonly name: 'up' }
  /** The microphone is open since the press. `over`: what was open before it. */
  | { readonly name: 'held'; readonly since: number; readonly askedAt: number; readonly over: Open }
  /** Let go; open until it is clear that it was (`tap`: after a short press). `since`: the press. */
  | {
      readonly name: 'grace';
      readonly since: number;
      readonly until: number;
      readonly tap: boolean;
      readonly over: Open;
    }
  /** Open by a tap at `since`, which may become a double one. */
  | { readonly name: 'latched'; readonly since: number }
  | { readonly name: 'hands-free' }
  /** Down, but nothing follows from it any more. `over`: what stays open. */
  | { readonly name: 'spent'; readonly over: Open };

/** What happens to the key. */
export type TalkKeyEvent =
  /** `open`: an open talk listens already, without the key. */
  | { readonly type: 'down'; readonly open: boolean }
  | { readonly type: 'released' }
  /** Another key was pressed with it. */
  | { readonly type: 'combined' }
  /** The backend's answer to `ask`; null when it cannot know. */
  | { readonly type: 'answer'; readonly down: boolean | null }
  /** The time of {@link nextLook} has come. */
  | { readonly type: 'look' }
  /** The computer was locked or sleeps, or nobody watches the key any more. */
  | { readonly type: 'reset' }
  /** The talk was ended, or its microphone closed, in another way. */
  | { readonly type: 'talk-closed' };

/** What follows. */
export type TalkKeyEffect =
  /** The microphone opens, for as long as the key is down. */
  | 'hold'
  /** It is as it was before, and the turn ends. */
  | 'release'
  /** The same, but nothing was meant to be said. */
  | 'cancel'
  /** It stays open without the key. */
  | 'open'
  /** It closes until the next press. */
  | 'close'
  /** Is the key still down? Answered by `answer`. */
  | 'ask';

/** The next state, and what follows in order. */
type Step = readonly [TalkKeyState, readonly TalkKeyEffect[]];

/** The key before it was ever pressed. */
export const keyUp: TalkKeyState = { name: 'up' };

/** The next state; `now` in milliseconds of a clock that does not jump back. */
export function talkKey(state: TalkKeyState, event: TalkKeyEvent, now: number): Step {
  switch (event.type) {
    case 'down':
      return pressed(state, event.open, now);
    case 'released':
      return released(state, now);
    case 'combined':
      return combined(state);
    case 'answer':
      // One that is up was let go when nobody saw it.
      return event.down === false && state.name === 'held' ? letGo(state) : [state, []];
    case 'look':
      return looked(state, now);
    case 'reset':
      return reset(state);
    case 'talk-closed':
      return state.name === 'latched' || state.name === 'hands-free'
        ? [keyUp, []]
        : [state.name === 'up' ? state : { name: 'spent', over: 'nothing' }, []];
    default:
      return assertNever(event);
  }
}

/** When the state has to be looked at again; null when only an event can change it. */
export function nextLook(state: TalkKeyState): number | null {
  switch (state.name) {
    case 'held':
      return Math.min(state.askedAt + ASK_MS, state.since + MOST_MS);
    case 'grace':
      return state.until;
    case 'up':
    case 'latched':
    case 'hands-free':
    case 'spent':
      return null;
    default:
      return assertNever(state);
  }
}

function pressed(state: TalkKeyState, open: boolean, now: number): Step {
  switch (state.name) {
    case 'up':
      return hold(open ? 'hands-free' : 'nothing', now);
    case 'hands-free':
      return hold('hands-free', now);
    case 'grace':
      // It was never let go.
      return [{ name: 'held', since: state.since, askedAt: now, over: state.over }, []];
    case 'latched':
      return now - state.since <= DOUBLE_MS
        ? [{ name: 'spent', over: 'hands-free' }, []]
        : [{ name: 'spent', over: 'nothing' }, ['close']];
    case 'spent':
      // Its release was lost.
      return state.over === 'nothing' ? hold(open ? 'hands-free' : 'nothing', now) : hold(state.over, now);
    case 'held':
      return [state, []];
    default:
      return assertNever(state);
  }
}

function hold(over: Open, now: number): Step {
  return [{ name: 'held', since: now, askedAt: now, over }, ['hold']];
}

function released(state: TalkKeyState, now: number): Step {
  if (state.name === 'spent') return [after(state.over), []];
  if (state.name !== 'held') return [state, []];
  const { since, over } = state;
  const tap = now - since < TAP_MS;
  return [{ name: 'grace', since, until: now + (tap ? BOUNCE_MS : GRACE_MS), tap, over }, []];
}

/** A tap opens what is closed, and closes what is open. */
function tapped({ until, over }: Extract<TalkKeyState, { name: 'grace' }>): Step {
  return over === 'nothing' ? [{ name: 'latched', since: until - BOUNCE_MS }, ['open']] : [keyUp, ['close']];
}

function combined(state: TalkKeyState): Step {
  return state.name === 'held' ? [{ name: 'spent', over: state.over }, ['cancel']] : [state, []];
}

function looked(state: TalkKeyState, now: number): Step {
  if (state.name === 'grace' && now >= state.until) return state.tap ? tapped(state) : letGo(state);
  if (state.name !== 'held') return [state, []];
  if (now >= state.since + MOST_MS) return [{ name: 'spent', over: state.over }, ['release']];
  return now >= state.askedAt + ASK_MS ? [{ ...state, askedAt: now }, ['ask']] : [state, []];
}

function letGo({ over }: { readonly over: Open }): Step {
  return [after(over), ['release']];
}

function reset(state: TalkKeyState): Step {
  if (state.name === 'held' || state.name === 'grace') return letGo(state);
  return [state.name === 'spent' ? after(state.over) : state, []];
}

function after(over: Open): TalkKeyState {
  return over === 'nothing' ? keyUp : { name: 'hands-free' };
}
