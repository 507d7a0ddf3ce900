import { assertNever } from '../../shared/assert-never';
import type { UpdatesOff, UpdateStatus } from '../../shared/ipc/updates';
import type { PlainText } from '../../shared/words/catalogue';
import { t, toldText } from '../words.svelte';

/** What is said of updates, and the one thing that can be done next; `action` is null when there is nothing. */
export interface UpdateWords {
  readonly text: string;
  readonly action: { readonly does: 'look' | 'fetch' | 'restart'; readonly label: string } | null;
}

const off: Readonly<Record<UpdatesOff, PlainText>> = {
  development: 'This Parley was started from its source and does not update itself.',
  'not-signed': 'This Parley was not signed by its makers, so it does not update itself.',
  chosen: 'New versions are not looked for.',
};

const lookAgain = () => ({ does: 'look', label: t('Look for a new version') }) as const;

/** Words for a state of updating. `time` writes a moment in the person's way. */
export function updateWords(status: UpdateStatus, time: (at: number) => string): UpdateWords {
  switch (status.state) {
    case 'off':
      return { text: t(off[status.why]), action: null };
    case 'idle': {
      const text =
        status.lookedAt === null ? '' : t('Nothing newer as of {time}.', { time: time(status.lookedAt) });
      return { text, action: lookAgain() };
    }
    case 'looking':
      return { text: t('Looking for a new version …'), action: null };
    case 'available':
      return {
        text: t('Version {version} is there. Nothing was fetched yet.', { version: status.version }),
        action: { does: 'fetch', label: t('Get version {version}', { version: status.version }) },
      };
    case 'fetching':
      return {
        text: t('Getting version {version}: {percent} %', {
          version: status.version,
          percent: status.percent,
        }),
        action: null,
      };
    case 'ready':
      return {
        text: t('Version {version} is ready. It takes a restart, which ends an open conversation.', {
          version: status.version,
        }),
        action: { does: 'restart', label: t('Restart now') },
      };
    case 'failed':
      return { text: toldText(`${status.problem.sentence} ${status.problem.next}`), action: lookAgain() };
    default:
      return assertNever(status);
  }
}
