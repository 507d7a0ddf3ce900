import type { ToolClass } from '../../shared/tool-class';
import type { StoredChoice } from '../../shared/settings/tool-choices';
import type { PlainText } from '../../shared/words/catalogue';

/** What a class of tool may do, in plain words. */
export const classWords: Readonly<Record<ToolClass, PlainText>> = {
  read: 'Only looks. Runs without asking.',
  own: 'Parley’s own things, which can be taken back. Runs without asking.',
  reversible: 'Can be taken back. Asks first.',
  outward: 'Cannot be taken back, or leaves this computer. Always asks, and only a click or key approves.',
};

/** The choices that there are for a class; the first is what holds when nothing was chosen. */
export function choicesFor(kind: ToolClass): readonly (readonly [StoredChoice, PlainText])[] {
  const unasked = kind === 'read' || kind === 'own';
  return [
    ['ask', unasked ? 'Without asking' : 'Ask'],
    ...(kind === 'reversible' ? [['always', 'Always allow'] as const] : []),
    ['deny', 'Never'],
  ];
}

/** A stored choice in words. */
export const choiceWords: Readonly<Record<StoredChoice, PlainText>> = {
  ask: 'ask',
  always: 'always allowed',
  deny: 'never',
};
