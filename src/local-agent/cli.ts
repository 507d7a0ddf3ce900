/*
 * The local agent on its own: `npm run local-agent -- --port N`. Plain Node; the speech process is a child.
 * Exit codes: 0 asked to end, 1 unforeseen, 2 wrong flags, 3 models missing, 4 cannot listen, 5 speech process lost.
 */
import { fileURLToPath } from 'node:url';
import { SpeechError } from '../shared/ipc/speech-client';
import { systemClock } from './clock';
import { parseFlags, USAGE, type Flags } from './flags';
import { startServer, type LocalAgentServer } from './server/server';
import { startSpeech } from './speech-process';
import { embedInTime } from './thinking/embed-in-time';
import { ChosenThinker } from './thinking/language-model/chosen-thinker';
import { IntentRouter } from './thinking/thinker';
import { ALL_PARTS } from './warming';

/** How long the first words of a language model may take. */
const FIRST_WORD_MS = 10_000;

const EXIT = { unforeseen: 1, flags: 2, models: 3, listen: 4, speech: 5 } as const;

const parsed = parseFlags(process.argv.slice(2));
switch (parsed.kind) {
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'wrong':
    fail(EXIT.flags, `${parsed.sentence} Run with --help to see the options.`);
    break;
  case 'run':
    await run(parsed.flags);
}

async function run(flags: Flags): Promise<void> {
  const entry = fileURLToPath(new URL('./speech.js', import.meta.url));
  const speech = startSpeech(entry, flags.models, (code) => {
    fail(EXIT.speech, `The speech process ended unexpectedly (code ${String(code)}). Start the agent again.`);
  });
  const onTrouble = (part: string, code: string) =>
    void process.stderr.write(`The ${part} failed (${code}).\n`);
  const builtIn = new IntentRouter(
    embedInTime(
      (texts, signal) => speech.client.embed(texts, signal),
      (code) => onTrouble('sentence embedder', code),
    ),
  );
  const thinker = new ChosenThinker(builtIn, {
    clock: systemClock,
    onTrouble: (trouble) => onTrouble('language model server', trouble),
  });
  const key = process.env['PARLEY_THINK_KEY']?.trim() || null;
  thinker.choose(flags.think && { ...flags.think, key, firstWordMs: FIRST_WORD_MS });
  let server: LocalAgentServer | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      speech.stop();
      void (server?.close() ?? Promise.resolve()).finally(() => process.exit(0));
    });
  }
  try {
    server = await startServer({
      port: flags.port,
      key: flags.token,
      timing: flags.timing,
      faults: flags.faults,
      control: flags.control,
      speech: speech.client,
      thinker,
      onTrouble,
    });
    await speech.client.warm(ALL_PARTS);
  } catch (error) {
    speech.stop();
    fail(...explain(error, flags));
  }
  process.stdout.write(`listening on ws://127.0.0.1:${String(server?.port)}/v1/ws\n`);
}

function explain(error: unknown, flags: Flags): [code: number, sentence: string] {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const next = 'Choose another with --port, or --port 0 for any free one.';
    return [EXIT.listen, `Port ${String(flags.port)} is in use. ${next}`];
  }
  if (code === 'EACCES') return [EXIT.listen, `Port ${String(flags.port)} may not be used by this account.`];
  if (error instanceof SpeechError && /model_missing|model_unreadable/.test(error.code)) {
    const problem =
      error.code === 'model_missing' ? 'A speech model is missing' : 'A speech model cannot be read';
    return [EXIT.models, `${problem}: ${error.message} Run npm run local-agent: it fetches the models.`];
  }
  return [
    EXIT.unforeseen,
    `The agent could not start: ${error instanceof Error ? error.message : 'unknown'}.`,
  ];
}

function fail(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
