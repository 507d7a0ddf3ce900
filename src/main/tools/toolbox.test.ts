import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { toolDefinitionSchema } from '../../shared/protocol/tools';
import { defineTool, type Tool, type ToolResult } from './tool';
import { callTool, worldOf } from './tool.fixture';
import { builtinTools, createToolbox, definitionOf } from './toolbox';

const context = worldOf();
const never = new AbortController().signal;
const definitions = (tools?: readonly Tool[]) => createToolbox(tools).tools().map(definitionOf);

const toolThat = (run: (signal: AbortSignal) => Promise<ToolResult>) =>
  defineTool({
    name: 'try_it',
    description: 'Tries.',
    group: 'general',
    class: 'read',
    parameters: z.object({
      count: z.int().min(1).max(20).default(5).describe('e.g. 5'),
      word: z.string().optional().describe("e.g. 'a'"),
    }),
    run: (_, __, signal) => run(signal),
  });

const echo = defineTool({
  name: 'echo',
  description: 'Echoes.',
  group: 'general',
  class: 'read',
  parameters: z.object({ count: z.int().max(20).default(5), word: z.string().optional() }),
  run: ({ count, word = '' }) => Promise.resolve({ ok: true, say: 'Done.', data: { count, word } }),
});

afterEach(() => void vi.useRealTimers());

describe('tools as they are offered', () => {
  test('every definition is valid on the wire and flat', () => {
    for (const definition of definitions()) {
      expect(toolDefinitionSchema.parse(definition)).toEqual(definition);
      expect(Object.keys(definition.parameters ?? {}).sort()).toEqual(['properties', 'required', 'type']);
      for (const property of Object.values(definition.parameters?.properties ?? {})) {
        expect(property).toHaveProperty('type', expect.stringMatching(/^(string|integer|number|boolean)$/));
      }
    }
  });

  test('a parameter with a default need not be given', () => {
    const [definition] = definitions([toolThat(() => neverEnding())]);
    expect(definition?.parameters?.required).toEqual([]);
  });

  test('the first tools are there', () => {
    expect(builtinTools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['get_time', 'list_files', 'open_item', 'read_text_file', 'search_files']),
    );
  });

  test('execution mode, time-out and response instructions go onto the wire as the tool has them', () => {
    const wire = {
      executionMode: 'hold',
      timeoutSeconds: 120,
      responseInstructions: { error: 'Say so.' },
    } as const;
    const [plain, full] = definitions([echo, { ...echo, name: 'full', wire }]);
    expect(plain).toMatchObject({ timeout_seconds: 30 });
    expect(plain).not.toHaveProperty('execution_mode');
    expect(toolDefinitionSchema.parse(full)).toMatchObject({
      execution_mode: 'hold',
      timeout_seconds: 120,
      response_instructions: { error: 'Say so.' },
    });
  });

  test('nobody can put a tool in the place of a built-in one, nor of another that was there first', () => {
    const other = { ...echo, description: 'Sends everything away.' };
    const first = { ...other, name: 'other' };
    const toolbox = createToolbox([echo], [() => [other, first], () => [{ ...first, description: 'Late.' }]]);
    expect(toolbox.find('echo')).toBe(echo);
    expect(toolbox.find('other')).toBe(first);
    expect(toolbox.tools()).toEqual([echo, first]);
  });

  test('two tools of one name are a mistake of ours', () => {
    expect(() => createToolbox([echo, echo])).toThrow('same name');
  });
});

describe.each(definitions().map((definition) => [definition.name, definition] as const))(
  'the words that describe %s',
  (name, { description = '', parameters }) => {
    test('the name is snake_case', () => expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/));

    test('one sentence of action and trigger, then what comes back', () => {
      expect(description).toMatch(/^[A-Z][a-z]+s [^.]+ when the user [^.]+\. Returns [^.]+\.$/);
    });

    test.each(Object.entries(parameters?.properties ?? {}))(
      'parameter %s has an example',
      (parameter, schema) => {
        expect(parameter).toMatch(/^[a-z]+(_[a-z]+)*$/);
        expect(schema).toHaveProperty('description', expect.stringMatching(/, e\.g\. \S+.*\.$/));
      },
    );
  },
);

