import type { LanguageModelServer } from '../../shared/ipc/local-agent-port';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Settings } from '../../shared/settings/schema';
import { readServerAddress } from '../../shared/settings/server-address';
import type { KeyStore } from '../storage/key-store';

/** The language model server of the settings, with its key. Rejects with {@link ProblemError} at a bad address. */
export async function languageModelServer(settings: Settings, keys: KeyStore): Promise<LanguageModelServer> {
  const read = readServerAddress(settings.languageModelAddress);
  if (!read.ok) throw new ProblemError(badAddress(read.sentence));
  return {
    address: read.address,
    model: settings.languageModelName,
    key: await keys.read(),
    firstWordMs: settings.languageModelSeconds * 1_000,
  };
}

const badAddress = (reason: string): Problem => ({
  code: 'language_model_address',
  sentence: 'The address of the language model server cannot be used.',
  next: reason,
});
