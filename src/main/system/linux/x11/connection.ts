import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  answered,
  cookieFor,
  displayAddress,
  getInputFocus,
  getProperty,
  getSelectionOwner,
  internAtom,
  nextMessage,
  queryKeymap,
  readAnyKeyDown,
  readAtom,
  readProperty,
  readSelectionOwner,
  readSetup,
  sendClientMessage,
  setupRequest,
  type ServerMessage,
} from './wire';
import {
  followWindows,
  getGeometry,
  grabKeyboard,
  readGeometry,
  readHeldByOther,
  ungrabKeyboard,
  type Place,
} from './screen-wire';

/** The X server does not answer, refuses us, or there is none. */
export class NoXServer extends Error {
  override readonly name = 'NoXServer';
}

/** Longest that a whole visit to the server may take, in milliseconds. */
const VISIT_MS = 10_000;
/** Most of a property that is read, in four bytes. */
const PROPERTY_WORDS = 4_096;

/** A short visit to an X server. */
export interface XConnection {
  readonly root: number;
  /** The number of a name. */
  atom(name: string): Promise<number>;
  /** The window that owns a selection; 0 when nobody does. */
  selectionOwner(selection: string): Promise<number>;
  /** A property's 32-bit items; empty when it is not set or the window is gone. */
  numbers(window: number, property: string): Promise<readonly number[]>;
  /** A property's bytes as UTF-8; null when it is not set or the window is gone. */
  text(window: number, property: string): Promise<string | null>;
  /** Where a window is; null when it is gone. */
  place(window: number): Promise<Place | null>;
  /** Tells of the windows in this one from now on. */
  follow(window: number): Promise<void>;
  /** Whether another app holds the keyboard. It is taken for a moment where nobody does, so ask seldom. */
  keyboardHeld(): Promise<boolean>;
  /** Whether any key of the keyboard is down. */
  anyKeyDown(): Promise<boolean>;
  /** Sends a client message and waits until the server has dealt with it. */
  send(
    destination: number,
    eventMask: number,
    message: { readonly window: number; readonly type: string; readonly data: readonly number[] },
  ): Promise<void>;
}

/** Visits the display that the environment names. Rejects with {@link NoXServer}. */
export async function visitXServer<T>(
  env: NodeJS.ProcessEnv,
  home: string,
  signal: AbortSignal,
  visit: (server: XConnection) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const { socket, cookie } = await reach(env, home);
  const ended = AbortSignal.any([signal, AbortSignal.timeout(VISIT_MS)]);
  const stop = () => socket.destroy();
  ended.addEventListener('abort', stop, { once: true });
  try {
    return await visit(await greet(socket, cookie, () => undefined));
  } finally {
    ended.removeEventListener('abort', stop);
    socket.destroy();
  }
}

/**
 * Stays at the display that the environment names, and tells every event that was asked for. Rejects with
 * {@link NoXServer}; what is asked of it once the server is gone rejects so too.
 */
export async function stayAtXServer(
  env: NodeJS.ProcessEnv,
  home: string,
  heard: (event: ServerMessage) => void,
): Promise<{ readonly server: XConnection; readonly leave: () => void }> {
  const { socket, cookie } = await reach(env, home);
  return { server: await greet(socket, cookie, heard), leave: () => void socket.destroy() };
}

async function reach(
  env: NodeJS.ProcessEnv,
  home: string,
): Promise<{ readonly socket: Socket; readonly cookie: Buffer | null }> {
  const address = displayAddress(env['DISPLAY'] ?? '');
  if (!address) throw new NoXServer('No display is named.');
  const file = await readFile(env['XAUTHORITY'] || join(home, '.Xauthority')).catch(() => Buffer.alloc(0));
  return { socket: connect({ ...address.at }), cookie: cookieFor(file, address.number, hostname()) };
}

interface Waiting {
  readonly resolve: (reply: ServerMessage | null) => void;
  readonly reject: (error: Error) => void;
}

/** Replies come in the order of requests; one that failed brings null. */
function greet(
  socket: Socket,
  cookie: Buffer | null,
  heard: (event: ServerMessage) => void,
): Promise<XConnection> {
  const waiting = new Map<number, Waiting>();
  let sequence = 0;
  let bytes: Buffer = Buffer.alloc(0);
  let root: number | null = null;
  return new Promise((resolve, reject) => {
    const fail = () => {
      const error = new NoXServer('The X server is gone.');
      reject(error);
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    const ask = (request: Buffer) =>
      new Promise<ServerMessage | null>((answer, refuse) => {
        if (socket.destroyed) return refuse(new NoXServer('The X server is gone.'));
        sequence = (sequence + 1) & 0xffff;
        waiting.set(sequence, { resolve: answer, reject: refuse });
        socket.write(request);
      });
    const tell = (request: Buffer) => {
      sequence = (sequence + 1) & 0xffff;
      socket.write(request);
      return ask(getInputFocus());
    };
    const take = () => {
      if (root === null) {
        const setup = readSetup(bytes);
        if (!setup) return;
        if (setup.type === 'refused') throw new NoXServer('The X server refuses us.');
        root = setup.root;
        bytes = bytes.subarray(setup.bytes);
        resolve(connectionOf(root, ask, tell));
      }
      for (let message = nextMessage(bytes); message; message = nextMessage(bytes)) {
        bytes = bytes.subarray(message.length);
        const answer = answered(message);
        if (!answer) heard(message);
        const one = answer && waiting.get(answer.sequence);
        if (!answer || !one) continue;
        waiting.delete(answer.sequence);
        one.resolve(answer.failed ? null : message);
      }
    };
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      try {
        take();
      } catch {
        socket.destroy();
      }
    });
    socket.once('error', fail);
    socket.once('close', fail);
    socket.write(setupRequest(cookie));
  });
}

function connectionOf(
  root: number,
  ask: (request: Buffer) => Promise<ServerMessage | null>,
  tell: (request: Buffer) => Promise<unknown>,
): XConnection {
  const atoms = new Map<string, Promise<number>>();
  const atom = (name: string) => {
    const known =
      atoms.get(name) ?? ask(internAtom(name)).then((reply) => (reply === null ? 0 : readAtom(reply)));
    atoms.set(name, known);
    return known;
  };
  const property = async (window: number, name: string) => {
    const reply = await ask(getProperty(window, await atom(name), PROPERTY_WORDS));
    return reply === null ? { format: 0, bytes: Buffer.alloc(0) } : readProperty(reply);
  };
  return {
    root,
    atom,
    async selectionOwner(selection) {
      const reply = await ask(getSelectionOwner(await atom(selection)));
      return reply === null ? 0 : readSelectionOwner(reply);
    },
    async numbers(window, name) {
      const { format, bytes } = await property(window, name);
      if (format !== 32) return [];
      return Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(4 * at));
    },
    async text(window, name) {
      const { format, bytes } = await property(window, name);
      return format === 8 ? bytes.toString('utf8') : null;
    },
    async place(window) {
      const reply = await ask(getGeometry(window));
      return reply === null ? null : readGeometry(reply);
    },
    async follow(window) {
      await tell(followWindows(window));
    },
    async keyboardHeld() {
      const reply = await ask(grabKeyboard(root));
      await tell(ungrabKeyboard());
      return reply !== null && readHeldByOther(reply);
    },
    async anyKeyDown() {
      const reply = await ask(queryKeymap());
      return reply !== null && readAnyKeyDown(reply);
    },
    async send(destination, eventMask, { window, type, data }) {
      await tell(sendClientMessage(destination, eventMask, { window, type: await atom(type), data }));
    },
  };
}
