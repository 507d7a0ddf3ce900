import { describe, expect, it } from 'vitest';
import { isForeignBinary, runtimePackages } from './app-copy.mjs';

it('takes the packages that the app loads at run time from the lock file', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/onnxruntime-node': {},
      'node_modules/onnxruntime-node/node_modules/inner': {},
      'node_modules/vite': { dev: true },
    },
  };
  expect(runtimePackages(lock)).toEqual([
    'node_modules/onnxruntime-node',
    'node_modules/onnxruntime-node/node_modules/inner',
  ]);
  expect(runtimePackages({})).toEqual([]);
});

describe('native code of other systems', () => {
  const path = (/** @type {string} */ system) =>
    `node_modules/onnxruntime-node/bin/napi-v6/${system}/libonnxruntime.so`;

  it.each([
    [path('linux/x64'), false],
    [path('linux/arm64'), true],
    [path('darwin/arm64'), true],
    ['node_modules/onnxruntime-node/dist/index.js', false],
  ])('%s is left out: %s', (file, expected) => {
    expect(isForeignBinary(file, 'linux', 'x64')).toBe(expected);
  });
});
