/*
 * Entry of the key hook: a utility process of Electron that listens to the keyboard, because only so can the release of
 * a key be known while another app has the focus. It has no other work, no files and no network, and tells main nothing
 * but `keyHookReportSchema`. Electron itself is not imported.
 */
import { uIOhook, type UiohookKeyboardEvent } from 'uiohook-napi';
import { keyHookRequestSchema, type KeyHookReport } from '../shared/ipc/key-hook-port';
import type { Modifier } from '../shared/shortcuts/keys';
import { EdgeFilter, type KeyEvent } from './edge-filter';

/** The little of Electron's `MessagePortMain` that is used. */
interface Port {
  postMessage(message: KeyHookReport): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}

/** Electron's `process.parentPort`. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly ports: readonly Port[] }) => void): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (!parentPort) {
  process.stderr.write('This program is started by Parley.\n');
  process.exit(2);
}

parentPort.on('message', ({ ports: [port] }) => {
  if (!port) return;
  const filter = new EdgeFilter((report) => port.postMessage(report));
  port.on('message', ({ data }) => {
    const request = keyHookRequestSchema.safeParse(data);
    if (request.success) filter.watch(request.data.bindings, Date.now());
  });
  // Nobody may listen to the keyboard for nobody.
  port.on('close', () => process.exit());
  port.start();
  try {
    uIOhook.on('keydown', (event) => filter.key(keyEvent(event, true)));
    uIOhook.on('keyup', (event) => filter.key(keyEvent(event, false)));
    uIOhook.on('mousedown', () => filter.button());
    uIOhook.on('wheel', () => filter.button());
    uIOhook.start();
    port.postMessage({ type: 'listening' });
  } catch {
    port.postMessage({ type: 'refused' });
  }
});

function keyEvent(event: UiohookKeyboardEvent, down: boolean): KeyEvent {
  const flags: readonly (readonly [boolean, Modifier])[] = [
    [event.ctrlKey, 'Control'],
    [event.altKey, 'Alt'],
    [event.shiftKey, 'Shift'],
    [event.metaKey, 'Meta'],
  ];
  const modifiers = flags.flatMap(([set, modifier]) => (set ? [modifier] : []));
  // The hook's own time has another zero.
  return { down, code: event.keycode, modifiers, at: Date.now() };
}
