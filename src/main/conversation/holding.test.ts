import { describe, expect, it } from 'vitest';
import type { ConversationEvent } from './events';
import { audible, audio, done, heard, start, started, Talk } from './talk.fixture';

const press = start({ held: true, greeting: false });
const release: ConversationEvent = { type: 'hold', held: false };
const heldOn: ConversationEvent = { type: 'timer', name: 'hold' };
const sent: ConversationEvent = { type: 'words-sent' };
const live: ConversationEvent = { type: 'microphone-live' };
const ready = { type: 'session.ready', session_id: 'sess_1' } as const;
const speech = { type: 'input.speech.started' } as const;

const microphones = (talk: Talk) =>
  talk.effects.flatMap((effect) => (effect.type === 'open-audio' ? [effect.microphone] : []));
/** A talk that was begun by the key, which is up again. */
const byKey = () => new Talk().do(press).hear(ready).do(live, heldOn, release, sent);

describe('a press of the talk key', () => {
  it('begins a talk without a greeting, and opens the microphone once', () => {
    const talk = new Talk().do(press);
    expect(talk.effects).toContainEqual({
      type: 'connect',
      engine: 'local',
      opening: { kind: 'fresh', greeting: false },
    });
    expect(microphones(talk)).toEqual([true]);
    expect(talk.effects).toContainEqual({ type: 'uplink', state: 'held' });
  });

  it('shows that it listens as soon as the microphone is live, and not before, whatever the session', () => {
    const talk = new Talk().do(press);
    expect(talk.status).toBe('connecting');
    talk.do(live);
    expect(talk.status).toBe('listening');
    talk.hear(ready, speech);
    expect(talk.status).toBe('hearing');
  });

  it('in a talk by key opens the microphone again', () => {
    const talk = byKey();
    expect(talk.status).toBe('ready');
    talk.do(press);
    expect(microphones(talk)).toEqual([true, false, true]);
    expect(talk.status).toBe('ready');
    talk.do(live);
    expect(talk.status).toBe('listening');
  });

  it('silences the agent, and lets its work run', () => {
    const talk = byKey().hear(heard('Hello.'), started('r1'), audio('r1')).do(audible('r1'));
    talk.do(press);
    expect(talk.played('flush-all')).toHaveLength(1);
    expect(talk.sent('reply.cancel')).toEqual([{ type: 'reply.cancel', reply_id: 'r1' }]);
    expect(talk.effects).not.toContainEqual({ type: 'cancel-approved' });
  });

  it('goes on with a talk that rests', () => {
    const talk = byKey().after(61_000).do({ type: 'timer', name: 'idle' });
    expect(talk.state.phase.name).toBe('resting');
    talk.do(press);
    expect(talk.state.phase.name).toBe('connecting');
    expect(talk.state.talkKey.name).toBe('held');
  });

  it('while a talk ends begins the next one', () => {
    const talk = byKey().do({ type: 'end', reason: 'person' }, start({ ...press, conversation: 'talk-2' }));
    expect(talk.state.phase.name).toBe('connecting');
    expect(talk.state.conversation).toBe('talk-2');
    expect(talk.state.talkKey.name).toBe('held');
  });
});

describe('the turn of a held key', () => {
  it('goes through every pause while held, and ends when all of it is sent after the release', () => {
    const talk = new Talk().do(press);
    expect(talk.state.adjustments.hold).toBeNull();
    talk.do(heldOn);
    expect(talk.state.adjustments.hold).toBe('held');
    talk.do(release);
    expect(talk.state.adjustments.hold).toBe('held');
    expect(talk.effects).toContainEqual({ type: 'tell-when-sent' });
    talk.hear(ready).do(sent);
    expect(talk.state.adjustments.hold).toBe('released');
    talk.hear(heard('Hello.'), started('r1'), audio('r1'), done('r1'));
    expect(talk.state.adjustments.hold).toBeNull();
  });

  it('is not ended by what was sent of the turn before, when the key is down again', () => {
    const talk = byKey().do(press, heldOn, sent);
    expect(talk.state.adjustments.hold).toBe('held');
  });

  it('closes the microphone with the release', () => {
    const talk = byKey();
    expect(microphones(talk)).toEqual([true, false]);
    expect(talk.state.muted).toBe(true);
    expect(talk.state.microphone).toBe(false);
  });
});

