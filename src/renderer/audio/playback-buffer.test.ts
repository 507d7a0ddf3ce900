import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaybackReport } from '../../shared/ipc/audio-port';
import { RAMP_SAMPLES } from './fade-out';
import { LEAST_DELAY, MOST_DELAY } from './jitter';
import { MOST_QUEUED, PlaybackBuffer } from './playback-buffer';
import { chunked, play, QUANTUM, samples, steady, type Arrival } from './playback.fixture';

const audio = (at: number, reply: string, pcm: Int16Array): Arrival => ({
  at,
  command: { type: 'audio', reply, pcm },
});
const finish = (at: number, reply: string): Arrival => ({ at, command: { type: 'finish', reply } });
const LEVEL = 0.5;
/** The greatest step between neighbours that one ramp makes of a steady sound, with room for rounding. */
const RAMP_STEP = LEVEL / RAMP_SAMPLES + 1e-6;

const firstSound = (output: Float32Array) => output.findIndex((sample) => sample !== 0);
const lastSound = (output: Float32Array) => output.findLastIndex((sample) => sample !== 0);
const of = <T extends PlaybackReport['type']>(reports: readonly PlaybackReport[], type: T) =>
  reports.filter((report): report is Extract<PlaybackReport, { type: T }> => report.type === type);

function steepest(output: Float32Array): number {
  let step = Math.abs(output[0]!);
  for (let i = 1; i < output.length; i++) step = Math.max(step, Math.abs(output[i]! - output[i - 1]!));
  return step;
}

describe('starting', () => {
  test('audio ahead of real time sounds at once', () => {
    const chunks = chunked(steady(samples(150)), samples(10)).map((pcm) => audio(0, 'a', pcm));
    expect(firstSound(play(chunks, samples(50)).output)).toBe(0);
  });

  test('audio at real time sounds after the head start', () => {
    const chunks = chunked(steady(samples(500)), samples(10)).map((pcm, i) =>
      audio(i * samples(10), 'a', pcm),
    );
    const first = firstSound(play(chunks, samples(400)).output);
    expect(first).toBeGreaterThanOrEqual(LEAST_DELAY);
    expect(first).toBeLessThan(LEAST_DELAY + QUANTUM);
  });

  test('a complete reply does not wait, however short', () => {
    const { output, reports } = play([audio(0, 'a', steady(48)), finish(0, 'a')], samples(20));
    expect(firstSound(output)).toBe(0);
    expect(of(reports, 'drained')).toMatchObject([{ reply: 'a', samples: 48 }]);
  });

  test('a stream that begins ahead of real time and is paced afterwards has no gap', () => {
    const chunks = chunked(steady(samples(5_000)), samples(10));
    const arrivals = chunks.map((pcm, i) => audio(Math.max(0, i - 10) * samples(10), 'a', pcm));
    const { output, reports } = play([...arrivals, finish(samples(4_900), 'a')], samples(5_200));
    expect(of(reports, 'underrun')).toEqual([]);
    expect(output.subarray(RAMP_SAMPLES, samples(5_000)).every((sample) => sample === LEVEL)).toBe(true);
  });
});

