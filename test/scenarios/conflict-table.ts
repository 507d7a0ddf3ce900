/**
 * Every row of the conflict table (protocol.md section 14) whose loopback column names a behaviour or a switch, each
 * way, through the app's own conversation. Rows 20 to 26 are of the REST side: test/service.
 */
import { eventRows } from './conflict-events';
import { sessionRows } from './conflict-sessions';
import { settingRows } from './conflict-settings';
import type { Scenario } from './scenario';

/** What a talk must bear, whichever source of the API is right. */
export const conflicts: readonly Scenario[] = [...sessionRows, ...settingRows, ...eventRows];
