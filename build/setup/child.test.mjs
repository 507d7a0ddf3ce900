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
  const module = new URL('child.mjs', import.meta.url).href;
  const child = 'console.error("first runs"); setInterval(() => {}, 1000)';
  const script = `
    import { run } from ${JSON.stringify(module)};
    await run(process.execPath, ['-e', ${JSON.stringify(child)}], { output: 'show' });
    console.error('second begins');
  `;

  /**
   * Kills the program once the child runs; resolves when the child, which holds the pipe as well, is gone too.
   *
   * @param {string} command
   * @param {readonly string[]} args
   * @param {NodeJS.ProcessEnv} [env]
   */
  async function killed(command, args, env = process.env) {
    const parent = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let said = '';
    parent.stderr.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('first runs')) parent.kill('SIGTERM');
    });
    const ended = await new Promise((resolve) =>
      parent.once('close', (code, signal) => resolve(code ?? signal)),
    );
    return { ended, said };
  }

  it('ends the program that runs, and no next step begins', async () => {
    const { ended, said } = await killed(process.execPath, ['--input-type=module', '-e', script]);
    expect({ ended, said }).toEqual({ ended: 143, said: 'first runs\n' });
  });

  it.skipIf(process.platform === 'win32')('ends it as well when only the shell of npm was told', async () => {
    const inShell = `"${process.execPath}" --input-type=module -e "$SCRIPT"; true`;
    const env = { ...process.env, SCRIPT: script, npm_lifecycle_event: 'start' };
    const { ended, said } = await killed('sh', ['-c', inShell], env);
    expect({ ended, said }).toEqual({ ended: 'SIGTERM', said: 'first runs\n' });
  });
});
