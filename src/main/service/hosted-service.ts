import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from 'electron';
import { errorCode } from '../../shared/error-code';
import type { Settings } from '../../shared/settings/schema';
import type { Endpoint } from '../conversation/socket';
import type { LaunchOptions } from '../launch-options';
import type { Log } from '../log';
import type { KeyStore } from '../storage/key-store';
import { hostedEndpoint, serviceAddress, serviceKey } from './endpoints';
import { createNetwork } from './network/network';
import { ServiceClient } from './rest-client';

/** What the hosted service is reached by. */
export interface HostedWorld {
  readonly options: LaunchOptions;
  readonly settings: () => Settings;
  readonly keys: KeyStore;
  /** Its proxy settings are the system's. */
  readonly session: Pick<Session, 'resolveProxy'>;
  readonly log: Log;
}

/** The hosted service: where a talk goes, and its REST API. */
export interface HostedService {
  /** Rejects with ProblemError when the key is missing or an address is wrong. */
  readonly endpoint: () => Promise<Endpoint>;
  readonly client: ServiceClient;
}

/** The hosted service by the settings of the moment, over the system's proxy and certificates. */
export function hostedService({ options, settings, keys, session, log }: HostedWorld): HostedService {
  const network = createNetwork({
    platform: process.platform,
    environment: process.env,
    systemProxy: (url) => session.resolveProxy(url),
    onUnreadable: (variable, error) => log(`certificates of ${variable}: ${errorCode(error)}`),
  });
  const client = new ServiceClient({
    address: () => serviceAddress(options, settings()),
    key: (url) => serviceKey(keys, url),
    network,
    now: () => Date.now(),
    random: () => Math.random(),
    wait: async (milliseconds, signal) => {
      await sleep(milliseconds, undefined, { signal }).catch(() => signal?.throwIfAborted());
    },
  });
  return { client, endpoint: () => hostedEndpoint(options, settings(), keys, network) };
}
