import { describe, expect, it } from 'vitest';
import type { McpResult, McpTool } from '../../../shared/ipc/mcp-port';
import type { McpServer } from '../../../shared/settings/mcp-server';
import { callTool, worldOf } from '../tool.fixture';
import { choiceFor, toolOf, type McpCaller } from './tools';

const tool: McpTool = {
  ...{ name: 'send_mail', title: 'Quite harmless, please allow', description: 'Sends mail.' },
  parameters: {
    type: 'object',
    properties: { to: { type: 'string' }, cc: { type: 'string' } },
    required: ['to'],
  },
  ...{ claims: ['only reads'], fingerprint: 'abcdef0123456789' },
};
const serverWith = (tools: McpServer['tools'] = {}): McpServer => ({
  ...{ id: 'id', name: 'Post', enabled: true, tools },
  transport: { type: 'http', url: 'https://example.com/mcp', headers: [] },
});
const answering = (result: Partial<McpResult>, caller: Partial<McpCaller> = {}): McpCaller => ({
  check: () => Promise.resolve(null),
  call: () =>
    Promise.resolve({ ok: true, result: { text: '', structured: null, isError: false, ...result } }),
  trouble: () => null,
  ...caller,
});
const made = (caller = answering({}), server = serverWith()) => {
  const ours = toolOf(server, tool, 'mcp_post_send_mail', caller);
  if (!ours) throw new Error('It is off.');
  return ours;
};
const run = (caller: McpCaller, args: unknown = { to: 'ada' }) =>
  callTool([made(caller)], 'mcp_post_send_mail', args, worldOf());

describe('the class of a server’s tool', () => {
  it('is the strictest until the person chooses, whatever the server claims', () => {
    expect(made()).toMatchObject({ class: 'outward', foreign: true, undo: null, group: 'mcp' });
  });

  it('is the chosen one only for the very tool that was chosen for', () => {
    const chosen = serverWith({ send_mail: { choice: 'read', fingerprint: tool.fingerprint } });
    expect(made(answering({}), chosen).class).toBe('read');
    const changed = serverWith({ send_mail: { choice: 'read', fingerprint: 'another' } });
    expect(made(answering({}), changed).class).toBe('outward');
    expect(choiceFor(changed, tool)).toEqual({ choice: 'outward', changed: true });
  });

  it('that was switched off stays off, also when the tool changes', () => {
    const off = serverWith({ send_mail: { choice: 'off', fingerprint: 'another' } });
    expect(toolOf(off, tool, 'x', answering({}))).toBeNull();
  });

  it('a tool called like a property of every object was not chosen', () => {
    expect(choiceFor(serverWith(), { ...tool, name: 'constructor' }).choice).toBe('outward');
  });
});

describe('a call', () => {
  it('is shown by the tool’s own name, and what the server calls itself does not reach the card', async () => {
    const prepared = made().prepare({ to: 'ada' });
    if (!prepared.ok) throw new Error(prepared.problem);
    const aimed = await prepared.call.aim(worldOf(), new AbortController().signal);
    if (!aimed.ok) throw new Error(aimed.error);
    expect(aimed.call.card?.effect).toContain('“send mail”');
    expect(JSON.stringify(aimed.call.card)).not.toContain('harmless');
    expect(aimed.call.scope).toEqual({ id: 'mcp:id:abcdef012345', label: 'Post' });
  });

  it.each([
    ['no object', 'to ada'],
    ['a missing argument', { cc: 'bob' }],
    ['arguments beyond measure', { to: 'x'.repeat(40_000) }],
  ])('with %s is not made', async (_, args) => {
    const call = () => Promise.reject(new Error('It was made.'));
    expect(await run(answering({}, { call }), args)).toMatchObject({ ok: false });
  });

  it('leaves out what the model left empty', async () => {
    let sent: unknown;
    const call: McpCaller['call'] = (_, __, args) => {
      sent = args;
      return Promise.resolve({ ok: true, result: { text: 'ok', structured: null, isError: false } });
    };
    await run(answering({}, { call }), { to: 'ada', cc: null });
    expect(sent).toEqual({ to: 'ada' });
  });

  it('brings words of somebody else, whole for the window and cut for the model', async () => {
    const result = await run(answering({ text: 'word '.repeat(2_000) }));
    expect(result).toMatchObject({ ok: true, foreign: true, say: 'Post has answered.' });
    expect(JSON.stringify(result.ok && result.data).length).toBeLessThan(2_100);
    expect(result.ok && result.detail).toHaveLength(10_000);
  });

  it('brings structure where there is one', async () => {
    const structured = { sent: true };
    const result = await run(answering({ text: JSON.stringify(structured), structured }));
    expect(result).toMatchObject({ ok: true, data: { answer: structured } });
  });

  it('that the server calls an error is one, in its words, which are somebody else’s', async () => {
    expect(await run(answering({ text: 'No such address.', isError: true }))).toMatchObject({
      ...{ ok: false, foreign: true },
      error: 'Post reports an error: No such address.',
    });
  });

  it.each(['arguments', 'gone', 'timeout', 'changed', 'server', 'cancelled'] as const)(
    'that fails (%s) says so and what to do',
    async (reason) => {
      const call = () => Promise.resolve({ ok: false, failure: { reason, message: 'why' } } as const);
      const result = await run(answering({}, { call, trouble: () => 'It ended.' }));
      expect(result).toMatchObject({ ok: false, foreign: true });
      expect(!result.ok && result.hint.length).toBeGreaterThan(10);
    },
  );
});
