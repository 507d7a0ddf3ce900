import { z } from 'zod';
import { request } from './contract';

/**
 * What a person can delete here, in the order in which it goes: settings late and keys last, for the service is asked
 * with them.
 */
export const deletableKinds = [
  'conversations',
  'actions',
  'copies',
  'notes',
  'name',
  'settings',
  'keys',
] as const;
/** A kind that a person can delete. */
export type DeletableKind = (typeof deletableKinds)[number];

/** Kinds of what Parley keeps on this computer. Costs and log stay: the one accounts for money, the other for faults. */
export const keptKinds = [...deletableKinds, 'ledger', 'log'] as const;
/** A kind of what Parley keeps on this computer. */
export type KeptKind = (typeof keptKinds)[number];

/** How much there is of a kind. */
export interface KeptPlace {
  readonly kind: KeptKind;
  readonly files: number;
  readonly bytes: number;
}

/** How far a deletion is. */
export interface DeletionProgress {
  readonly done: number;
  readonly of: number;
}

/** What became of a deletion, in sentences. */
export interface DeletionResult {
  readonly complete: boolean;
  readonly told: readonly string[];
}

/** Requests about what Parley keeps. */
export const privacyRequests = {
  'privacy.places': request(z.undefined()).returning<readonly KeptPlace[]>(),
  /** Shows where a kind is kept in the system's file manager. */
  'privacy.open': request(z.enum(keptKinds)).returning<undefined>(),
  /** Deletes for good; `atService` also the sessions of kept conversations at the hosted service. */
  'privacy.delete': request(
    z.strictObject({ kinds: z.array(z.enum(deletableKinds)).min(1).max(10), atService: z.boolean() }),
  ).returning<DeletionResult>(),
} as const;

/** What windows are told of it. */
export interface PrivacyEvents {
  readonly 'privacy.progress': DeletionProgress;
}
