import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json';
import { storedAgent } from './agents.fixture';
import { bodyOf } from './body';
import { copyOf, draftOf, newDraft, type AgentDraft } from './draft';
import { newHeader, newTool } from './tool-draft';

/** The body after an edit of the stored agent. */
function edited(edit: (draft: AgentDraft) => void, agent: JsonObject = storedAgent): JsonObject {
  const draft = draftOf(agent);
  edit(draft);
  return bodyOf(draft, agent);
}

const tools = (body: JsonObject) => body['tools'] as readonly JsonObject[];

/** What must come back when nothing was edited: all but what only the service sets, and secrets by name alone. */
function writable(agent: JsonObject): JsonObject {
  const named = (one: JsonObject): JsonObject => {
    const http = one['http'] as JsonObject | null | undefined;
    const headers = (http?.['headers'] ?? []) as readonly JsonObject[];
    return http ? { ...one, http: { ...http, headers: headers.map(({ name }) => ({ name: name! })) } } : one;
  };
  const { id, created_at, updated_at, llm, ...rest } = agent;
  void [id, created_at, updated_at, llm];
  return {
    ...rest,
    output: { ...(rest['output'] as JsonObject), voice: (rest['voice'] as JsonObject)['voice_id']! },
    tools: tools(rest).map(named),
    pre_connect_requests: (rest['pre_connect_requests'] as readonly JsonObject[]).map(named),
  };
}

describe('an edit', () => {
  it('of nothing sends everything back as it came, secrets by name alone', () => {
    expect(edited(() => undefined)).toEqual(writable(storedAgent));
  });

  it('loses nothing it does not know, whatever is in the agent', () => {
    const unknown = fc.dictionary(
      fc.string().map((name) => `x${name}`),
      fc.jsonValue() as fc.Arbitrary<Json>,
      { maxKeys: 4 },
    );
    const known = fc.record(
      {
        name: fc.string({ minLength: 1 }).map((name) => `n${name}n`),
        system_prompt: fc.string(),
        greeting: fc.option(fc.string()),
        input: fc.oneof(
          unknown,
          fc.record({ keyterms: fc.array(fc.string()), language_codes: fc.jsonValue() }),
        ),
        output: unknown,
        tools: fc.array(unknown, { maxLength: 3 }),
      },
      { requiredKeys: ['name', 'system_prompt', 'output', 'tools'] },
    );
    fc.assert(
      fc.property(unknown, known, (more, fields) => {
        const voice = { voice_id: 'anna', ...more };
        const agent = { ...storedAgent, ...more, ...fields, voice } as JsonObject;
        const named = tools(agent).map((tool, at) => ({ ...tool, name: `t${String(at)}` }));
        const whole: JsonObject = { ...agent, tools: named };
        expect(bodyOf(draftOf(whole), whole)).toEqual(writable(whole));
        const other = edited((draft) => (draft.prompt += '!'), whole);
        expect(other).toEqual({ ...writable(whole), system_prompt: `${String(whole['system_prompt'])}!` });
      }),
    );
  });

  it('writes only what was changed, and clears what was emptied', () => {
    const body = edited((draft) => {
      draft.greeting = '';
      draft.volume = null;
      draft.hearing.keyterms = ' Nova \n\nNova\nLyra';
      draft.hearing.mode = 'min_latency';
      draft.hearing.vadThreshold = null;
    });
    expect(body).toMatchObject({ greeting: null, output: { volume: null, voice: 'anna' } });
    expect(body['input']).toEqual({
      keyterms: ['Nova', 'Lyra'],
      transcription_mode: 'min_latency',
      turn_detection: { uninterruptible_turns: ['greeting'] },
      continuous_partials: null,
    });
  });

  it('takes the last silence away with the whole of turn detection, so that the service paces again', () => {
    const agent = { ...storedAgent, input: { turn_detection: { min_silence: 300 } } };
    expect(edited((draft) => (draft.hearing.minSilence = null), agent)['input']).toEqual({
      turn_detection: null,
    });
  });

  it('sets a header by its value, keeps one by its name, and removes one by saying so', () => {
    const body = edited((draft) => {
      const { http } = draft.tools[0]!;
      http!.headers = [http!.headers[0]!, { ...newHeader(http!.headers), name: 'X-New', value: 's3cret' }];
    });
    expect((tools(body)[0]!['http'] as JsonObject)['headers']).toEqual([
      { name: 'Authorization' },
      { name: 'X-New', value: 's3cret' },
      { name: 'X-Shop', remove: true },
    ]);
  });

  it('leaves the model out to keep it with its key, empties it to give it up, and sends it whole when changed', () => {
    expect(edited(() => undefined)).not.toHaveProperty('llm');
    expect(edited((draft) => (draft.model = null))['llm']).toEqual([]);
    expect(edited((draft) => (draft.model!.key = ' k '))['llm']).toEqual([
      { base_url: 'https://models.example.org/v1', model: 'large', api_key: 'k' },
    ]);
  });

  it('moves an HTTP tool to the client by clearing its address', () => {
    expect(tools(edited((draft) => (draft.tools[0]!.http = null)))[0]!['http']).toBeNull();
  });

  it('sets both formats for the telephone', () => {
    const format = { encoding: 'audio/pcmu', sample_rate: 8_000 };
    const body = edited((draft) => (draft.sound = 'telephone'));
    expect(body).toMatchObject({ input: { format }, output: { format } });
    expect(draftOf(body).sound).toBe('telephone');
  });
});

describe('a new agent', () => {
  it('has what POST needs and nothing that was left to the service', () => {
    const draft = { ...newDraft(), name: ' Desk ', prompt: 'Help.' };
    draft.tools = [{ ...newTool([], true), name: 'look_up', description: 'Look it up.' }];
    draft.tools[0]!.http!.url = 'https://api.example.org/';
    expect(bodyOf(draft, null)).toEqual({
      name: 'Desk',
      system_prompt: 'Help.',
      voice: { voice_id: 'anna' },
      output: { voice: 'anna' },
      tools: [
        {
          name: 'look_up',
          description: 'Look it up.',
          parameters: { type: 'object', properties: {}, required: [] },
          http: { url: 'https://api.example.org/', http_method: 'POST', headers: [] },
        },
      ],
    });
  });

  it('made as a copy keeps no secret as stored', () => {
    const copy = copyOf(draftOf(storedAgent), 'Copy', 'telephone');
    expect(copy.tools[0]!.http!.headers.map(({ stored }) => stored)).toEqual([null, null]);
    expect(bodyOf(copy, null)).toMatchObject({ name: 'Copy', tools: [{ name: 'order_status' }, {}] });
  });
});
