import { expect, test } from 'vitest';
import { troubleOf } from './microphone';

test.each([
  ['NotAllowedError', 'permission_denied'],
  ['NotFoundError', 'no_microphone'],
  ['NotReadableError', 'microphone_busy'],
  ['AbortError', 'sound_failed'],
] as const)('%s means %s', (name, trouble) => {
  expect(troubleOf(new DOMException('', name))).toBe(trouble);
});

test('what is no error at all is a failure of sound', () => {
  expect(troubleOf(undefined)).toBe('sound_failed');
});
