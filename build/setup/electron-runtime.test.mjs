import { describe, expect, it } from 'vitest';
import { failedRecently, RETRY_AFTER_MS } from './electron-runtime.mjs';

describe('the memory of a failed official download', () => {
  const memory = { version: '45.4.1', at: 1_000_000 };

  it.each([
    ['just now', memory, 1_000_001, true],
    ['a moment before a day has passed', memory, 1_000_000 + RETRY_AFTER_MS - 1, true],
    ['a day later', memory, 1_000_000 + RETRY_AFTER_MS, false],
    ['of another version', { ...memory, version: '44.0.0' }, 1_000_001, false],
    ['from the future, after the clock was set back', memory, 999_999, false],
    ['that is damaged', 'x', 1_000_001, false],
    ['that is not there', undefined, 1_000_001, false],
  ])('%s', (_case, remembered, now, expected) => {
    expect(failedRecently(remembered, '45.4.1', now)).toBe(expected);
  });
});
