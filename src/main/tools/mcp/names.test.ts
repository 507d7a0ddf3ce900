import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agentName, slugsOf } from './names';

it('plain names stay readable', () => {
  expect(agentName('files', 'read_text_file')).toBe('mcp_files_read_text_file');
  expect(agentName('all', 'get-sum')).toBe('mcp_all_get-sum');
});

it('every name is valid for the service, and the same every time', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 256 }), (server, tool) => {
      const slug = slugsOf([{ id: 'a', name: server }]).get('a')!;
      const name = agentName(slug, tool);
      expect(name).toMatch(/^mcp_[A-Za-z0-9_-]{1,60}$/);
      expect(agentName(slug, tool)).toBe(name);
    }),
  );
});

it('names that had to be changed alike stay apart', () => {
  const names = [
    'read file',
    'read.file',
    'read/file',
    'read_file',
    `${'x'.repeat(80)}1`,
    `${'x'.repeat(80)}2`,
  ];
  expect(new Set(names.map((name) => agentName('s', name))).size).toBe(names.length);
});

it('servers of like names stay apart, and no server can take another’s tool name', () => {
  const slugs = slugsOf([
    { id: '1', name: 'My Files' },
    { id: '2', name: 'my-files' },
    { id: '3', name: 'my' },
  ]);
  expect(new Set(slugs.values()).size).toBe(3);
  expect(agentName(slugs.get('3')!, 'files_x')).not.toBe(agentName(slugs.get('1')!, 'x'));
});
