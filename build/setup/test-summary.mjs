/** Adds up what the test tools report. Pure: takes their reports, gives counts. */

/** @typedef {{ passed: number, failed: number }} Count */

/** @type {(value: unknown) => value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null;

/** @type {(value: unknown) => number} */
const numberIn = (value) => (typeof value === 'number' ? value : 0);

/**
 * A tool that ended badly without a failed test (it could not load, or crashed) is one failure.
 *
 * @param {Count} count
 * @param {number} code Exit code of the tool.
 * @returns {Count}
 */
const withExit = (count, code) => (code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count);

/**
 * Counts of Vitest's JSON report; a test file that could not be loaded is one failure.
 *
 * @param {unknown} report
 * @param {number} code
 * @returns {Count}
 */
export function countUnitTests(report, code) {
  if (!isRecord(report)) return { passed: 0, failed: 1 };
  const files = Array.isArray(report['testResults']) ? report['testResults'] : [];
  const unloaded = files.filter(
    (/** @type {unknown} */ file) =>
      isRecord(file) &&
      file['status'] === 'failed' &&
      Array.isArray(file['assertionResults']) &&
      file['assertionResults'].length === 0,
  );
  return withExit(
    {
      passed: numberIn(report['numPassedTests']),
      failed: numberIn(report['numFailedTests']) + unloaded.length,
    },
    code,
  );
}

/**
 * Counts of Playwright's JSON report. A test that passed when tried again has passed; Playwright lists it as flaky.
 *
 * @param {unknown} report
 * @param {number} code
 * @returns {Count}
 */
export function countEndToEndTests(report, code) {
  const stats = isRecord(report) ? report['stats'] : undefined;
  if (!isRecord(stats)) return { passed: 0, failed: 1 };
  return withExit(
    { passed: numberIn(stats['expected']) + numberIn(stats['flaky']), failed: numberIn(stats['unexpected']) },
    code,
  );
}

/**
 * The titles of all tests in a Playwright JSON report, with their files and groups.
 *
 * @param {unknown} report Of `playwright test --list`.
 * @returns {string[]}
 */
export function endToEndTitles(report) {
  /** @type {(suite: unknown, above: readonly string[]) => string[]} */
  const titlesIn = (suite, above) => {
    if (!isRecord(suite)) return [];
    const path = [...above, String(suite['title'] ?? '')];
    const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value : []);
    return [
      ...list(suite['specs']).map((/** @type {unknown} */ spec) =>
        [...path, isRecord(spec) ? String(spec['title']) : ''].filter(Boolean).join(' > '),
      ),
      ...list(suite['suites']).flatMap((/** @type {unknown} */ inner) => titlesIn(inner, path)),
    ];
  };
  const suites = isRecord(report) && Array.isArray(report['suites']) ? report['suites'] : [];
  return suites.flatMap((/** @type {unknown} */ suite) => titlesIn(suite, []));
}

/**
 * The last line of `npm test`.
 *
 * @param {readonly Count[]} counts
 */
export function summaryLine(counts) {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    counts.reduce((total, count) => total + count[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
