import { describe, expect, it } from 'vitest';
import { start, Talk } from '../conversation/talk.fixture';
import { snapshotOf } from '../conversation/snapshot';
import { pausedTalk } from './paused-talk';

const pause = (talk: Talk, begins: boolean) => {
  const event = pausedTalk(snapshotOf(talk.state, 0, 0), begins);
  if (event) talk.do(event);
  return event?.type ?? null;
};
/** A talk that rests and would be woken by speech. */
const resting = () => Talk.live().do({ type: 'away', reason: 'lock' }, { type: 'back' });

describe('a pause of listening', () => {
  it('closes the microphone of a talk that rests: speech wakes it no more', () => {
    const talk = resting();
    expect(talk.effects).toContainEqual({ type: 'uplink', state: 'preroll' });
    expect(pause(talk, false)).toBe('end');
    expect(talk.effects).toContainEqual({ type: 'close-audio' });
    talk.do({ type: 'local-speech', speaking: true });
    expect(talk.state.phase.name).toBe('ended');
  });

  it('mutes an open talk as it begins, and leaves one that the person unmutes afterwards', () => {
    const talk = Talk.live();
    expect(pause(talk, true)).toBe('mute');
    expect(talk.status).toBe('muted');
    talk.do({ type: 'mute', muted: false });
    expect(pause(talk, false)).toBeNull();
    expect(talk.status).toBe('listening');
  });

  it('also of one that is muted, whose microphone is open all the same', () => {
    expect(pause(resting().do({ type: 'mute', muted: true }), true)).toBe('end');
  });

  it('has nothing to do where no microphone is open', () => {
    expect(pause(new Talk(), true)).toBeNull();
    const byKey = new Talk().do(start({ held: true, greeting: false }));
    expect(pause(byKey.do({ type: 'away', reason: 'lock' }, { type: 'back' }), true)).toBeNull();
  });
});
