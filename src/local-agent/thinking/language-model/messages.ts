import type { Json } from '../../../shared/json';
import type { HistoryItem, OfferedTool, ThoughtRequest } from '../types';

/** A message of a chat completion, as every server understands it. */
export type ChatMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string | null;
      readonly tool_calls?: readonly {
        readonly id: string;
        readonly type: 'function';
        readonly function: { readonly name: string; readonly arguments: string };
      }[];
    }
  | { readonly role: 'tool'; readonly tool_call_id: string; readonly content: string };

/** A JSON schema for the answer, as OpenAI's API takes it. */
interface ResponseFormat {
  readonly type: 'json_schema';
  readonly json_schema: {
    readonly name: string;
    readonly schema: Readonly<Record<string, Json>>;
  };
}

/** The body of a request to `/chat/completions`. Only what every server knows. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly stream: boolean;
  /** Holds the answer to a schema, where the server can. */
  readonly response_format?: ResponseFormat;
  readonly tools?: readonly {
    readonly type: 'function';
    readonly function: {
      readonly name: string;
      readonly description: string;
      readonly parameters: OfferedTool['parameters'];
    };
  }[];
}

/** Newest entries of the conversation that are sent. */
const MOST_HISTORY = 60;
/** Longest result of a tool that is sent, in characters. */
const MOST_RESULT = 16_000;

const SPOKEN =
  'You are heard, not read: your words are spoken by a synthesizer. Answer in one to three short plain sentences. ' +
  'No Markdown, no lists, no emoji, no web addresses.';

/** What is asked now, after the conversation so far; null when its last entry asks already. */
export type Ask = { readonly role: 'user' | 'instructions'; readonly text: string } | null;

/**
 * Builds the request. Chat templates of local models are strict, so there is one system message, in front; the person
 * speaks first; neither side speaks twice in a row; ids of calls have nine characters, as Mistral's models want.
 */
export function chatRequest(
  model: string,
  request: ThoughtRequest,
  ask: Ask,
  tools: readonly OfferedTool[],
): ChatRequest {
  const history = recent(request.history);
  const firstTurn = history.findIndex(({ role }) => role === 'user' || role === 'tool');
  const opening = firstTurn < 0 ? history : history.slice(0, firstTurn);
  const turns = firstTurn < 0 ? [] : history.slice(firstTurn);
  const said = turns.flatMap(messagesOf);
  return {
    model,
    messages: [
      { role: 'system', content: systemText(request, opening, ask) },
      ...joined([...said, ...askMessages(ask, said)]),
    ],
    stream: true,
    ...(tools.length > 0 && { tools: tools.map(toolDefinition) }),
  };
}

/** The smallest request that makes a server load its model. */
export function warmingRequest(model: string): ChatRequest {
  return { model, messages: [{ role: 'user', content: 'Hello.' }], stream: true };
}

function toolDefinition({ name, description, parameters }: OfferedTool) {
  const whole = 'properties' in parameters ? parameters : { type: 'object', properties: {} };
  return { type: 'function', function: { name, description, parameters: whole } } as const;
}

function recent(history: readonly HistoryItem[]): readonly HistoryItem[] {
  if (history.length <= MOST_HISTORY) return history;
  // Steps by half the bound keep the beginning the same for many turns, which servers need to reuse their work.
  const step = MOST_HISTORY / 2;
  const newest = history.slice(Math.ceil((history.length - MOST_HISTORY) / step) * step);
  const turn = newest.findIndex(({ role }) => role === 'user');
  return turn < 0 ? newest : newest.slice(turn);
}

function systemText(request: ThoughtRequest, opening: readonly HistoryItem[], ask: Ask): string {
  const greeting = opening.flatMap((item) => (item.role === 'agent' ? [item.text] : []));
  const notes = request.history.flatMap((item) => (item.role === 'system' ? [item.text] : []));
  // Only the day: a time of day would change the text and make servers read all of it anew every minute.
  const today = request.now.toLocaleDateString('en-GB', { dateStyle: 'full' });
  return [
    request.systemPrompt,
    SPOKEN,
    `Today is ${today}.`,
    greeting.length > 0 ? `You opened the conversation with: ${greeting.join(' ')}` : '',
    ...notes,
    ...instructionsFor(request, ask).map((text) => `For this answer: ${text}`),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What the client or the tools want of this one answer. */
function instructionsFor({ prompt }: ThoughtRequest, ask: Ask): readonly string[] {
  if (ask?.role === 'instructions') return [ask.text];
  if (prompt.kind !== 'results') return [];
  return prompt.calls.flatMap(({ instructions }) => instructions ?? []);
}

function messagesOf(item: HistoryItem, index: number): readonly ChatMessage[] {
  switch (item.role) {
    case 'user':
      return [{ role: 'user', content: item.text }];
    case 'agent':
      return item.text === '' ? [] : [{ role: 'assistant', content: item.text }];
    case 'system':
      return [];
    case 'tool': {
      const { name, arguments: given, result, outcome } = item.call;
      const id = `call${String(index).padStart(5, '0')}`;
      const called = { name, arguments: JSON.stringify(given) };
      return [
        { role: 'assistant', content: null, tool_calls: [{ id, type: 'function', function: called }] },
        { role: 'tool', tool_call_id: id, content: resultText(result, outcome) },
      ];
    }
  }
}

function resultText(result: string, outcome: 'done' | 'failed' | 'timed-out'): string {
  const text =
    result.length > MOST_RESULT ? `${result.slice(0, MOST_RESULT)} (The rest was left out.)` : result;
  if (outcome === 'timed-out') return 'Error: the tool did not answer in time.';
  if (outcome === 'failed') return `Error: ${text}`;
  return text === '' ? 'Done.' : text;
}

function askMessages(ask: Ask, said: readonly ChatMessage[]): readonly ChatMessage[] {
  const last = said.at(-1);
  if (ask?.role === 'user') {
    // The words are in the history already, the last part of them at least.
    const known = last?.role === 'user' && ask.text.endsWith(last.content);
    return known ? [] : [{ role: 'user', content: ask.text }];
  }
  return last && last.role !== 'assistant' ? [] : [{ role: 'user', content: 'Go on.' }];
}

/** Makes one message of several of the same side in a row. */
function joined(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  return messages.reduce<readonly ChatMessage[]>((before, message) => {
    const last = before.at(-1);
    if (message.role === 'user' && last?.role === 'user') {
      return [...before.slice(0, -1), { role: 'user', content: `${last.content}\n${message.content}` }];
    }
    if (message.role === 'assistant' && last?.role === 'assistant' && !last.tool_calls) {
      const content = [last.content, message.content].filter(Boolean).join(' ');
      return [...before.slice(0, -1), { ...message, content: content === '' ? null : content }];
    }
    return [...before, message];
  }, []);
}
