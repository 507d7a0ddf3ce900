import { describe, expect, it } from 'vitest';
import { callsOff, hangUpAnnouncement, hangUpText, pressesFocused, secondsUntil } from './hang-up';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});

describe('an announced hang-up', () => {
  it.each([' ', 'Enter', 'a', 'Ä', 'Escape', 'Tab', 'ArrowUp', 'Backspace', 'PageDown', 'Process'])(
    'is called off by the key “%s”',
    (key) => {
      expect(callsOff(press(key))).toBe(true);
    },
  );

  it.each([
    'Shift',
    'Control',
    'Alt',
    'Meta',
    'CapsLock',
    'AudioVolumeUp',
    'MediaPlayPause',
    'F5',
    'Unidentified',
  ])('is not called off by “%s”, which says nothing of the talk', (key) => {
    expect(callsOff(press(key))).toBe(false);
  });

  it('is not called off by a shortcut, such as the one that leaves the window, or by a key that lies pressed', () => {
    expect(callsOff(press('Tab', { altKey: true }))).toBe(false);
    expect(callsOff(press('c', { ctrlKey: true }))).toBe(false);
    expect(callsOff(press('q', { metaKey: true }))).toBe(false);
    expect(callsOff(press(' ', { repeat: true }))).toBe(false);
  });

  it('keeps the key from pressing the button that has the focus, but lets it type', () => {
    expect(pressesFocused('Enter', 'BUTTON')).toBe(true);
    expect(pressesFocused(' ', 'SUMMARY')).toBe(true);
    expect(pressesFocused('Enter', 'TEXTAREA')).toBe(false);
    expect(pressesFocused('Tab', 'BUTTON')).toBe(false);
    expect(pressesFocused(' ', null)).toBe(false);
  });
});

describe('the countdown', () => {
  it('counts whole seconds down to nothing', () => {
    expect(secondsUntil(12_000, 0)).toBe(12);
    expect(secondsUntil(12_000, 11_001)).toBe(1);
    expect(secondsUntil(12_000, 99_000)).toBe(0);
    expect(hangUpText(12)).toBe('Closing in 12 s to save cost.');
    expect(hangUpAnnouncement(15)).toContain('15 seconds');
  });
});
