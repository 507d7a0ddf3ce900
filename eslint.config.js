import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { localRules } from './build/lint/tool-description.mjs';

/**
 * Forbids imports that reach into the named rooms: the layers of ARCHITECTURE.md point one way.
 *
 * @param {string[]} rooms
 * @param {string[]} more
 * @returns {import('eslint').Linter.RulesRecord}
 */
const mayNotKnow = (rooms, more = []) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        ...rooms.map((room) => ({
          regex: `(^|/)\\.\\./(.*/)?${room}(/|$)`,
          message: `This layer does not know ${room}.`,
        })),
        ...more.map((name) => ({ regex: `^${name}(/|$)`, message: `This layer does not know ${name}.` })),
      ],
    },
  ],
});

export default ts.config(
  { ignores: ['out/', 'dist/', 'artifacts/', 'test-results/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser }, globals: { ...globals.browser } },
  },
  {
    files: [
      'src/renderer/**',
      'src/preload/**',
      'resources/channels/browser/*.js',
      'test/bench/browser-clients/**',
    ],
    languageOptions: { globals: { ...globals.browser, ...globals.audioWorklet } },
  },
  {
    files: ['build/**', 'test/**', 'resources/channels/**', 'src/local-agent/cli.ts', '*.config.*'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/e2e/**'],
    // Playwright reads a fixture's needs from its parameter, also when it needs none.
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ['src/main/tools/builtin/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { local: localRules },
    rules: { 'local/tool-description': 'error' },
  },
  {
    files: ['src/shared/**'],
    rules: mayNotKnow(
      ['main', 'renderer', 'preload', 'speech', 'local-agent', 'mcp-client', 'key-hook'],
      ['node:', 'electron'],
    ),
  },
  {
    files: ['src/speech/**', 'src/local-agent/**'],
    rules: mayNotKnow(['main', 'renderer', 'preload'], ['electron']),
  },
  {
    files: ['src/speech/**'],
    rules: mayNotKnow(['main', 'renderer', 'preload', 'local-agent', 'mcp-client', 'key-hook'], ['electron']),
  },
  {
    files: ['src/local-agent/**'],
    rules: mayNotKnow(['main', 'renderer', 'preload', 'speech', 'mcp-client', 'key-hook'], ['electron']),
  },
  {
    files: ['src/http-tools/**'],
    rules: mayNotKnow(
      ['main', 'renderer', 'preload', 'speech', 'local-agent', 'mcp-client', 'key-hook'],
      ['electron'],
    ),
  },
  {
    files: ['src/key-hook/**'],
    rules: mayNotKnow(
      ['main', 'renderer', 'preload', 'speech', 'local-agent', 'http-tools', 'mcp-client'],
      ['node:', 'electron'],
    ),
  },
  {
    files: ['src/mcp-client/**'],
    rules: mayNotKnow(['main', 'renderer', 'preload', 'speech', 'local-agent', 'http-tools'], ['electron']),
  },
  {
    files: ['src/renderer/**'],
    rules: mayNotKnow(
      ['main', 'speech', 'local-agent', 'http-tools', 'mcp-client', 'key-hook'],
      ['node:', 'electron'],
    ),
  },
  {
    files: ['src/main/**'],
    // The SDK is loaded in its own process only.
    rules: mayNotKnow(
      ['renderer', 'speech', 'local-agent', 'mcp-client', 'key-hook'],
      ['@modelcontextprotocol'],
    ),
  },
);
