import { describe, expect, it } from 'vitest';
import type { ConversationSnapshot, ConversationStatus } from '../../shared/ipc/conversation';
import { detailText, engineText, offerTexts, statusText, statusTone } from './status';
import { emptyModel } from './model';

const snapshot = (status: ConversationStatus, more: Partial<ConversationSnapshot> = {}) => ({
  ...emptyModel.snapshot,
  status,
  ...more,
});

describe('the conversation state in words', () => {
  it.each([
    ['ready', 'Ready'],
    ['connecting', 'Connecting'],
    ['listening', 'Listening'],
    ['muted', 'Muted'],
    ['hearing', 'Hearing you'],
    ['thinking', 'Thinking'],
    ['working', 'Working'],
    ['approval', 'Waiting for approval'],
    ['speaking', 'Speaking'],
    ['reconnecting', 'Reconnecting'],
    ['ending', 'Ending'],
    ['ended', 'Ended'],
  ] as const)('%s reads "%s"', (status, text) => {
    expect(statusText(snapshot(status))).toBe(text);
  });

  it('begins with "Problem:" and gives the sentence', () => {
    const problem = { code: 'no_microphone', sentence: 'There is no microphone.', next: 'Plug one in.' };
    expect(statusText(snapshot('problem', { problem }))).toBe('Problem: There is no microphone.');
  });

  it('has a sentence even when the problem is missing', () => {
    expect(statusText(snapshot('problem'))).toBe('Problem: Something went wrong.');
  });
});

describe('the line under the state', () => {
  const problem = { code: 'no_microphone', sentence: 'There is no microphone.', next: 'Plug one in.' };

  it('says what to do about a problem, before anything else', () => {
    expect(detailText(snapshot('problem', { problem, resting: true }))).toBe('Plug one in.');
  });

  it('counts the attempts to reconnect from the second on', () => {
    expect(detailText(snapshot('reconnecting', { reconnecting: 1 }))).toBe('');
    expect(detailText(snapshot('reconnecting', { reconnecting: 2 }))).toBe('Attempt 2');
  });

  it('says that a resting talk costs nothing and how it goes on', () => {
    expect(detailText(snapshot('ended', { resting: true }))).toMatch(/costs nothing.*Speak, or start/);
  });

  it('says that interrupting by voice is off, why, and what helps', () => {
    const text = detailText(snapshot('speaking', { halfDuplex: true }));
    expect(text).toMatch(/off, because Parley heard itself/);
    expect(text).toMatch(/headphones/);
  });

  it('is empty when there is nothing to say', () => {
    expect(detailText(snapshot('listening'))).toBe('');
  });
});

it('words every offer differently', () => {
  expect(new Set(Object.values(offerTexts)).size).toBe(3);
});

describe('the tone of a state', () => {
  it('tells the two directions of sound apart', () => {
    expect(statusTone(snapshot('hearing'))).toBe('input');
    expect(statusTone(snapshot('speaking'))).toBe('output');
  });

  it('is idle while muted, so no level is drawn that is not sent', () => {
    expect(statusTone(snapshot('muted'))).toBe('idle');
  });
});

it('promises privacy only where nothing leaves the computer', () => {
  expect(engineText('local', null)).toMatch(/nothing leaves/);
  expect(engineText('hosted', null)).not.toMatch(/nothing leaves/);
  expect(engineText('local', 'example.com')).toBe('Local agent – what you say goes to example.com as text');
});
