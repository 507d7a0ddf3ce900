/*
 * Timers, alarms and reminders: kept on the disk, told when they are due, whether or not a talk is open.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { errorCode } from '../../../shared/error-code';
import { ProblemError, type Problem } from '../../../shared/problem';
import { JsonFile } from '../json-file';
import { reminderSchema, type Due, type Reminder } from './reminder';
import { advance, dismissed, nextChange, nextDue, snoozed } from './schedule';

/** Longest wait in one piece: a clock that is set, and sleep that nobody told of, are noticed after it. */
const LONGEST_WAIT_MS = 30_000;
/** How long a snooze is. */
export const SNOOZE_MS = 5 * 60_000;
const MOST = 200;

const schema = z.object({ version: z.literal(1), reminders: z.array(reminderSchema).max(MOST) });

/** A reminder that is to be told now. `missed`: it was due while Parley was closed. */
export interface ToldReminder {
  readonly reminder: Reminder;
  readonly missed: boolean;
}

/** What reminders work with. */
export interface RemindersWorld {
  readonly path: string;
  readonly now: () => Date;
  readonly timeZone: () => string;
  /** Tells the person, all that came due at the same moment together. */
  readonly tell: (told: readonly ToldReminder[]) => void;
  /** The list has changed. */
  readonly changed: () => void;
  /** Nothing more is to be heard of it. */
  readonly silence: (id: string) => void;
  readonly onProblem: (problem: Problem) => void;
  /** For the log: no label. */
  readonly log: (line: string) => void;
}

/** The person's timers, alarms and reminders. Its promises reject with {@link ProblemError} when the disk refuses. */
export class Reminders {
  private readonly file: JsonFile<z.infer<typeof schema>>;
  private readonly startedAt: number;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly world: RemindersWorld) {
    this.startedAt = world.now().getTime();
    const { path, now, onProblem } = world;
    const empty = { version: 1 as const, reminders: [] };
    this.file = new JsonFile({ path, schema, empty, now, called: 'list of reminders', onProblem });
  }

  /** All that are kept, in the order in which they were set. */
  async all(): Promise<readonly Reminder[]> {
    return (await this.file.read()).reminders;
  }

  /** When it is due next (epoch milliseconds); null for one that rings and does not repeat. */
  nextDue(reminder: Reminder): number | null {
    return nextDue(reminder, this.world.timeZone());
  }

  /** Keeps a new one. Rejects with {@link ProblemError} as well when there are too many. */
  async set(what: {
    readonly kind: Reminder['kind'];
    readonly label: string;
    readonly due: Due;
    readonly foreign: boolean;
  }): Promise<Reminder> {
    const now = this.world.now().getTime();
    const reminder: Reminder = {
      id: randomUUID(),
      ...what,
      setAt: now,
      doneThrough: now,
      snoozedUntil: null,
      ringing: null,
    };
    await this.change((list) => {
      if (list.length >= MOST) throw new ProblemError(tooMany);
      return [...list, reminder];
    });
    return reminder;
  }

  /** Takes one away, ringing or not; null when it is gone. */
  async cancel(id: string): Promise<Reminder | null> {
    let found: Reminder | null = null;
    await this.change((list) => {
      found = list.find((reminder) => reminder.id === id) ?? null;
      return found ? list.filter((reminder) => reminder !== found) : list;
    });
    this.world.silence(id);
    return found;
  }

  /** Puts back what was cancelled. What has come due since rings at once. */
  async putBack(reminder: Reminder): Promise<void> {
    await this.change((list) =>
      list.some(({ id }) => id === reminder.id) || list.length >= MOST ? list : [...list, reminder],
    );
  }

  /** "I have heard it": what rings is quiet; one that repeats stays. */
  async dismiss(id: string): Promise<void> {
    this.world.silence(id);
    await this.change((list) => this.changed(list, id, dismissed));
  }

  /** Quiet for {@link SNOOZE_MS}. */
  async snooze(id: string): Promise<void> {
    this.world.silence(id);
    const until = this.world.now().getTime() + SNOOZE_MS;
    await this.change((list) => this.changed(list, id, (reminder) => snoozed(reminder, until)));
  }

  /** Looks at the clock now: at start, after sleep, when the clock was set. Never rejects. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    if (this.closed) return;
    try {
      const told = await this.file.change((value) => {
        const { reminders, told } = advance(
          value.reminders,
          this.world.now().getTime(),
          this.world.timeZone(),
        );
        return [reminders === value.reminders ? value : { ...value, reminders: [...reminders] }, told];
      });
      if (told.length > 0) {
        this.world.tell(told.map((reminder) => ({ reminder, missed: this.missed(reminder) })));
        this.world.changed();
      }
      await this.arm();
    } catch (error) {
      this.world.log(`reminders not looked at (${errorCode(error)})`);
      this.wait(LONGEST_WAIT_MS);
    }
  }

  /** No more clock; what is kept stays on the disk. */
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private missed({ ringing }: Reminder): boolean {
    return ringing !== null && ringing.told === 1 && ringing.dueAt < this.startedAt;
  }

  private changed(
    list: readonly Reminder[],
    id: string,
    how: (reminder: Reminder) => Reminder | null,
  ): readonly Reminder[] {
    const found = list.find((reminder) => reminder.id === id && reminder.ringing !== null);
    if (!found) return list;
    return list.flatMap((reminder) => (reminder === found ? (how(reminder) ?? []) : [reminder]));
  }

  private async change(step: (list: readonly Reminder[]) => readonly Reminder[]): Promise<void> {
    await this.file.change((value) => {
      const reminders = step(value.reminders);
      return [reminders === value.reminders ? value : { ...value, reminders: [...reminders] }, undefined];
    });
    this.world.changed();
    await this.look();
  }

  private async arm(): Promise<void> {
    const next = nextChange(await this.all(), this.world.timeZone());
    if (next !== null) this.wait(next - this.world.now().getTime());
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    this.timer = setTimeout(() => void this.look(), Math.min(LONGEST_WAIT_MS, Math.max(0, milliseconds)));
    // A list of alarms alone must not keep the app from ending.
    this.timer.unref();
  }
}

const tooMany: Problem = {
  code: 'reminders_full',
  sentence: 'There are too many reminders.',
  next: 'Cancel some of them first.',
};
