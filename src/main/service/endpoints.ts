import { ProblemError, type Problem } from '../../shared/problem';
import type { Settings } from '../../shared/settings/schema';
import { isLoopback, readServiceHost } from '../../shared/settings/service-host';
import type { Endpoint } from '../conversation/socket';
import type { LaunchOptions } from '../launch-options';
import type { KeyStore } from '../storage/key-store';
import type { ServiceNetwork } from './network/network';

/** The service's hosts; what was made on one is unknown on the others (protocol.md section 1.1). */
const HOSTS = {
  automatic: 'agents.assemblyai.com',
  us: 'agents.us.assemblyai.com',
  eu: 'agents.eu.assemblyai.com',
} as const;

/** Where the hosted service is: one host for REST, tokens and the socket alike. */
export interface ServiceAddress {
  /** Ends in `/v1/ws` unless the environment says otherwise. */
  readonly socketUrl: string;
  /** Base of the REST API: ends in `/v1`, without a slash. */
  readonly restUrl: string;
  /** REST bases of the other regions, where what is not found here may be; none unless the region is automatic. */
  readonly otherRegions: readonly string[];
}

type Addresses = Pick<LaunchOptions, 'agentUrl' | 'apiUrl'>;
type Region = Pick<Settings, 'region' | 'customHost'>;

/**
 * The service's address by the settings. PARLEY_AGENT_URL and PARLEY_API_URL win; where only one of them is given,
 * it names the host of both. @throws ProblemError naming the field of a bad address.
 */
export function serviceAddress({ agentUrl, apiUrl }: Addresses, settings: Region): ServiceAddress {
  const socketUrl = usable(agentUrl);
  const restUrl = usable(apiUrl);
  const named = restUrl ?? socketUrl;
  if (named === null) return addressBySettings(settings);
  const { protocol, host } = new URL(named);
  const address = addressOn(host, protocol === 'https:' || protocol === 'wss:');
  return {
    socketUrl: socketUrl ?? address.socketUrl,
    restUrl: restUrl === null ? address.restUrl : restBase(restUrl),
    otherRegions: [],
  };
}

function addressBySettings({ region, customHost }: Region): ServiceAddress {
  if (region !== 'custom') {
    const others = region === 'automatic' ? [HOSTS.us, HOSTS.eu] : [];
    const otherRegions = others.map((host) => addressOn(host, true).restUrl);
    return { ...addressOn(HOSTS[region], true), otherRegions };
  }
  const read = readServiceHost(customHost);
  if (!read.ok) throw new ProblemError(badHost(read.sentence));
  return addressOn(read.host, read.secure);
}

function addressOn(host: string, secure: boolean): ServiceAddress {
  const s = secure ? 's' : '';
  return { socketUrl: `ws${s}://${host}/v1/ws`, restUrl: `http${s}://${host}/v1`, otherRegions: [] };
}

function usable(address: LaunchOptions['agentUrl']): string | null {
  if (address && !address.ok) throw new ProblemError(address.problem);
  return address?.url ?? null;
}

/** The documentation writes the base with `/v1`; given without, it is added. */
function restBase(url: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  return `${origin}${path || '/v1'}`;
}

/** Where the hosted engine is, with its key. Rejects with {@link ProblemError} when a key is missing. */
export async function hostedEndpoint(
  options: Addresses,
  settings: Region,
  keys: KeyStore,
  network: ServiceNetwork,
): Promise<Endpoint> {
  const { socketUrl } = serviceAddress(options, settings);
  return { url: socketUrl, key: await serviceKey(keys, socketUrl), agent: network.agentFor(socketUrl) };
}

/** The key to send to this address. Rejects with {@link ProblemError} when there is none. */
export async function serviceKey(keys: KeyStore, url: string): Promise<string> {
  const key = await keys.read();
  if (key !== null) return key;
  // A server on this computer may ask for no key; the protocol still wants a header.
  if (isLoopback(new URL(url).hostname)) return 'none';
  throw new ProblemError(keys.status() === 'unavailable' ? keychainLocked : noKey);
}

const badHost = (reason: string): Problem => ({
  code: 'custom_host',
  sentence: 'The custom host in Settings cannot be used.',
  next: reason,
});

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
