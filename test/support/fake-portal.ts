/**
 * A stand-in for the global-shortcuts portal on a real message bus: it grants what is asked for, as a person does in the
 * desktop's dialog, and tells of keys. The bus itself refuses what is not written by its rules.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { entryOf, type BusValue } from '../../src/main/system/linux/bus/bus-values';
import {
  HEADER,
  readMessage,
  writeCall,
  writeMessage,
  type BusMessage,
} from '../../src/main/system/linux/bus/bus-wire';

const SHORTCUTS = 'org.freedesktop.portal.GlobalShortcuts';
const DESKTOP = '/org/freedesktop/portal/desktop';

/** What the person does in the dialog. */
type Person = 'grants' | 'cancels';

export class FakePortal {
  /** What was asked for: name and wanted trigger. */
  readonly asked: (readonly [string, string | undefined])[] = [];
  private bytes: Buffer = Buffer.alloc(0);
  private serial = 0;
  private client = '';
  private session = '';
  private answered = 0;

  private constructor(
    private readonly socket: Socket,
    private readonly person: Person,
  ) {
    socket.on('data', (data) => this.take(data));
  }

  /** Joins the bus at that socket in the portal's place. */
  static async start(socketPath: string, person: Person): Promise<FakePortal> {
    const socket = connect(socketPath);
    await once(socket, 'connect');
    socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`);
    await once(socket, 'data');
    socket.write('BEGIN\r\n');
    const portal = new FakePortal(socket, person);
    portal.askBus('Hello', '', []);
    portal.askBus('RequestName', 'su', ['org.freedesktop.portal.Desktop', 0]);
    while (portal.answered < 2) await once(socket, 'data');
    return portal;
  }

  /** A key of that shortcut goes down or up. */
  key(name: string, down: boolean): void {
    this.signal(DESKTOP, SHORTCUTS, down ? 'Activated' : 'Deactivated', 'osta{sv}', [
      this.session,
      name,
      1n,
      [],
    ]);
  }

  /** Speaks from now on to whom that portal speaks, about its session, as any program on the bus may try. */
  pretendToBe(other: FakePortal): void {
    this.client = other.client;
    this.session = other.session;
  }

  /** Resolves once the bus has dealt with everything that was sent. */
  async askedBus(): Promise<void> {
    const before = this.answered;
    this.askBus('GetId', '', []);
    while (this.answered === before) await once(this.socket, 'data');
  }

  stop(): void {
    this.socket.destroy();
  }

  private take(data: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, data]);
    for (let next = readMessage(this.bytes); next; next = readMessage(this.bytes)) {
      this.bytes = next.rest;
      this.deal(next.message);
    }
  }

  private deal(message: BusMessage): void {
    if (message.type === 'reply') this.answered += 1;
    if (message.type !== 'call') return;
    this.client = message.sender;
    if (message.interface !== SHORTCUTS) return this.refuse(message);
    const options = message.body.at(-1);
    const token = String(entryOf(options, 'handle_token'));
    const request = `${DESKTOP}/request/${message.sender.slice(1).replaceAll('.', '_')}/${token}`;
    this.reply(message, 'o', [request]);
    if (message.member === 'CreateSession') {
      this.session = `${DESKTOP}/session/${message.sender.slice(1).replaceAll('.', '_')}/${token}`;
      this.respond(request, 0, [['session_handle', { variant: 's', value: this.session }]]);
    } else this.bind(request, message.body[1] as readonly (readonly BusValue[])[]);
  }

  private bind(request: string, shortcuts: readonly (readonly BusValue[])[]): void {
    for (const [name, about] of shortcuts) {
      const trigger = entryOf(about, 'preferred_trigger');
      this.asked.push([String(name), trigger === undefined ? undefined : String(trigger)]);
    }
    if (this.person === 'cancels') return this.respond(request, 1, []);
    const bound = shortcuts.map(([name]): BusValue => [
      name!,
      [['trigger_description', { variant: 's', value: `Press ${String(name)}` }]],
    ]);
    this.respond(request, 0, [['shortcuts', { variant: 'a(sa{sv})', value: bound }]]);
  }

  private respond(request: string, code: number, results: readonly BusValue[]): void {
    this.signal(request, 'org.freedesktop.portal.Request', 'Response', 'ua{sv}', [code, results]);
  }

  private signal(
    path: string,
    of: string,
    member: string,
    signature: string,
    body: readonly BusValue[],
  ): void {
    this.socket.write(
      writeMessage('signal', ++this.serial, signature, body, [
        [HEADER.path, 'o', path],
        [HEADER.interface, 's', of],
        [HEADER.member, 's', member],
        [HEADER.destination, 's', this.client],
      ]),
    );
  }

  private reply({ serial, sender }: BusMessage, signature: string, body: readonly BusValue[]): void {
    this.socket.write(
      writeMessage('reply', ++this.serial, signature, body, [
        [HEADER.replyTo, 'u', serial],
        [HEADER.destination, 's', sender],
      ]),
    );
  }

  private refuse({ serial, sender }: BusMessage): void {
    this.socket.write(
      writeMessage(
        'error',
        ++this.serial,
        '',
        [],
        [
          [HEADER.error, 's', 'org.freedesktop.DBus.Error.UnknownMethod'],
          [HEADER.replyTo, 'u', serial],
          [HEADER.destination, 's', sender],
        ],
      ),
    );
  }

  private askBus(member: string, signature: string, body: readonly BusValue[]): void {
    const to = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    this.socket.write(
      writeCall({ ...to, interface: 'org.freedesktop.DBus', member, signature, body }, ++this.serial),
    );
  }
}
