import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeyHookReport } from '../../shared/ipc/key-hook-port';
import { KeyHookProcess } from './key-hook-process';

const { Port, children, ports } = vi.hoisted(() => {
  class FakePort {
    closed = false;
    readonly sent: unknown[] = [];
    hear: (event: { readonly data: unknown }) => void = () => undefined;
    on = (_: string, hear: (event: { readonly data: unknown }) => void) => void (this.hear = hear);
    start = () => undefined;
    postMessage = (message: unknown) => void this.sent.push(message);
    close = () => void (this.closed = true);
  }
  return { Port: FakePort, children: [] as EventEmitter[], ports: [] as FakePort[] };
});

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = {};
    readonly port2 = new Port();
    constructor() {
      ports.push(this.port2);
    }
  },
  utilityProcess: {
    fork: () => {
      const child = Object.assign(new EventEmitter(), {
        pid: undefined,
        postMessage: () => undefined,
        kill: () => true,
      });
      children.push(child);
      return child;
    },
  },
}));

const TALK = [{ id: 'talk', keys: 'ControlRight' }];
const down: KeyHookReport = { type: 'edge', id: 'talk', down: true, at: 1 };

function hook() {
  const told: string[] = [];
  const made = new KeyHookProcess(
    'key-hook.js',
    {
      report: (report) => told.push(report.type),
      gone: (again) => told.push(again ? 'gone, again' : 'gone'),
    },
    () => undefined,
  );
  return { made, told };
}

beforeEach(() => {
  vi.useFakeTimers();
  children.length = 0;
  ports.length = 0;
});
afterEach(() => void vi.useRealTimers());

it('a press that arrives after its process has gone counts no more: it would have no release', () => {
  const { made, told } = hook();
  made.watch(TALK);
  children[0]!.emit('exit', 1);
  ports[0]!.hear({ data: down });
  expect(told).toEqual(['gone, again']);
  expect(ports[0]!.closed).toBe(true);
});

it('nor does one of a process that was ended', () => {
  const { made, told } = hook();
  made.watch(TALK);
  ports[0]!.hear({ data: down });
  made.watch([]);
  ports[0]!.hear({ data: down });
  expect(told).toEqual(['edge']);
});

it('one that dies is started anew with the same keys, and left alone after the fifth time within a minute', () => {
  const { made, told } = hook();
  made.watch(TALK);
  for (let end = 0; end < 5; end += 1) {
    children.at(-1)!.emit('exit', 1);
    vi.advanceTimersByTime(1_000);
  }
  expect(told).toEqual([...Array<string>(4).fill('gone, again'), 'gone']);
  expect(children).toHaveLength(5);
  expect(ports.at(-1)!.sent).toEqual([{ type: 'watch', bindings: TALK }]);
});

it('what is no report is not taken for one', () => {
  const { made, told } = hook();
  made.watch(TALK);
  ports[0]!.hear({ data: { type: 'edge', id: 'talk', down: 'yes', at: 1 } });
  ports[0]!.hear({ data: { type: 'key', code: 30 } });
  expect(told).toEqual([]);
});
