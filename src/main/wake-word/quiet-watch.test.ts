import { expect, test } from 'vitest';
import { QuietWatch } from './quiet-watch';

const seen = (watch: QuietWatch, status: Parameters<QuietWatch['see']>[0]['status'], resting = false) =>
  watch.see({ status, resting });

test('a name after which nobody speaks is taken back soon', () => {
  const watch = new QuietWatch();
  expect(seen(watch, 'connecting')).toEqual({ type: 'leave' });
  expect(seen(watch, 'listening')).toEqual({ type: 'wait', milliseconds: 8_000 });
});

test('after something was said there is more time, and other news of the talk does not begin it anew', () => {
  const watch = new QuietWatch();
  for (const status of ['listening', 'hearing', 'thinking', 'speaking'] as const) seen(watch, status);
  expect(seen(watch, 'listening')).toEqual({ type: 'wait', milliseconds: 25_000 });
  expect(seen(watch, 'listening')).toBeNull();
});

test('a talk that rests is over: it is the name that wakes it', () => {
  expect(seen(new QuietWatch(), 'ready', true)).toEqual({ type: 'end' });
});
