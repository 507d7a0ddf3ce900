/** Everything the set-up says goes to stderr, so that `electron-path` can print a path and nothing else. */

import { isEnding } from './child.mjs';
import { downloadProblem, errorText, failureKind, SetupProblem } from './problem.mjs';

/**
 * One line on the console.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Stamps and locks are written everywhere, so a full or closed disk may show at any place.
 *
 * @param {unknown} error
 */
function asProblem(error) {
  if (error instanceof SetupProblem) return error;
  const kind = failureKind(errorText(error));
  return kind === 'disk-full' || kind === 'not-permitted'
    ? downloadProblem('what the app needs', errorText(error))
    : undefined;
}

/**
 * Runs an entry script: a set-up problem becomes two sentences and exit code 1, anything else its stack.
 *
 * @param {() => Promise<number>} main Resolves to the exit code.
 */
export async function runEntry(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    if (isEnding()) return;
    const problem = asProblem(error);
    if (problem) {
      say(`\nFailed: ${problem.message}`);
      say(`What to do: ${problem.next}`);
    } else {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
