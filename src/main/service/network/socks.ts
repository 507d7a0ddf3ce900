import { lookup } from 'node:dns/promises';
import { isIPv4 } from 'node:net';
import type { Socket } from 'node:net';
import { ConnectionFailure } from './failure';
import type { Credentials } from './routes';

/** Where a tunnel is to lead. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/**
 * Asks a SOCKS proxy for a tunnel (version 5: RFC 1928 and 1929; version 4 as its authors published it). Resolves
 * when bytes go through. Rejects with {@link ConnectionFailure}, or with the socket's own error.
 */
export async function openSocksTunnel(
  socket: Socket,
  version: 4 | 5,
  target: Target,
  credentials: Credentials | null,
): Promise<void> {
  const read = reader(socket);
  if (version === 5) await version5(socket, read, target, credentials);
  else await version4(socket, read, target, credentials);
}

type Read = (length: number) => Promise<Buffer>;

const NO_PASSWORD = 0;
const PASSWORD = 2;
const byName = (text: string) => Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);

async function version5(
  socket: Socket,
  read: Read,
  target: Target,
  credentials: Credentials | null,
): Promise<void> {
  const methods = credentials ? [NO_PASSWORD, PASSWORD] : [NO_PASSWORD];
  socket.write(Buffer.from([5, methods.length, ...methods]));
  const [version, method] = await read(2);
  if (version !== 5) throw new ConnectionFailure('proxy_refused');
  if (method === PASSWORD && credentials) {
    const { user, password } = credentials;
    socket.write(Buffer.concat([Buffer.from([1]), byName(user), byName(password)]));
    if ((await read(2))[1] !== 0) throw new ConnectionFailure('proxy_password');
  } else if (method !== NO_PASSWORD) {
    throw new ConnectionFailure('proxy_password');
  }
  // By name, so that the proxy looks it up: inside a company it may be the only one who can.
  socket.write(Buffer.concat([Buffer.from([5, 1, 0, 3]), byName(target.host), portOf(target)]));
  const [, answer, , kind] = await read(4);
  if (answer !== 0) throw new ConnectionFailure('proxy_refused');
  const address = kind === 1 ? 4 : kind === 4 ? 16 : ((await read(1))[0] ?? 0);
  await read(address + 2);
}

async function version4(
  socket: Socket,
  read: Read,
  target: Target,
  credentials: Credentials | null,
): Promise<void> {
  const address = isIPv4(target.host) ? target.host : (await lookup(target.host, { family: 4 })).address;
  const user = Buffer.from(`${credentials?.user ?? ''}\0`);
  const bytes = address.split('.').map(Number);
  socket.write(Buffer.concat([Buffer.from([4, 1]), portOf(target), Buffer.from(bytes), user]));
  if ((await read(8))[1] !== 0x5a) throw new ConnectionFailure('proxy_refused');
}

function portOf({ port }: Target): Buffer {
  return Buffer.from([port >> 8, port & 0xff]);
}

/** Reads exactly so many bytes and leaves the rest to whoever comes after. */
function reader(socket: Socket): Read {
  return (length) =>
    new Promise((resolve, reject) => {
      const done = (act: () => void) => {
        socket.off('readable', take).off('error', failed).off('close', closed).off('end', closed);
        act();
      };
      const failed = (error: Error) => done(() => reject(error));
      const closed = () => done(() => reject(new ConnectionFailure('proxy_refused')));
      const take = () => {
        const bytes = socket.read(length) as Buffer | null;
        if (bytes?.length === length) done(() => resolve(bytes));
      };
      socket.on('readable', take).on('error', failed).on('close', closed).on('end', closed);
      take();
    });
}
