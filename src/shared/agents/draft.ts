/*
 * A stored agent as a form and as the REST body. The draft holds what can be edited, as a person types it; the body is
 * made by writing what was changed over the agent as it was read, so that nothing this form does not know is lost.
 */
import type { Json, JsonObject } from '../json';
import { toolDraftOf, type ToolDraft } from './tool-draft';
import { list, number, object, pick, text } from './read-json';

/** What an agent's sound is made for: both formats 24 kHz PCM, both μ-law, or anything else. */
export type Sound = 'app' | 'telephone' | 'other';

/** How the agent hears. Null and the empty text leave a value to the service. Milliseconds. */
export interface HearingDraft {
  /** One term a line. */
  keyterms: string;
  mode: '' | 'min_latency' | 'balanced' | 'max_accuracy';
  context: string;
  /** Codes of the languages that are spoken; none for automatic. */
  languages: string[];
  voiceFocus: '' | 'near-field' | 'far-field';
  voiceFocusThreshold: number | null;
  vadThreshold: number | null;
  minSilence: number | null;
  maxSilence: number | null;
  interruptible: boolean;
  interruptionDelay: number | null;
}

/** The person's own language model behind an agent. The key is only ever written. */
export interface ModelDraft {
  address: string;
  name: string;
  /** Typed now; empty keeps the stored one. */
  key: string;
}

/** An agent as it is edited; the form's controls write into it. */
export interface AgentDraft {
  name: string;
  prompt: string;
  greeting: string;
  voice: string;
  volume: number | null;
  sound: Sound;
  hearing: HearingDraft;
  tools: ToolDraft[];
  /** Null for the service's own model. */
  model: ModelDraft | null;
}

/** The draft of an agent as the service told it; of `{}` for an empty form. */
export function draftOf(agent: JsonObject): AgentDraft {
  const output = object(agent['output']);
  return {
    name: text(agent['name']),
    prompt: text(agent['system_prompt']),
    greeting: text(agent['greeting']),
    voice: text(object(agent['voice'])['voice_id']),
    volume: number(output['volume']),
    sound: soundOf(object(agent['input'])['format'], output['format']),
    hearing: hearingOf(object(agent['input'])),
    tools: list(agent['tools']).map((tool, index) => toolDraftOf(object(tool), index)),
    model: modelOf(agent['llm']),
  };
}

/** A draft to begin a new agent with. */
export function newDraft(): AgentDraft {
  return { ...draftOf({}), voice: 'anna' };
}

/**
 * A draft of a new agent like this one, with another name and sound. Nobody can read its secrets, so they must be typed
 * again.
 */
export function copyOf(draft: AgentDraft, name: string, sound: Sound): AgentDraft {
  const copy = JSON.parse(JSON.stringify(draft)) as AgentDraft;
  const tools = copy.tools.map((tool) => ({
    ...tool,
    from: null,
    http: tool.http && { ...tool.http, headers: tool.http.headers.map((one) => ({ ...one, stored: null })) },
  }));
  return { ...copy, name, sound, tools };
}

/** Whether two drafts hold the same. */
export function sameDraft(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function hearingOf(input: JsonObject): HearingDraft {
  const turns = object(input['turn_detection']);
  return {
    keyterms: list(input['keyterms']).filter(isText).join('\n'),
    mode: pick(input['transcription_mode'], ['min_latency', 'balanced', 'max_accuracy']),
    context: text(input['transcription_prompt']),
    languages: list(input['language_codes']).filter(isText),
    voiceFocus: pick(input['voice_focus'], ['near-field', 'far-field']),
    voiceFocusThreshold: number(input['voice_focus_threshold']),
    vadThreshold: number(turns['vad_threshold']),
    minSilence: number(turns['min_silence']),
    maxSilence: number(turns['max_silence']),
    interruptible: turns['interrupt_response'] !== false,
    interruptionDelay: number(turns['interruption_delay']),
  };
}

function modelOf(llm: Json | undefined): ModelDraft | null {
  const [first] = list(llm);
  if (first === undefined) return null;
  return { address: text(object(first)['base_url']), name: text(object(first)['model']), key: '' };
}

function soundOf(input: Json | undefined, output: Json | undefined): Sound {
  const encodings = [input, output].map((format) => text(object(format)['encoding']) || 'audio/pcm');
  if (encodings.every((encoding) => encoding === 'audio/pcm')) return 'app';
  return encodings.every((encoding) => encoding === 'audio/pcmu') ? 'telephone' : 'other';
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}
