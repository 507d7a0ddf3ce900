/** `npm run local-agent -- --port N`: prepares models and build, then serves the local agent. */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { endWithUs, OWN_GROUP } from './child.mjs';
import { runEntry } from './report.mjs';
import { PROJECT, setUpLocalAgent } from './set-up.mjs';

await runEntry(async () => {
  const { models } = await setUpLocalAgent();
  const program = join(PROJECT, 'out', 'main', 'local-agent-cli.js');
  const child = spawn(process.execPath, [program, '--models', models, ...process.argv.slice(2)], {
    stdio: 'inherit',
    ...OWN_GROUP,
  });
  endWithUs(child);
  return new Promise((done) =>
    child.once('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0))),
  );
});
