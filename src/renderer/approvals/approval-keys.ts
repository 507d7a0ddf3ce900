/** What is told of a key press. */
export interface ApprovalKeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** False for what a script has made up. */
  readonly isTrusted: boolean;
}

/** The key that approves, for people. Three fingers: neither sending a message nor pressing a button is near it. */
export const approveKeyText = (mac: boolean): string => (mac ? '⌘ Shift Enter' : 'Ctrl+Shift+Enter');

/** What a key press means for a request that waits; null for nothing. A held key means nothing. */
export function approvalKey(press: ApprovalKeyPress): 'approve' | 'deny' | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey, repeat, isComposing, isTrusted } = press;
  if (!isTrusted || repeat || isComposing || altKey) return null;
  if (key === 'Enter' && shiftKey && ctrlKey !== metaKey) return 'approve';
  return key === 'Escape' && !shiftKey && !ctrlKey && !metaKey ? 'deny' : null;
}
