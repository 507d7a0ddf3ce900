import type { Json, JsonObject } from '../json';
import { publicUrlTrouble } from '../network/public-url';
import { MAX_RESPONSE_INSTRUCTION_CHARACTERS, TOOL_TIMEOUT_SECONDS } from '../protocol';
import type { FieldTrouble } from './check';
import { isObject, list, object, parsed, text } from './read-json';
import type { HeaderDraft, ToolDraft } from './tool-draft';

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/;
/** Headers that belong to the connection. */
const NOT_OURS = /^(?:host|connection|content-length|transfer-encoding|upgrade|te|trailer|proxy-.*|expect)$/i;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]{0,8192}$/;
const MOST_HEADERS = 50;

/** What is wrong with the tools of a draft; the first trouble of each field. */
export function checkTools(tools: readonly ToolDraft[], agent: JsonObject | null): readonly FieldTrouble[] {
  const before = list(agent?.['tools']);
  return tools.flatMap((tool, at) => {
    const found: FieldTrouble[] = [];
    const tell = (field: string, sentence: string | null) => {
      const path = `tools.${String(at)}.${field}`;
      if (sentence !== null && !found.some((one) => one.field === path))
        found.push({ field: path, sentence });
    };
    const was = tool.from === null ? null : object(before[tool.from]);
    tell('name', nameTrouble(tool, tools));
    tell('description', descriptionTrouble(tool, was));
    tell('parameters', parametersTrouble(tool.parameters));
    tell('timeout', timeoutTrouble(tool.timeout));
    for (const field of ['whenDone', 'whenFailed'] as const) {
      if (tool[field].length > MAX_RESPONSE_INSTRUCTION_CHARACTERS) {
        tell(field, 'Shorten this instruction to 500 characters.');
      }
    }
    if (tool.http) {
      tell('http.url', publicUrlTrouble(tool.http.url));
      const { headers } = tool.http;
      if (headers.length > MOST_HEADERS)
        tell('http.headers', `Keep at most ${String(MOST_HEADERS)} headers.`);
      const renamed = was !== null && text(was['name']) !== tool.name;
      headers.forEach((header, index) => {
        tell(`http.headers.${String(index)}`, headerTrouble(header, headers, renamed));
      });
    }
    return found;
  });
}

function nameTrouble({ name, key }: ToolDraft, tools: readonly ToolDraft[]): string | null {
  if (name === '') return 'Give the tool a name, such as order_status.';
  if (!NAME.test(name)) return 'Use letters, digits, _ and - only in the tool’s name, at most 64 of them.';
  const twice = tools.some((other) => other.key !== key && other.name === name);
  return twice ? `Name this tool otherwise: another one is called ${name} too.` : null;
}

/** Platform tools are named only (protocol.md section 6.5). */
function descriptionTrouble({ description }: ToolDraft, was: JsonObject | null): string | null {
  const platform = was !== null && !was['description'] && text(was['name']).startsWith('aai_');
  return description.trim() === '' && !platform
    ? 'Describe in one sentence what the tool does and when to use it.'
    : null;
}

function parametersTrouble(typed: string): string | null {
  const schema: Json | undefined = parsed(typed);
  if (schema === undefined) return 'Correct the arguments: this is not valid JSON.';
  if (!isObject(schema)) return 'Make the arguments a JSON Schema object: it begins with { and ends with }.';
  if (schema['type'] !== 'object') return 'Give the arguments "type": "object".';
  const { properties } = schema;
  if (!isObject(properties)) return 'Give the arguments "properties" that is an object.';
  const [wrong] = Object.entries(properties).find(([, property]) => !isObject(property)) ?? [];
  if (wrong !== undefined) return `Make the property “${wrong}” an object, such as {"type": "string"}.`;
  const required = schema['required'] ?? [];
  if (!list(required).every((name) => typeof name === 'string' && Object.hasOwn(properties, name))) {
    return 'Name in "required" only arguments that stand in "properties".';
  }
  return null;
}

function timeoutTrouble(seconds: number | null): string | null {
  const { min, max } = TOOL_TIMEOUT_SECONDS;
  return seconds !== null && !(seconds >= min && seconds <= max)
    ? `Set the time-out from ${String(min)} to ${String(max)} seconds, or leave it empty.`
    : null;
}

function headerTrouble(
  { key, name, value, stored }: HeaderDraft,
  headers: readonly HeaderDraft[],
  renamed: boolean,
): string | null {
  if (name === '') return 'Name the header, such as Authorization, or remove it.';
  if (!HEADER_NAME.test(name))
    return `Use letters, digits and - only in the header’s name “${name.slice(0, 40)}”.`;
  if (NOT_OURS.test(name)) return `Remove the header ${name}: the service sets it itself.`;
  const twice = headers.some((other) => other.key !== key && other.name.toLowerCase() === name.toLowerCase());
  if (twice) return `Keep one header ${name}: there are two.`;
  if (value !== '') {
    return HEADER_VALUE.test(value)
      ? null
      : `Write the value of ${name} in one line of plain characters, at most 8,192.`;
  }
  if (stored === null) return `Type a value for the header ${name}.`;
  return renamed ? `Type the value of ${name} again: it is lost with the tool’s old name.` : null;
}