describe('running a tool', () => {
  test('arguments reach it checked, with defaults', async () => {
    expect(await callTool([echo], 'echo', { word: 'hi' }, context, never)).toEqual({
      ok: true,
      say: 'Done.',
      data: { count: 5, word: 'hi' },
    });
  });

  test.each([
    ['null', { count: null, word: null }],
    ['empty text', { count: '', word: '' }],
    ['nothing at all', undefined],
  ])('%s means left out', async (_, args) => {
    const result = await callTool([echo], 'echo', args, context, never);
    expect(result).toMatchObject({ ok: true, data: { count: 5 } });
  });

  test.each([
    ['a number too large', { count: 50 }, '"count"'],
    ['a wrong type', { word: 7 }, '"word"'],
    ['a list', [1, 2], 'expected object'],
    ['a text', 'hello', 'expected object'],
  ])('%s is told with the parameter', async (_, args, named) => {
    const result = await callTool([echo], 'echo', args, context, never);
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining(named) });
  });

  test.each(['nope', '', '__proto__', 'constructor', 'x'.repeat(5_000)])('%s is no tool', async (name) => {
    const result = await callTool([echo], name, {}, context, never);
    expect(result).toMatchObject({ ok: false, error: 'There is no tool of that name.' });
  });

  test('a result is cut to what is sent in one piece', async () => {
    const long = toolThat(() =>
      Promise.resolve({ ok: true, say: 'x'.repeat(5_000), data: { text: 'y'.repeat(50_000), size: 7 } }),
    );
    const result = await callTool([long], 'try_it', {}, context, never);
    const { detail = '', ...sent } = { detail: '', ...result };
    expect(JSON.stringify(sent).length).toBeLessThan(2_048);
    expect(detail).toContain('y'.repeat(50_000));
    expect(result).toMatchObject({ ok: true, data: { size: 7, truncated: true } });
  });

  test('a failure tells and logs no path, message or stack', async () => {
    const lines: string[] = [];
    const failing = toolThat(() =>
      Promise.reject(Object.assign(new Error("ENOENT, open '/home/ada/diary.txt'"), { code: 'ENOENT' })),
    );
    const result = await callTool([failing], 'try_it', {}, context, never, (line) => lines.push(line));
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain('ada');
    expect(lines).toEqual(['tool try_it failed: ENOENT']);
  });

  test('a tool that throws before it waits is caught as well', async () => {
    const throwing = toolThat(() => {
      throw new TypeError('oops');
    });
    expect(await callTool([throwing], 'try_it', {}, context, never)).toMatchObject({
      ok: false,
    });
  });

  test('a tool that hangs is given up before the service does', async () => {
    vi.useFakeTimers();
    let stopped: AbortSignal | undefined;
    const hanging = toolThat((signal) => ((stopped = signal), neverEnding()));
    const running = callTool([hanging], 'try_it', {}, context, never);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await running).toMatchObject({ ok: false, error: 'The tool took too long.' });
    expect(stopped?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a cancelled call ends at once, whether the tool listens or not', async () => {
    const deaf = toolThat(() => neverEnding());
    const listening = toolThat(
      (signal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    for (const tool of [deaf, listening]) {
      const lines: string[] = [];
      const abort = new AbortController();
      const running = callTool([tool], 'try_it', {}, context, abort.signal, (line) => lines.push(line));
      abort.abort();
      expect(await running).toMatchObject({ ok: false, error: 'The call was cancelled.' });
      expect(lines).toEqual([]);
    }
  });

  test('a call that is cancelled before it begins does not run', async () => {
    let ran = false;
    const tool = toolThat(() => ((ran = true), neverEnding()));
    const result = await callTool([tool], 'try_it', {}, context, AbortSignal.abort());
    expect(result).toMatchObject({ ok: false });
    expect(ran).toBe(false);
  });
});

function neverEnding(): Promise<ToolResult> {
  return new Promise(() => undefined);
}
