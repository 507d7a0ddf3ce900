import { expect, it } from 'vitest';
import { conversationRequests } from '../../shared/ipc/conversation';
import { MESSAGE_LIMIT, restored, sendable } from './message';

it('does not send blanks or a message that is too long', () => {
  expect(sendable('  \n ')).toBeNull();
  expect(sendable('a'.repeat(MESSAGE_LIMIT + 1))).toBeNull();
});

it('sends the text without the blanks around it', () => {
  expect(sendable('  what time is it \n')).toBe('what time is it');
});

it('has the same limit as main', () => {
  const { argument } = conversationRequests['conversation.send'];
  expect(argument.safeParse('a'.repeat(MESSAGE_LIMIT)).success).toBe(true);
  expect(argument.safeParse('a'.repeat(MESSAGE_LIMIT + 1)).success).toBe(false);
});

it('brings a failed message back in front of what was typed since', () => {
  expect(restored('first', '')).toBe('first');
  expect(restored('first', 'second')).toBe('first\nsecond');
});
