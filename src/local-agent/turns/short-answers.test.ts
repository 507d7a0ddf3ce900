import { expect, it } from 'vitest';
import { shortTurnText } from './short-answers';

const heard = (text: string, score: number, freeScore: number, awaited: readonly string[] = []) =>
  shortTurnText({ text, milliseconds: 1, expected: { phrase: 'never mind', score, freeScore } }, awaited);

it('takes the expected phrase when nothing was heard freely', () => {
  expect(heard('', -0.4, -3)).toBe('Never mind.');
});
it('rejects a phrase that does not fit the sound', () => {
  expect(heard('', -2.5, -3)).toBe('');
  expect(heard('Feathermine.', -2.5, -3)).toBe('Feathermine.');
});
it('takes it when it fits about as well as the free text', () => {
  expect(heard('Feather mind.', -0.6, -0.2)).toBe('Never mind.');
});
it('believes the free text where that fits clearly better', () => {
  expect(heard('Open it.', -0.8, -0.1)).toBe('Open it.');
});
it('believes an answer sooner that was asked for', () => {
  expect(heard('Feathermine.', -1.2, -0.3)).toBe('Feathermine.');
  expect(heard('Feathermine.', -1.2, -0.3, ['never mind'])).toBe('Never mind.');
  expect(heard('Open it.', -1.3, -0.1, ['never mind'])).toBe('Open it.');
});
it('keeps the way it was written when both say the same', () => {
  expect(heard('Never mind!', -0.1, -0.1)).toBe('Never mind!');
});
it('keeps the free text when no phrase comes near', () => {
  expect(shortTurnText({ text: 'Open it.', milliseconds: 1 })).toBe('Open it.');
});
