import { z } from 'zod';
import type { ImportChange } from '../settings/exchange';
import { request } from './contract';

/** What a chosen file would change. */
export interface ImportPreview {
  readonly changes: readonly ImportChange[];
  /** What is not taken, and why, in sentences. */
  readonly remarks: readonly string[];
}

/** Requests about settings as a file. The content stays in main; a page only says what of it is wanted. */
export const settingsFileRequests = {
  /** Opens the system's dialog and writes the file there. */
  'settingsFile.save': request(z.undefined()).returning<'saved' | 'cancelled'>(),
  /** Opens the system's dialog and reads the chosen file; null when none was chosen. Nothing changes yet. */
  'settingsFile.read': request(z.undefined()).returning<ImportPreview | null>(),
  /** Takes these settings of the file that was read last. Resolves to a sentence of what was done. */
  'settingsFile.take': request(z.array(z.string().max(64)).max(200)).returning<string>(),
} as const;
