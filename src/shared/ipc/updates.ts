import { z } from 'zod';
import type { Problem } from '../problem';
import { request } from './contract';

/** Why this Parley does not update itself. */
export type UpdatesOff = 'development' | 'not-signed' | 'chosen';

/** How it stands with updates. Nothing is fetched or installed before the person says so. */
export type UpdateStatus =
  | { readonly state: 'off'; readonly why: UpdatesOff }
  /** `lookedAt` in epoch milliseconds; null when nothing was looked for yet. */
  | { readonly state: 'idle'; readonly lookedAt: number | null }
  | { readonly state: 'looking' }
  | { readonly state: 'available'; readonly version: string }
  /** `percent` is whole, 0 to 100. */
  | { readonly state: 'fetching'; readonly version: string; readonly percent: number }
  /** It is on this computer and takes a restart. */
  | { readonly state: 'ready'; readonly version: string }
  | { readonly state: 'failed'; readonly problem: Problem };

/** What a window knows of updates. */
export interface UpdatePicture {
  /** The version that runs. */
  readonly version: string;
  readonly status: UpdateStatus;
}

/** Requests about updates; one that does not fit the state is ignored. */
export const updateRequests = {
  'updates.current': request(z.undefined()).returning<UpdatePicture>(),
  'updates.look': request(z.undefined()).returning<undefined>(),
  'updates.fetch': request(z.undefined()).returning<undefined>(),
  /** Quits and starts the new version. */
  'updates.restart': request(z.undefined()).returning<undefined>(),
} as const;

/** What windows are told of updates. */
export interface UpdateEvents {
  readonly 'updates.changed': UpdatePicture;
}
