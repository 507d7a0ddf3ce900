import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptConversation } from '../../shared/ipc/history';
import { encodeLine, type Line } from './format';
import { readFileText } from './read';
import { agent, latency, NINE, stamped, wholeTalk, you } from './records.fixture';

const file: Line = { type: 'file', format: 1, dollarsPerHour: 4.5 };
const textOf = (lines: readonly Line[]) => lines.map(encodeLine).join('');
const whole = textOf([file, ...wholeTalk('talk')]);

function kept(text: string): KeptConversation {
  const read = readFileText(text);
  if (read.kind !== 'conversation') throw new Error(read.kind);
  return read.conversation;
}

describe('a kept conversation', () => {
  it('tells everything that happened', () => {
    const talk = kept(whole);
    expect(talk).toMatchObject({
      id: 'talk',
      title: 'Où sont mes impôts, the Übersicht?',
      ownTitle: false,
      beganAt: NINE,
      lastAt: NINE + 13_000,
      engines: ['hosted'],
      profile: { id: 'parley', name: 'Parley' },
      state: 'ended',
      end: 'person',
      turns: 2,
      problems: 1,
      unreadable: 0,
    });
    expect(talk.items.map((item) => (item.kind === 'entry' ? item.entry.id : item.kind))).toEqual([
      'entry-1',
      'call-1',
      'latency',
      'reply-1',
      'problem',
      'entry-2',
    ]);
    expect(talk.sockets).toMatchObject([
      { socket: 1, host: 'agents.assemblyai.com', code: 1006, reason: 'gone', saidGoodbye: false },
      { socket: 2, code: 1000, sessions: [{ id: 'sess_2', resumed: true }], saidGoodbye: true, seconds: 23 },
    ]);
  });

  it('costs the service’s own seconds, and the grace after a bare close', () => {
    // 7 s on the first socket with 30 s of grace, 23 s on the second.
    expect(kept(whole).sockets.map(({ seconds }) => seconds)).toEqual([37, 23]);
    expect(kept(whole).dollars).toBeCloseTo((60 * 4.5) / 3_600, 6);
  });

  it('costs a resumed session once, by the service’s figure and by the clock', () => {
    const resumed = (seconds: number | null) =>
      wholeTalk('talk').map((record) => {
        if (record.type === 'session-ready') return { ...record, sessionId: 'sess_1' };
        const last = record.type === 'socket-closed' && record.socket === 2;
        return last ? { ...record, seconds } : record;
      });
    // Its figure of 60 s is the whole session's, of which 37 s were counted with the first socket.
    expect(kept(textOf([file, ...resumed(60)])).sockets.map(({ seconds }) => seconds)).toEqual([37, 23]);
    // From 1 s to 12 s by the clock, with goodbye: less than was counted for the bare close.
    expect(kept(textOf([file, ...resumed(null)])).sockets.map(({ seconds }) => seconds)).toEqual([37, 0]);
    // Never closed: to the last sign of life, and the grace.
    const cut = resumed(null).slice(0, 12);
    expect(kept(textOf([file, ...cut])).sockets.map(({ seconds }) => seconds)).toEqual([37, 3]);
  });

  it('costs nothing with the local agent alone', () => {
    const [began] = wholeTalk('talk');
    const local = { ...began, engine: 'local' } as Line;
    expect(kept(textOf([file, local])).dollars).toBeNull();
  });

  it('was cut when no end was recorded, and was open until the last thing that happened', () => {
    const talk = kept(textOf([file, ...wholeTalk('talk').slice(0, 7)]));
    expect(talk).toMatchObject({ state: 'cut', end: null });
    expect(talk.sockets[0]).toMatchObject({ closedAt: null, seconds: 35 });
  });

  it('replaces an entry that comes again, in its place', () => {
    const talk = kept(
      textOf([
        ...wholeTalk('talk').slice(0, 1),
        ...stamped('talk', [
          { type: 'entry', entry: you('a', 'Hello') },
          { type: 'entry', entry: agent('b', 'Hi') },
          { type: 'entry', entry: you('a', 'Hello there') },
        ]),
      ]),
    );
    expect(talk.items).toMatchObject([
      { entry: { id: 'a', text: 'Hello there' } },
      { entry: { id: 'b', text: 'Hi' } },
    ]);
  });

  it('goes on when it begins again after its end', () => {
    const again = kept(textOf([...wholeTalk('talk'), ...wholeTalk('talk').slice(0, 1)]));
    expect(again).toMatchObject({ state: 'cut', end: null });
  });

  it('has the person’s title, and the first words again when that is taken back', () => {
    const titled = whole + encodeLine({ type: 'title', at: 1, title: 'Taxes' });
    expect(kept(titled)).toMatchObject({ title: 'Taxes', ownTitle: true });
    expect(kept(titled + encodeLine({ type: 'title', at: 2, title: '' })).ownTitle).toBe(false);
  });

  it('keeps the newest summary and the newest extraction', () => {
    const digest = (text: string): Line => ({
      type: 'digest',
      at: 1,
      digest: { kind: 'summary', at: 1, by: 'tiny', leftOut: 0, text },
    });
    const json: Line = {
      type: 'digest',
      at: 1,
      digest: { kind: 'extraction', at: 1, by: 'tiny', leftOut: 0, json: '{}' },
    };
    expect(kept(whole + textOf([digest('Old.'), json, digest('New.')])).digests).toMatchObject([
      { json: '{}' },
      { text: 'New.' },
    ]);
  });

  it('of a newer format is left alone', () => {
    expect(readFileText(textOf([{ ...file, format: 2 }, ...wholeTalk('talk')])).kind).toBe('newer');
  });

  it('keeps turns without the time of tools, which older records lack', () => {
    const { tools, ...older } = latency(700);
    expect(tools).toBeNull();
    const line = JSON.stringify({ type: 'turn', at: 1, conversation: 'talk', latency: older });
    expect(kept(`${whole}${line}\n`).items.at(-1)).toMatchObject({ latency: { audible: 700, tools: null } });
  });
});

describe('a file cut at any byte', () => {
  const bytes = Buffer.from(whole);
  const lines = whole.trimEnd().split('\n');

  it('gives every line that was whole, and goes on after it', () => {
    for (let length = 0; length <= bytes.length; length++) {
      const cut = bytes.subarray(0, length).toString('utf8');
      const complete = lines.filter((_, index) => {
        const end = Buffer.byteLength(lines.slice(0, index + 1).join('\n'));
        return end <= length;
      });
      const read = readFileText(cut);
      if (complete.length < 2) {
        expect(read.kind).toBe('empty');
        continue;
      }
      const expected = kept(`${complete.join('\n')}\n`);
      expect(read).toEqual({
        kind: 'conversation',
        conversation: { ...expected, unreadable: expect.any(Number) },
      });
      const goesOn = kept(`${cut}\n${encodeLine({ type: 'title', at: 1, title: 'After' })}`);
      expect(goesOn.title).toBe('After');
      expect(goesOn.items).toEqual(expected.items);
    }
  });

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...lines), fc.json(), fc.string())), (some) => {
        const read = readFileText(some.join('\n'));
        expect(['conversation', 'empty', 'newer']).toContain(read.kind);
      }),
    );
  });
});
