import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run } from './child.mjs';

const node = (/** @type {string} */ script) => /** @type {const} */ ([process.execPath, ['-e', script]]);

describe('running a program', () => {
  it('gives its output and exit code', async () => {
    const [command, args] = node('console.log("out"); console.error("err"); process.exitCode = 3');
    const { code, stdout, text } = await run(command, args);
    expect({ code, stdout }).toEqual({ code: 3, stdout: 'out\n' });
    expect(text).toContain('err');
  });

  it('tells a program that is not there as code 127', async () => {
    expect((await run('parley-no-such-program', [])).code).toBe(127);
  });

  it('ends one that takes too long', async () => {
    const [command, args] = node('setInterval(() => {}, 1000)');
    expect((await run(command, args, { timeLimitMs: 50 })).timedOut).toBe(true);
  });
});

describe('being told to end', () => {
  it('ends the program that runs, and no next step begins', async () => {
    const module = new URL('child.mjs', import.meta.url).href;
    const child = 'console.error("first runs"); setInterval(() => {}, 1000)';
    const script = `
      import { run } from ${JSON.stringify(module)};
      await run(process.execPath, ['-e', ${JSON.stringify(child)}], { output: 'show' });
      console.error('second begins');
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    parent.stderr.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('first runs')) parent.kill('SIGTERM');
    });
    // The pipe closes only when the child, which writes to it as well, is gone too.
    const code = await new Promise((resolve) => parent.once('close', resolve));
    expect({ code, said }).toEqual({ code: 143, said: 'first runs\n' });
  });
});
