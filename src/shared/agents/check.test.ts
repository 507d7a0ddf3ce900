import { describe, expect, it } from 'vitest';
import { storedAgent } from './agents.fixture';
import { checkDraft } from './check';
import { draftOf, newDraft, type AgentDraft } from './draft';
import { exampleArguments } from './example-arguments';
import { draftField } from './service-field';
import { asText, newTool } from './tool-draft';

/** Troubles after an edit of the stored agent, as `field: sentence`. */
function troubles(edit: (draft: AgentDraft) => void): readonly string[] {
  const draft = draftOf(storedAgent);
  edit(draft);
  return checkDraft(draft, storedAgent).map(({ field, sentence }) => `${field}: ${sentence}`);
}

describe('a check before sending', () => {
  it('finds nothing in an agent as it was read', () => expect(troubles(() => undefined)).toEqual([]));

  it('names every field a new agent misses', () => {
    expect(checkDraft({ ...newDraft(), voice: '' }, null).map(({ field }) => field)).toEqual([
      'name',
      'prompt',
      'voice',
    ]);
  });

  const cases: readonly [edit: (draft: AgentDraft) => void, found: string][] = [
    [
      (draft) => (draft.prompt = 'x'.repeat(20_001)),
      'prompt: Shorten the instructions to 20,000 characters.',
    ],
    [(draft) => (draft.voice = 'Anna'), 'voice: Write the name of the voice in lower case.'],
    [
      (draft) =>
        (draft.hearing.keyterms = Array.from({ length: 500 }, (_, at) => `t${String(at)}`).join('\n')),
      'hearing.keyterms: Keep at most 100 key terms: these are 500.',
    ],
    [(draft) => (draft.hearing.keyterms = 'x'.repeat(51)), 'to 50 characters: longer key terms are ignored.'],
    [
      (draft) => draft.hearing.languages.push('id'),
      'Take out the language “id”: the agent would hear nothing.',
    ],
    [
      (draft) => Object.assign(draft.hearing, { minSilence: 900, maxSilence: 900 }),
      'hearing.maxSilence: Make the longest pause longer than the shortest.',
    ],
    [(draft) => (draft.hearing.vadThreshold = 1), 'Set it below 1: at 1 no speech is ever heard.'],
    [(draft) => (draft.tools[0]!.name = 'a b'), 'tools.0.name: Use letters, digits, _ and - only'],
    [
      (draft) => (draft.tools[1]!.name = 'order_status'),
      'Name this tool otherwise: another one is called order_status too.',
    ],
    [(draft) => (draft.tools[0]!.description = ' '), 'tools.0.description: Describe in one sentence'],
    [
      (draft) => (draft.tools[0]!.parameters = '{'),
      'tools.0.parameters: Correct the arguments: this is not valid',
    ],
    [(draft) => (draft.tools[0]!.parameters = '[]'), 'Make the arguments a JSON Schema object'],
    [
      (draft) => (draft.tools[0]!.parameters = '{"type":"object","properties":[]}'),
      '"properties" that is an object',
    ],
    [(draft) => (draft.tools[0]!.timeout = 301), 'Set the time-out from 1 to 300 seconds'],
    [(draft) => (draft.tools[0]!.whenDone = 'x'.repeat(501)), 'tools.0.whenDone: Shorten this instruction'],
    [
      (draft) => (draft.tools[0]!.http!.url = 'http://api.example.org/'),
      'tools.0.http.url: Type an address that begins',
    ],
    [(draft) => (draft.tools[0]!.http!.headers[0]!.name = 'a b'), 'tools.0.http.headers.0: Use letters'],
    [
      (draft) => (draft.tools[0]!.http!.headers[0]!.name = 'x-shop'),
      'Keep one header x-shop: there are two.',
    ],
    [
      (draft) => (draft.tools[0]!.http!.headers[0]!.value = 'a\nb'),
      'Write the value of Authorization in one line',
    ],
    [
      (draft) => (draft.tools[0]!.http!.headers[0]!.stored = null),
      'Type a value for the header Authorization.',
    ],
    [
      (draft) => (draft.tools[0]!.name = 'orders'),
      'tools.0.http.headers.0: Type the value of Authorization again: it is lost with the tool’s old name.',
    ],
    [(draft) => (draft.model!.name = 'small'), 'model.key: Type the key again'],
    [
      (draft) => (draft.model!.address = 'https://10.0.0.1/v1'),
      'model.address: Use an address on the public',
    ],
  ];
  it.each(cases)('%s is told', (edit, found) => {
    expect(troubles(edit)).toEqual(expect.arrayContaining([expect.stringContaining(found)]));
  });

  it('asks for the description of a tool of the person’s own, not of a platform tool', () => {
    const draft = draftOf(storedAgent);
    draft.tools.push({ ...newTool(draft.tools, false), name: 'aai_mine' });
    expect(checkDraft(draft, storedAgent).map(({ field }) => field)).toEqual(['tools.2.description']);
  });
});

it('shows what the service names beside the field of the form', () => {
  expect(draftField('tools[2].parameters.properties')).toBe('tools.2.parameters');
  expect(draftField('voice.voice_id')).toBe('voice');
  expect(draftField('tools.0.http.headers')).toBe('tools.0.http.headers');
  expect(draftField('tools.0.http.headers.1.value')).toBe('tools.0.http.headers.1');
  expect(draftField('llm.0.base_url')).toBe('model.address');
  expect(draftField('webhook.url')).toBeNull();
});

it('fills the arguments of a test call from the schema', () => {
  const properties = {
    order: { type: 'string', examples: ['A 17'] },
    count: { type: 'integer', minimum: 2 },
    kind: { enum: ['new', 'old'] },
    note: { type: 'string' },
  };
  const filled = { order: 'A 17', count: 2, kind: 'new', note: '' };
  expect(exampleArguments(asText({ type: 'object', properties }))).toEqual(filled);
  expect(exampleArguments('{')).toEqual({});
});
