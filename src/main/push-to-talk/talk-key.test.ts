import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASK_MS,
  DOUBLE_MS,
  GRACE_MS,
  keyUp,
  MOST_MS,
  nextLook,
  talkKey,
  TAP_MS,
  type TalkKeyEffect,
  type TalkKeyEvent,
  type TalkKeyState,
} from './talk-key';

/** The key with a clock that rings when it should. */
class Key {
  state: TalkKeyState = keyUp;
  now = 0;
  readonly effects: TalkKeyEffect[] = [];

  /** Whether the microphone is open, by what was asked for, and what keeps it open. */
  open: 'no' | 'by-key' | 'without-key' = 'no';

  /** `open`: an open talk listens already. */
  constructor(private readonly openBefore = false) {
    if (openBefore) this.open = 'without-key';
  }

  do(event: TalkKeyEvent): this {
    const [state, effects] = talkKey(this.state, event, this.now);
    this.state = state;
    for (const effect of effects) this.run(effect);
    return this;
  }

  press = () => this.do({ type: 'down', open: this.openBefore && this.open === 'without-key' });
  release = () => this.do({ type: 'released' });

  after(milliseconds: number, answer: boolean | null = true): this {
    const until = this.now + milliseconds;
    for (let at = nextLook(this.state); at !== null && at <= until; at = nextLook(this.state)) {
      this.now = Math.max(this.now, at);
      this.do({ type: 'look' });
      if (this.effects.at(-1) === 'ask' && this.state.name === 'held')
        this.do({ type: 'answer', down: answer });
    }
    this.now = until;
    return this;
  }

  private run(effect: TalkKeyEffect): void {
    this.effects.push(effect);
    const before = this.open;
    if (effect === 'hold') this.beforeHold = before === 'by-key' ? this.beforeHold : before;
    if (effect === 'hold') this.open = 'by-key';
    if (effect === 'open') this.open = 'without-key';
    if (effect === 'close') this.open = 'no';
    if (effect === 'release' || effect === 'cancel') this.open = this.beforeHold;
  }

  private beforeHold: 'no' | 'by-key' | 'without-key' = 'no';

  get talked(): readonly TalkKeyEffect[] {
    return this.effects.filter((effect) => effect !== 'ask');
  }
}

describe('the talk key', () => {
  it('talks while it is held, and a moment longer', () => {
    const key = new Key().press().after(2_000);
    expect(key.talked).toEqual(['hold']);
    key.release().after(GRACE_MS - 1);
    expect(key.talked).toEqual(['hold']);
    key.after(1);
    expect(key.talked).toEqual(['hold', 'release']);
    expect(key.state).toEqual(keyUp);
  });

  it('stays open by a tap, until the next one', () => {
    const key = new Key()
      .press()
      .after(TAP_MS - 1)
      .release()
      .after(60_000);
    expect(key.talked).toEqual(['hold', 'open']);
    key.press();
    expect(key.talked).toEqual(['hold', 'open', 'close']);
    key.after(100).release().after(10_000);
    expect(key.open).toBe('no');
    expect(key.state).toEqual(keyUp);
  });

  it('leaves an open talk by a double tap', () => {
    const key = new Key()
      .press()
      .after(80)
      .release()
      .after(DOUBLE_MS)
      .press()
      .after(80)
      .release()
      .after(1_000);
    expect(key.talked).toEqual(['hold', 'open']);
    expect(key.state).toEqual({ name: 'hands-free' });
  });

  it('in an open talk ends the turn when held, and the talk when tapped', () => {
    for (const key of [
      new Key(true),
      new Key().press().after(80).release().after(200).press().release().after(50),
    ]) {
      const from = key.talked.length;
      key.after(5_000).press().after(1_000).release().after(1_000);
      expect(key.talked.slice(from)).toEqual(['hold', 'release']);
      expect(key.open).toBe('without-key');
      key.press().after(80).release().after(1_000);
      expect(key.talked.slice(from)).toEqual(['hold', 'release', 'hold', 'close']);
    }
  });

  it('was not meant when another key is pressed with it', () => {
    const key = new Key().press().after(100).do({ type: 'combined' });
    expect(key.talked).toEqual(['hold', 'cancel']);
    key.after(50).release().after(1_000);
    expect(key.talked).toEqual(['hold', 'cancel']);
    key.press();
    expect(key.open).toBe('by-key');
  });

  it('that bounces is held on', () => {
    const held = new Key()
      .press()
      .after(1_000)
      .release()
      .after(5)
      .press()
      .after(1_000)
      .release()
      .after(1_000);
    expect(held.talked).toEqual(['hold', 'release']);
    const early = new Key().press().after(10).release().after(5).press().after(1_000).release().after(1_000);
    expect(early.talked).toEqual(['hold', 'release']);
  });

  it('whose release is lost is let go when the backend is asked', () => {
    const key = new Key().press().after(ASK_MS, false);
    expect(key.open).toBe('no');
    expect(key.state).toEqual(keyUp);
  });

  it('whose release is lost is let go in the end where the backend cannot tell', () => {
    const key = new Key().press().after(MOST_MS - 1, null);
    expect(key.open).toBe('by-key');
    key.after(1, null);
    expect(key.open).toBe('no');
    key.press();
    expect(key.open).toBe('by-key');
  });

  it('is let go when the computer is locked, or nobody watches it', () => {
    expect(new Key().press().after(100).do({ type: 'reset' }).open).toBe('no');
    expect(new Key().press().after(1_000).release().do({ type: 'reset' }).open).toBe('no');
  });

  it('begins anew when the talk was ended by its button', () => {
    const latched = new Key().press().after(80).release().after(50).do({ type: 'talk-closed' });
    expect(latched.press().talked).toEqual(['hold', 'open', 'hold']);
    const held = new Key().press().after(1_000).do({ type: 'talk-closed' }).release().after(1_000);
    expect(held.talked).toEqual(['hold']);
    expect(held.state).toEqual(keyUp);
  });
});

