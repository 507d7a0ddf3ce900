import { expect, test, vi } from 'vitest';
import type { PlaybackCommand } from '../../shared/ipc/audio-port';
import { SoundCheck } from './sound-check';

/** A sound that works, with what is to be different. */
function rig(
  fault: Partial<{
    rate: number;
    echo: boolean;
    level: number;
    flushMs: number;
    dead: boolean;
    trouble: boolean;
  }> = {},
) {
  const log: string[] = [];
  const check: SoundCheck = new SoundCheck({
    sound: {
      open: () => {
        log.push('open');
        queueMicrotask(opened);
      },
      close: () => void log.push('close'),
      play: (command) => play(command),
    },
    free: () => true,
    explain: () => ({ code: 'no_microphone', sentence: 'No microphone.', next: 'Plug one in.' }),
    now: () => 1_000,
    newId: () => 'tone',
  });
  function opened() {
    if (fault.dead) return;
    if (fault.trouble) {
      check.audioReported({ type: 'trouble', trouble: 'no_microphone', fatal: true, device: '' });
      return;
    }
    const { echo = true, rate = 24_000 } = fault;
    check.audioReported({
      type: 'opened',
      input: 'Headset of Ada',
      output: 'x',
      sampleRate: 48_000,
      echoCancellation: echo,
    });
    queueMicrotask(() => {
      for (let at = 0; at < 60; at += 1) {
        check.captured({ level: fault.level ?? 0.01, capturedAt: (at * 1_200_000) / rate });
      }
    });
  }
  function play(command: PlaybackCommand) {
    log.push(command.type);
    if (command.type === 'audio') {
      queueMicrotask(() => check.played({ type: 'played', reply: 'tone', samples: 480, level: 0.01, at: 1 }));
    }
    if (command.type === 'flush') {
      const at = 1_000 + (fault.flushMs ?? 20);
      queueMicrotask(() => check.played({ type: 'flushed', reply: 'tone', samples: 480, at }));
    }
  }
  return { check, log };
}
const outcomes = async (fault: Parameters<typeof rig>[0]) => {
  const results = await rig(fault).check.run(new AbortController().signal);
  return Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]));
};
const good = {
  microphone: 'good',
  'sample-rate': 'good',
  'echo-cancellation': 'good',
  speakers: 'good',
  flush: 'good',
};

test('a sound that works is good in every part, and is given back', async () => {
  const { check, log } = rig();
  const results = await check.run(new AbortController().signal);
  expect(Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]))).toEqual(good);
  expect(log).toEqual(['open', 'audio', 'flush', 'flush', 'close']);
  expect(JSON.stringify(results)).not.toContain('Ada');
});

test('each fault is told as itself', async () => {
  expect(await outcomes({ rate: 48_000 })).toEqual({ ...good, 'sample-rate': 'failed' });
  expect(await outcomes({ echo: false })).toEqual({ ...good, 'echo-cancellation': 'attention' });
  expect(await outcomes({ level: 0 })).toEqual({ ...good, microphone: 'attention' });
  expect(await outcomes({ flushMs: 400 })).toEqual({ ...good, flush: 'attention' });
  expect(await outcomes({ trouble: true })).toEqual({ sound: 'failed' });
});

test('a sound that never opens is told after a while', async () => {
  vi.useFakeTimers();
  try {
    const results = outcomes({ dead: true });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await results).toEqual({ sound: 'failed' });
  } finally {
    vi.useRealTimers();
  }
});

test('called off, it gives the sound back', async () => {
  const { check, log } = rig({ dead: true });
  const off = new AbortController();
  const run = check.run(off.signal);
  off.abort();
  await expect(run).rejects.toThrow('called off');
  expect(log.at(-1)).toBe('close');
});

test('reports of others are left to them', () => {
  const { check } = rig();
  expect(check.audioReported({ type: 'closed' })).toBe(false);
  expect(check.played({ type: 'audible', reply: 'resp_1', at: 1 })).toBe(false);
});
