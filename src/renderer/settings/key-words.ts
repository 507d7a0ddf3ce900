import { assertNever } from '../../shared/assert-never';
import type { KeyStatus } from '../../shared/ipc/settings';

/** What is known of the key, in a sentence. */
export function keyText(status: KeyStatus): string {
  switch (status) {
    case 'absent':
      return 'No key yet.';
    case 'stored':
      return 'A key is kept in this computer’s keychain.';
    case 'this-run':
      return 'A key is kept until Parley closes. This computer has no safe keychain to keep it longer.';
    case 'environment':
      return 'The key comes from the variable ASSEMBLYAI_API_KEY.';
    case 'unavailable':
      return 'The keychain cannot be read now. Unlock it and try again.';
    default:
      return assertNever(status);
  }
}

/** True when Parley itself keeps a key that the person can have forgotten. */
export function canForget(status: KeyStatus): boolean {
  return status === 'stored' || status === 'this-run';
}
