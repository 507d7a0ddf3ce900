import { describe, expect, it } from 'vitest';
import { answeredText, durationText, latencySteps, toolsText } from './durations';

const none = { transcript: null, replyStarted: null, firstAudio: null, audible: null, tools: null };

describe('durations in words', () => {
  it.each([
    [-5, '0 ms'],
    [40, '40 ms'],
    [99.6, '0.1 s'],
    [640, '0.6 s'],
    [9_949, '9.9 s'],
    [9_950, '10 s'],
    [59_400, '59 s'],
    [60_000, '1 min'],
    [65_000, '1 min 5 s'],
  ])('%d ms reads "%s"', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});

describe('the latency of the last turn', () => {
  it('counts to what was heard', () => {
    expect(answeredText({ ...none, firstAudio: 480, audible: 612 })).toBe('Answered in 0.6 s');
  });

  it('falls back to the first audio when nothing was audible', () => {
    expect(answeredText({ ...none, firstAudio: 480 })).toBe('Answered in 0.5 s');
  });

  it('says nothing when nothing is known', () => {
    expect(answeredText(null)).toBeNull();
    expect(answeredText(none)).toBeNull();
  });

  it('lists the steps that were seen, in order, with what each took', () => {
    expect(latencySteps({ ...none, transcript: 210.4, audible: 612 })).toEqual([
      { step: 'Your words recognised', time: '210 ms', share: '' },
      { step: 'First sound heard', time: '612 ms', share: '+402 ms' },
    ]);
  });

  it('claims no share for a step that came before the one it follows', () => {
    const [, begun] = latencySteps({ ...none, transcript: 500, replyStarted: 420 });
    expect(begun).toEqual({ step: 'Answer begun', time: '420 ms', share: '' });
  });

  it('tells how long tools worked', () => {
    expect(toolsText(1_240)).toBe('Tools worked for 1.2 s.');
  });
});
