import { describe, expect, it } from 'vitest';
import { authorityFile, hasDisplay } from './display.mjs';

describe('whether there is a screen', () => {
  it.each([
    ['macOS', /** @type {const} */ ('darwin'), {}, false, true],
    ['Linux without one', /** @type {const} */ ('linux'), {}, false, false],
    ['X11', /** @type {const} */ ('linux'), { DISPLAY: ':0' }, false, true],
    ['Wayland', /** @type {const} */ ('linux'), { WAYLAND_DISPLAY: 'wayland-0' }, false, true],
    ['Wayland of root', /** @type {const} */ ('linux'), { WAYLAND_DISPLAY: 'wayland-0' }, true, false],
  ])('%s', (_case, platform, env, asRoot, expected) => {
    expect(hasDisplay(platform, env, asRoot)).toBe(expected);
  });
});

it('writes the key to the screen in the form that X clients read', () => {
  const cookie = Buffer.alloc(16, 7);
  expect(authorityFile(cookie).toString('latin1')).toBe(
    `\xff\xff\0\0\0\0\0\x12MIT-MAGIC-COOKIE-1\0\x10${cookie.toString('latin1')}`,
  );
});
