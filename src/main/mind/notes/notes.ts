/*
 * Notes of the person: Markdown files in a folder of their own, one file a note. What is removed goes to `.removed`
 * inside it and can be brought back.
 */
import type { Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../../shared/error-code';
import { ProblemError, type Problem } from '../../../shared/problem';
import { sweepHalves, syncFolder, writeWhole } from '../atomic-file';
import { InTurn } from '../in-turn';
import { parseNote, printNote, slugOf, titleOf, type NoteText } from './note-file';

/** A note. */
export interface Note {
  /** The file's name without its ending. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Holds words of somebody else. */
  readonly foreign: boolean;
  readonly changed: Date;
}

/** Bytes of a note's file, and number of notes that are looked at. */
const MOST_BYTES = 256 * 1_024;
const MOST_NOTES = 2_000;
/** Removed notes that are kept. */
const MOST_REMOVED = 200;
const ENDING = '.md';
const REMOVED = '.removed';
/** The names that are ours; what an undo record says is checked against it too. */
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'()&,-]{0,120}$/u;

/** The person's notes on the disk. Every method rejects with {@link ProblemError} when the disk refuses. */
export class Notes {
  private readonly turns = new InTurn();
  private swept = false;

  constructor(
    private readonly folder: string,
    private readonly now: () => Date,
  ) {}

  /** Every note, the newest change first. */
  all(): Promise<readonly Note[]> {
    return this.turn(async () => {
      const ids = await this.ids();
      const notes = await Promise.all(ids.slice(0, MOST_NOTES).map((id) => this.look(id)));
      return notes
        .filter((note) => note !== null)
        .sort((a, b) => b.changed.getTime() - a.changed.getTime() || (a.id < b.id ? -1 : 1));
    });
  }

  /** The note of that id; null when it is gone. */
  read(id: string): Promise<Note | null> {
    return this.turn(() => this.look(id));
  }

  /** Keeps a new note. `foreign`: words of somebody else are in the talk. */
  take(text: string, foreign: boolean): Promise<Note> {
    return this.turn(async () => {
      const slug = slugOf(titleOf(text));
      const taken = new Set((await this.ids()).map((id) => id.toLowerCase()));
      let id = slug;
      for (let next = 2; taken.has(id); next++) id = `${slug}-${next}`;
      await this.write(id, { created: this.now().toISOString(), foreign, text });
      return (await this.look(id)) ?? gone();
    });
  }

  /** Adds a line or more to a note's end; null when it is gone. `before` is whether it was foreign before. */
  add(
    id: string,
    text: string,
    foreign: boolean,
  ): Promise<{ readonly note: Note; readonly before: boolean } | null> {
    return this.turn(async () => {
      const kept = await this.load(id);
      if (!kept) return null;
      const joint = kept.note.text === '' ? '' : '\n';
      const whole = `${kept.note.text}${joint}${text}`;
      if (Buffer.byteLength(whole) > MOST_BYTES) throw new ProblemError(tooLong);
      await this.write(id, { ...kept.note, foreign: kept.note.foreign || foreign, text: whole });
      const note = await this.look(id);
      return note && { note, before: kept.note.foreign };
    });
  }

  /** Takes back an {@link add}; false when the note does not end with that text any more. */
  cut(id: string, text: string, foreign: boolean): Promise<boolean> {
    return this.turn(async () => {
      const kept = await this.load(id);
      if (!kept?.note.text.endsWith(text.trimEnd())) return false;
      const rest = kept.note.text.slice(0, kept.note.text.length - text.trimEnd().length).trimEnd();
      await this.write(id, { ...kept.note, foreign, text: rest });
      return true;
    });
  }

  /** Moves a note out of the way; brings back the name under which it is kept, or null when it is gone. */
  remove(id: string): Promise<string | null> {
    return this.turn(async () => {
      if (!(await this.look(id))) return null;
      const kept = `${id}~${this.now().getTime()}`;
      await mkdir(join(this.folder, REMOVED), { recursive: true, mode: 0o700 });
      await rename(this.fileOf(id), this.removedFile(kept));
      await syncFolder(this.folder);
      await this.forgetOldest();
      return kept;
    });
  }

  /** Brings a removed note back under its own name; null when it is not kept any more or the name is taken. */
  restore(kept: string): Promise<Note | null> {
    return this.turn(async () => {
      const id = kept.slice(0, kept.lastIndexOf('~'));
      if (!ID.test(id) || !/~\d{1,15}$/.test(kept)) return null;
      if ((await this.ids()).includes(id)) return null;
      try {
        await rename(this.removedFile(kept), this.fileOf(id));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
      await syncFolder(this.folder);
      return this.look(id);
    });
  }

  private turn<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run(async () => {
      try {
        if (!this.swept) await sweepHalves(this.folder);
        this.swept = true;
        return await work();
      } catch (error) {
        throw error instanceof ProblemError ? error : new ProblemError(refused);
      }
    });
  }

  private async ids(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(whenMissing<string[]>([]));
    return names
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .filter((id) => ID.test(id));
  }

  private async look(id: string): Promise<Note | null> {
    const kept = await this.load(id);
    if (!kept) return null;
    const { text, foreign } = kept.note;
    return { id, title: titleOf(text), text, foreign, changed: kept.stats.mtime };
  }

  /** Null for what is gone, no plain file, or too long to be a note. */
  private async load(id: string): Promise<{ readonly note: NoteText; readonly stats: Stats } | null> {
    if (!ID.test(id)) return null;
    const path = this.fileOf(id);
    const found = await lstat(path).catch(whenMissing(null));
    // A link could lead anywhere.
    if (!found?.isFile() || found.size > MOST_BYTES * 2) return null;
    const file = await open(path, 'r').catch(whenMissing(null));
    if (!file) return null;
    try {
      const stats = await file.stat();
      return { note: parseNote(await file.readFile('utf8')), stats };
    } finally {
      await file.close();
    }
  }

  private write(id: string, note: NoteText): Promise<void> {
    return writeWhole(
      this.fileOf(id),
      printNote({ ...note, created: note.created ?? this.now().toISOString() }),
    );
  }

  private async forgetOldest(): Promise<void> {
    const names = await readdir(join(this.folder, REMOVED));
    const age = (name: string) => Number(name.slice(name.lastIndexOf('~') + 1, -ENDING.length));
    const old = names.sort((a, b) => age(b) - age(a)).slice(MOST_REMOVED);
    await Promise.all(old.map((name) => rm(join(this.folder, REMOVED, name), { force: true })));
  }

  private fileOf(id: string): string {
    return join(this.folder, `${id}${ENDING}`);
  }

  private removedFile(kept: string): string {
    return join(this.folder, REMOVED, `${kept}${ENDING}`);
  }
}

const whenMissing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (errorCode(error) === 'ENOENT') return value;
    throw error;
  };

function gone(): never {
  throw new ProblemError(refused);
}

const refused: Problem = {
  code: 'notes_refused',
  sentence: 'The folder of the notes could not be used.',
  next: 'Check that the disk has room and that Parley may write to its folder.',
};

const tooLong: Problem = {
  code: 'note_too_long',
  sentence: 'The note would become too long.',
  next: 'Begin a new note.',
};