describe('pause and resume', () => {
  const pausedAt = 10 * QUANTUM;
  const resumedAt = 40 * QUANTUM;
  const arrivals: Arrival[] = [
    audio(0, 'a', steady(samples(400))),
    finish(0, 'a'),
    { at: pausedAt, command: { type: 'pause' } },
    { at: resumedAt, command: { type: 'resume' } },
  ];

  test('silence begins in the next quantum and is complete after the ramp', () => {
    const { output } = play(arrivals, samples(600));
    expect(output[pausedAt]).toBeLessThan(LEVEL);
    expect(output.subarray(pausedAt + RAMP_SAMPLES, resumedAt).every((sample) => sample === 0)).toBe(true);
  });

  test('nothing is lost: after resume it goes on where it stopped', () => {
    const { output, reports } = play(arrivals, samples(600));
    expect(output[resumedAt]).toBeGreaterThan(0);
    expect(of(reports, 'drained')).toMatchObject([{ samples: samples(400) }]);
    const end = lastSound(output) + 1;
    expect(end - (resumedAt - pausedAt) - (RAMP_SAMPLES - 1)).toBe(samples(400));
  });

  test('neither clicks', () => {
    expect(steepest(play(arrivals, samples(600)).output)).toBeLessThanOrEqual(RAMP_STEP);
  });

  test('a reply that comes while paused waits for resume', () => {
    const late: Arrival[] = [
      { at: 0, command: { type: 'pause' } },
      audio(QUANTUM, 'b', steady(samples(300))),
      finish(QUANTUM, 'b'),
      { at: resumedAt, command: { type: 'resume' } },
    ];
    expect(firstSound(play(late, samples(600)).output)).toBe(resumedAt);
  });

  test('running empty while paused is no underrun', () => {
    const { reports } = play(
      [
        audio(0, 'a', steady(samples(300))),
        { at: samples(250), command: { type: 'pause' } },
        { at: samples(260), command: { type: 'resume' } },
        { at: samples(330), command: { type: 'pause' } },
        audio(samples(900), 'a', steady(samples(300))),
        { at: samples(910), command: { type: 'resume' } },
        finish(samples(920), 'a'),
      ],
      samples(1_600),
    );
    expect(of(reports, 'drained')).toMatchObject([{ samples: samples(600) }]);
  });
});

describe('flush', () => {
  test('nothing of the reply is heard beyond the ramp, and late audio of it is dropped', () => {
    const flushedAt = 12 * QUANTUM;
    const { output, reports } = play(
      [
        ...chunked(steady(samples(400)), samples(100)).map((pcm) => audio(0, 'a', pcm)),
        { at: flushedAt, command: { type: 'flush', reply: 'a' } },
        audio(flushedAt + QUANTUM, 'a', steady(samples(400))),
        finish(flushedAt + QUANTUM, 'a'),
      ],
      samples(1_000),
    );
    expect(lastSound(output)).toBeLessThan(flushedAt + RAMP_SAMPLES);
    expect(steepest(output)).toBeLessThanOrEqual(RAMP_STEP);
    expect(of(reports, 'flushed')).toMatchObject([{ reply: 'a', samples: flushedAt }]);
    expect(of(reports, 'drained')).toEqual([]);
  });

  test('the next reply sounds, under the fading rest of the flushed one', () => {
    const flushedAt = 12 * QUANTUM;
    const { reports } = play(
      [
        audio(0, 'a', steady(samples(400))),
        finish(0, 'a'),
        audio(0, 'b', steady(samples(100))),
        finish(0, 'b'),
        { at: flushedAt, command: { type: 'flush', reply: 'a' } },
      ],
      samples(500),
    );
    expect(of(reports, 'flushed')).toMatchObject([{ reply: 'a', samples: flushedAt }]);
    expect(of(reports, 'drained')).toMatchObject([{ reply: 'b', samples: samples(100) }]);
  });

  test('a reply flushed while paused is not heard after resume', () => {
    const { output } = play(
      [
        audio(0, 'a', steady(samples(400))),
        finish(0, 'a'),
        { at: 10 * QUANTUM, command: { type: 'pause' } },
        { at: 30 * QUANTUM, command: { type: 'flush', reply: 'a' } },
        { at: 30 * QUANTUM, command: { type: 'resume' } },
      ],
      samples(600),
    );
    expect(lastSound(output)).toBeLessThan(10 * QUANTUM + RAMP_SAMPLES);
  });

  test('everything heard of so far is dropped by flush-all, what is new is not', () => {
    const { reports } = play(
      [
        audio(0, 'a', steady(samples(400))),
        audio(0, 'b', steady(samples(400))),
        { at: QUANTUM, command: { type: 'flush-all' } },
        audio(2 * QUANTUM, 'a', steady(10)),
        audio(2 * QUANTUM, 'b', steady(10)),
        audio(2 * QUANTUM, 'c', steady(10)),
        finish(2 * QUANTUM, 'c'),
      ],
      samples(200),
    );
    expect(of(reports, 'flushed').map(({ reply }) => reply)).toEqual(['a', 'b']);
    expect(of(reports, 'drained')).toMatchObject([{ reply: 'c', samples: 10 }]);
  });

  test('a flush that overtakes the first audio still silences the reply', () => {
    const { output } = play(
      [{ at: 0, command: { type: 'flush', reply: 'a' } }, audio(QUANTUM, 'a', steady(samples(400)))],
      samples(300),
    );
    expect(firstSound(output)).toBe(-1);
  });
});

