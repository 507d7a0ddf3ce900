import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/problem';
import type { ConversationRecord } from '../conversation/records';
import { Ledger } from './ledger';

const NOON = Date.parse('2026-11-21T11:00:00Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'ledger.jsonl');
const lines = () => readFileSync(file(), 'utf8').split('\n').filter(Boolean);
const types = () => lines().map((line) => (JSON.parse(line) as { type: string }).type);

/** A ledger on the folder with a clock and a heartbeat that the test moves. */
function open(at = NOON) {
  const world = { now: at, beat: null as (() => void) | null, changes: 0, problems: [] as Problem[] };
  const ledger = new Ledger({
    file: file(),
    now: () => world.now,
    timeZone: () => 'Europe/Berlin',
    dollarsPerHour: () => 3.6,
    every: (_milliseconds, run) => {
      world.beat = run;
      return () => (world.beat = null);
    },
    changed: () => (world.changes += 1),
    trouble: (problem) => world.problems.push(problem),
  });
  const tell = (seconds: number, record: Told) => {
    world.now = at + seconds * 1_000;
    ledger.record({ at: world.now, conversation: 'talk', ...record } as ConversationRecord);
  };
  return { ledger, world, tell, today: () => ledger.totals().closed.day };
}

type Told = { readonly type: ConversationRecord['type'] } & Readonly<Record<string, unknown>>;
const opened = (socket = 1, engine = 'hosted'): Told => ({
  type: 'socket-opened',
  socket,
  engine,
  host: 'agents.assemblyai.com',
});
const ready = (socket = 1, sessionId = 'sess'): Told => ({
  type: 'session-ready',
  socket,
  sessionId,
  expiresAt: NOON / 1_000 + 3_600,
  resumed: false,
});
const bareClose: Told = {
  type: 'socket-closed',
  socket: 1,
  sessionId: 'sess',
  code: 1006,
  reason: '',
  saidGoodbye: false,
  seconds: null,
};
const goodbye: Told = { ...bareClose, code: 1000, saidGoodbye: true, seconds: 59.5 };

describe('a hosted session', () => {
  it('is counted with the service’s figure after a goodbye', () => {
    const { tell, today } = open();
    tell(0, opened());
    tell(1, ready());
    tell(60, goodbye);
    expect(today()).toEqual({ milliseconds: 59_500, microDollars: 59_500 });
  });

  it('is counted with our clock and the grace after a bare close', () => {
    const { tell, today } = open();
    tell(0, opened());
    tell(1, ready());
    tell(60, bareClose);
    expect(today().milliseconds).toBe(90_000);
  });

  it('is counted by the time line of the records when the calendar jumps', () => {
    const { ledger, world, tell, today } = open();
    tell(0, opened());
    world.now = NOON - 86_400_000;
    ledger.record({ at: NOON + 60_000, conversation: 'talk', ...bareClose } as ConversationRecord);
    world.now = NOON;
    expect(today().milliseconds).toBe(60_000);
  });

  it('that is resumed is counted once: neither the grace nor the service’s figure is added to what was counted', () => {
    const { tell, today } = open();
    tell(0, opened(1));
    tell(1, ready(1));
    tell(60, bareClose);
    tell(62, opened(2));
    tell(63, ready(2));
    tell(120, { ...goodbye, socket: 2, seconds: 118 });
    expect(today().milliseconds).toBe(118_000);
  });

  it('that takes a lost one’s place is counted beside it', () => {
    const { tell, today } = open();
    tell(0, opened(1));
    tell(1, ready(1));
    tell(60, bareClose);
    tell(62, opened(2));
    tell(63, ready(2, 'another'));
    tell(120, { ...goodbye, socket: 2, seconds: 58 });
    expect(today().milliseconds).toBe(90_000 + 58_000);
  });

  it('keeps the price it was opened with', () => {
    const { tell } = open();
    tell(0, opened());
    expect(JSON.parse(lines()[0]!)).toMatchObject({ perHour: 3_600_000 });
  });

  it('is in the running sum while it is open', () => {
    const { ledger, world, tell } = open();
    tell(0, opened());
    world.now = NOON + 10_000;
    expect(ledger.totals().open.month.milliseconds).toBe(10_000);
    expect(ledger.totals().closed.month.milliseconds).toBe(0);
  });

  it('is told to whoever shows sums when it opens and when it closes', () => {
    const { world, tell } = open();
    tell(0, opened());
    tell(60, bareClose);
    expect(world.changes).toBe(2);
  });
});

describe('a local session', () => {
  it('leaves nothing in the ledger and starts no heartbeat', () => {
    const { world, tell } = open();
    tell(0, opened(1, 'local'));
    tell(1, ready());
    tell(60, goodbye);
    expect(world.beat).toBeNull();
    expect(() => lines()).toThrow('ENOENT');
  });
});

describe('the heartbeat', () => {
  it('beats only while a hosted socket is open', () => {
    const { world, tell } = open();
    expect(world.beat).toBeNull();
    tell(0, opened());
    world.beat?.();
    expect(types()).toEqual(['opened', 'alive']);
    tell(60, goodbye);
    expect(world.beat).toBeNull();
  });
});

describe('after a crash', () => {
  function crash() {
    const { world, tell } = open();
    tell(0, opened());
    tell(1, ready());
    world.now = NOON + 90_000;
    world.beat?.();
  }

  it('a session that was left open is told with its least, its likely and its greatest length', () => {
    crash();
    const { ledger } = open(NOON + 7_200_000);
    expect(ledger.leftOpen).toEqual([
      {
        openedAt: NOON,
        perHour: 3_600_000,
        atLeast: 90_000,
        estimate: 90_000 + 30_000 + 30_000,
        atMost: 3_600_000,
      },
    ]);
  });

  it('it is told once, and counted with the estimate from then on', () => {
    crash();
    expect(open(NOON + 7_200_000).today().milliseconds).toBe(150_000);
    const third = open(NOON + 7_300_000);
    expect(third.ledger.leftOpen).toEqual([]);
    expect(third.today().milliseconds).toBe(150_000);
  });

  it('that was followed by a start at once, no more is counted than can have been', () => {
    crash();
    expect(open(NOON + 92_000).ledger.leftOpen).toMatchObject([{ estimate: 90_000 + 2_000 + 30_000 }]);
  });

  it('a torn last line is skipped and counted, and the next begins on a line of its own', () => {
    const { tell } = open();
    tell(0, opened());
    tell(60, bareClose);
    appendFileSync(file(), '{"type":"opened","conver');
    const after = open();
    expect(after.ledger.unreadable).toBe(1);
    expect(after.today().milliseconds).toBe(60_000);
    after.tell(100, opened(7));
    expect(JSON.parse(lines().at(-1)!)).toMatchObject({ type: 'opened', socket: 7 });
  });
});

describe('when the disk refuses', () => {
  it('it is told once and the sums go on in memory', () => {
    mkdirSync(file());
    const { world, tell, today } = open();
    tell(0, opened());
    tell(60, bareClose);
    expect(world.problems.map(({ code }) => code)).toEqual(['ledger_unwritable']);
    expect(today().milliseconds).toBe(60_000);
  });

  it('a ledger that cannot be shortened is used as it is', () => {
    const { tell } = open(Date.parse('2026-10-10T10:00:00Z'));
    tell(0, opened());
    tell(60, bareClose);
    const before = readFileSync(file(), 'utf8');
    mkdirSync(`${file()}.new`);
    const { world, ledger } = open();
    expect(readFileSync(file(), 'utf8')).toBe(before);
    expect(world.problems).toHaveLength(1);
    expect(ledger.totals().closed.month.milliseconds).toBe(0);
  });
});

describe('the file', () => {
  it('is for its owner only, and holds no session’s id', () => {
    const { tell } = open();
    tell(0, opened());
    tell(1, ready());
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readFileSync(file(), 'utf8')).not.toContain('sess');
  });

  it('holds one line for each month that is over, with the same sums', () => {
    const october = open(Date.parse('2026-10-10T10:00:00Z'));
    for (const socket of [1, 2, 3]) {
      october.tell(socket * 1_000, opened(socket));
      october.tell(socket * 1_000 + 60, { ...bareClose, socket });
    }
    writeFileSync(file(), `${readFileSync(file(), 'utf8')}who knows\n`);
    const { ledger } = open();
    expect(ledger.unreadable).toBe(1);
    expect(lines()).toEqual([
      '{"type":"spent","period":"2026-10","milliseconds":180000,"microDollars":180000}',
      'who knows',
    ]);
  });
});
