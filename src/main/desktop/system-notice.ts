import { Notification } from 'electron';

/** Notifications that are shown; one that nobody holds may be cleared away before it is clicked. */
const shown = new Set<Notification>();

/** Shows a notification of the system, where there are any. A click on it calls `clicked`. Makes no sound of its own. */
export function showNotice(title: string, body: string, clicked: () => void): void {
  if (!Notification.isSupported()) return;
  const notice = new Notification({ title, body, silent: true });
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
