import type { DeletableKind, KeptKind } from '../../../shared/ipc/privacy';
import type { PlainText } from '../../../shared/words/catalogue';
import { t } from '../../words.svelte';

/** What is kept, in words. */
export const keptWords: Readonly<Record<KeptKind, { readonly name: PlainText; readonly what: PlainText }>> = {
  conversations: { name: 'Conversations', what: 'What was said, with times and costs. No sound.' },
  actions: { name: 'What Parley did', what: 'Every use of a tool, with its arguments.' },
  copies: { name: 'Copies for undoing', what: 'Files as they were before Parley changed or removed them.' },
  notes: { name: 'Notes, to-do list, reminders', what: 'What you asked Parley to keep.' },
  name: { name: 'Your name for Parley', what: 'Figures made from your three recordings. No sound.' },
  settings: {
    name: 'Settings',
    what: 'With profiles, rules, permissions, folders, commands, and MCP servers with their keys.',
  },
  keys: { name: 'Keys', what: 'Sealed by the system’s keychain.' },
  ledger: {
    name: 'Costs',
    what: 'When hosted sessions began and ended. It stays, so that the caps hold.',
  },
  log: {
    name: 'Log',
    what: 'What went wrong, without words, keys or names. At most 4 MB; it stays.',
  },
};

/** A size as people read it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return t('{number} bytes', { number: bytes });
  if (bytes < 1_000_000) return t('{number} KB', { number: rounded(bytes / 1_000) });
  return t('{number} MB', { number: rounded(bytes / 1_000_000) });
}

const rounded = (amount: number): number => (amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount));

/** What the question says before anything goes: everything by name. */
export function deletionDetail(kinds: readonly DeletableKind[], atService: boolean): string {
  const names = kinds.map((kind) => t(keptWords[kind].name)).join('; ');
  const sentences = [t('This goes from this computer for good: {names}.', { names })];
  if (kinds.includes('conversations')) {
    sentences.push(
      atService
        ? t('Sessions of kept conversations are deleted at AssemblyAI, too.')
        : t('The service keeps what it has of them.'),
    );
  }
  return [...sentences, t('Agents stored in your account, costs and the log stay.')].join(' ');
}
