import { z } from 'zod';
import type { Settings } from '../settings/schema';
import { profilePatchSchema } from '../settings/profile';
import { settingsPatchSchema } from '../settings/schema';
import { request } from './contract';
import type { ServerCheck } from './local-agent-port';

/**
 * What is known of a key, never the key itself. `unavailable`: the keychain cannot be read now.
 * `this-run`: kept in memory because there is no safe keychain. `environment`: from a variable of the environment.
 */
export type KeyStatus = 'absent' | 'stored' | 'this-run' | 'environment' | 'unavailable';

/** What the hosted service said to the key, or why it could not be asked. */
export type KeyVerdict =
  | 'accepted'
  /** The key itself is wrong; every other verdict leaves it open. */
  | 'rejected'
  /** A firewall, the region or the plan; not the key. */
  | 'blocked'
  /** Something else than the service answers at this address. */
  | 'wrong-address'
  /** The service does not serve this way of asking (HTTP 426). */
  | 'upgrade-required'
  | 'busy'
  /** No connection came about: name, network, certificate, proxy or time. */
  | 'unreachable'
  /** The connection was closed before an answer; what 1006 is to a socket. */
  | 'closed'
  /** The service has a fault of its own. */
  | 'unavailable';

/** The outcome of a key check, told to the person. */
export interface KeyCheck {
  readonly verdict: KeyVerdict;
  readonly sentence: string;
  /** What to do; empty when there is nothing to do. */
  readonly next: string;
}

const nothing = z.undefined();

/** Requests about settings, the keys of service and language model server, and granted folders. */
export const settingsRequests = {
  'settings.get': request(nothing).returning<Settings>(),
  'settings.change': request(settingsPatchSchema).returning<Settings>(),
  /** Changes some fields of one profile; others of its fields may change at the same time elsewhere. */
  'profile.change': request(
    z.strictObject({ id: z.string().max(64), patch: profilePatchSchema }),
  ).returning<Settings>(),
  'key.status': request(nothing).returning<KeyStatus>(),
  /** Keeps the key in the system's keychain. Write-only: no request returns it. */
  'key.save': request(z.string().max(4_096)).returning<KeyStatus>(),
  'key.forget': request(nothing).returning<KeyStatus>(),
  /** Asks the hosted service whether it takes the key. Opens no session, so it costs nothing. */
  'key.check': request(nothing).returning<KeyCheck>(),
  /** The same for the key of the language model server. */
  'languageModelKey.status': request(nothing).returning<KeyStatus>(),
  'languageModelKey.save': request(z.string().max(4_096)).returning<KeyStatus>(),
  'languageModelKey.forget': request(nothing).returning<KeyStatus>(),
  /** Asks the language model server of the settings whether it can be used. */
  'languageModel.check': request(nothing).returning<ServerCheck>(),
  /** Opens the system's folder dialog; resolves to the settings after the choice. */
  'grants.add': request(nothing).returning<Settings>(),
  'grants.remove': request(z.string().max(64)).returning<Settings>(),
} as const;

/** What windows are told of settings and keys. */
export interface SettingsEvents {
  readonly 'settings.changed': Settings;
  readonly 'key.changed': KeyStatus;
  readonly 'languageModelKey.changed': KeyStatus;
}
