import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationEvent } from '../conversation/events';
import { reduce } from '../conversation/reduce';
import { snapshotOf } from '../conversation/snapshot';
import { initialState } from '../conversation/state';
import { start } from '../conversation/talk.fixture';
import { PushToTalk } from './push-to-talk';
import { ASK_MS, GRACE_MS, TAP_MS } from './talk-key';

/** The talk key over the real reducer. */
function keyOver() {
  let state = initialState;
  const tell = (event: ConversationEvent) => {
    state = reduce(state, event, performance.now()).state;
    key.talkChanged(snapshot());
  };
  const snapshot = () => snapshotOf(state, 0, 0);
  const world = { down: true as boolean | null, mayOpen: true, refusals: 0 };
  const key: PushToTalk = new PushToTalk({
    now: () => performance.now(),
    snapshot,
    mayOpen: () => world.mayOpen,
    hold: () => tell(start({ held: true, greeting: false })),
    tell,
    anyKeyDown: () => Promise.resolve(world.down),
    refused: () => void (world.refusals += 1),
  });
  return { key, world, tell, microphone: () => state.microphone && !state.muted, talk: () => state };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('the talk key and the talk', () => {
  it('the microphone is open from the press until a moment after the release', () => {
    const { key, microphone } = keyOver();
    key.edge(true);
    expect(microphone()).toBe(true);
    vi.advanceTimersByTime(TAP_MS);
    key.edge(false);
    vi.advanceTimersByTime(GRACE_MS - 1);
    expect(microphone()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(microphone()).toBe(false);
  });

  it('a release that nobody saw closes it when the keyboard is asked', async () => {
    const { key, world, microphone } = keyOver();
    key.edge(true);
    await vi.advanceTimersByTimeAsync(ASK_MS * 3);
    expect(microphone()).toBe(true);
    world.down = false;
    await vi.advanceTimersByTimeAsync(ASK_MS);
    expect(microphone()).toBe(false);
  });

  it('a hook that dies closes it', () => {
    const { key, microphone } = keyOver();
    key.edge(true);
    vi.advanceTimersByTime(1_000);
    key.reset();
    expect(microphone()).toBe(false);
  });

  it('a talk that was latched and then ended by its button is begun anew by the next tap', () => {
    const { key, tell, microphone } = keyOver();
    const tap = () => {
      key.edge(true);
      vi.advanceTimersByTime(100);
      key.edge(false);
      vi.advanceTimersByTime(2_000);
    };
    tap();
    expect(microphone()).toBe(true);
    tell({ type: 'end', reason: 'person' });
    tell({ type: 'timer', name: 'end' });
    tap();
    expect(microphone()).toBe(true);
    tap();
    expect(microphone()).toBe(false);
  });

  it('a combination leaves no talk behind', () => {
    const { key, talk } = keyOver();
    key.edge(true);
    key.combined();
    expect(talk().phase.name).toBe('ended');
    key.edge(false);
    vi.advanceTimersByTime(1_000);
    expect(talk().phase.name).toBe('ended');
  });
});

describe('hands-free', () => {
  it.each([
    ['a tap', (key: PushToTalk) => (key.edge(true), vi.advanceTimersByTime(100), key.edge(false))],
    ['a launch', (key: PushToTalk) => key.command('toggle-talk')],
    ['the tray', (key: PushToTalk) => key.openHandsFree()],
  ] as const)('by %s: open at once, without a greeting, closed by the next tap', (_, open) => {
    const { key, microphone, talk } = keyOver();
    open(key);
    vi.advanceTimersByTime(1_000);
    expect(microphone()).toBe(true);
    expect(talk().talkKey.name).toBe('unused');
    expect(talk().phase.name).toBe('connecting');
    key.edge(true);
    vi.advanceTimersByTime(100);
    key.edge(false);
    vi.advanceTimersByTime(1_000);
    expect(microphone()).toBe(false);
  });
});

describe('what a launch asks', () => {
  it('talks, and stops', () => {
    const { key, microphone } = keyOver();
    key.command('toggle-talk');
    expect(microphone()).toBe(true);
    key.command('talk');
    expect(microphone()).toBe(true);
    key.command('toggle-talk');
    expect(microphone()).toBe(false);
    key.command('talk');
    key.command('stop');
    expect(microphone()).toBe(false);
  });
});

describe('while listening is paused', () => {
  it('neither the key nor a switch opens the microphone', () => {
    const { key, world, talk } = keyOver();
    world.mayOpen = false;
    key.edge(true);
    key.edge(false);
    key.command('talk');
    key.command('toggle-talk');
    vi.advanceTimersByTime(1_000);
    expect(talk().phase.name).toBe('idle');
  });

  it('a launch that asks is told so, and the person’s own click opens it', () => {
    const { key, world, microphone } = keyOver();
    world.mayOpen = false;
    key.command('talk');
    key.command('toggle-talk');
    expect(world.refusals).toBe(2);
    key.openHandsFree();
    expect(microphone()).toBe(true);
    key.command('toggle-talk');
    expect(microphone()).toBe(false);
  });

  it('what is open can be closed', () => {
    const { key, world, microphone } = keyOver();
    key.edge(true);
    vi.advanceTimersByTime(1_000);
    world.mayOpen = false;
    key.edge(false);
    vi.advanceTimersByTime(GRACE_MS);
    expect(microphone()).toBe(false);
    world.mayOpen = true;
    key.command('talk');
    world.mayOpen = false;
    key.command('toggle-talk');
    expect(microphone()).toBe(false);
  });
});
