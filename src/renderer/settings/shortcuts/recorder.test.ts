import { expect, test } from 'vitest';
import { keyPressed, keyReleased, recordingBegun, type PressedKey } from './recorder';

const key = (code: string, ...down: readonly (keyof PressedKey)[]): PressedKey => ({
  code,
  ctrlKey: down.includes('ctrlKey'),
  altKey: down.includes('altKey'),
  shiftKey: down.includes('shiftKey'),
  metaKey: down.includes('metaKey'),
});

test('a modifier is chosen when it is let go alone, and not when another key comes to it', () => {
  const pressed = keyPressed(key('ControlRight', 'ctrlKey'));
  expect(pressed).toEqual({ type: 'waiting', recording: { alone: 'ControlRight' } });
  expect(keyReleased({ alone: 'ControlRight' }, 'ControlRight')).toEqual({
    type: 'chosen',
    keys: 'ControlRight',
  });
  expect(keyPressed(key('KeyJ', 'ctrlKey', 'shiftKey'))).toEqual({
    type: 'chosen',
    keys: 'Control+Shift+KeyJ',
  });
  expect(keyPressed(key('ShiftLeft', 'ctrlKey', 'shiftKey'))).toEqual({
    type: 'waiting',
    recording: recordingBegun,
  });
});

test('Escape and Tab leave everything as it was', () => {
  expect(keyPressed(key('Escape'))).toEqual({ type: 'left' });
  expect(keyPressed(key('Tab'))).toEqual({ type: 'left' });
  expect(keyPressed(key('Tab', 'shiftKey'))).toEqual({ type: 'left' });
  expect(keyPressed(key('Escape', 'ctrlKey'))).toEqual({ type: 'chosen', keys: 'Control+Escape' });
});

test('a key that no shortcut can have is told', () => {
  expect(keyPressed(key('LaunchMail'))).toEqual({ type: 'unknown' });
});
