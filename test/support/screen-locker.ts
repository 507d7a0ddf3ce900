/** An app that covers the whole screen by itself, as lockers do: a client of the X server with one window. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { grabKeyboard } from '../../src/main/system/linux/x11/screen-wire';
import { cookieFor, displayAddress, readSetup, setupRequest } from '../../src/main/system/linux/x11/wire';

/** Wider and higher than any screen of the tests. */
const SIDE = 8_000;
const [OVERRIDE_REDIRECT, WM_CLASS, STRING] = [0x200, 67, 31];

/** What such an app is like. */
export interface CoverLook {
  /** Its WM_CLASS; null: it has none. */
  readonly name: string | null;
  readonly holdsKeyboard: boolean;
  /** Pixels on each side; more than the screen has unless told. */
  readonly side?: number;
}

/** A window over everything, until it is closed. */
export class ScreenCover {
  private constructor(private readonly socket: Socket) {}

  /** Shows one on the display of the environment; resolves when the server has dealt with it. */
  static async show(env: NodeJS.ProcessEnv, look: CoverLook): Promise<ScreenCover> {
    const address = displayAddress(env['DISPLAY'] ?? '')!;
    const file = readFileSync(env['XAUTHORITY'] ?? '');
    const socket = connect({ ...address.at });
    socket.write(setupRequest(cookieFor(file, address.number, hostname())));
    let answer: Buffer = Buffer.alloc(0);
    for (let setup = readSetup(answer); setup === null; setup = readSetup(answer)) {
      const [more] = (await once(socket, 'data')) as [Buffer];
      answer = Buffer.concat([answer, more]);
    }
    const setup = readSetup(answer);
    if (setup?.type !== 'ready') throw new Error('The X server refuses the cover.');
    const window = answer.readUInt32LE(12) + 1;
    socket.write(createWindow(window, setup.root, look.side ?? SIDE));
    if (look.name !== null) socket.write(setClass(window, `${look.name}\0${look.name}\0`));
    socket.write(aboutWindow(8, window));
    // Its reply shows that everything before it was dealt with.
    socket.write(look.holdsKeyboard ? grabKeyboard(window) : Buffer.from([43, 0, 1, 0]));
    await once(socket, 'data');
    return new ScreenCover(socket);
  }

  /** With its connection the server takes its window and the keyboard away. */
  async close(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.destroy();
    await closed;
  }
}

function createWindow(window: number, parent: number, side: number): Buffer {
  const request = Buffer.alloc(36);
  request[0] = 1;
  request.writeUInt16LE(9, 2);
  request.writeUInt32LE(window, 4);
  request.writeUInt32LE(parent, 8);
  request.writeUInt16LE(side, 16);
  request.writeUInt16LE(side, 18);
  request.writeUInt16LE(1, 22);
  request.writeUInt32LE(OVERRIDE_REDIRECT, 28);
  request.writeUInt32LE(1, 32);
  return request;
}

function setClass(window: number, name: string): Buffer {
  const request = Buffer.alloc(24 + name.length + (-name.length & 3));
  request[0] = 18;
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt32LE(window, 4);
  request.writeUInt32LE(WM_CLASS, 8);
  request.writeUInt32LE(STRING, 12);
  request[16] = 8;
  request.writeUInt32LE(name.length, 20);
  request.write(name, 24, 'latin1');
  return request;
}

function aboutWindow(opcode: number, window: number): Buffer {
  const request = Buffer.alloc(8);
  request[0] = opcode;
  request.writeUInt16LE(2, 2);
  request.writeUInt32LE(window, 4);
  return request;
}
