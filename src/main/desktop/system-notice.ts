import { Notification } from 'electron';
import type { Settings } from '../../shared/settings/schema';
import { readIn } from './tongue';

/** Notifications that are shown; one that nobody holds may be cleared away before it is clicked. */
const shown = new Set<Notification>();

/**
 * Shows a notification of the system, where there are any, its English sentences in the person's language. A click on
 * it calls `clicked`. Makes no sound of its own.
 */
export function showNotice(
  settings: Pick<Settings, 'language'>,
  title: string,
  body: string,
  clicked: () => void,
): void {
  if (!Notification.isSupported()) return;
  const read = readIn(settings);
  const notice = new Notification({ title: read(title), body: read(body), silent: true });
  const gone = () => shown.delete(notice);
  notice.once('click', () => {
    gone();
    clicked();
  });
  notice.once('close', gone);
  notice.once('failed', gone);
  shown.add(notice);
  notice.show();
}
