/**
 * `npm test`: set-up, lint, type check, unit tests, end-to-end tests. A failed stage does not keep the next from
 * running, so one run tells everything. `--all` adds the slow tests, and a conformance run and the fuzzer against the
 * local agent with its models.
 */

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { readJson } from './files.mjs';
import { runEntry, say } from './report.mjs';
import { PROJECT, setUp } from './set-up.mjs';
import { countEndToEndTests, countUnitTests, endToEndTitles, summaryLine } from './test-summary.mjs';

/** @typedef {import('./test-summary.mjs').Count} Count */

const bin = (/** @type {string} */ path) => join(PROJECT, 'node_modules', path);
const reports = join(PROJECT, 'artifacts', 'test');

/** Each counts as one test. */
const CHECKS = /** @type {const} */ ([
  ['eslint', ['eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  [
    'svelte-check',
    [
      'svelte-check/bin/svelte-check',
      '--tsconfig',
      'tsconfig.web.json',
      '--fail-on-warnings',
      '--output',
      'human',
    ],
  ],
  ['types of src/shared', ['typescript/bin/tsc', '-p', 'tsconfig.shared.json']],
  ['types of main, speech and agent', ['typescript/bin/tsc', '-p', 'tsconfig.node.json']],
  ['types of the tests', ['typescript/bin/tsc', '-p', 'tsconfig.test.json']],
  ['types of the pages', ['typescript/bin/tsc', '-p', 'tsconfig.web.json']],
  ['prettier', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['knip', ['knip/bin/knip.js']],
]);

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** @param {string} title */
const heading = (title) => say(`\n== ${title} ==`);

/**
 * @param {(typeof CHECKS)[number]} check
 * @returns {Promise<Count>}
 */
async function runCheck([name, [program, ...args]]) {
  const since = Date.now();
  const { code, text } = await run(process.execPath, [bin(program), ...args], { cwd: PROJECT });
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(since)})`);
  if (code !== 0) say(text.trim());
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Two at a time: each of these uses one core. @returns {Promise<Count[]>} */
async function runChecks() {
  const waiting = [...CHECKS];
  /** @type {Count[]} */
  const counts = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) counts.push(await runCheck(check));
  };
  await Promise.all([worker(), worker()]);
  return counts;
}

/** @returns {Promise<Count>} */
async function runUnitTests() {
  const file = join(reports, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(process.execPath, [bin('vitest/vitest.mjs'), ...args], {
    cwd: PROJECT,
    output: 'show',
  });
  return countUnitTests(readJson(file), code);
}

/** The local agent with its real models, over the wire; each counts as one test. */
const WITH_MODELS = /** @type {const} */ ([
  ['conformance', ['test/conformance/run.ts', '--spawn', '--control']],
  ['fuzz', ['test/fuzz/run.ts', '--spawn', '--seconds', '45']],
]);

/** @returns {Promise<Count[]>} */
async function runWithModels() {
  /** @type {Count[]} */
  const counts = [];
  for (const [name, args] of WITH_MODELS) {
    const program = ['build/setup/run-ts.mjs', '--without-app', ...args];
    const { code, text } = await run(process.execPath, program, { cwd: PROJECT });
    say(code === 0 ? `ok   ${name}` : `FAIL ${name}\n${text.trim()}`);
    counts.push(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return counts;
}

/** @param {readonly string[]} args */
const playwright = (args) => [bin('@playwright/test/cli.js'), 'test', ...args];

/**
 * @param {boolean} all
 * @returns {Promise<Count>}
 */
async function runEndToEndTests(all) {
  const excluded = [...(all ? [] : ['@slow']), ...(process.platform === 'linux' ? [] : ['@rig'])];
  const args = excluded.length > 0 ? ['--grep-invert', excluded.join('|')] : [];
  const { code } = await run(process.execPath, playwright(args), { cwd: PROJECT, output: 'show' });
  return countEndToEndTests(readJson(join(reports, 'e2e.json')), code);
}

/** Names the tests that need Linux programs, where they were left out. */
async function listTestsLeftOut() {
  if (process.platform === 'linux') return;
  const { stdout } = await run(
    process.execPath,
    playwright(['--list', '--grep', '@rig', '--reporter=json']),
    {
      cwd: PROJECT,
    },
  );
  const titles = endToEndTitles(JSON.parse(stdout));
  heading(`Not run on this system, because they need Linux test rigs: ${titles.length}`);
  for (const title of titles) say(`  ${title}`);
}

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function stage(title, work) {
  heading(title);
  const since = Date.now();
  const result = await work();
  say(`-- ${title}: ${seconds(since)}`);
  return result;
}

await runEntry(async () => {
  const all = process.argv.includes('--all');
  const since = Date.now();
  /** @type {Count[]} */
  const counts = [];
  try {
    await stage('Set-up', () => setUp({ rigs: true }));
    rmSync(reports, { recursive: true, force: true });
    mkdirSync(reports, { recursive: true });
    counts.push(...(await stage('Lint and types', runChecks)));
    counts.push(await stage('Unit tests', runUnitTests));
    counts.push(await stage('End-to-end tests', () => runEndToEndTests(all)));
    if (all) counts.push(...(await stage('The local agent with its models', runWithModels)));
    await listTestsLeftOut();
  } catch (error) {
    counts.push({ passed: 0, failed: 1 });
    throw error;
  } finally {
    say(`\nAll of it took ${seconds(since)}`);
    process.stdout.write(`${summaryLine(counts)}\n`);
  }
  return counts.some(({ failed }) => failed > 0) ? 1 : 0;
});
