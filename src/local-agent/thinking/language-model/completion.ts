/*
 * The wire of OpenAI-compatible chat completions as servers really send it: every field may be missing, null or of
 * another shape (Ollama, llama.cpp, LM Studio, OpenRouter and others were looked at).
 */
import { z } from 'zod';
import type { Json } from '../../../shared/json';
import type { CallDelta } from './tool-calls';
import { LanguageModelError, troubleOfStatus } from './troubles';
import type { StreamEvent } from './event-stream';

/** One thing that a piece of an answer brings. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly delta: CallDelta }
  /** The model has said all it wanted to. */
  | { readonly kind: 'finished' };

const text = z.string().catch('');
const content = z
  .union([
    z.string(),
    z.array(z.object({ text })).transform((parts) => parts.map((part) => part.text).join('')),
  ])
  .catch('');
const call = z.object({
  index: z.number().nullable().catch(null),
  id: text,
  function: z.object({
    name: text,
    arguments: z.union([z.string(), z.record(z.string(), z.json())]).catch(''),
  }),
});
const calls = z.array(call).catch([]);
const message = z.object({ content, tool_calls: calls }).catch({ content: '', tool_calls: [] });
const choice = z.object({
  delta: message.optional(),
  /** Instead of `delta` where a server does not stream. */
  message: message.optional(),
  finish_reason: z.string().nullable().catch(null),
});
const chunkSchema = z.object({ choices: z.array(choice).catch([]) });
const errorSchema = z.object({
  error: z.union([
    z.string(),
    z.object({ message: text, code: z.union([z.string(), z.number()]).catch('') }),
  ]),
});
/** `error: {…}` of llama.cpp before September 2025. */
const bareErrorSchema = z.object({ message: text, code: z.union([z.string(), z.number()]).catch('') });

/**
 * Reads one event of a streamed answer. `[DONE]` brings nothing: the reason to finish came before it.
 * @throws LanguageModelError when it is an error of the server or no completion at all.
 */
export function readEvent(event: StreamEvent): readonly Piece[] {
  if (event.data.trim() === '' || event.data.trim() === '[DONE]') return [];
  const value = parse(event.data);
  const bare = event.name === 'error' ? bareErrorSchema.safeParse(value).data : undefined;
  if (bare) throw new LanguageModelError(troubleOfError(bare));
  return readCompletion(value);
}

/** Reads a whole answer of a server that does not stream. @throws LanguageModelError as {@link readEvent}. */
export function readWhole(body: string): readonly Piece[] {
  return [...readCompletion(parse(body)), { kind: 'finished' }];
}

function parse(json: string): Json {
  try {
    return JSON.parse(json) as Json;
  } catch {
    throw new LanguageModelError('nonsense');
  }
}

function readCompletion(value: Json): readonly Piece[] {
  const failure = errorSchema.safeParse(value).data?.error;
  if (failure !== undefined) {
    throw new LanguageModelError(
      troubleOfError(typeof failure === 'string' ? { message: failure, code: '' } : failure),
    );
  }
  const chunk = chunkSchema.safeParse(value).data;
  if (!chunk) throw new LanguageModelError('nonsense');
  const [first] = chunk.choices;
  if (!first) return [];
  const said = first.delta ?? first.message;
  return [
    ...(said && said.content !== '' ? [{ kind: 'text', text: said.content } as const] : []),
    ...(said?.tool_calls ?? []).map(({ index, id, function: { name, arguments: given } }) => ({
      kind: 'call' as const,
      delta: { index, id, name, arguments: given },
    })),
    ...(first.finish_reason ? [{ kind: 'finished' } as const] : []),
  ];
}

function troubleOfError(error: { readonly message: string; readonly code: string | number }) {
  const status = Number(error.code);
  return troubleOfStatus(status >= 400 && status < 600 ? status : 500, `${error.code} ${error.message}`);
}
