/** Everything the set-up says goes to stderr, so that `electron-path` can print a path and nothing else. */

import { SetupProblem } from './problem.mjs';

/**
 * One line on the console.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
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
    if (error instanceof SetupProblem) {
      say(`\nFailed: ${error.message}`);
      say(`What to do: ${error.next}`);
    } else {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
