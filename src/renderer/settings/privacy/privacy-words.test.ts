import { expect, test } from 'vitest';
import { deletionDetail, sizeText } from './privacy-words';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_500, '1.5 KB'],
  [25_400, '25 KB'],
  [12_000_000, '12 MB'],
])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

test('the question names what goes, and what stays', () => {
  const detail = deletionDetail(['conversations', 'keys'], true);
  expect(detail).toContain('Conversations; Keys.');
  expect(detail).toContain('deleted at AssemblyAI');
  expect(detail).toContain('Agents stored in your account, costs and the log stay.');
  expect(deletionDetail(['keys'], true)).not.toContain('AssemblyAI');
  expect(deletionDetail(['conversations'], false)).toContain('The service keeps what it has');
});
