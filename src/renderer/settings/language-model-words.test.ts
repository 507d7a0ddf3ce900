import { expect, it } from 'vitest';
import { privacyText, remoteThinker } from './language-model-words';

it('names the host that words go to only where that is another computer and chosen', () => {
  const languageModelAddress = 'https://example.com/v1';
  expect(remoteThinker({ thinking: 'language-model', languageModelAddress })).toBe('example.com');
  expect(remoteThinker({ thinking: 'built-in', languageModelAddress })).toBeNull();
  const local = 'http://127.0.0.1:11434';
  expect(remoteThinker({ thinking: 'language-model', languageModelAddress: local })).toBeNull();
  expect(remoteThinker(null)).toBeNull();
});

it('tells where the conversation goes, and promises nothing for an address that cannot be used', () => {
  expect(privacyText('http://localhost:11434')).toMatch(/go to that server on this computer\. Your voice/);
  expect(privacyText('https://api.example.com/v1')).toMatch(
    /leave this computer and go to api\.example\.com\./,
  );
  expect(privacyText('http://example.com')).toBe('');
});
