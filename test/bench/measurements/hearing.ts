/*
 * How well and how quickly the local agent hears: its real server with real models, over a real socket. Words are
 * sent as fast as it goes, in sessions of their own; where time matters the audio comes at the speed of life.
 */
import { concat, silence, spokenClip, synthesizedClips, VOICES, type Clip } from '../hearing/clips';
import { humanClips } from '../hearing/human-clips';
import { Listener, residentMegabytes } from '../hearing/listener';
import { PAUSED_SENTENCES } from '../hearing/paused-sentences';
import { inRoom, music, pinkNoise, withEcho } from '../hearing/room';
import { errorRate, wordErrors, type WordErrors } from '../hearing/word-errors';
import type { Findings, Measurement, Row } from '../measurement';
import { summarize } from '../statistics';

const WORST = {
  synthesized: 0.06,
  human: 0.03,
  cutOff: 0.1,
  final: 0.15,
  all: 0.6,
  onset: 200,
  ready: 2_000,
};
const NOISE_SECONDS = 8;
const NOISE_RATE = 24_000;

/** Words, pauses, noise, times and memory of the local agent's ears. */
export const hearing: Measurement = {
  name: 'hearing',
  needsDesktop: false,
  run: async () => {
    const listener = await Listener.start();
    try {
      const words = await measureWords(listener);
      const pauses = await measurePauses(listener);
      const noise = await measureNoise(listener);
      const memory = { speech: listener.speechMemory(), server: residentMegabytes(process.pid) };
      return {
        rows: [
          ...words.rows,
          ...pauses.rows,
          ...noise.rows,
          single('models ready', listener.readyMs, `<= ${WORST.ready}`, listener.readyMs <= WORST.ready),
          told('memory', `speech process ${megabytes(memory.speech)}, server ${megabytes(memory.server)}`),
        ],
        details: { words: words.details, pauses: pauses.details, noise: noise.details, memory },
      };
    } finally {
      await listener.stop();
    }
  },
};

/** What a room makes of a clip. */
const ROOMS: Readonly<Record<string, (clip: Clip) => Float32Array>> = {
  clean: ({ samples }) => samples,
  'echo, noise 20 dB below': ({ samples, rate }) => inRoom(samples, rate, 20),
  'echo, noise 10 dB below': ({ samples, rate }) => inRoom(samples, rate, 10),
};

async function measureWords(listener: Listener): Promise<Findings> {
  const human = await humanClips();
  const sets = { synthesized: await synthesizedClips(), human: human ?? [] };
  const rows: Row[] = [];
  const details: Record<string, unknown> = {};
  for (const [room, heardIn] of Object.entries(ROOMS)) {
    const before = listener.work();
    for (const set of ['synthesized', 'human'] as const) {
      const results: (WordErrors & { readonly said: string; readonly heard: string })[] = [];
      for (const clip of sets[set]) {
        const { transcripts } = await listener.hear(heardIn(clip), clip.rate, { realTime: false });
        const heard = transcripts.join(' ');
        results.push({ said: clip.said, heard, ...wordErrors(clip.said, heard) });
      }
      const name = `word error rate, ${set}, ${room}`;
      details[name] = results.filter(({ errors }) => errors > 0);
      if (results.length === 0) rows.push(told(name, 'the recordings could not be fetched'));
      else rows.push(rateRow(name, errorRate(results), WORST[set]));
    }
    if (room !== 'clean') continue;
    const { final, finalAudio } = listener.work(before);
    const factor = final / finalAudio;
    rows.push(
      rowOf('real-time factor, final', factor.toFixed(3), `<= ${WORST.final}`, factor <= WORST.final),
    );
  }
  return { rows, details };
}

