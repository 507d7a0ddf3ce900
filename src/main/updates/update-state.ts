/** The states of updating, as a pure machine: what the updater says and the person wants, to what is shown. */
import { assertNever } from '../../shared/assert-never';
import type { UpdatesOff, UpdateStatus } from '../../shared/ipc/updates';
import type { Problem } from '../../shared/problem';

/** What happens. Times are epoch milliseconds. */
export type UpdateEvent =
  /** Null when updates are on. */
  | { readonly type: 'switched'; readonly off: UpdatesOff | null }
  | { readonly type: 'look' }
  | { readonly type: 'nothing-new'; readonly at: number }
  | { readonly type: 'found'; readonly version: string }
  | { readonly type: 'fetch' }
  | { readonly type: 'progress'; readonly percent: number }
  | { readonly type: 'fetched'; readonly version: string }
  | { readonly type: 'failed'; readonly problem: Problem };

/** What is to be done then. */
export type UpdateEffect = 'look' | 'fetch' | 'tell-found' | 'tell-ready';

/** The next state and its effects. An event that does not fit the state changes nothing. */
export function nextUpdate(
  status: UpdateStatus,
  event: UpdateEvent,
): readonly [UpdateStatus, readonly UpdateEffect[]] {
  const stay = [status, []] as const;
  switch (event.type) {
    case 'switched':
      if (event.off !== null) return [{ state: 'off', why: event.off }, []];
      return status.state === 'off' ? [{ state: 'idle', lookedAt: null }, []] : stay;
    case 'look':
      return status.state === 'idle' || status.state === 'failed' ? [{ state: 'looking' }, ['look']] : stay;
    case 'nothing-new':
      return status.state === 'looking' ? [{ state: 'idle', lookedAt: event.at }, []] : stay;
    case 'found':
      if (status.state !== 'looking') return stay;
      return [{ state: 'available', version: event.version }, ['tell-found']];
    case 'fetch':
      if (status.state !== 'available') return stay;
      return [{ state: 'fetching', version: status.version, percent: 0 }, ['fetch']];
    case 'progress': {
      if (status.state !== 'fetching') return stay;
      const percent = Math.min(100, Math.max(status.percent, Math.floor(event.percent)));
      return percent === status.percent ? stay : [{ ...status, percent }, []];
    }
    case 'fetched':
      if (status.state !== 'fetching') return stay;
      return [{ state: 'ready', version: event.version }, ['tell-ready']];
    case 'failed':
      if (status.state === 'off' || status.state === 'ready') return stay;
      return [{ state: 'failed', problem: event.problem }, []];
    default:
      return assertNever(event);
  }
}
