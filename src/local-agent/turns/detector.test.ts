import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  onCompleteness,
  onVoiceFrame,
  quiet,
  type TurnNotice,
  type TurnSettings,
  type TurnState,
} from './detector';

const settings: TurnSettings = {
  threshold: 0.5,
  onsetMs: 64,
  pauseMs: 160,
  minSilenceMs: 350,
  maxSilenceMs: 1_200,
  maxTurnMs: 40_000,
};

const CHANCES: Readonly<Record<string, number>> = { '#': 0.9, '+': 0.4, '.': 0.02 };

/** Runs frames of 32 ms; `#` is speech, `+` may be, `.` is silence. Between frames `complete` answers a pause. */
function run(pattern: string, complete: boolean | null = true, with_: Partial<TurnSettings> = {}) {
  const used = { ...settings, ...with_ };
  let state: TurnState = quiet;
  const notices: (TurnNotice & { readonly atMs: number })[] = [];
  [...pattern].forEach((mark, index) => {
    const endMs = (index + 1) * 32;
    const take = ([next, found]: readonly [TurnState, readonly TurnNotice[]]) => {
      state = next;
      notices.push(...found.map((notice) => ({ ...notice, atMs: endMs })));
      return found;
    };
    const found = take(onVoiceFrame(state, { probability: CHANCES[mark] ?? 0.02, endMs }, used));
    if (complete !== null && found.some(({ type }) => type === 'paused'))
      take(onCompleteness(state, complete, used));
  });
  return { state, notices, types: notices.map(({ type }) => type) };
}

const speech = '#'.repeat(20);
const silence = (ms: number) => '.'.repeat(Math.ceil(ms / 32));

describe('the turn detector', () => {
  it('notices speech within 200 ms and names its first moment', () => {
    const [began] = run(`${silence(320)}${speech}`).notices;
    expect(began).toMatchObject({ type: 'began', startMs: 320 });
    expect(began!.atMs - 320).toBeLessThanOrEqual(200);
  });
  it('counts a voice that rises slowly from its beginning', () => {
    const [began] = run(`${silence(320)}+###`).notices;
    expect(began).toMatchObject({ type: 'began', startMs: 320, atMs: 384 });
    expect(run('+'.repeat(100)).types).toEqual([]);
  });
  it('takes a click for no speech', () => {
    expect(run('..#....#....#....').types).toEqual([]);
  });
  it('tries the words during the closing silence, and ends once they sound complete', () => {
    const { notices, types } = run(`${speech}${silence(500)}`);
    expect(types).toEqual(['began', 'paused', 'ended']);
    expect(notices[1]!.atMs - 640).toBe(160);
    expect(notices[2]!.atMs - 640).toBe(352);
    expect(notices[2]).toMatchObject({ startMs: 0, endMs: 640 });
  });
  it('waits longer after a hanging word', () => {
    expect(run(`${speech}${silence(1_100)}`, false).types).toEqual(['began', 'paused']);
    expect(run(`${speech}${silence(1_300)}`, false).types).toEqual(['began', 'paused', 'ended']);
  });
  it('does not end before the words are known, except at the longest silence', () => {
    expect(run(`${speech}${silence(1_000)}`, null).types).toEqual(['began', 'paused']);
    expect(run(`${speech}${silence(1_250)}`, null).types).toEqual(['began', 'paused', 'ended']);
  });
  it('declares the pause void when speech goes on, and pauses anew', () => {
    expect(run(`${speech}${silence(224)}${speech}${silence(400)}`).types).toEqual([
      'began',
      'paused',
      'resumed',
      'paused',
      'ended',
    ]);
  });
  it('does not let a click in the closing silence start the waiting anew', () => {
    expect(run(`${speech}......#......`).types).toEqual(['began', 'paused', 'ended']);
  });
  it('is deaf at a threshold of one', () => {
    expect(run(speech, true, { threshold: 1 }).types).toEqual([]);
  });
  it('ends a turn that is too long for the recognizer', () => {
    expect(run('#'.repeat(100), true, { maxTurnMs: 2_000 }).types[1]).toBe('ended');
  });
  it('always alternates: a turn begins, pauses and resumes any number of times, and ends', () => {
    const sound = fc.string({ unit: fc.constantFrom('#', '#', '.', '.'), maxLength: 300 });
    fc.assert(
      fc.property(sound, fc.constantFrom(true, false, null), (pattern, complete) => {
        const order = run(pattern, complete)
          .types.map((type) => type[0])
          .join('');
        // began, paused, resumed, ended
        expect(order).toMatch(/^(?:b(?:pr)*p?e)*(?:b(?:pr)*p?)?$/);
      }),
    );
  });
});
