import type { Problem } from '../../../shared/problem';
import { isRecord } from '../../../shared/json';
import { sessionConfigSchema } from '../../../shared/protocol';
import { keytermsProblem, languagesProblem, promptProblem } from '../../../shared/settings/profile-check';

/** The whole prompt with what Parley adds; the service publishes no limit (protocol.md section 11). */
const MAX_SYSTEM_PROMPT_CHARACTERS = 32_000;

/**
 * What would make the service refuse or silently ignore this `session` of an update, in a sentence that names the
 * field and the remedy; null when it may be sent. Asked right before sending, whatever made the configuration.
 */
export function configProblem(session: unknown): Problem | null {
  if (!isRecord(session)) return unfit('session');
  const { system_prompt } = session;
  const tooLong =
    typeof system_prompt === 'string' ? promptProblem(system_prompt, MAX_SYSTEM_PROMPT_CHARACTERS) : null;
  if (tooLong) return tooLong;
  const parsed = sessionConfigSchema.safeParse(session);
  if (parsed.success) return null;
  return explained(session, parsed.error.issues[0]?.path ?? []);
}

function explained(session: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): Problem {
  const [part, field] = path;
  if (part === 'tools') return toolProblem(session, path);
  const input = isRecord(session['input']) ? session['input'] : {};
  const told =
    part !== 'input'
      ? null
      : field === 'keyterms'
        ? keytermsProblem(textsOf(input['keyterms']))
        : field === 'language_codes'
          ? languagesProblem(textsOf(input['language_codes']))
          : field === 'turn_detection'
            ? silencesProblem
            : null;
  return told ?? unfit(path.map(String).join('.'));
}

function toolProblem(session: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): Problem {
  const tools = Array.isArray(session['tools']) ? session['tools'] : [];
  const tool: unknown = typeof path[1] === 'number' ? tools[path[1]] : null;
  const name = isRecord(tool) && typeof tool['name'] === 'string' ? tool['name'].slice(0, 64) : null;
  if (name === null) {
    return {
      code: 'tools_unfit',
      sentence: 'Two tools have the same name, or a tool has none.',
      next: 'Rename one of them, or switch it off in the profile.',
    };
  }
  if (path.includes('parameters')) {
    return {
      code: 'tool_schema',
      sentence: `The parameters of the tool “${name}” are not described as a JSON Schema object.`,
      next: 'Give its schema the type object with properties, or switch the tool off in the profile.',
    };
  }
  return {
    code: 'tool_unfit',
    sentence: `The tool “${name}” cannot be offered: its ${String(path[2] ?? 'description')} does not fit.`,
    next: 'Correct it where the tool comes from, or switch it off in the profile.',
  };
}

const silencesProblem: Problem = {
  code: 'silences',
  sentence: 'The silences that end a turn are out of order or out of range.',
  next: 'The shorter one must be at least 50 and the longer one at most 10,000 milliseconds. Choose another way of taking turns.',
};

const unfit = (field: string): Problem => ({
  code: 'config_unfit',
  sentence: `The setting “${field}” cannot be sent to the service as it is.`,
  next: 'Set it back to its default in Settings.',
});

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
