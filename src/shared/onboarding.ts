/** The first minute: which steps it has, and how one follows another. */
import { assertNever } from './assert-never';

/** The steps, in order. */
export const ONBOARDING_STEPS = [
  'welcome',
  'engine',
  'microphone',
  'speakers',
  'shortcut',
  'folders',
  'talk',
] as const;
/** One of them. */
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

/** How far somebody has come, as the settings keep it: the step that is open, or that all is over. */
export const ONBOARDING_PROGRESS = [...ONBOARDING_STEPS, 'done'] as const;
/** See {@link ONBOARDING_PROGRESS}. */
export type OnboardingProgress = (typeof ONBOARDING_PROGRESS)[number];

/** The first minute as it stands. */
export interface OnboardingState {
  readonly at: OnboardingProgress;
  /** Steps that were tried with success since the window was opened. */
  readonly managed: ReadonlySet<OnboardingStep>;
}

/** What happens to it. */
export type OnboardingEvent =
  /** Opened again, at what the settings have kept. */
  | { readonly type: 'resumed'; readonly at: OnboardingProgress }
  | { readonly type: 'managed'; readonly step: OnboardingStep }
  /** Goes on, whether the step was managed or is skipped. */
  | { readonly type: 'onward' }
  | { readonly type: 'back' }
  /** Everything that is left is skipped. */
  | { readonly type: 'left' };

/** The first minute before anything has happened. */
export const onboardingBegun: OnboardingState = { at: 'welcome', managed: new Set() };

/** Steps in which something can succeed or fail; going on from the others skips nothing. */
const TRIED: ReadonlySet<OnboardingStep> = new Set(['microphone', 'speakers', 'shortcut', 'talk']);

/** What follows from an event. What makes no sense now changes nothing. */
export function onboarded(state: OnboardingState, event: OnboardingEvent): OnboardingState {
  switch (event.type) {
    case 'resumed':
      return event.at === 'done' ? onboardingBegun : { ...state, at: event.at };
    case 'managed':
      // What is heard late is about a step that is over.
      return event.step === state.at ? { ...state, managed: new Set([...state.managed, event.step]) } : state;
    case 'onward':
      return { ...state, at: neighbour(state.at, 1) };
    case 'back':
      return { ...state, at: neighbour(state.at, -1) };
    case 'left':
      return { ...state, at: 'done' };
    default:
      return assertNever(event);
  }
}

/** What going on means at this step. */
export function wayOn({ at, managed }: OnboardingState): 'begin' | 'continue' | 'skip' | 'finish' {
  if (at === 'welcome') return 'begin';
  if (at === 'done' || !TRIED.has(at)) return 'continue';
  if (!managed.has(at)) return 'skip';
  return neighbour(at, 1) === 'done' ? 'finish' : 'continue';
}

/** The number of a step, from 1. */
export function stepNumber(step: OnboardingStep): number {
  return ONBOARDING_STEPS.indexOf(step) + 1;
}

function neighbour(at: OnboardingProgress, by: 1 | -1): OnboardingProgress {
  return ONBOARDING_PROGRESS[Math.max(0, ONBOARDING_PROGRESS.indexOf(at) + by)] ?? at;
}
