import { modifierOf, MODIFIERS, readKeys, writeKeys, type Modifier } from '../../../shared/shortcuts/keys';

/** What is known while the person presses keys to choose them. */
export interface Recording {
  /** A modifier that is down and may be meant alone. */
  readonly alone: string | null;
}

/** What a key press comes to. */
export type Recorded =
  | { readonly type: 'waiting'; readonly recording: Recording }
  | { readonly type: 'chosen'; readonly keys: string }
  /** Escape, or Tab to go on. */
  | { readonly type: 'left' }
  /** A key that no shortcut can have. */
  | { readonly type: 'unknown' };

/** What of a `KeyboardEvent` counts. */
export interface PressedKey {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** Nothing is pressed yet. */
export const recordingBegun: Recording = { alone: null };

/** A key goes down. */
export function keyPressed(event: PressedKey): Recorded {
  const { code } = event;
  const modifiers = modifiersOf(event);
  if (modifierOf(code)) {
    // Only the first one can be meant alone.
    return { type: 'waiting', recording: { alone: modifiers.length <= 1 ? code : null } };
  }
  if (modifiers.length === 0 && (code === 'Escape' || code === 'Tab')) return { type: 'left' };
  if (code === 'Tab' && modifiers.join() === 'Shift') return { type: 'left' };
  const keys = writeKeys({ modifiers, key: code });
  return readKeys(keys) ? { type: 'chosen', keys } : { type: 'unknown' };
}

/** A key is let go: a modifier that was pressed alone is chosen. */
export function keyReleased(recording: Recording, code: string): Recorded {
  return recording.alone === code
    ? { type: 'chosen', keys: code }
    : { type: 'waiting', recording: recordingBegun };
}

function modifiersOf({ ctrlKey, altKey, shiftKey, metaKey }: PressedKey): readonly Modifier[] {
  const down = { Control: ctrlKey, Alt: altKey, Shift: shiftKey, Meta: metaKey };
  return MODIFIERS.filter((modifier) => down[modifier]);
}
