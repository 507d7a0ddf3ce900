import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { whenUnseen } from './when-unseen';

it.each(['hide', 'minimize', 'closed'])('a window is unseen by “%s”, each time', (event) => {
  const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() });
  const tell = vi.fn();
  whenUnseen(window, tell);
  window.emit(event);
  window.emit(event);
  expect(tell).toHaveBeenCalledTimes(2);
});

it.each(['render-process-gone', 'did-start-loading'])('so is a page by “%s”', (event) => {
  const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() });
  const tell = vi.fn();
  whenUnseen(window, tell);
  window.webContents.emit(event);
  expect(tell).toHaveBeenCalledTimes(1);
});
