import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['src/**/*.test.ts', 'build/**/*.test.{ts,mjs}', 'test/**/*.test.ts'],
    // A busy machine is slow; what hangs does so for good.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
