import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  onboarded,
  ONBOARDING_PROGRESS,
  ONBOARDING_STEPS,
  onboardingBegun,
  stepNumber,
  wayOn,
  type OnboardingEvent,
  type OnboardingState,
} from './onboarding';

const after = (...events: readonly OnboardingEvent[]): OnboardingState =>
  events.reduce(onboarded, onboardingBegun);
const onward = { type: 'onward' } as const;
const back = { type: 'back' } as const;
const resumed = (at: OnboardingState['at']) => ({ type: 'resumed', at }) as const;
const managed = (step: (typeof ONBOARDING_STEPS)[number]) => ({ type: 'managed', step }) as const;

describe('the order of the steps', () => {
  test('goes from the welcome to the talk and then is over', () => {
    const seen = ONBOARDING_PROGRESS.map((_, at) => after(...Array.from({ length: at }, () => onward)).at);
    expect(seen).toEqual([
      ...['welcome', 'engine', 'microphone', 'speakers', 'shortcut', 'folders', 'talk', 'done'],
    ]);
  });

  test('going back undoes going on, but never leaves the welcome', () => {
    expect(after(onward, onward, back).at).toBe('engine');
    expect(after(back, back).at).toBe('welcome');
  });

  test('steps are counted from one', () => {
    expect(ONBOARDING_STEPS.map(stepNumber)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('skipping', () => {
  test.each(ONBOARDING_STEPS)('everything can be left at %s', (step) => {
    expect(after(resumed(step), { type: 'left' }).at).toBe('done');
  });

  test('a step that was not managed is skipped, and is not managed for it', () => {
    const state = after(resumed('microphone'));
    expect(wayOn(state)).toBe('skip');
    expect(onboarded(state, onward)).toMatchObject({ at: 'speakers', managed: new Set() });
  });

  test('a managed step is continued, the last one finished', () => {
    expect(wayOn(after(resumed('microphone'), managed('microphone')))).toBe('continue');
    expect(wayOn(after(resumed('talk'), managed('talk')))).toBe('finish');
  });

  test.each(['engine', 'folders'] as const)('nothing is skipped at %s', (step) => {
    expect(wayOn(after(resumed(step)))).toBe('continue');
  });
});

describe('resuming', () => {
  test.each(ONBOARDING_STEPS)('begins at %s, where it was left', (step) => {
    expect(after(resumed(step)).at).toBe(step);
  });

  test('what is over begins anew', () => {
    expect(after(resumed('talk'), managed('talk'), resumed('done'))).toEqual(onboardingBegun);
  });

  test('a success that comes late does not count for the next step', () => {
    expect(after(resumed('speakers'), managed('microphone')).managed.size).toBe(0);
  });

  test('a step that was managed stays so when it is seen again', () => {
    const state = after(resumed('microphone'), managed('microphone'), onward, back);
    expect(wayOn(state)).toBe('continue');
  });
});

test('no way of pressing leads anywhere but to a neighbour or the end', () => {
  const event = fc.constantFrom<OnboardingEvent>(onward, back, managed('microphone'), managed('talk'));
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state = onboardingBegun;
      for (const next of events) {
        const from = ONBOARDING_PROGRESS.indexOf(state.at);
        state = onboarded(state, next);
        expect(Math.abs(ONBOARDING_PROGRESS.indexOf(state.at) - from)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
