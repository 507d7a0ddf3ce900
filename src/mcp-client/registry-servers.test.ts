/** The real servers of the registry, over stdio. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toolDefinitionSchema } from '../shared/protocol/tools';
import { named, registryServer, ServiceBed } from './service.fixture';

let folder: string;
let bed: ServiceBed;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'parley-mcp-')));
  bed = new ServiceBed();
});
afterEach(() => {
  bed.service.kill();
  rmSync(folder, { recursive: true });
});

describe('server-filesystem', () => {
  it('reads and writes in its folder, and what it refuses is an error of the tool', async () => {
    writeFileSync(join(folder, 'note.txt'), 'Buy milk.');
    const tools = await bed.start('files', registryServer('filesystem', [folder]));
    const read = named(tools, 'read_text_file');
    expect(read.claims).toContain('only reads');
    expect(await bed.text('files', read, { path: join(folder, 'note.txt') })).toContain('Buy milk.');
    await bed.text('files', named(tools, 'write_file'), { path: join(folder, 'new.txt'), content: 'Hello' });
    expect(readFileSync(join(folder, 'new.txt'), 'utf8')).toBe('Hello');
    const outside = await bed.call('files', read, { path: '/etc/hostname' }).outcome;
    expect(outside).toMatchObject({ type: 'result', result: { isError: true } });
  });

  it('every tool becomes one that the service takes', async () => {
    for (const tool of await bed.start('files', registryServer('filesystem', [folder]))) {
      const definition = {
        type: 'function',
        name: 'mcp_files',
        description: tool.description,
        parameters: tool.parameters,
      };
      expect(toolDefinitionSchema.safeParse(definition).success, tool.name).toBe(true);
      expect(tool.description.length).toBeLessThanOrEqual(300);
    }
  });

  it('arguments that do not fit are told before anything is sent', async () => {
    const tools = await bed.start('files', registryServer('filesystem', [folder]));
    bed.ask({ type: 'check', id: 1, server: 'files', tool: 'read_text_file', args: { path: 5 } });
    const { problem } = await bed.next('checked');
    expect(problem).toMatchObject({ reason: 'arguments' });
    expect(problem?.message).toContain('path');
    const call = await bed.call('files', named(tools, 'read_text_file'), {}).outcome;
    expect(call).toMatchObject({ type: 'failed', failure: { reason: 'arguments' } });
  });
});

describe('server-memory', () => {
  it('keeps what it was told, in nested arguments, and answers in structure', async () => {
    const env = { MEMORY_FILE_PATH: join(folder, 'memory.jsonl') };
    const tools = await bed.start('memory', registryServer('memory', [], env));
    const create = named(tools, 'create_entities');
    bed.ask({
      type: 'call',
      id: 900,
      server: 'memory',
      tool: create.name,
      fingerprint: create.fingerprint,
      args: { entities: [{ name: 'Ada', entityType: 'person', observations: ['likes tea'] }] },
    });
    await bed.next('result', ({ id }) => id === 900);
    const told = await bed.call('memory', named(tools, 'search_nodes'), { query: 'tea' }).outcome;
    expect(told).toMatchObject({ type: 'result', result: { structured: { entities: [{ name: 'Ada' }] } } });
  });
});

describe('server-everything', () => {
  it('images, links and resources are described, not handed on', async () => {
    const tools = await bed.start('all', registryServer('everything'));
    const image = await bed.text('all', named(tools, 'get-tiny-image'), {});
    expect(image).toMatch(/\[an image of \d+ (?:bytes|KB), PNG\]/);
    const links = await bed.text('all', named(tools, 'get-resource-links'), { count: 2 });
    expect(links).toContain('[a link to ');
  });

  it('tells of progress, and a cancelled call ends', async () => {
    const tools = await bed.start('all', registryServer('everything'));
    const slow = named(tools, 'trigger-long-running-operation');
    const { id, outcome } = bed.call('all', slow, { duration: 20, steps: 100 });
    const { note } = await bed.next('progress', (report) => report.id === id);
    expect(note).toMatch(/%/);
    bed.ask({ type: 'cancel', id });
    expect(await outcome).toMatchObject({ type: 'failed', failure: { reason: 'cancelled' } });
  });

  it('starts anew after a stop', async () => {
    const tools = await bed.start('all', registryServer('everything'));
    bed.ask({ type: 'stop', server: 'all' });
    expect(await bed.next('ended')).toMatchObject({ problem: null });
    bed.reports.length = 0;
    await bed.start('all', registryServer('everything'));
    expect(await bed.text('all', named(tools, 'echo'), { message: 'again' })).toContain('again');
  });
});
