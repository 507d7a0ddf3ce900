import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AudioHost, type AudioListener } from './audio-host';

vi.mock('electron', () => ({
  MessageChannelMain: class {
    readonly port1 = {
      on: () => undefined,
      start: () => undefined,
      postMessage: () => undefined,
      close: () => undefined,
    };
    readonly port2 = {};
  },
}));

class FakePage extends EventEmitter {
  destroyed = false;
  readonly told: string[] = [];
  readonly webContents = Object.assign(new EventEmitter(), {
    isDestroyed: () => this.destroyed,
    send: (_channel: string, name: string) => void this.told.push(name),
    postMessage: () => undefined,
  });

  isDestroyed = () => this.destroyed;

  destroy() {
    this.destroyed = true;
    this.emit('closed');
  }
}

const nothing = () => undefined;
const DEFAULT = { microphone: true, input: null, output: null, autoGainControl: true } as const;
let pages: FakePage[] = [];

function audioHost(keeps = true, listener: Partial<AudioListener> = {}): AudioHost {
  const create = () => {
    const page = new FakePage();
    pages.push(page);
    return page as unknown as BrowserWindow;
  };
  const deaf = { captured: nothing, played: nothing, reported: nothing };
  return new AudioHost(create, () => keeps, { ...deaf, ...listener });
}

/** How many pages are there. */
const open = () => pages.filter(({ destroyed }) => !destroyed).length;

describe('AudioHost at rest', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    pages = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('puts a new page in the place of the used one a minute after the last use', () => {
    const host = audioHost();
    host.open(DEFAULT);
    host.pageReady();
    host.close();
    vi.advanceTimersByTime(59_999);
    expect(pages).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(pages.map(({ destroyed }) => destroyed)).toEqual([true, false]);
    vi.advanceTimersByTime(3_600_000);
    expect(pages).toHaveLength(2);
  });

  it('keeps none where none need be there', () => {
    const host = audioHost(false);
    host.open(DEFAULT);
    host.pageReady();
    host.close();
    vi.advanceTimersByTime(60_000);
    expect(open()).toBe(0);
  });

  it('keeps no page that nobody uses while nothing may be kept ready, and makes one when that is over', () => {
    const host = audioHost();
    host.preload();
    host.setWarm(false);
    vi.advanceTimersByTime(1_000);
    expect(open()).toBe(0);
    host.preload();
    expect(open()).toBe(0);
    host.setWarm(true);
    expect(open()).toBe(1);
  });

  it('leaves a page that is used alone', () => {
    const host = audioHost();
    host.open(DEFAULT);
    host.pageReady();
    host.setWarm(false);
    vi.advanceTimersByTime(3_600_000);
    expect(open()).toBe(1);
    host.close();
    vi.advanceTimersByTime(1_000);
    expect(pages[0]!.told).toEqual(['audio.open', 'audio.close']);
    expect(open()).toBe(0);
  });
});

describe('a page that dies', () => {
  beforeEach(() => void (pages = []));

  it('twice is made anew; after the third time answers count as played, until the next use', () => {
    const reported: string[] = [];
    const played: unknown[] = [];
    const host = audioHost(true, {
      reported: (report) => void reported.push(report.type === 'trouble' ? report.trouble : report.type),
      played: (report) => void played.push(report.type === 'drained' ? report.samples : report.type),
    });
    const answer = () => {
      host.play({ type: 'audio', reply: 'r1', pcm: new Int16Array(240) });
      host.play({ type: 'audio', reply: 'r1', pcm: new Int16Array(240) });
      host.play({ type: 'finish', reply: 'r1' });
    };
    host.open(DEFAULT);
    for (let death = 1; death <= 3; death += 1) {
      host.pageReady();
      pages.at(-1)!.webContents.emit('render-process-gone');
    }
    expect(pages).toHaveLength(3);
    expect(reported).toEqual(['sound_lost', 'sound_lost', 'sound_failed']);
    answer();
    expect(played).toEqual([480]);
    host.close();
    answer();
    expect(played).toHaveLength(1);
    host.open(DEFAULT);
    expect(pages).toHaveLength(4);
    host.pageReady();
    answer();
    expect(played).toHaveLength(1);
  });
});
