/*
 * The local agent inside Parley: an Electron utility process. Main sends `start` with a port to the speech process
 * and is told where the agent listens (shared/ipc/local-agent-port.ts). Electron itself is not imported.
 */
import { z } from 'zod';
import { SPEECH_LOST, type LanguageModelServer, type LocalAgentReport } from '../shared/ipc/local-agent-port';
import { errorCode } from '../shared/error-code';
import { SpeechClient } from '../shared/ipc/speech-client';
import type { SpeechAnswer } from '../shared/ipc/speech-port';
import { systemClock } from './clock';
import { startServer } from './server/server';
import { embedInTime } from './thinking/embed-in-time';
import { answerQuestion } from './thinking/language-model/answer';
import { ChosenThinker } from './thinking/language-model/chosen-thinker';
import { checkServer } from './thinking/language-model/server';
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

const serverSchema = z.object({
  address: z.string(),
  model: z.string(),
  key: z.string().nullable(),
  firstWordMs: z.number().positive(),
});
const tuning = { speakingSpeed: z.number().positive(), languageModel: serverSchema.nullable() };
const startSchema = z.object({
  type: z.literal('start'),
  token: z.string().min(1),
  timing: z.enum(['native', 'hosted']),
  tools: z.array(
    z.object({ name: z.string(), description: z.string(), parameters: z.record(z.string(), z.unknown()) }),
  ),
  ...tuning,
});
const tuneSchema = z.object({ type: z.literal('tune'), ...tuning });
const checkSchema = z.object({ type: z.literal('check'), id: z.number(), server: serverSchema });

const askSchema = z.object({
  type: z.literal('ask'),
  id: z.number(),
  server: serverSchema,
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
  schema: z.record(z.string(), z.json()).nullable(),
  stream: z.boolean(),
});
const forgetSchema = z.object({ type: z.literal('forget'), id: z.number() });

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
if (!parentPort) {
  process.stderr.write('This program is started by Parley. On its own, use npm run local-agent.\n');
  process.exit(2);
}

let speakingSpeed = 1;
let chooseModel: (server: LanguageModelServer | null) => void = () => undefined;
parentPort.on('message', ({ data, ports: [port] }) => {
  const start = startSchema.safeParse(data);
  const tune = start.success ? start : tuneSchema.safeParse(data);
  if (start.success && port) void serve(parentPort, start.data, port);
  if (tune.success) {
    speakingSpeed = tune.data.speakingSpeed;
    chooseModel(tune.data.languageModel);
  }
  const check = checkSchema.safeParse(data);
  if (check.success) void answerCheck(parentPort, check.data);
  const ask = askSchema.safeParse(data);
  if (ask.success) void answerAsk(parentPort, ask.data);
  const forget = forgetSchema.safeParse(data);
  if (forget.success) questions.get(forget.data.id)?.abort();
});

async function answerCheck(parent: ParentPort, { id, server }: z.infer<typeof checkSchema>): Promise<void> {
  const check = await checkServer(server, new AbortController().signal, systemClock);
  parent.postMessage({ type: 'checked', id, check });
}

/** Questions under way, by their ids. */
const questions = new Map<number, AbortController>();

async function answerAsk(parent: ParentPort, question: z.infer<typeof askSchema>): Promise<void> {
  const { id } = question;
  const asked = new AbortController();
  questions.set(id, asked);
  const tell = (text: string) => {
    if (!asked.signal.aborted) parent.postMessage({ type: 'answering', id, text });
  };
  const trouble = await answerQuestion(question, tell, asked.signal, systemClock).catch(
    () => 'failed' as const,
  );
  questions.delete(id);
  if (!asked.signal.aborted) parent.postMessage({ type: 'answered', id, trouble });
}

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
  const builtIn = new IntentRouter(
    embedInTime(
      (texts, signal) => speech.embed(texts, signal),
      (code) => onTrouble('sentence embedder', code),
    ),
  );
  const thinker = new ChosenThinker(builtIn, {
    clock: systemClock,
    onTrouble: (trouble) => onTrouble('language model server', trouble),
  });
  chooseModel = (server) => thinker.choose(server);
  try {
    const { port: listening } = await startServer({
      port: 0,
      key: start.token,
      timing: start.timing,
      speech,
      thinker,
      onTrouble,
      speakingSpeed: () => speakingSpeed,
    });
    parent.postMessage({ type: 'listening', port: listening });
    speech.warm(ALL_PARTS).then(
      () => builtIn.acquaint(start.tools, new Date(systemClock.now())),
      () => onTrouble('warming of the models', 'warm'),
    );
  } catch (error) {
    parent.postMessage({
      type: 'failed',
      code: errorCode(error),
      message: 'The local agent could not listen.',
    });
  }
}
