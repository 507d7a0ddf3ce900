import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { tempFolder } from '../permissions/temp-grants';
import { startProgram } from './start-program';

describe.runIf(process.platform !== 'win32')('starting a program', () => {
  const start = (program: string, args: readonly string[], folder = '/', settledMs = 5_000) =>
    startProgram({ program, args, env: { PATH: '/usr/bin:/bin', ONLY: 'this' }, folder }, settledMs);

  test('arguments arrive as they are, the environment is what was given', async () => {
    const { path } = await tempFolder();
    const script = 'printf "%s|" "$@" > args; env > env';
    const outcome = await start('/bin/sh', ['-c', script, 'sh', '$(id)', '-rf', 'a b', '; touch x'], path);
    expect(outcome.type).toBe('ended');
    expect(readFileSync(join(path, 'args'), 'utf8')).toBe('$(id)|-rf|a b|; touch x|');
    expect(readFileSync(join(path, 'env'), 'utf8')).toMatch(/^ONLY=this$/mu);
    expect(readFileSync(join(path, 'env'), 'utf8')).not.toMatch(/^HOME=/mu);
    expect(existsSync(join(path, 'x'))).toBe(false);
  });

  test('one that goes on is not waited for, and leads a session of its own', async () => {
    const outcome = await start('/bin/sleep', ['60'], '/', 100);
    if (outcome.type !== 'running') throw new Error('It should go on.');
    onTestFinished(() => void process.kill(outcome.id));
    // proc(5): process group and session stand behind state and parent.
    await vi.waitFor(() => {
      if (process.platform !== 'linux') return;
      const [, , group, session] = readFileSync(`/proc/${outcome.id}/stat`, 'utf8')
        .split(') ')[1]!
        .split(' ');
      expect([group, session]).toEqual([String(outcome.id), String(outcome.id)]);
    });
  });

  test('one that fails at once, is missing or may not run has failed', async () => {
    expect(await start('/bin/sh', ['-c', 'exit 3'])).toEqual({ type: 'failed', code: 3 });
    expect(await start('/nowhere/program', [])).toEqual({ type: 'failed', code: null });
    expect(await start('/bin/sh', [], '/nowhere')).toEqual({ type: 'failed', code: null });
  });
});
