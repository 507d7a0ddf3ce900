import { ProblemError, type Problem } from '../../shared/problem';
import type { Endpoint } from '../conversation/socket';
import type { LaunchOptions } from '../launch-options';
import type { KeyStore } from '../storage/key-store';

/** The hosted service (protocol.md section 1.1). */
const HOSTED_URL = 'wss://agents.assemblyai.com/v1/ws';

/** Where the hosted engine is, with its key. Rejects with {@link ProblemError} when a key is missing. */
export async function hostedEndpoint(options: LaunchOptions, keys: KeyStore): Promise<Endpoint> {
  const { agentUrl } = options;
  if (agentUrl && !agentUrl.ok) throw new ProblemError(agentUrl.problem);
  const key = await keys.read();
  if (key !== null) return { url: agentUrl?.url ?? HOSTED_URL, key };
  // A server on this machine may ask for no key; the protocol still wants a header.
  if (agentUrl?.loopback) return { url: agentUrl.url, key: 'none' };
  throw new ProblemError(keys.status() === 'unavailable' ? keychainLocked : noKey);
}

const noKey: Problem = {
  code: 'key_missing',
  sentence: 'The hosted engine needs an AssemblyAI key.',
  next: 'Add the key in Settings, or choose the local agent there.',
};

const keychainLocked: Problem = {
  code: 'keychain_unavailable',
  sentence: 'The key is stored, but the keychain does not give it out now.',
  next: 'Unlock the keychain and start again, or save the key anew in Settings.',
};
