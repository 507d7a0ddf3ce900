/** What the tools for timers, alarms and reminders share. */
import { z } from 'zod';
import { reminderSchema, type Due, type Reminder } from '../../mind/reminders/reminder';
import { headline, spokenDue } from '../../mind/reminders/words';
import { choose, type Chosen } from './choose';
import { cannotUndo, orRefused } from './refused';
import type { ToolContext, ToolResult } from '../tool';

/** What a setting tool keeps for its undo. */
const setUndoSchema = z.object({ id: z.string() });

/** Sets one and says for when. */
export function setReminder(
  what: { readonly kind: Reminder['kind']; readonly label: string; readonly due: Due },
  context: ToolContext,
): Promise<ToolResult> {
  return orRefused(async () => {
    const reminder = await context.mind.reminders.set({ ...what, foreign: context.tainted });
    const dueAt = context.mind.reminders.nextDue(reminder) ?? reminder.setAt;
    return {
      ok: true,
      say: setWords(reminder, dueAt, context),
      data: { ...told(reminder, dueAt, context) },
      foreign: reminder.foreign,
      undo: { id: reminder.id },
    };
  });
}

/** Takes a set one back. */
export function unset(data: unknown, { mind }: ToolContext): Promise<ToolResult> {
  return orRefused(async () => {
    const parsed = setUndoSchema.safeParse(data);
    const cancelled = parsed.success ? await mind.reminders.cancel(parsed.data.id) : null;
    return cancelled ? { ok: true, say: `The ${cancelled.kind} is cancelled.`, data: {} } : cannotUndo;
  });
}

/** Puts a cancelled one back. */
export function putBack(data: unknown, { mind, now }: ToolContext): Promise<ToolResult> {
  return orRefused(async () => {
    const parsed = reminderSchema.safeParse(data);
    if (!parsed.success) return cannotUndo;
    const dueAt = mind.reminders.nextDue(parsed.data);
    // It would ring for a time that is long over.
    if (dueAt !== null && dueAt <= now().getTime()) return cannotUndo;
    await mind.reminders.putBack(parsed.data);
    return { ok: true, say: `The ${parsed.data.kind} is set again.`, data: {}, foreign: parsed.data.foreign };
  });
}

/** The one that was named by kind and words of its label. */
export function chooseReminder(
  said: string | undefined,
  kind: Reminder['kind'] | undefined,
  reminders: readonly Reminder[],
): Chosen<Reminder> {
  return choose(said, {
    items: reminders.filter((reminder) => kind === undefined || reminder.kind === kind),
    textOf: (reminder) => headline(reminder),
    isForeign: ({ foreign }) => foreign,
    called: kind ?? 'reminder',
  });
}

/** One as the model is told of it. `dueAt` null: it rings. */
export function told(
  reminder: Reminder,
  dueAt: number | null,
  { now, timeZone }: ToolContext,
): { readonly kind: string; readonly label?: string; readonly due: string } {
  const { kind, label } = reminder;
  const due = dueAt === null ? 'now, it rings' : spokenDue(reminder, dueAt, now().getTime(), timeZone);
  return { kind, ...(label && { label }), due };
}

function setWords(reminder: Reminder, dueAt: number, { now, timeZone }: ToolContext): string {
  const due = spokenDue(reminder, dueAt, now().getTime(), timeZone);
  switch (reminder.kind) {
    case 'timer':
      return `The timer${reminder.label && ` for ${reminder.label}`} is done ${due}.`;
    case 'alarm':
      return `The alarm is set ${due.replace(/^at /, 'for ')}.`;
    case 'reminder':
      return `You will be reminded ${due}.`;
  }
}
