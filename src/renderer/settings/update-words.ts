import { assertNever } from '../../shared/assert-never';
import type { UpdatesOff, UpdateStatus } from '../../shared/ipc/updates';

/** What is said of updates, and the one thing that can be done next; `action` is null when there is nothing. */
export interface UpdateWords {
  readonly text: string;
  readonly action: { readonly does: 'look' | 'fetch' | 'restart'; readonly label: string } | null;
}

const off: Readonly<Record<UpdatesOff, string>> = {
  development: 'This Parley was started from its source and does not update itself.',
  'not-signed': 'This Parley was not signed by its makers, so it does not update itself.',
  chosen: 'New versions are not looked for.',
};

const lookAgain = { does: 'look', label: 'Look for a new version' } as const;

/** Words for a state of updating. `time` writes a moment in the person's way. */
export function updateWords(status: UpdateStatus, time: (at: number) => string): UpdateWords {
  switch (status.state) {
    case 'off':
      return { text: off[status.why], action: null };
    case 'idle': {
      const text = status.lookedAt === null ? '' : `Nothing newer as of ${time(status.lookedAt)}.`;
      return { text, action: lookAgain };
    }
    case 'looking':
      return { text: 'Looking for a new version …', action: null };
    case 'available':
      return {
        text: `Version ${status.version} is there. Nothing was fetched yet.`,
        action: { does: 'fetch', label: `Get version ${status.version}` },
      };
    case 'fetching':
      return { text: `Getting version ${status.version}: ${status.percent} %`, action: null };
    case 'ready':
      return {
        text: `Version ${status.version} is ready. It takes a restart, which ends an open conversation.`,
        action: { does: 'restart', label: 'Restart now' },
      };
    case 'failed':
      return { text: `${status.problem.sentence} ${status.problem.next}`, action: lookAgain };
    default:
      return assertNever(status);
  }
}
