import { SESSION_LENGTH_SECONDS } from '../../shared/protocol';

/** From opening to `expires_at` (protocol.md section 14, row 19). */
export const STANDARD_LIFETIME_MS = 3_600_000;
/** The longest a session may last, resumed or not (protocol.md section 11). */
export const MAX_LIFETIME_MS = SESSION_LENGTH_SECONDS.max * 1_000;