/** Sentences with a pause, at the speed of life: also tells of onset and of what partial transcripts cost. */
async function measurePauses(listener: Listener): Promise<Findings> {
  const onsets: number[] = [];
  const cut: { readonly said: string; readonly turns: readonly string[] }[] = [];
  const before = listener.work();
  for (const [at, { before: first, pauseMs, after }] of PAUSED_SENTENCES.entries()) {
    const voice = VOICES[at % VOICES.length]!;
    const [begin, end] = [await spokenClip(first, voice), await spokenClip(after, voice)];
    const samples = concat([
      silence(300, begin.rate),
      begin.samples,
      silence(pauseMs, begin.rate),
      end.samples,
    ]);
    const { transcripts, startedAt } = await listener.hear(samples, begin.rate, { realTime: true });
    if (startedAt[0] !== undefined) onsets.push(startedAt[0] - 300);
    if (transcripts.length !== 1) cut.push({ said: `${first} | ${after}`, turns: transcripts });
  }
  const { spoken, final, partial } = listener.work(before);
  const factor = (final + partial) / spoken;
  const onset = summarize(onsets);
  return {
    rows: [
      rateRow('cut off in a pause', cut.length / PAUSED_SENTENCES.length, WORST.cutOff),
      {
        measurement: 'speech to input.speech.started',
        p50: onset.p50,
        p99: onset.p99,
        other: `${onset.count} sentences`,
        target: `<= ${WORST.onset}`,
        met: onset.p99 <= WORST.onset,
      },
      rowOf('real-time factor, partials included', factor.toFixed(3), `<= ${WORST.all}`, factor <= WORST.all),
    ],
    details: { cut, onsets },
  };
}

/** Sounds that are no speech to the agent must give no turn. */
async function measureNoise(listener: Listener): Promise<Findings> {
  const length = NOISE_SECONDS * NOISE_RATE;
  const babble = await babbleBelow(0.004);
  const sounds: Readonly<Record<string, readonly [Float32Array, number]>> = {
    'pink noise': [pinkNoise(length, 5).map((sample) => sample * 0.05), NOISE_RATE],
    'loud pink noise': [pinkNoise(length, 6).map((sample) => sample * 0.25), NOISE_RATE],
    music: [music(NOISE_SECONDS, NOISE_RATE, 0.3), NOISE_RATE],
    'distant babble': [babble.samples, babble.rate],
  };
  const turns: Record<string, readonly string[]> = {};
  for (const [name, [samples, rate]] of Object.entries(sounds)) {
    turns[name] = (await listener.hear(samples, rate, { realTime: false })).transcripts;
  }
  const taken = Object.entries(turns).filter(([, heard]) => heard.length > 0);
  const other =
    taken.length === 0 ? `none of ${Object.keys(sounds).length}` : taken.map(([name]) => name).join();
  return { rows: [rowOf('sounds taken for a turn', other, 'none', taken.length === 0)], details: { turns } };
}

/** Four voices at once, far away. */
async function babbleBelow(
  level: number,
): Promise<{ readonly samples: Float32Array; readonly rate: number }> {
  const clips = (await synthesizedClips()).filter((_, at) => at % 13 === 0).slice(0, 4);
  const rate = clips[0]!.rate;
  const samples = new Float32Array(Math.max(...clips.map((clip) => clip.samples.length)));
  for (const clip of clips)
    clip.samples.forEach((sample, at) => (samples[at]! += (sample * level) / 0.18 / 2));
  return { samples: withEcho(samples, rate), rate };
}

function rateRow(measurement: string, rate: number, worst: number): Row {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return rowOf(measurement, percent(rate), `<= ${percent(worst)}`, rate <= worst);
}

const rowOf = (measurement: string, other: string, target: string, met: boolean | null): Row => ({
  ...{ measurement, p50: null, p99: null, other, target, met },
});
const told = (measurement: string, other: string): Row => rowOf(measurement, other, '', null);
const single = (measurement: string, value: number, target: string, met: boolean): Row => ({
  ...{ measurement, p50: value, p99: null, other: 'once', target, met },
});
const megabytes = (value: number | null): string => (value === null ? 'unknown' : `${value.toFixed(0)} MB`);
