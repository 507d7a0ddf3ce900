import type { Json, JsonObject } from '../json';
import { draftOf, sameDraft, type AgentDraft, type HearingDraft, type Sound } from './draft';
import { isObject, list, object, parsed } from './read-json';
import { headersOf, toolDraftOf, type HttpDraft, type ToolDraft } from './tool-draft';

/** Fields of an agent that only the service sets. */
const READ_ONLY = ['id', 'created_at', 'updated_at'];

/** New values by field; undefined leaves a field as it was, null clears it where there is one. */
type Changes = Readonly<Record<string, Json | undefined>>;

/**
 * What POST or PUT sends for a draft that passed `checkDraft`. `agent` is the agent as it was read, null for a new one:
 * only what differs from it is written, everything else is sent back as it came, because PUT may replace the whole
 * (protocol.md section 10.2). Secrets that were not typed anew are kept: headers by their names, the model by its absence.
 */
export function bodyOf(draft: AgentDraft, agent: JsonObject | null): JsonObject {
  const base = agent ?? {};
  const before = draftOf(base);
  const voice = { ...object(base['voice']), voice_id: draft.voice };
  const changed = over(without(base, [...READ_ONLY, 'llm']), {
    name: draft.name.trim(),
    system_prompt: draft.prompt,
    voice,
    greeting: when(draft.greeting, before.greeting, emptyIsNull),
    input: inputBody(draft, before, base['input']),
    // Reads may show a stale voice here unless it is set as well.
    output: { ...outputBody(draft, before, object(base['output'])), voice: draft.voice },
    tools: toolsBody(draft.tools, list(base['tools'])),
    llm: modelBody(draft, before),
  });
  const early = list(base['pre_connect_requests']);
  return early.length === 0
    ? changed
    : { ...changed, pre_connect_requests: early.map((one) => withHeaderNames(object(one))) };
}

function inputBody(draft: AgentDraft, before: AgentDraft, base: Json | undefined): Json | undefined {
  const [now, was] = [draft.hearing, before.hearing];
  const input = over(object(base), {
    keyterms: when(now.keyterms, was.keyterms, (terms) => emptyIsNull(keytermsOf(terms))),
    transcription_mode: when(now.mode, was.mode, emptyIsNull),
    transcription_prompt: when(now.context, was.context, emptyIsNull),
    language_codes: when(now.languages, was.languages, emptyIsNull),
    voice_focus: when(now.voiceFocus, was.voiceFocus, emptyIsNull),
    voice_focus_threshold: when(now.voiceFocusThreshold, was.voiceFocusThreshold, asItIs),
    turn_detection: turnsBody(now, was, object(base)['turn_detection']),
    format: formatChange(draft.sound, before.sound),
  });
  return Object.keys(input).length === 0 ? base : input;
}

/** Null where nothing is left: any part of it switches the service's own pacing off (protocol.md section 8.2). */
function turnsBody(now: HearingDraft, was: HearingDraft, base: Json | undefined): Json | undefined {
  const changes: Changes = {
    vad_threshold: when(now.vadThreshold, was.vadThreshold, asItIs),
    min_silence: when(now.minSilence, was.minSilence, asItIs),
    max_silence: when(now.maxSilence, was.maxSilence, asItIs),
    interrupt_response: when(now.interruptible, was.interruptible, (may) => (may ? null : false)),
    interruption_delay: when(now.interruptionDelay, was.interruptionDelay, asItIs),
  };
  if (Object.values(changes).every((value) => value === undefined)) return undefined;
  const turns = Object.entries(over(object(base), changes)).filter(([, value]) => value !== null);
  return turns.length === 0 ? null : Object.fromEntries(turns);
}

function outputBody(draft: AgentDraft, before: AgentDraft, base: JsonObject): JsonObject {
  return over(base, {
    volume: when(draft.volume, before.volume, asItIs),
    format: formatChange(draft.sound, before.sound),
  });
}

function formatChange(now: Sound, was: Sound): Json | undefined {
  if (now === was || now === 'other') return undefined;
  return now === 'telephone'
    ? { encoding: 'audio/pcmu', sample_rate: 8_000 }
    : { encoding: 'audio/pcm', sample_rate: 24_000 };
}

/** The key terms of a text with one a line, blank lines left out. */
export function keytermsOf(lines: string): readonly string[] {
  const terms = lines.split('\n').map((line) => line.trim());
  return [...new Set(terms.filter((term) => term !== ''))];
}

function toolsBody(tools: readonly ToolDraft[], base: readonly Json[]): Json {
  return tools.map((tool) => toolBody(tool, tool.from === null ? null : object(base[tool.from])));
}

function toolBody(tool: ToolDraft, base: JsonObject | null): JsonObject {
  const was = toolDraftOf(base ?? {}, tool.key);
  const told = { success: tool.whenDone, error: tool.whenFailed };
  return over(base ?? {}, {
    name: tool.name,
    description: when(tool.description, was.description, asItIs),
    parameters: base ? when(tool.parameters, was.parameters, schemaOf) : schemaOf(tool.parameters),
    execution_mode: when(tool.hold, was.hold, (hold) => (hold ? 'hold' : 'interactive')),
    timeout_seconds: when(tool.timeout, was.timeout, asItIs),
    response_instructions: when(told, { success: was.whenDone, error: was.whenFailed }, (now) => {
      const said = Object.entries(now).filter(([, instruction]) => instruction !== '');
      return said.length === 0 ? null : Object.fromEntries(said);
    }),
    http: tool.http ? httpBody(tool.http, object(base?.['http'])) : base?.['http'] ? null : undefined,
  });
}

function httpBody(http: HttpDraft, base: JsonObject): Json {
  const kept = new Set(http.headers.map(({ name }) => name.toLowerCase()));
  const removed = headersOf(base).filter(({ name }) => !kept.has(name.toLowerCase()));
  return {
    ...base,
    url: http.url.trim(),
    http_method: http.method,
    headers: [
      ...http.headers.map(({ name, value }) => (value === '' ? { name } : { name, value })),
      ...removed.map(({ name }) => ({ name, remove: true })),
    ],
  };
}

function modelBody({ model }: AgentDraft, { model: was }: AgentDraft): Json | undefined {
  if (sameDraft(model, was)) return undefined;
  if (!model) return [];
  return [{ base_url: model.address.trim(), model: model.name.trim(), api_key: model.key.trim() }];
}

/** Telephony's requests keep their secrets the way tools do. */
function withHeaderNames(request: JsonObject): JsonObject {
  if (!isObject(request['http']) || !('headers' in request['http'])) return request;
  const headers = headersOf(request['http']).map(({ name }) => ({ name }));
  return { ...request, http: { ...request['http'], headers } };
}

function schemaOf(typed: string): Json {
  return parsed(typed) ?? null;
}

function emptyIsNull<T extends string | readonly string[]>(value: T): T | null {
  return value.length === 0 ? null : value;
}

/** The new value where it differs from the old one. */
function when<T>(now: T, was: T, write: (value: T) => Json): Json | undefined {
  return sameDraft(now, was) ? undefined : write(now);
}

const asItIs = <T extends Json>(value: T): Json => value;

function over(base: JsonObject, changes: Changes): JsonObject {
  const given = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && (value !== null || Object.hasOwn(base, field)),
  );
  return { ...base, ...Object.fromEntries(given) } as JsonObject;
}

function without(base: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(base).filter(([field]) => !fields.includes(field)));
}
