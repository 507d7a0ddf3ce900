import { defineConfig } from '@playwright/test';

// One app at a time: the tests share a sound card's timing, a screen and two cores.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './test/support/desktop-for-tests.ts',
  workers: 1,
  // Real sound on a shared machine: a second try in CI, reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'artifacts/test/e2e.json' }]],
});
