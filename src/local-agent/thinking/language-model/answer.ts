import type { LocalAgentAsk, ServerTrouble } from '../../../shared/ipc/local-agent-port';
import type { Clock } from '../../clock';
import { HiddenSections } from './hidden-sections';
import type { ChatRequest } from './messages';
import { complete } from './server';
import { LanguageModelError } from './troubles';

/** A question to be read at leisure, with a long text in it, takes a small model minutes. */
const WHOLE_MS = 10 * 60_000;
/** Longest answer in characters. */
const MOST = 100_000;

/**
 * Has a server answer a question of main, apart from any talk. `onText` gets the answer's parts, without what the
 * model thinks aloud. A server that takes no schema is asked without it; the question itself tells it too.
 * Resolves to null, or to what went wrong. Rejects with the signal's reason when `signal` aborts.
 */
export async function answerQuestion(
  question: Pick<LocalAgentAsk, 'server' | 'messages' | 'schema' | 'stream'>,
  onText: (text: string) => void,
  signal: AbortSignal,
  clock: Clock,
): Promise<ServerTrouble | null> {
  const { server, messages, schema, stream } = question;
  const plain: ChatRequest = { model: server.model, messages, stream };
  const ask = (request: ChatRequest) => read(complete(server, request, signal, clock, WHOLE_MS), onText);
  try {
    if (schema) {
      const held = { type: 'json_schema', json_schema: { name: 'extraction', schema } } as const;
      const trouble = await attempt(ask({ ...plain, response_format: held }));
      // Nothing of an answer has come after a refusal.
      if (trouble !== 'refused') return trouble;
    }
    return await attempt(ask(plain));
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

async function attempt(asking: Promise<void>): Promise<ServerTrouble | null> {
  try {
    await asking;
    return null;
  } catch (error) {
    if (error instanceof LanguageModelError) return error.trouble;
    throw error;
  }
}

async function read(pieces: ReturnType<typeof complete>, onText: (text: string) => void): Promise<void> {
  const hidden = new HiddenSections();
  let length = 0;
  const tell = (text: string) => {
    length += text.length;
    if (length > MOST) throw new LanguageModelError('nonsense');
    if (text !== '') onText(text);
  };
  for await (const piece of pieces) {
    if (piece.kind === 'text') tell(hidden.push(piece.text).text);
  }
  tell(hidden.end().text);
  if (length === 0) throw new LanguageModelError('nonsense');
}
