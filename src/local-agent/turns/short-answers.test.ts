import { expect, it } from 'vitest';
import { shortTurnText } from './short-answers';

const heard = (text: string, score: number, freeScore: number) =>
  shortTurnText({ text, milliseconds: 1, expected: { phrase: 'never mind', score, freeScore } });

it('takes the expected phrase when nothing was heard freely', () => {
  expect(heard('', -0.4, -3)).toBe('Never mind.');
});
it('rejects a phrase that does not fit the sound', () => {
  expect(heard('', -2.5, -3)).toBe('');
  expect(heard('Feathermine.', -2.5, -3)).toBe('Feathermine.');
});
it('believes the free text where that fits better', () => {
  expect(heard('Open it.', -0.5, -0.1)).toBe('Open it.');
});