type Happening =
  | { readonly type: 'press' | 'release' | 'lost-release' | 'lost-press' | 'combined' | 'reset' }
  | { readonly type: 'time'; readonly ms: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom(
    ...(['press', 'release', 'lost-release', 'lost-press', 'combined', 'reset'] as const).map((type) => ({
      type,
    })),
  ),
  fc.oneof(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 700, max: 400_000 })).map((ms) => ({
    type: 'time' as const,
    ms,
  })),
);

/** Presses and lets go, loses edges and lets time pass; says for how long the key has been up with the microphone open by it. */
function longestOpenWhileUp(happenings: readonly Happening[], backendKnows: boolean): number {
  const key = new Key();
  let isDown = false;
  let upSince = 0;
  let longest = 0;
  for (const each of happenings) {
    switch (each.type) {
      case 'press':
        isDown = true;
        key.press();
        break;
      case 'lost-press':
        isDown = true;
        break;
      case 'release':
      case 'lost-release':
        if (isDown) upSince = key.now;
        isDown = false;
        if (each.type === 'release') key.release();
        break;
      case 'combined':
      case 'reset':
        key.do({ type: each.type });
        break;
      case 'time':
        for (let left = each.ms; left > 0; left -= 50) {
          key.after(Math.min(50, left), backendKnows ? isDown : null);
          if (!isDown && key.open === 'by-key') longest = Math.max(longest, key.now - upSince);
        }
    }
  }
  return longest;
}

describe('whatever edges come and are lost', () => {
  it('the microphone is not open by a key that is up for longer than it takes to ask', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        expect(longestOpenWhileUp(happenings, true)).toBeLessThanOrEqual(ASK_MS + GRACE_MS + 50);
      }),
      { numRuns: 500 },
    );
  });

  it('nor for longer than the longest hold where the backend cannot tell', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        expect(longestOpenWhileUp(happenings, false)).toBeLessThanOrEqual(MOST_MS + GRACE_MS + 50);
      }),
      { numRuns: 500 },
    );
  });

  it('where no edge is lost, a key that is up keeps it open for the grace only', () => {
    const kept = happening.filter(({ type }) => !type.startsWith('lost'));
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 40 }), (happenings) => {
        expect(longestOpenWhileUp(happenings, false)).toBeLessThanOrEqual(GRACE_MS);
      }),
      { numRuns: 500 },
    );
  });
});
