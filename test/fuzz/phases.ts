import { pause } from '../support/until';
import { badFrame, goodMessage, oneOf, whole } from './frames';
import { closeCodeIn, openRaw, rawFrame, upgradeRequest, type RawConnection } from './raw';
import { FuzzFailure, Probe, shownFrame, type World } from './world';

/** One kind of ill-treatment. `run` goes on until `late`, and tells in a few words what it did. */
export interface Phase {
  readonly name: string;
  readonly run: (world: World, late: () => boolean) => Promise<string>;
}

/** Sockets of a storm at once: more than any server on one machine should hold. */
const STORM = 400;
const STORM_SOCKETS = 2_000;

/** Malformed frames, on fresh sockets and in open sessions, one by one. */
const frames: Phase = {
  name: 'malformed frames',
  run: async (world, late) => {
    let sent = 0;
    let sockets = 0;
    while (!late()) {
      const probe = await Probe.connect(world);
      sockets++;
      if (world.random() < 0.7) probe.send({ type: 'session.update', session: {} });
      for (let at = 0; at < 40 && probe.isOpen && !late(); at++) {
        const frame = badFrame(world.random);
        probe.socket.send(frame);
        sent++;
        await probe.settled();
        probe.mustBeSound(shownFrame(frame));
      }
      probe.socket.terminate();
    }
    return `${String(sent)} frames on ${String(sockets)} sockets`;
  },
};

/** Good messages in any order, sessions dropped anywhere and asked for again. */
const disorder: Phase = {
  name: 'good messages in any order',
  run: async (world, late) => {
    let sent = 0;
    while (!late()) {
      const probe = await Probe.connect(world);
      const story: string[] = [];
      if (world.random() < 0.8)
        probe.send({ type: 'session.update', session: { greeting: 'Hello there, you.' } });
      for (let at = whole(world.random, 1, 60); at > 0 && probe.isOpen && !late(); at--) {
        const message = goodMessage(world.random, probe);
        story.push(String(message['type']));
        probe.send(message);
        sent++;
        if (world.random() < 0.3) await pause(whole(world.random, 0, 30));
      }
      await probe.settled();
      probe.mustBeSound(story.slice(-12).join(', '));
      if (world.random() < 0.5) probe.socket.terminate();
      else probe.socket.close();
    }
    return `${String(sent)} messages`;
  },
};

/** Frames by hand: [what, bytes, close codes that may answer]. */
function rawFrames({ random }: World): readonly (readonly [string, Buffer, readonly number[]])[] {
  const update = Buffer.from('{"type":"session.update","session":{}}');
  return [
    ['text that is no UTF-8', rawFrame(0x81, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), [1_007]],
    ['a cut UTF-8 sequence', rawFrame(0x81, Buffer.from([0xe2, 0x82])), [1_007]],
    ['reserved bits', rawFrame(0x81 | oneOf(random, [0x10, 0x20, 0x40]), update), [1_002]],
    ['an unknown opcode', rawFrame(0x80 | oneOf(random, [3, 5, 7, 11, 15]), update), [1_002]],
    ['a frame without mask', rawFrame(0x81, update, { masked: false }), [1_002]],
    ['a continuation of nothing', rawFrame(0x80, update), [1_002]],
    ['a ping above 125 bytes', rawFrame(0x89, Buffer.alloc(200)), [1_002]],
    ['a fragmented ping', rawFrame(0x09, Buffer.alloc(2)), [1_002]],
    ['a length of 2^52', rawFrame(0x81, Buffer.alloc(10), { length: 2 ** 52 }), [1_009]],
    ['a length of 2^31', rawFrame(0x81, Buffer.alloc(10), { length: 2 ** 31 }), [1_009]],
    ['a close with a code of one byte', rawFrame(0x88, Buffer.alloc(1)), [1_002]],
    ['a close with an invalid code', rawFrame(0x88, Buffer.from([0x03, 0xed])), [1_002]],
  ];
}

/** Frames that break the framing itself, from a socket of our own. */
const framing: Phase = {
  name: 'broken framing',
  run: async (world, late) => {
    let sent = 0;
    do {
      for (const [what, bytes, codes] of rawFrames(world)) {
        const raw = await upgraded(world);
        raw.socket.write(bytes);
        await mustClose(raw, what);
        const code = closeCodeIn(raw.received());
        if (code === null || !codes.includes(code))
          throw new FuzzFailure(`${what} was answered by close ${String(code)}`);
        sent++;
      }
    } while (!late());
    return `${String(sent)} frames`;
  },
};