describe('running empty', () => {
  const arrivals: Arrival[] = [
    audio(0, 'a', steady(samples(200))),
    ...chunked(steady(samples(600)), samples(20)).map((pcm, i) =>
      audio(samples(350) + i * samples(20), 'a', pcm),
    ),
    finish(samples(1_000), 'a'),
  ];

  test('plays silence, counts one underrun at the time it ran empty and loses nothing', () => {
    const { output, reports } = play(arrivals, samples(2_000));
    const [underrun, ...more] = of(reports, 'underrun');
    expect(more).toEqual([]);
    expect(underrun).toMatchObject({ reply: 'a', count: 1 });
    expect(underrun!.at).toBeCloseTo(90 + 200, -1);
    expect(of(reports, 'drained')).toMatchObject([{ samples: samples(800) }]);
    expect(steepest(output)).toBeLessThanOrEqual(RAMP_STEP);
  });

  test('the next start waits for the largest head start', () => {
    const { output } = play(arrivals, samples(2_000));
    const gapEnd = output.findIndex((sample, i) => i > samples(350) && sample > 0);
    // 350 ms is when the audio of 200 ms arrived, so the earliest came at 0 with nothing before it.
    expect(gapEnd).toBeGreaterThanOrEqual(samples(200) + MOST_DELAY);
    expect(gapEnd).toBeLessThan(samples(200) + MOST_DELAY + QUANTUM);
  });

  test('a stall that ends in a burst goes on at once', () => {
    const burst = chunked(steady(samples(900)), samples(10)).map((pcm) => audio(samples(1_200), 'a', pcm));
    const { output } = play([audio(0, 'a', steady(samples(200))), ...burst], samples(2_000));
    const gapEnd = output.findIndex((sample, i) => i > samples(400) && sample > 0);
    expect(gapEnd).toBeLessThan(samples(1_200) + QUANTUM);
  });

  test('an end that is told late is no underrun', () => {
    const { reports } = play(
      [audio(0, 'a', steady(samples(200))), finish(samples(800), 'a')],
      samples(1_000),
    );
    expect(of(reports, 'underrun')).toEqual([]);
    expect(of(reports, 'drained')).toMatchObject([{ samples: samples(200) }]);
  });

  test('a reply whose end was never told does not block the next', () => {
    const { reports } = play(
      [audio(0, 'a', steady(samples(200))), audio(samples(600), 'b', steady(100)), finish(samples(600), 'b')],
      samples(800),
    );
    expect(of(reports, 'drained').map(({ reply }) => reply)).toEqual(['a', 'b']);
  });
});

describe('replies in sequence', () => {
  test('sound one after the other, without a gap', () => {
    const { output, reports } = play(
      [
        audio(0, 'a', steady(samples(101))),
        audio(0, 'b', steady(samples(99))),
        finish(0, 'a'),
        finish(0, 'b'),
      ],
      samples(400),
    );
    expect(of(reports, 'drained').map(({ reply }) => reply)).toEqual(['a', 'b']);
    expect(output.subarray(0, samples(200)).every((sample) => sample > 0)).toBe(true);
    expect(lastSound(output)).toBeLessThan(samples(200) + RAMP_SAMPLES);
  });
});

