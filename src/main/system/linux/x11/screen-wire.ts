/** The messages of the X11 protocol (version 11, release 7.7) that following what covers the screen takes. */
import type { ServerMessage } from './wire';

/** A window came to be seen, or is seen no more. */
export type WindowNews =
  | { readonly type: 'shown'; readonly window: number; readonly managed: boolean }
  | { readonly type: 'gone'; readonly window: number };

/** Where a window is on the screen, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SUBSTRUCTURE_NOTIFY = 0x80000;
const EVENT_MASK = 0x800;
const [DESTROYED, UNMAPPED, MAPPED] = [17, 18, 19];

/** Asks to be told of the windows in `window` from now on. Has no reply. */
export function followWindows(window: number): Buffer {
  const request = Buffer.alloc(16);
  request[0] = 2;
  request.writeUInt16LE(4, 2);
  request.writeUInt32LE(window, 4);
  request.writeUInt32LE(EVENT_MASK, 8);
  request.writeUInt32LE(SUBSTRUCTURE_NOTIFY, 12);
  return request;
}

/** What an event tells of a window; null for every other one. A window that is not managed has put itself there. */
export function readWindowNews(event: ServerMessage): WindowNews | null {
  const window = event.readUInt32LE(8);
  switch (event[0]! & 0x7f) {
    case MAPPED:
      return { type: 'shown', window, managed: event[12] === 0 };
    case UNMAPPED:
    case DESTROYED:
      return { type: 'gone', window };
    default:
      return null;
  }
}

/** Asks where a window is. */
export function getGeometry(window: number): Buffer {
  const request = Buffer.alloc(8);
  request[0] = 14;
  request.writeUInt16LE(2, 2);
  request.writeUInt32LE(window, 4);
  return request;
}

/** Where it is, from the reply to {@link getGeometry}. */
export function readGeometry(reply: ServerMessage): Place {
  return {
    x: reply.readInt16LE(12),
    y: reply.readInt16LE(14),
    width: reply.readUInt16LE(16),
    height: reply.readUInt16LE(18),
  };
}

/** Takes the keyboard for `window`, if nobody holds it. */
export function grabKeyboard(window: number): Buffer {
  const request = Buffer.alloc(16);
  request[0] = 31;
  request.writeUInt16LE(4, 2);
  request.writeUInt32LE(window, 4);
  // Neither the pointer nor the keyboard is frozen meanwhile.
  request.writeUInt16LE(0x0101, 12);
  return request;
}

/** Whether somebody else holds it, from the reply to {@link grabKeyboard}. */
export function readHeldByOther(reply: ServerMessage): boolean {
  return reply[1] === 1;
}

/** Gives it back. Has no reply. */
export function ungrabKeyboard(): Buffer {
  const request = Buffer.alloc(8);
  request[0] = 32;
  request.writeUInt16LE(2, 2);
  return request;
}
