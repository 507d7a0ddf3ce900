import { describe, expect, test } from 'vitest';
import type { TalkGlance } from '../presence/presence-state';
import { away, overlayNext, type OverlayLook, type OverlayState } from './overlay-state';

type Look = Partial<Omit<OverlayLook, 'talk'> & TalkGlance>;
const look = ({ allowed = true, attended = false, ...talk }: Look = {}): OverlayLook => ({
  allowed,
  attended,
  talk: { status: 'listening', problem: null, live: true, muted: false, resting: false, ...talk },
});
const staying: OverlayState = { shown: true, leavesAt: null };

describe('it comes', () => {
  test.each<[string, Look, boolean]>([
    ['with the first step of a talk', { status: 'connecting' }, true],
    ['while a talk listens', {}, true],
    ['with a card', { status: 'approval' }, true],
    ['not before the window', { attended: true }, false],
    ['not when it is switched off or impossible', { allowed: false }, false],
    ['not without a talk', { status: 'ready', live: false }, false],
    ['not for a problem of a talk that was not seen', { status: 'problem', live: false }, false],
    ['not between two presses of the talk key', { status: 'ready' }, false],
    ['not for a talk that rests', { status: 'ready', live: false, resting: true }, false],
  ])('%s', (_, more, shown) => {
    expect(overlayNext(away, look(more), 0).shown).toBe(shown);
  });
});

describe('it leaves', () => {
  test('some seconds after the talk has ended', () => {
    const ended = look({ status: 'ended', live: false });
    const first = overlayNext(staying, ended, 1_000);
    expect(first).toEqual({ shown: true, leavesAt: 5_000 });
    expect(overlayNext(first, ended, 4_999)).toEqual(first);
    expect(overlayNext(first, ended, 5_000)).toEqual(away);
  });

  test('later after a problem, which is to be read', () => {
    const state = overlayNext(staying, look({ status: 'problem', live: false }), 0);
    expect(state).toEqual({ shown: true, leavesAt: 9_000 });
  });

  test('at once when the window comes before the person, or it is switched off', () => {
    expect(overlayNext(staying, look({ attended: true }), 0)).toEqual(away);
    expect(overlayNext(staying, look({ allowed: false }), 0)).toEqual(away);
  });

  test('not when the talk goes on meanwhile', () => {
    const leaving: OverlayState = { shown: true, leavesAt: 5_000 };
    expect(overlayNext(leaving, look({ status: 'hearing' }), 4_999)).toEqual(staying);
  });
});
