import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPath } from './open-path';

const shellOpen = () => Promise.reject(new Error('Not to be used here.'));

describe.runIf(process.platform === 'linux')('opening a path on Linux', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-open-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const opener = (script: string) => {
    const command = join(folder, 'opener');
    writeFileSync(command, `#!/bin/sh\n${script}\n`);
    chmodSync(command, 0o755);
    return command;
  };
  const open = (command: string, settledMs = 5_000) =>
    openPath('/a b/$(c).txt', { platform: 'linux', shellOpen, command, settledMs });

  it('hands over the path as one argument, untouched by any shell', async () => {
    const seen = join(folder, 'seen');
    await open(opener(`printf '%s|' "$@" > '${seen}'`));
    expect(readFileSync(seen, 'utf8')).toBe('/a b/$(c).txt|');
  });

  it('fails when the opener fails, and when there is none', async () => {
    await expect(open(opener('exit 3'))).rejects.toThrow('code 3');
    await expect(open(join(folder, 'missing'))).rejects.toThrow();
  });

  it('hands over the session but no key of ours', async () => {
    const seen = join(folder, 'seen');
    const environment = {
      PATH: process.env['PATH'],
      HOME: folder,
      DISPLAY: ':7',
      ASSEMBLYAI_API_KEY: 'secret',
      NODE_OPTIONS: '--inspect',
    };
    const command = opener(`env > '${seen}'`);
    await openPath('/x', { platform: 'linux', shellOpen, command, environment });
    const text = readFileSync(seen, 'utf8');
    expect(text).toContain('DISPLAY=:7');
    expect(text).not.toMatch(/secret|NODE_OPTIONS/u);
  });

  it('does not wait for a program that stays open', async () => {
    const started = join(folder, 'started');
    const command = opener(`echo $$ > '${started}'; exec sleep 60`);
    await open(command, 300);
    const id = await vi.waitFor(() => Number(readFileSync(started, 'utf8')) || Promise.reject(new Error()));
    expect(process.kill(id)).toBe(true);
  });
});

describe('opening a path elsewhere', () => {
  it('leaves it to Electron and passes its failure on', async () => {
    const asked: string[] = [];
    const answer = (text: string) => (path: string) => {
      asked.push(path);
      return Promise.resolve(text);
    };
    await openPath('/x', { platform: 'darwin', shellOpen: answer('') });
    await expect(openPath('/y', { platform: 'win32', shellOpen: answer('No.') })).rejects.toThrow();
    expect(asked).toEqual(['/x', '/y']);
  });
});
