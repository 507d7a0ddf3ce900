import type { Json } from '../../../shared/json';
import type { Arguments, OfferedTool, PlannedCall } from '../types';

/** What a server sends of a tool call at a time; any part of it may be missing. */
export interface CallDelta {
  readonly index: number | null;
  readonly id: string;
  readonly name: string;
  /** A piece of JSON text, or the whole as an object. */
  readonly arguments: string | Readonly<Record<string, Json>>;
}

interface OpenCall {
  readonly index: number | null;
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/**
 * Puts the tool calls of one answer together. Servers differ: OpenAI, llama.cpp and LM Studio number the calls and
 * send arguments in pieces; Ollama sends whole calls, without number before 0.4.7 and all numbered 0 in later
 * versions; others leave out ids or send arguments as an object.
 */
export class ToolCallAssembler {
  private calls: readonly OpenCall[] = [];

  add(delta: CallDelta): void {
    const text = typeof delta.arguments === 'string' ? delta.arguments : JSON.stringify(delta.arguments);
    const at = this.calls.findLastIndex((call) => continues(call, delta, text));
    const call = this.calls[at];
    if (!call) {
      this.calls = [...this.calls, { index: delta.index, id: delta.id, name: delta.name, text }];
      return;
    }
    // Some servers repeat the whole of it at the end.
    const added = text === call.text && isWhole(text) ? '' : text;
    const longer = {
      ...call,
      id: call.id || delta.id,
      name: call.name || delta.name,
      text: call.text + added,
    };
    this.calls = this.calls.with(at, longer);
  }

  /** The calls in their order, arguments as the text that was sent. */
  finish(): readonly { readonly name: string; readonly arguments: string }[] {
    return this.calls.map(({ name, text }) => ({ name, arguments: text }));
  }
}

/** Whether `delta` is a piece of `call` rather than the beginning of another. */
function continues(call: OpenCall, delta: CallDelta, text: string): boolean {
  if (delta.index !== null && call.index !== null && delta.index !== call.index) return false;
  if (delta.id !== '' && call.id !== '') return delta.id === call.id;
  if (delta.name === '' || call.name === '') return true;
  return delta.name === call.name && (!isWhole(call.text) || text === '');
}

function isWhole(text: string): boolean {
  return parsed(text) !== undefined;
}

/**
 * The call as it can be made, or null: tools that were not offered and arguments that are no JSON object are refused.
 * Values are brought to the types of the tool's schema where that is certain ("5" for a number); whether they
 * are all there is for the tool to say.
 */
export function checkedCall(
  call: { readonly name: string; readonly arguments: string },
  tools: readonly OfferedTool[],
): PlannedCall | null {
  const name = call.name.trim();
  const tool = tools.find((offered) => offered.name === name);
  const given = readArguments(call.arguments);
  return tool && given ? { name, arguments: fitted(given, tool.parameters) } : null;
}

/** Reads arguments, mending what models commonly get wrong; null when they are no JSON object. */
export function readArguments(text: string): Arguments | null {
  const plain = text.replace(/^\s*```(?:json)?|```\s*$/g, '').trim();
  if (plain === '') return {};
  for (const attempt of [plain, mended(plain)]) {
    const value = parsed(attempt);
    // Some servers serialise twice.
    const inner = typeof value === 'string' ? parsed(value) : value;
    if (inner === null) return {};
    if (isObject(inner)) return inner;
  }
  return null;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Closes what is open, drops commas before a closing bracket. */
function mended(text: string): string {
  const open: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && character === '{') open.push('}');
    else if (!inString && character === '[') open.push(']');
    else if (!inString && (character === '}' || character === ']')) open.pop();
  }
  const closed = `${text}${inString ? '"' : ''}`.replace(/[,\s]+$/, '') + open.reverse().join('');
  return closed.replace(/,(\s*[}\]])/g, '$1');
}

function fitted(given: Arguments, schema: OfferedTool['parameters']): Arguments {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const closed = schema['additionalProperties'] === false;
  const entries = Object.entries(given).flatMap(([name, value]): [string, Json][] => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined && closed) return [];
    // Models send null for what they leave out.
    if (value === null && !required.includes(name)) return [];
    return [[name, isRecord(property) ? fittedValue(value, property) : value]];
  });
  return Object.fromEntries(entries);
}

function fittedValue(value: Json, schema: Readonly<Record<string, unknown>>): Json {
  const { type, enum: choices } = schema;
  if (Array.isArray(choices) && typeof value === 'string' && !choices.includes(value)) {
    const meant = choices.filter(
      (choice): choice is string =>
        typeof choice === 'string' && choice.toLowerCase() === value.trim().toLowerCase(),
    );
    return meant[0] ?? value;
  }
  if ((type === 'number' || type === 'integer') && typeof value === 'string') {
    const number = Number(value);
    const fits = value.trim() !== '' && Number.isFinite(number);
    return fits && (type === 'number' || Number.isInteger(number)) ? number : value;
  }
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (type === 'array' && !Array.isArray(value)) {
    const list = typeof value === 'string' ? parsed(value) : undefined;
    return Array.isArray(list) ? list : [value];
  }
  return value;
}

function isObject(value: Json | undefined): value is Arguments {
  return isRecord(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
