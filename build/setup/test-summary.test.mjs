import { describe, expect, it } from 'vitest';
import { countEndToEndTests, countUnitTests, endToEndTitles, summaryLine } from './test-summary.mjs';

it('ends with one line that adds everything up', () => {
  expect(
    summaryLine([
      { passed: 3, failed: 0 },
      { passed: 40, failed: 2 },
    ]),
  ).toBe('43 passed, 2 failed');
  expect(summaryLine([])).toBe('0 passed, 0 failed');
});

describe('unit tests', () => {
  it('are counted one by one', () => {
    expect(countUnitTests({ numPassedTests: 7, numFailedTests: 1, testResults: [] }, 1)).toEqual({
      passed: 7,
      failed: 1,
    });
  });

  it('count a file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    expect(countUnitTests(report, 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('count a run without a report, or that ended badly, as a failure', () => {
    expect(countUnitTests(undefined, 0)).toEqual({ passed: 0, failed: 1 });
    expect(countUnitTests({ numPassedTests: 7, numFailedTests: 0 }, 1)).toEqual({ passed: 7, failed: 1 });
  });
});

describe('end-to-end tests', () => {
  it('count one that passed on a second try as passed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countEndToEndTests({ stats }, 1)).toEqual({ passed: 6, failed: 1 });
  });

  it('count a run without tests, or that could not start, as a failure', () => {
    expect(countEndToEndTests(undefined, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countEndToEndTests({ stats: { expected: 0, unexpected: 0, flaky: 0 } }, 1)).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  it('are named with their file and group', () => {
    const report = {
      suites: [
        {
          title: 'talk.spec.ts',
          specs: [{ title: 'greets' }],
          suites: [{ title: 'barge-in', specs: [{ title: 'falls silent' }] }],
        },
      ],
    };
    expect(endToEndTitles(report)).toEqual([
      'talk.spec.ts > greets',
      'talk.spec.ts > barge-in > falls silent',
    ]);
    expect(endToEndTitles({})).toEqual([]);
  });
});
