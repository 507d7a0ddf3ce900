import { assertNever } from '../../shared/assert-never';
import type { KeyStatus } from '../../shared/ipc/settings';
import { fixedWritten, t } from '../words.svelte';

/** Whose key: the hosted service's or the language model server's. The names that requests begin with. */
export type KeyOwner = 'key' | 'languageModelKey';

const VARIABLES: Readonly<Record<KeyOwner, string>> = {
  key: 'ASSEMBLYAI_API_KEY',
  languageModelKey: 'PARLEY_THINK_KEY',
};

/** What is known of the key, in a sentence. */
export function keyText(status: KeyStatus, owner: KeyOwner): string {
  // Whoever types another address should know that the key goes there too.
  const goes = owner === 'languageModelKey' ? ` ${t('It is sent to the address above.')}` : '';
  switch (status) {
    case 'absent':
      return owner === 'key' ? t('No key yet.') : t('No key. Servers on your own computer rarely need one.');
    case 'stored':
      return t('A key is kept in this computer’s keychain.') + goes;
    case 'this-run':
      return (
        t('A key is kept until Parley closes. This computer has no safe keychain to keep it longer.') + goes
      );
    case 'environment':
      return t('The key comes from the variable {name}.', { name: VARIABLES[owner] }) + goes;
    case 'unavailable':
      return t('The keychain cannot be read now. Unlock it and try again.');
    default:
      return assertNever(status);
  }
}

/** True when Parley itself keeps a key that the person can have forgotten. */
export function canForget(status: KeyStatus): boolean {
  return status === 'stored' || status === 'this-run';
}

/** Where a key comes from and what it costs (protocol.md section 11). */
export function keyHelp(dollarsPerHour: number | null): string {
  const price =
    dollarsPerHour === null
      ? ''
      : ` ${t('Then US${dollars} per hour of conversation.', { dollars: fixedWritten(dollarsPerHour, 2) })}`;
  return (
    t('Make one in your dashboard at www.assemblyai.com. New accounts have US$50 of free credit.') + price
  );
}
