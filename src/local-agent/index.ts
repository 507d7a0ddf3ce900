/*
 * The local agent inside Parley: an Electron utility process. Main sends `start` with a port to the speech process
 * and is told where the agent listens (shared/ipc/local-agent-port.ts). Electron itself is not imported.
 */
import { z } from 'zod';
import type { LocalAgentReport } from '../shared/ipc/local-agent-port';
import { SpeechClient } from '../shared/ipc/speech-client';
import type { SpeechAnswer } from '../shared/ipc/speech-port';
import { startServer } from './server/server';
import { embedInTime } from './thinking/embed-in-time';
import { IntentRouter } from './thinking/thinker';
import { ALL_PARTS } from './warming';

/** What is used of Electron's `MessagePortMain`. */
interface Port {
  postMessage(message: unknown): void;
  start(): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}
/** What is used of Electron's `process.parentPort`. */
interface ParentPort {
  postMessage(message: LocalAgentReport): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly Port[] }) => void,
  ): void;
}

/** The speech process is gone: main starts both anew when they are needed again. */
const SPEECH_LOST = 5;

const startSchema = z.object({
  type: z.literal('start'),
  token: z.string().min(1),
  timing: z.enum(['native', 'hosted']),
  speakingSpeed: z.number().positive(),
});
const tuneSchema = z.object({ type: z.literal('tune'), speakingSpeed: z.number().positive() });

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (!parentPort) {
  process.stderr.write('This program is started by Parley. On its own, use npm run local-agent.\n');
  process.exit(2);
}

let speakingSpeed = 1;
parentPort.on('message', ({ data, ports: [port] }) => {
  const tune = tuneSchema.safeParse(data);
  if (tune.success) speakingSpeed = tune.data.speakingSpeed;
  const start = startSchema.safeParse(data);
  if (start.success) speakingSpeed = start.data.speakingSpeed;
  if (start.success && port) void serve(parentPort, start.data, port);
});

async function serve(parent: ParentPort, start: z.infer<typeof startSchema>, port: Port): Promise<void> {
  const speech = new SpeechClient({
    post: (message) => port.postMessage(message),
    // The port comes from the speech process by way of main: its other end is our own code.
    listen: (listener) => port.on('message', ({ data }) => listener(data as SpeechAnswer)),
  });
  port.on('close', () => process.exit(SPEECH_LOST));
  port.start();
  const onTrouble = (part: string, code: string) =>
    void process.stderr.write(`The ${part} failed (${code}).\n`);
  try {
    const { port: listening } = await startServer({
      port: 0,
      key: start.token,
      timing: start.timing,
      speech,
      thinker: new IntentRouter(embedInTime((texts, signal) => speech.embed(texts, signal))),
      onTrouble,
      speakingSpeed: () => speakingSpeed,
    });
    parent.postMessage({ type: 'listening', port: listening });
    speech.warm(ALL_PARTS).catch(() => onTrouble('warming of the models', 'warm'));
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    parent.postMessage({ type: 'failed', code, message: 'The local agent could not listen.' });
  }
}
