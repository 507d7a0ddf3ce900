import { describe, expect, it } from 'vitest';
import type { ShortcutPicture } from '../ipc/shortcuts';
import type { Problem } from '../problem';
import type { ShortcutName } from './shortcuts';
import { shortcutTrouble } from './trouble';

const problem = (code: string): Problem => ({ code, sentence: 'Why.', next: 'What to do.' });
const shortcut = (name: ShortcutName, code: string | null): ShortcutPicture => ({
  name,
  keys: 'F9',
  isDefault: false,
  inSystem: null,
  problem: code === null ? null : problem(code),
});

describe('what is told of keys in every view', () => {
  it('is nothing while they work', () => {
    expect(shortcutTrouble({ problem: null, shortcuts: [shortcut('talk', null)] })).toBeNull();
  });

  it('names the shortcut that another app has taken, or says that there are several', () => {
    const taken = shortcut('mute', 'shortcut_taken');
    const one = shortcutTrouble({ problem: null, shortcuts: [shortcut('talk', null), taken] });
    expect(one?.sentence).toBe('Another app has taken the key for “Mute”.');
    const two = shortcutTrouble({ problem: null, shortcuts: [shortcut('talk', 'shortcut_taken'), taken] });
    expect(two?.sentence).toBe('Other apps have taken several keys of Parley.');
  });

  it('is why no key works any more, and nothing that passes or that the desktop never offers', () => {
    const told = (code: string) =>
      shortcutTrouble({ problem: problem(code), shortcuts: [shortcut('talk', code)] })?.code ?? null;
    expect(told('keys_gone')).toBe('keys_gone');
    expect(told('keys_refused')).toBe('keys_refused');
    expect(told('shortcuts_closed')).toBe('shortcuts_closed');
    expect(told('keys_starting')).toBeNull();
    expect(told('keys_restarting')).toBeNull();
    expect(told('no_shortcut_portal')).toBeNull();
    expect(told('no_display')).toBeNull();
  });
});
