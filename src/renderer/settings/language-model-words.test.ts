import { expect, it } from 'vitest';
import { remoteThinker } from './language-model-words';

it('names the host that words go to only where that is another computer and chosen', () => {
  const languageModelAddress = 'https://example.com/v1';
  expect(remoteThinker({ thinking: 'language-model', languageModelAddress })).toBe('example.com');
  expect(remoteThinker({ thinking: 'built-in', languageModelAddress })).toBeNull();
  const local = 'http://127.0.0.1:11434';
  expect(remoteThinker({ thinking: 'language-model', languageModelAddress: local })).toBeNull();
  expect(remoteThinker(null)).toBeNull();
});
