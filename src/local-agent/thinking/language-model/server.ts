/*
 * The way to a language model server: one request a thought, given up in time, its connection closed whenever the
 * thought is over. Nothing of what is sent or received is logged.
 */
import { z } from 'zod';
import type { LanguageModelServer, ServerCheck } from '../../../shared/ipc/local-agent-port';
import type { Clock } from '../../clock';
import { readEvent, readWhole, type Piece } from './completion';
import { EventStreamParser } from './event-stream';
import type { ChatRequest } from './messages';
import { LanguageModelError, troubleOfStatus } from './troubles';

/** Longest that an answer may take from the request to its end. */
const WHOLE_MS = 60_000;
/** Longest answer in bytes, thoughts of the model included. */
const MOST_BYTES = 4_000_000;
/** As much of a refusal is looked at. */
const MOST_REFUSAL_BYTES = 16_000;
/** Names of models that are told. */
const MOST_MODELS = 200;
/** Characters of a name; the settings take no longer one. */
const LONGEST_NAME = 200;

/**
 * Asks for an answer, complete in `wholeMs`, and gives its pieces as they come. Ending the iteration early closes the connection.
 * Throws {@link LanguageModelError} when the server does not answer as it should, in time and to the end, and the
 * signal's reason when `signal` aborts.
 */
export async function* complete(
  server: LanguageModelServer,
  request: ChatRequest,
  signal: AbortSignal,
  clock: Clock,
  wholeMs = WHOLE_MS,
): AsyncGenerator<Piece> {
  const bounds = new Bounds(signal, clock, server.firstWordMs, wholeMs);
  try {
    const response = await ask(server, '/chat/completions', bounds.signal, JSON.stringify(request));
    let finished = false;
    for await (const pieces of piecesOf(response)) {
      bounds.answered();
      for (const piece of pieces) {
        finished ||= piece.kind === 'finished';
        yield piece;
      }
    }
    if (!finished) throw new LanguageModelError('cut-off');
  } catch (error) {
    throw bounds.explain(error);
  } finally {
    bounds.close();
  }
}

/** Asks which models there are, as a check of address, key and model. Never rejects but for `signal`. */
export async function checkServer(
  server: LanguageModelServer,
  signal: AbortSignal,
  clock: Clock,
): Promise<ServerCheck> {
  const bounds = new Bounds(signal, clock, server.firstWordMs);
  try {
    const response = await ask(server, '/models', bounds.signal, null);
    const models = modelNames(await readText(response, MOST_BYTES));
    const found = models.some((name) => name === server.model || name === `${server.model}:latest`);
    return { result: found ? 'ok' : 'model-missing', models };
  } catch (error) {
    const explained = bounds.explain(error);
    if (!(explained instanceof LanguageModelError)) throw explained;
    return { result: explained.trouble, models: [] };
  } finally {
    bounds.close();
  }
}

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

function modelNames(body: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new LanguageModelError('nonsense');
  }
  const models = modelsSchema.safeParse(value).data;
  if (!models) throw new LanguageModelError('nonsense');
  const names = models.data.map(({ id }) => id).filter((name) => name.length <= LONGEST_NAME);
  return [...new Set(names)].slice(0, MOST_MODELS);
}

async function ask(
  server: LanguageModelServer,
  path: string,
  signal: AbortSignal,
  body: string | null,
): Promise<Response> {
  const response = await fetch(`${server.address}${path}`, {
    method: body === null ? 'GET' : 'POST',
    headers: {
      Accept: body === null ? 'application/json' : 'text/event-stream, application/json',
      ...(body !== null && { 'Content-Type': 'application/json' }),
      ...(server.key !== null && { Authorization: `Bearer ${server.key}` }),
    },
    body,
    redirect: 'manual',
    signal,
  });
  if (response.ok) return response;
  throw new LanguageModelError(
    troubleOfStatus(response.status, await readText(response, MOST_REFUSAL_BYTES)),
  );
}

async function* piecesOf(response: Response): AsyncGenerator<readonly Piece[]> {
  const type = response.headers.get('content-type') ?? '';
  if (/\bhtml\b/i.test(type)) throw new LanguageModelError('nonsense');
  if (/\bjson\b/i.test(type)) {
    yield readWhole(await readText(response, MOST_BYTES));
    return;
  }
  const parser = new EventStreamParser();
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new LanguageModelError('nonsense');
    for (const event of parser.push(chunk)) yield readEvent(event);
  }
  for (const event of parser.end()) yield readEvent(event);
}

async function readText(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > most) break;
  }
  return text.slice(0, most);
}

/** The times an answer must keep, and what its failure means. */
class Bounds {
  readonly signal: AbortSignal;
  private readonly own = new AbortController();
  private readonly stopWhole: () => void;
  private readonly stopFirst: () => void;
  private late = false;
  private begun = false;

  constructor(
    private readonly asked: AbortSignal,
    clock: Clock,
    firstMs: number,
    wholeMs = WHOLE_MS,
  ) {
    const giveUp = () => {
      this.late = true;
      this.own.abort();
    };
    this.signal = AbortSignal.any([asked, this.own.signal]);
    this.stopFirst = clock.after(firstMs, giveUp);
    this.stopWhole = clock.after(wholeMs, giveUp);
  }

  /** The first event is there. Comments that only keep the connection alive do not count. */
  answered(): void {
    this.begun = true;
    this.stopFirst();
  }

  explain(error: unknown): unknown {
    if (this.asked.aborted) return this.asked.reason;
    if (this.late) return new LanguageModelError('too-slow');
    if (error instanceof LanguageModelError) return error;
    // Only the network is left; the cause may name addresses and is not kept.
    return new LanguageModelError(this.begun ? 'cut-off' : 'unreachable');
  }

  close(): void {
    this.stopFirst();
    this.stopWhole();
    this.own.abort();
  }
}
