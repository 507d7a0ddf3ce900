import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../shared/problem';
import { defaultShortcuts, type ShortcutName, type Shortcuts } from '../../shared/shortcuts/shortcuts';
import type { Bindings, ShortcutBackend } from '../system/shortcuts';
import { ShortcutDesk } from './shortcut-desk';

const taken: Problem = { code: 'shortcut_taken', sentence: 'Taken.', next: 'Choose another.' };

afterEach(() => {
  vi.useRealTimers();
});

/** A desk over a system on which some combinations belong to others. */
function deskWith(takenKeys: readonly string[] = [], chosen: Partial<Shortcuts> = {}) {
  let kept: Shortcuts = { ...defaultShortcuts, ...chosen };
  const watched: Bindings[] = [];
  const told: string[] = [];
  const refused = (bindings: Bindings) =>
    new Map(
      (Object.entries(bindings) as [ShortcutName, string][])
        .filter(([, keys]) => takenKeys.includes(keys))
        .map(([name]) => [name, taken]),
    );
  const backend: ShortcutBackend = {
    state: {
      backend: 'x11',
      sentence: '',
      canHold: true,
      chosenHere: true,
      problem: null,
      needsPermission: false,
    },
    watch: (bindings) => {
      watched.push(bindings);
      return Promise.resolve(refused(bindings));
    },
    tryAgain: () => refused(watched.at(-1) ?? {}),
    anyKeyDown: () => Promise.resolve(null),
    allow: () => Promise.resolve(),
    stop: () => undefined,
  };
  const desk = new ShortcutDesk({
    system: 'linux',
    backend,
    kept: () => kept,
    keep: (shortcuts) => (kept = shortcuts),
    changed: ({ shortcuts }) =>
      told.push(shortcuts.flatMap(({ name, problem }) => (problem ? [name] : [])).join()),
  });
  return { desk, watched, told, kept: () => kept };
}

describe('the shortcuts', () => {
  it('are the talk key alone at first', async () => {
    const { desk, watched } = deskWith();
    await desk.apply();
    expect(watched).toEqual([{ talk: 'ControlRight' }]);
    await desk.apply();
    expect(watched).toHaveLength(1);
  });

  it('are kept and in force when they can be had', async () => {
    const { desk, watched, kept } = deskWith();
    const state = await desk.set('stop', 'Shift+Control+KeyJ');
    expect(kept().stop).toBe('Control+Shift+KeyJ');
    expect(watched.at(-1)).toEqual({ talk: 'ControlRight', stop: 'Control+Shift+KeyJ' });
    expect(state.shortcuts.find(({ name }) => name === 'stop')?.keys).toBe('Control+Shift+KeyJ');
  });

  it('stay as they were when another app has the new one', async () => {
    const { desk, watched, kept } = deskWith(['Control+Alt+F7']);
    await desk.set('mute', 'Control+Alt+F6');
    await expect(desk.set('mute', 'Control+Alt+F7')).rejects.toThrow('shortcut_taken');
    await desk.apply();
    expect(kept().mute).toBe('Control+Alt+F6');
    expect(watched.at(-1)).toEqual({ talk: 'ControlRight', mute: 'Control+Alt+F6' });
  });

  it.each([
    ['stop', 'ControlRight', /already the key for “Talk”/],
    ['talk', 'KeyA', /typing/],
    ['talk', 'Shift+KeyA', /typing/],
    ['talk', 'AltRight', /AltGr/],
    ['mute', 'Control+KeyC', /copies/],
    ['mute', 'ShiftLeft', /only be the key for “Talk”/],
  ] as const)('%s is refused %s, with the reason', async (name, keys, reason) => {
    const { desk, kept } = deskWith();
    const refused = await desk.set(name, keys).catch((error: unknown) => error);
    expect(refused).toMatchObject({ problem: { sentence: expect.stringMatching(reason) } });
    expect(kept()).toEqual(defaultShortcuts);
  });

  it('do nothing while the person chooses one, and work again afterwards', async () => {
    const { desk, watched } = deskWith();
    await desk.recording(true);
    expect(watched.at(-1)).toEqual({});
    await desk.recording(false);
    expect(watched.at(-1)).toEqual({ talk: 'ControlRight' });
  });

  it('that another app had work half a minute after it let them go, and nothing looks any more', async () => {
    vi.useFakeTimers();
    const takenKeys = ['Control+Alt+F7'];
    const { desk, told, watched } = deskWith(takenKeys, { mute: 'Control+Alt+F7' });
    await desk.apply();
    expect(told).toEqual(['mute']);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(told).toEqual(['mute']);
    takenKeys.pop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told).toEqual(['mute', '']);
    expect(watched).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that another app has stay told while the person chooses one', async () => {
    const { desk, told } = deskWith(['Control+Alt+F7'], { mute: 'Control+Alt+F7' });
    await desk.apply();
    await desk.recording(true);
    await desk.recording(false);
    expect(new Set(told)).toEqual(new Set(['mute']));
    desk.stop();
  });

  it('can be taken away, the talk key too, and given back', async () => {
    const { desk, watched } = deskWith();
    await desk.set('talk', null);
    expect(watched.at(-1)).toEqual({});
    await desk.set('talk', 'default');
    expect(watched.at(-1)).toEqual({ talk: 'ControlRight' });
  });
});
