import type { Problem } from '../../../shared/problem';
import type { FrozenField } from './change';

const NAMES: Readonly<Record<FrozenField, string>> = {
  agent: 'the agent',
  greeting: 'the greeting',
  voice: 'the voice',
  languages: 'the languages',
  volume: 'the loudness',
  'turn-taking': 'the natural way of taking turns',
};

/** Says what of a change the open conversation cannot take over; null when there is nothing to say. */
export function fromNextConversation(fields: readonly FrozenField[]): Problem | null {
  if (fields.length === 0) return null;
  const names = fields.map((field) => NAMES[field]);
  const last = names.at(-1) ?? '';
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
  return {
    code: 'from_next_conversation',
    sentence: `Changes with the next conversation: ${listed}.`,
    next: 'Start a new conversation to have it now.',
  };
}