/** Frames up to the limit and over it, whole and in pieces. */
const sizes: Phase = {
  name: 'hostile sizes',
  run: async (world, late) => {
    let largest = 0;
    let refused = 0;
    do {
      for (const size of [1_000, 60_000, 500_000, 1_900_000, 2_100_000, 20_000_000].map(
        (most) => most - whole(world.random, 0, 900),
      )) {
        const probe = await Probe.connect(world);
        probe.send({ type: 'session.update', session: {} });
        await probe.settled();
        const text = oneOf(world.random, [
          `{"type":"foo","x":"${'x'.repeat(size)}"}`,
          `{"type":"session.update","session":{"system_prompt":"${'x'.repeat(size)}"}}`,
          `{"type":"input.audio","audio":"${'A'.repeat(size - (size % 8))}"}`,
          `[${'1,'.repeat(size / 2)}1]`,
        ]);
        if (world.random() < 0.5) probe.socket.send(text);
        else sendInPieces(probe, text, whole(world.random, 1_000, 100_000));
        await probe.settled();
        probe.mustBeSound(`a frame of ${String(text.length)} bytes`);
        if (probe.isOpen) largest = Math.max(largest, text.length);
        else refused++;
        probe.socket.terminate();
      }
    } while (!late());
    return `largest taken ${String(largest)} bytes, ${String(refused)} refused`;
  },
};

function sendInPieces(probe: Probe, text: string, size: number): void {
  for (let at = 0; at < text.length && probe.isOpen; at += size) {
    probe.socket.send(text.slice(at, at + size), { fin: at + size >= text.length });
  }
}

/** Clients that ask and do not read. */
const slowReaders: Phase = {
  name: 'slow readers',
  run: async (world, late) => {
    let asked = 0;
    const probes = await Promise.all(Array.from({ length: 4 }, () => Probe.connect(world)));
    for (const probe of probes) {
      probe.send({ type: 'session.update', session: { greeting: 'Hello there. '.repeat(50) } });
      probe.socket.pause();
    }
    const question = `{"type":"${'x'.repeat(90)}"}`;
    while (!late() && asked < 400_000) {
      for (const probe of probes) {
        for (let at = 0; at < 500 && probe.isOpen && probe.socket.bufferedAmount < 4_000_000; at++) {
          probe.socket.send(question);
          asked++;
        }
      }
      await pause(10);
    }
    for (const probe of probes) probe.socket.terminate();
    return `${String(asked)} answers not read`;
  },
};

/** Connections that stop in the middle of a word. */
const halfOpen: Phase = {
  name: 'half-open sockets',
  run: async (world, late) => {
    const held: RawConnection[] = [];
    const request = upgradeRequest(world);
    for (let at = 0; at < 120 && !late(); at++) {
      const raw = await openRaw(world);
      held.push(raw);
      const update = rawFrame(0x81, Buffer.from('{"type":"session.update","session":{}}'));
      const bytes = Buffer.concat([Buffer.from(request), update]);
      raw.socket.write(bytes.subarray(0, whole(world.random, 0, bytes.length)));
    }
    await pause(300);
    for (const { socket } of held) {
      if (world.random() < 0.5) socket.resetAndDestroy();
      else socket.destroy();
    }
    return `${String(held.length)} connections`;
  },
};

/** Thousands of connections, hundreds at once. Those too many must be told so. */
const storm: Phase = {
  name: 'connection storm',
  run: async (world, late) => {
    const count = { opened: 0, refused: 0, sessions: 0, full: 0 };
    while (!late() && count.opened + count.refused < STORM_SOCKETS) {
      const probes = await Promise.all(Array.from({ length: STORM }, () => Probe.open(world)));
      const open = probes.filter((probe) => typeof probe !== 'number');
      for (const status of probes) {
        if (typeof status === 'number' && status !== 503 && status !== 429) {
          throw new FuzzFailure(`one connection too many was answered by HTTP ${String(status)}`);
        }
      }
      for (const probe of open) if (probe.isOpen) probe.send({ type: 'session.update', session: {} });
      for (const probe of open) {
        await probe.until('an answer', () => probe.closed !== null || probe.types.includes('session.ready'));
        probe.mustBeSound('a connection storm');
        if (probe.types.includes('session.ready')) count.sessions++;
        else if (probe.errors === 1) count.full++;
        else throw new FuzzFailure(`a session too many was closed with ${String(probe.closed)} and no error`);
      }
      count.opened += open.length;
      count.refused += probes.length - open.length;
      for (const probe of open) if (probe.isOpen) probe.send({ type: 'session.end' });
      for (const probe of open) await probe.until('the close', () => probe.closed !== null);
    }
    return `${String(count.opened)} sockets opened, ${String(count.refused)} refused; ${String(count.sessions)} sessions, ${String(count.full)} too many`;
  },
};

async function upgraded(world: World): Promise<RawConnection> {
  const raw = await openRaw(world);
  raw.socket.write(upgradeRequest(world));
  const end = performance.now() + 5_000;
  while (!raw.received().includes('\r\n\r\n')) {
    if (performance.now() > end || raw.closed()) throw new FuzzFailure('an upgrade was not answered');
    await pause(2);
  }
  return raw;
}

async function mustClose(raw: RawConnection, what: string): Promise<void> {
  const end = performance.now() + 5_000;
  const code = () => closeCodeIn(raw.received());
  while (!raw.closed() && code() === null) {
    if (performance.now() > end) throw new FuzzFailure(`${what} was not answered by a close`);
    await pause(2);
  }
  raw.socket.destroy();
}

/** Everything that is done to the WebSocket. */
export const SOCKET_PHASES: readonly Phase[] = [
  frames,
  disorder,
  framing,
  sizes,
  slowReaders,
  halfOpen,
  storm,
];
