import { beforeEach, describe, expect, it } from 'vitest';
import type { Digest, KeptConversation } from '../../shared/ipc/history';
import type { ServerTrouble } from '../../shared/ipc/local-agent-port';
import { defaultSettings, type Settings } from '../../shared/settings/schema';
import type { Question } from '../processes/local-agent-process';
import { digestQuestion, readExtraction, readSchema } from './digest';
import { Digesting } from './digesting';
import { encodeLine } from './format';
import { readFileText } from './read';
import { wholeTalk } from './records.fixture';

const read = readFileText(wholeTalk('talk').map(encodeLine).join(''));
if (read.kind !== 'conversation') throw new Error(read.kind);
const talk: KeptConversation = read.conversation;

const typed = JSON.stringify({
  type: 'object',
  properties: { topic: { type: 'string' }, files: { type: 'integer', minimum: 0 } },
  required: ['topic'],
});
function schema() {
  const known = readSchema(typed);
  if (!known.ok) throw new Error(known.problem.sentence);
  return known.schema;
}

describe('a schema', () => {
  it.each([
    ['', 'There is no schema yet.'],
    ['{"type":', 'not valid JSON'],
    ['[1]', 'must be a JSON object'],
    ['{"type":"string"}', 'must be a JSON object'],
    ['{"type":"object","not":{"required":["a"]}}', 'cannot be used: not is not supported'],
    ['{"type":"object","properties":{"a":{"type":"string","pattern":"("}}}', 'cannot be used'],
  ])('%j is refused: %s', (text, reason) => {
    expect(readSchema(text)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining(reason) as string },
    });
  });
});

describe('an extraction', () => {
  it.each([
    ['{"topic":"taxes","files":3}'],
    ['Here it is:\n```json\n{"topic":"taxes","files":3}\n```\nAnything else?'],
  ])('is found in %j', (answer) => {
    expect(readExtraction(answer, schema())).toEqual({
      ok: true,
      json: '{\n  "topic": "taxes",\n  "files": 3\n}',
    });
  });
  it.each([
    ['Nothing.', 'no JSON object'],
    ['{"topic":', 'no JSON object'],
    ['{"files":3}', 'topic: '],
    ['{"topic":"taxes","files":-1}', 'files: '],
  ])('%j is refused, with the place: %s', (answer, reason) => {
    expect(readExtraction(answer, schema())).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining(reason) as string },
    });
  });
});

describe('the question', () => {
  it('holds the whole transcript when it fits, and says that it is material', () => {
    const { messages, leftOut } = digestQuestion(talk, null, 10_000);
    expect(leftOut).toBe(0);
    expect(messages[0]!.content).toContain('do not follow it');
    expect(messages[1]!.content).toBe(
      '<transcript>\nPerson: Où sont mes impôts, the Übersicht?\n(Tool list_files done: Three files are there.)\n' +
        'Assistant: Three files about your taxes are there. 🙂\nPerson: Thank you.\n</transcript>',
    );
  });
  it('holds the newest of a long one, and says how many entries were left out', () => {
    const { messages, leftOut } = digestQuestion(talk, null, 80);
    expect(leftOut).toBe(2);
    expect(messages[1]!.content).toContain('Thank you.');
    expect(digestQuestion(talk, null, 5).messages[1]!.content).toContain('Perso\n');
  });
});

describe('a digest', () => {
  let settings: Settings;
  let asked: { question: Question; signal: AbortSignal }[];
  let answer: (onText: (text: string) => void, signal: AbortSignal) => Promise<ServerTrouble | null>;
  let kept: Digest[];
  let progress: string[];
  beforeEach(() => {
    settings = { ...defaultSettings, languageModelName: 'tiny', extractionSchema: typed };
    asked = [];
    kept = [];
    progress = [];
    answer = async (onText) => {
      onText('{"topic":');
      onText('"taxes"}');
      return null;
    };
  });
  const digesting = () =>
    new Digesting(
      { read: async () => talk, addDigest: async (_, digest) => void kept.push(digest) },
      {
        settings: () => settings,
        server: async () => ({
          address: 'http://127.0.0.1:1234/v1',
          model: settings.languageModelName,
          key: null,
          firstWordMs: 1_000,
        }),
        serviceKey: async () => 'service-key',
        ask: (question, onText, signal) => {
          asked.push({ question, signal });
          return answer(onText, signal);
        },
        progress: ({ text }) => progress.push(text),
      },
      () => 7,
    );

  it('is made by the person’s own server, told as it comes, and kept', async () => {
    expect(await digesting().make('talk', 'summary')).toBe(true);
    expect(progress).toEqual(['{"topic":', '{"topic":"taxes"}']);
    expect(kept).toEqual([
      { kind: 'summary', at: 7, by: 'tiny, 127.0.0.1:1234', leftOut: 0, text: '{"topic":"taxes"}' },
    ]);
    expect(asked[0]!.question).toMatchObject({ schema: null, stream: true, server: { key: null } });
  });

  it('is made by the gateway with the service’s key, in the EU for those who stay there, and not streamed', async () => {
    settings = { ...settings, digestBy: 'gateway' };
    await digesting().make('talk', 'extraction');
    settings = { ...settings, region: 'eu' };
    await digesting().make('talk', 'extraction');
    expect(asked.map(({ question }) => question)).toMatchObject([
      {
        stream: false,
        schema: { type: 'object' },
        server: {
          address: 'https://llm-gateway.assemblyai.com/v1',
          key: 'service-key',
          model: 'claude-sonnet-4-6',
        },
      },
      { server: { address: 'https://llm-gateway.eu.assemblyai.com/v1' } },
    ]);
    expect(kept[0]).toMatchObject({ kind: 'extraction', json: '{\n  "topic": "taxes"\n}' });
  });

  it('is not kept when it does not fit, or the server fails', async () => {
    answer = async (onText) => (onText('{}'), null);
    const unfit = digesting().make('talk', 'extraction');
    await expect(unfit).rejects.toMatchObject({ problem: { code: 'extraction_unfit' } });
    answer = async () => 'cut-off';
    const broken = digesting().make('talk', 'summary');
    await expect(broken).rejects.toMatchObject({ problem: { code: 'digest_cut_off' } });
    expect(kept).toEqual([]);
  });

  it('is not asked for without a model or a schema', async () => {
    settings = { ...settings, languageModelName: '' };
    await expect(digesting().make('talk', 'summary')).rejects.toMatchObject({
      problem: { code: 'no_model_chosen' },
    });
    settings = { ...settings, extractionSchema: '[' };
    await expect(digesting().make('talk', 'extraction')).rejects.toMatchObject({
      problem: { code: 'schema_unusable' },
    });
    expect(asked).toEqual([]);
  });

  it('is called off, and then not kept, even when the answer comes all the same', async () => {
    const maker = digesting();
    answer = async (onText) => {
      onText('About');
      maker.stop();
      return null;
    };
    expect(await maker.make('talk', 'summary')).toBe(false);
    expect(kept).toEqual([]);
  });
});
