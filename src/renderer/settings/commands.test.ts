import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/settings/commands';
import { draftOf, newCommand, written } from './commands';

const command: Command = {
  id: 'one',
  name: 'Photo backup',
  when: 'asks to back up the photos',
  program: '/usr/bin/rsync',
  arguments: ['-a', '--', '{what}', '{where}'],
  parameters: [
    { name: 'what', type: 'file', description: 'Folder', choices: [] },
    { name: 'where', type: 'choice', description: '', choices: ['disk', 'stick'] },
  ],
  folder: 'home',
  seconds: 60,
  class: 'reversible',
  tellsOutput: false,
};

describe('a command that is written', () => {
  it('comes out of its draft as it went in', () => {
    expect(written(draftOf(command), 'new')).toEqual({ ok: true, command });
  });

  it('gets its id when it is new', () => {
    const draft = { ...draftOf(command), id: null };
    expect(written(draft, 'new')).toMatchObject({ ok: true, command: { id: 'new' } });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(61) }],
    ['when', { when: '' }],
    ['program', { program: '' }],
    ['program', { program: 'rsync' }],
    ['seconds', { seconds: null }],
    ['seconds', { seconds: 0.5 }],
    ['parameters', { parameters: [{ ...draftOf(command).parameters[0]!, name: 'What?' }] }],
    ['arguments', { lines: '{what}\n{when}' }],
    ['arguments', { program: '/bin/sh', lines: '-c\n{what}\n{where}' }],
    ['arguments', { lines: `${'x'.repeat(1_001)}\n{what}{where}` }],
  ])('is told what is wrong with its %s: %j', (field, parts) => {
    expect(written({ ...draftOf(command), ...parts }, 'new')).toMatchObject({ ok: false, field });
  });

  it('needs no arguments', () => {
    const draft = { ...newCommand, name: 'x', when: 'asks', program: '/bin/true' };
    expect(written(draft, 'new')).toMatchObject({ ok: true, command: { arguments: [], class: 'outward' } });
  });
});
