/* The local agent's real server in this process, with real models and nothing to say: it only hears. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { cacheFolder } from '../../../build/setup/cache.mjs';
import { PROJECT } from '../../../build/setup/set-up.mjs';
import { ensureModels } from '../../../build/setup/speech-models.mjs';
import { startServer, type LocalAgentServer } from '../../../src/local-agent/server/server';
import { startSpeech, type SpeechChild } from '../../../src/local-agent/speech-process';
import { emptyMemory, type Thinker } from '../../../src/local-agent/thinking/types';
import { ALL_PARTS } from '../../../src/local-agent/warming';
import { floatToPcm16 } from '../../../src/shared/audio/pcm';
import { resample } from '../../../src/shared/audio/resample';
import { until } from '../../support/until';

const RATE = 24_000;
const CHUNK_MS = 20;
/** Longer than the longest silence after which a turn ends. */
const TAIL_MS = 1_600;
/** A recognition that takes longer than this is lost. */
const PATIENCE_MS = 20_000;
/** Nothing more comes after the end of a turn once the server has had this long to think about silence. */
const QUIET_MS = 400;

const silentThinker: Thinker = {
  prepare: () => Promise.resolve(),
  think: () => Promise.resolve({ kind: 'silent', memory: emptyMemory }),
};

interface Message {
  readonly type: string;
  readonly text?: string;
  readonly at: number;
}

/** What came of some audio. Times are milliseconds since its first sample was sent. */
export interface Heard {
  /** One a turn; empty when something was heard that held no words. */
  readonly transcripts: readonly string[];
  readonly startedAt: readonly number[];
  readonly partials: number;
}

export interface Sent {
  /** At the speed of life; else as fast as it goes, which is good for words but not for times. */
  readonly realTime: boolean;
  readonly keyterms?: readonly string[];
}

/** What was spoken to the agent and what its recognizers made of it, so far; milliseconds. */
export interface Work {
  readonly spoken: number;
  /** Time taken by final recognitions, and the length of the audio that was given to them. */
  readonly final: number;
  readonly finalAudio: number;
  readonly partial: number;
}

/** The server with a way to talk to it. */
export class Listener {
  private done: Work = { spoken: 0, final: 0, finalAudio: 0, partial: 0 };

  private constructor(
    readonly speech: SpeechChild,
    private readonly server: LocalAgentServer,
    /** Milliseconds from the start of the speech process until every model was loaded. */
    readonly readyMs: number,
  ) {
    const { client } = speech;
    const recognize = client.recognize.bind(client);
    client.recognize = async (request, signal) => {
      const heard = await recognize(request, signal);
      const { milliseconds } = heard;
      if (request.effort === 'partial') this.add({ partial: milliseconds });
      else this.add({ final: milliseconds, finalAudio: (request.pcm.length * 1_000) / request.sampleRate });
      return heard;
    };
  }

  static async start(): Promise<Listener> {
    const models = await ensureModels({ project: PROJECT, cache: cacheFolder() });
    const entry = join(PROJECT, 'out', 'main', 'speech.js');
    const started = performance.now();
    const speech = startSpeech(entry, models, (code) => {
      console.error(`The speech process ended unexpectedly (code ${String(code)}).`);
    });
    await speech.client.warm(ALL_PARTS);
    const readyMs = performance.now() - started;
    const server = await startServer({
      port: 0,
      key: null,
      timing: 'native',
      speech: speech.client,
      thinker: silentThinker,
      onTrouble: (part, code) => console.error(`The ${part} failed (${code}).`),
    });
    return new Listener(speech, server, readyMs);
  }

  /** For PARLEY_AGENT_URL. */
  get url(): string {
    return `ws://127.0.0.1:${this.server.port}/v1/ws`;
  }

  async stop(): Promise<void> {
    await this.server.close();
    this.speech.stop();
  }

  /** Sends samples (-1 to 1) with silence after them in a session of their own, and tells what was heard. */
  async hear(samples: Float32Array, rate: number, { realTime, keyterms = [] }: Sent): Promise<Heard> {
    const socket = new WebSocket(this.url, {
      headers: { authorization: 'any' },
    });
    const messages: Message[] = [];
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; text?: string };
      messages.push({ ...message, at: performance.now() });
    });
    const count = (type: string) => messages.filter((message) => message.type === type).length;
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('open', () => resolve());
        socket.once('error', reject);
      });
      socket.send(
        JSON.stringify({ type: 'session.update', session: { input: { keyterms: [...keyterms] } } }),
      );
      await until('the session is ready', () => count('session.ready') === 1, { everyMs: 2 });
      const pcm = withTail(floatToPcm16(resample(samples, rate, RATE)));
      this.add({ spoken: (samples.length * 1_000) / rate });
      const begun = performance.now();
      await send(socket, pcm, realTime);
      await pause(QUIET_MS);
      await until(
        'every turn that began has ended',
        () => count('input.speech.started') === count('input.speech.stopped'),
        { everyMs: 5, timeoutMs: PATIENCE_MS },
      );
      // The transcript follows its end at once.
      await pause(20);
      const of = (type: string) => messages.filter((message) => message.type === type);
      return {
        transcripts: of('transcript.user').map(({ text = '' }) => text),
        startedAt: of('input.speech.started').map(({ at }) => at - begun),
        partials: of('transcript.user.delta').length,
      };
    } finally {
      socket.terminate();
    }
  }

  /** What was done since `before`, or at all. */
  work(before: Work = { spoken: 0, final: 0, finalAudio: 0, partial: 0 }): Work {
    const since = (part: keyof Work) => this.done[part] - before[part];
    return {
      spoken: since('spoken'),
      final: since('final'),
      finalAudio: since('finalAudio'),
      partial: since('partial'),
    };
  }

  private add(work: Partial<Work>): void {
    const sum = (part: keyof Work) => this.done[part] + (work[part] ?? 0);
    this.done = {
      spoken: sum('spoken'),
      final: sum('final'),
      finalAudio: sum('finalAudio'),
      partial: sum('partial'),
    };
  }

  /** Memory of the speech process in megabytes (Linux only), else null. */
  speechMemory(): number | null {
    return residentMegabytes(this.speech.pid);
  }
}

/** Resident memory of a process; null where the system does not tell. */
export function residentMegabytes(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  } catch {
    return null;
  }
}

function withTail(pcm: Int16Array): Int16Array {
  const whole = new Int16Array(pcm.length + (RATE * TAIL_MS) / 1_000);
  whole.set(pcm);
  return whole;
}

async function send(socket: WebSocket, pcm: Int16Array, realTime: boolean): Promise<void> {
  const size = (RATE * CHUNK_MS) / 1_000;
  const begun = performance.now();
  for (let at = 0; at < pcm.length; at += size) {
    const chunk = pcm.slice(at, at + size);
    // A chunk exists only once its last sample has been spoken.
    const due = begun + ((at + chunk.length) * 1_000) / RATE;
    if (realTime) await pause(Math.max(0, due - performance.now()));
    const audio = Buffer.from(chunk.buffer).toString('base64');
    socket.send(JSON.stringify({ type: 'input.audio', audio }));
  }
}