describe('reports', () => {
  test('played: at the first sample, then about every 50 ms, with the level', () => {
    const { reports } = play([audio(0, 'a', steady(samples(500))), finish(0, 'a')], samples(600));
    const played = of(reports, 'played');
    expect(played[0]).toMatchObject({ samples: QUANTUM });
    const gaps = played.slice(1).map(({ samples: count }, i) => count - played[i]!.samples);
    for (const gap of gaps) {
      expect(gap).toBeGreaterThanOrEqual(1_200);
      expect(gap).toBeLessThan(1_200 + QUANTUM);
    }
    expect(played.at(-1)!.level).toBeCloseTo(LEVEL, 5);
  });

  test('audible: once a reply, at the first sample above -50 dBFS', () => {
    const pcm = Int16Array.from({ length: samples(300) }, (_, i) => (i < samples(100) ? 100 : 10_000));
    const { reports } = play([audio(0, 'a', pcm), finish(0, 'a')], samples(400));
    expect(of(reports, 'audible')).toHaveLength(1);
    expect(of(reports, 'audible')[0]!.at).toBeCloseTo(100, 6);
  });

  test('a reply of silence is never audible', () => {
    const { reports } = play([audio(0, 'a', new Int16Array(4_800)), finish(0, 'a')], samples(400));
    expect(of(reports, 'audible')).toEqual([]);
    expect(of(reports, 'drained')).toHaveLength(1);
  });

  test('an end told twice is drained once', () => {
    const { reports } = play(
      [audio(0, 'a', steady(100)), finish(0, 'a'), finish(samples(100), 'a')],
      samples(200),
    );
    expect(of(reports, 'drained')).toHaveLength(1);
  });

  test('audio beyond ten minutes is refused aloud, and what waits is kept', () => {
    const reports: PlaybackReport[] = [];
    const buffer = new PlaybackBuffer((report) => reports.push(report));
    buffer.command({ type: 'audio', reply: 'a', pcm: new Int16Array(MOST_QUEUED) }, 1);
    buffer.command({ type: 'audio', reply: 'a', pcm: new Int16Array(10) }, 2);
    expect(reports).toEqual([{ type: 'overflow', reply: 'a', samples: 10, at: 2 }]);
    buffer.command({ type: 'flush', reply: 'a' }, 3);
    buffer.command({ type: 'audio', reply: 'b', pcm: new Int16Array(10) }, 4);
    expect(of(reports, 'overflow')).toHaveLength(1);
  });
});

describe('gain', () => {
  test('moves to the wanted gain along the ramp and stays there', () => {
    const duckedAt = 10 * QUANTUM;
    const { output } = play(
      [
        audio(0, 'a', steady(samples(400))),
        finish(0, 'a'),
        { at: duckedAt, command: { type: 'gain', gain: 0.25 } },
      ],
      samples(300),
    );
    expect(output[duckedAt]).toBeLessThan(LEVEL);
    expect(output[duckedAt + RAMP_SAMPLES]).toBeCloseTo(LEVEL / 4, 5);
    expect(steepest(output)).toBeLessThanOrEqual(RAMP_STEP);
  });
});

test('reset forgets audio, pause and gain', () => {
  const buffer = new PlaybackBuffer(() => undefined);
  const output = new Float32Array(samples(100));
  buffer.command({ type: 'gain', gain: 0.1 }, 0);
  buffer.command({ type: 'audio', reply: 'old', pcm: steady(samples(400)) }, 0);
  buffer.command({ type: 'pause' }, 0);
  buffer.reset(0);
  buffer.command({ type: 'audio', reply: 'new', pcm: steady(samples(400)) }, 0);
  buffer.command({ type: 'finish', reply: 'new' }, 0);
  buffer.render(output, 0);
  expect(output.at(-1)).toBeCloseTo(LEVEL, 5);
});

test('no command ever makes a step greater than that of two ramps', () => {
  const command = fc.oneof(
    fc.constant({ type: 'pause' } as const),
    fc.constant({ type: 'resume' } as const),
    fc.constant({ type: 'flush-all' } as const),
    fc.nat(5).map((n) => ({ type: 'flush', reply: `r${n}` }) as const),
    fc.nat(5).map((n) => ({ type: 'finish', reply: `r${n}` }) as const),
    fc
      .tuple(fc.nat(5), fc.integer({ min: 0, max: 5_000 }))
      .map(([n, length]) => ({ type: 'audio', reply: `r${n}`, pcm: steady(length) }) as const),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      // Two quanta are longer than a ramp, so at most the end of one and the start of the next overlap.
      const arrivals = commands.map((one, i) => ({ at: i * 2 * QUANTUM, command: one }));
      expect(steepest(play(arrivals, samples(1_500)).output)).toBeLessThanOrEqual(2 * RAMP_STEP);
    }),
  );
});
