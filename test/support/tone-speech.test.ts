import { expect, it } from 'vitest';
import { hearTones, toneSpeech } from './tone-speech';

const TEXT = 'tell me about zebras and what time it is in tokyo tokyo';

it('carries every word, wherever the recording begins', () => {
  const pcm = toneSpeech(TEXT);
  for (const before of [0, 77, 4_801]) {
    const whole = new Int16Array(before + pcm.length + 999);
    whole.set(pcm, before);
    expect(hearTones(whole)).toBe(TEXT);
  }
});

it('shows what was lost and what was doubled', () => {
  const pcm = toneSpeech('good morning to you');
  const half = pcm.length / 2;
  expect(hearTones(pcm.slice(half))).toBe('to you');
  const twice = new Int16Array([...pcm, ...pcm.slice(half)]);
  expect(hearTones(twice)).toBe('good morning to you to you');
});

it('hears nothing in silence, in a hum and in the end of a word', () => {
  expect(hearTones(new Int16Array(24_000))).toBe('');
  expect(hearTones(new Int16Array(24_000).fill(3_000))).toBe('');
  expect(hearTones(toneSpeech('you').slice(2_400))).toBe('');
});

it('knows its words only', () => {
  expect(() => toneSpeech('good evening')).toThrow('evening');
});
