import { randomUUID } from 'node:crypto';
import { can, cannot, type ClipboardAccess } from './desktop';

/** The system's clipboard, as far as it is used. */
export interface SystemClipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  isEmpty(): Promise<boolean>;
  /** Whether something is there in a format, by the name that the system has for it. */
  has(format: string): Promise<boolean>;
  /** Remembers all that is there and can be put back; the answer puts it back. */
  keep(): Promise<() => Promise<void>>;
}

/** Formats by which password managers mark what they put there (Linux, macOS, Windows). */
const SECRET_MARKS = [
  'x-kde-passwordManagerHint',
  'org.nspasteboard.ConcealedType',
  'ExcludeClipboardContentFromMonitorProcessing',
] as const;

/** Replaced contents that are kept for an undo. */
const MOST_KEPT = 10;

/** The person's clipboard. What was replaced stays in this process and is forgotten with it. */
export function clipboardAccess(system: SystemClipboard): ClipboardAccess {
  const kept = new Map<string, { readonly putBack: () => Promise<void>; readonly written: string }>();
  return {
    async read() {
      const marks = await Promise.all(SECRET_MARKS.map((format) => system.has(format)));
      if (marks.includes(true)) {
        return cannot('A password manager has marked what is on the clipboard as secret.');
      }
      const text = await system.readText();
      return can({ text, other: text === '' && !(await system.isEmpty()) });
    },
    async replace(text) {
      const putBack = await system.keep();
      await system.writeText(text);
      if ((await system.readText()) !== text) return cannot('The system did not take the text.');
      const ticket = randomUUID();
      kept.set(ticket, { putBack, written: text });
      for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
      return can(ticket);
    },
    async restore(ticket) {
      const entry = kept.get(ticket);
      if (!entry) return 'forgotten';
      if ((await system.readText()) !== entry.written) return 'changed';
      await entry.putBack();
      kept.delete(ticket);
      return 'restored';
    },
  };
}
