import type { KeptPage } from '../shared/ipc/presence';

/** What the window shows. The conversation stays in place, hidden, while another view is shown. */
export type View = KeptPage['view'];
