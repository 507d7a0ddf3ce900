/** Puts together what a person sees and keeps of the gate: the audit log, its exports, and notifications. */
import { app, Notification, type BrowserWindow } from 'electron';
import type { WindowEvents } from '../../shared/ipc';
import type { ApprovalCard } from '../../shared/ipc/approvals';
import type { Problem } from '../../shared/problem';
import { askWhereToSave } from '../desktop/file-dialogs';
import { readIn } from '../desktop/tongue';
import type { SettingsStore } from '../storage/settings-store';
import type { AuditLog } from './audit/audit-log';
import type { AuditHandlersWorld } from './audit/handlers';
import { startAudit } from './audit/start-audit';
import {
  ApprovalNotifications,
  type NotificationWords,
  type SystemNotification,
} from './gate/approval-notifications';

/** What it is made of. */
export interface PermissionParts {
  readonly userData: string;
  readonly settings: SettingsStore;
  readonly window: () => BrowserWindow | null;
  readonly showWindow: () => void;
  /** The panel above other windows shows the cards: once is enough. */
  readonly overlayShowsCards: () => boolean;
  readonly send: <Name extends 'approvals.changed' | 'audit.changed'>(
    name: Name,
    payload: WindowEvents[Name],
  ) => void;
  /** The person's answer in a notification. */
  readonly answer: (id: string, choice: 'once' | 'deny') => void;
  readonly notify: (problem: Problem) => void;
  readonly log: (line: string) => void;
}

/** What the hands are given of it. */
export interface StartedPermissions {
  readonly settings: SettingsStore;
  readonly audit: AuditLog;
  readonly save: AuditHandlersWorld['save'];
  readonly cardsChanged: (cards: readonly ApprovalCard[]) => void;
  /** Where the cards are shown may have changed. */
  readonly attentionChanged: () => void;
}

/** Starts it. Notifications follow which window the person has before them. */
export function startPermissions(parts: PermissionParts): StartedPermissions {
  const { userData, settings, window, send, log } = parts;
  const notifications = new ApprovalNotifications({
    create: (words) => systemNotification(words, readIn(settings.current)),
    // Elsewhere Electron's notifications have none, or none that every system shows.
    hasActions: process.platform === 'darwin',
    attended: () => (window()?.isFocused() ?? false) || parts.overlayShowsCards(),
    show: parts.showWindow,
    answer: parts.answer,
    now: () => performance.now(),
  });
  for (const event of ['browser-window-focus', 'browser-window-blur'] as const) {
    app.on(event as 'browser-window-focus', () => notifications.attentionChanged());
  }
  return {
    settings,
    audit: startAudit({
      userData,
      settings: () => settings.current,
      onProblem: parts.notify,
      onChange: () => send('audit.changed', undefined),
      log,
    }),
    save: (name, { name: kind, extensions }) => {
      const read = readIn(settings.current);
      const [ending = ''] = extensions;
      return askWhereToSave(window(), `${read(name)}.${ending}`, { name: read(kind), extensions });
    },
    cardsChanged: (cards) => {
      send('approvals.changed', cards);
      notifications.cardsChanged(cards);
    },
    attentionChanged: () => notifications.attentionChanged(),
  };
}

function systemNotification(
  { title, body, actions }: NotificationWords,
  read: (sentence: string) => string,
): SystemNotification | null {
  if (!Notification.isSupported()) return null;
  const notification = new Notification({
    title: read(title),
    body: read(body),
    actions: actions.map((text) => ({ type: 'button', text: read(text) })),
    // It is taken away with its request; until then it stays.
    timeoutType: 'never',
  });
  return {
    on: (event, listener) => notification.on(event as 'click', listener),
    onAction: (listener) => notification.on('action', (_, index) => listener(index)),
    show: () => notification.show(),
    close: () => notification.close(),
  };
}