describe('a tap', () => {
  it('leaves the microphone open with the ordinary preset', () => {
    const talk = new Talk().do(press).hear(ready).do(live, { type: 'open-talk', open: true }, heldOn);
    expect(microphones(talk)).toEqual([true]);
    expect(talk.state.adjustments.hold).toBeNull();
    expect(talk.status).toBe('listening');
    talk.do({ type: 'open-talk', open: false });
    expect(microphones(talk)).toEqual([true, false]);
    expect(talk.status).toBe('ready');
  });
});

describe('a talk begun by its button', () => {
  it('has its microphone as it was, open or muted, once the key is let go', () => {
    const open = Talk.live().do(press, heldOn, release, sent);
    expect(microphones(open)).toEqual([true]);
    expect(open.status).toBe('listening');
    const muted = Talk.live().do({ type: 'mute', muted: true }, press);
    expect(muted.state.muted).toBe(false);
    muted.do(release);
    expect(muted.status).toBe('muted');
  });

  it('gives time again to who goes on without the key', () => {
    const talk = Talk.live().do(press, heldOn, release, sent);
    expect(talk.state.adjustments.hold).toBe('released');
    talk.hear(speech);
    expect(talk.state.adjustments.hold).toBeNull();
  });
});

describe('a key pressed for something else', () => {
  it('leaves no talk behind that it has begun', () => {
    const talk = new Talk().do(press, { type: 'hold-cancelled' });
    expect(talk.state.phase.name).toBe('ended');
    expect(talk.effects).toContainEqual({ type: 'close-audio' });
  });

  it('closes the microphone again in a talk that goes on', () => {
    const talk = byKey().do(press, heldOn, { type: 'hold-cancelled' });
    expect(talk.state.phase.name).toBe('live');
    expect(microphones(talk)).toEqual([true, false, true, false]);
    expect(talk.state.adjustments.hold).toBeNull();
  });
});

describe('a talk by key that is left alone', () => {
  it('rests after a minute with the local agent too, and nobody listens in its rest', () => {
    const talk = byKey().after(30_000).do({ type: 'timer', name: 'idle' });
    expect(talk.state.phase.name).toBe('live');
    talk.after(30_000).do({ type: 'timer', name: 'idle' });
    expect(talk.state.phase.name).toBe('resting');
    expect(talk.state.hangUpAt).toBeNull();
    expect(talk.effects).toContainEqual({ type: 'close-audio' });
  });

  it('does not rest while the key is held', () => {
    const talk = byKey().do(press).after(120_000).do({ type: 'timer', name: 'idle' });
    expect(talk.state.phase.name).toBe('live');
  });

  it('is let go by sleep, also with the key down', () => {
    const talk = byKey().do(press, { type: 'away', reason: 'sleep' });
    expect(talk.state.talkKey.name).toBe('up');
    expect(talk.state.microphone).toBe(false);
    expect(talk.effects.at(-1)).not.toEqual({ type: 'open-audio', microphone: true });
  });
});

describe('a talk that is lost while the key is held', () => {
  const lost = {
    type: 'connect-failed',
    problem: { code: 'x', sentence: '', next: '' },
    retry: 'no',
  } as const;

  it.each<[string, ConversationEvent]>([
    ['a typed message', start({ microphone: false, text: 'Hello', greeting: false })],
    ['another engine', { type: 'exchange', engine: 'local' }],
  ])('goes on by %s without a microphone that nobody holds open', (_, goesOn) => {
    const talk = byKey().do(press, live, lost);
    expect(talk.state.phase.name).toBe('failed');
    const from = talk.effects.length;
    talk.do(release, goesOn);
    expect(talk.state.phase.name).toBe('connecting');
    expect(talk.effects.slice(from)).not.toContainEqual({ type: 'open-audio', microphone: true });
    expect(talk.state.muted).toBe(true);
    talk.do(press);
    expect(talk.state.microphone).toBe(true);
  });
});
