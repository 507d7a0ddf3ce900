/**
 * The audit log: every call of a tool, why it was allowed and what became of it, in a file a month. Only appended to,
 * so that no crash costs more than a torn last line. What a person said stands here and in the history, nowhere else.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../../shared/error-code';
import type { AuditFilter, Undone } from '../../../shared/ipc/audit';
import { ProblemError, type Problem } from '../../../shared/problem';
import { Journal } from '../../history/journal';
import {
  bounded,
  encodeLine,
  readLines,
  type AuditEntry,
  type AuditLine,
  type ReadLines,
} from './audit-lines';
import type { AuditRecord } from './audit-record';
import { fits } from './audit-search';

/** Records that are at hand without reading files: those that can still be taken back are among them. */
const MOST_RECENT = 500;
/** Bytes of a file's end that are read for them. */
const MOST_TAIL_BYTES = 2_000_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
const FILE = /^(\d{4})-(\d{2})\.jsonl$/;

/** What the log works with. */
export interface AuditWorld {
  /** Folder of the files; made when it is needed. */
  readonly folder: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly settings: () => { readonly keepHistory: boolean; readonly keepHistoryDays: number | null };
  /** Told once when the disk refuses; the log goes on in memory. */
  readonly onProblem: (problem: Problem) => void;
  /** Something was done, taken back or removed. */
  readonly onChange: () => void;
  /** For the app's log: nothing that was said or done. */
  readonly log: (line: string) => void;
}

/** What a search found, newest first. */
export interface AuditFindings {
  readonly entries: readonly AuditEntry[];
  /** There are more than were asked for. */
  readonly more: boolean;
  readonly clearedAt: number | null;
  readonly unreadable: number;
}

/** The log of one user-data folder; one process writes it. */
export class AuditLog {
  private known: AuditEntry[] | null = null;
  private journal: { readonly month: string; readonly file: Journal } | null = null;
  private troubled = false;
  /** Lines that wait while the log is being emptied. */
  private held: AuditLine[] | null = null;

  constructor(private readonly world: AuditWorld) {}

  /** Takes a record; one with a known id says how that call ended. Never throws, never waits. */
  note(record: AuditRecord): void {
    const { keepHistory } = this.world.settings();
    // Who wants no conversation kept wants no words of it kept here either.
    const kept = bounded(keepHistory ? record : { ...record, heard: '' });
    if (record.undo !== null && kept.undo === null) this.world.log(`undo of ${record.tool} is too large`);
    const entries = this.entries();
    const begun = entries.findIndex(({ id }) => id === kept.id);
    if (begun >= 0) entries[begun] = { ...kept, undone: null };
    else entries.unshift({ ...kept, undone: null });
    entries.splice(MOST_RECENT);
    this.append({ type: 'action', ...kept });
    this.world.onChange();
  }

  /** Keeps how a try to take an action back ended. Never throws, never waits. */
  markUndone(id: string, ended: Omit<Undone, 'at'>): void {
    const undone: Undone = { at: this.world.now(), ...ended };
    const entries = this.entries();
    const at = entries.findIndex((entry) => entry.id === id);
    if (at >= 0) entries[at] = { ...entries[at]!, undone };
    this.append({ type: 'undone', id, ...undone });
    this.world.onChange();
  }

  /** The newest records, newest first: at most 500. */
  recent(): readonly AuditEntry[] {
    return [...this.entries()];
  }

  /** The newest records that fit, from memory and disk. Rejects with {@link ProblemError} when it cannot be read. */
  async search(filter: AuditFilter, limit: number): Promise<AuditFindings> {
    const found = await this.read(fits(filter), limit + 1);
    return { ...found, entries: found.entries.slice(0, limit), more: found.entries.length > limit };
  }

  /** Removes every record. The new log's first line tells that it was emptied. Rejects with {@link ProblemError}. */
  async clear(): Promise<void> {
    const before = this.recent();
    // What is done meanwhile belongs to the new log.
    const held = (this.held ??= []);
    this.known = [];
    try {
      await this.close();
      for (const name of await this.files()) await rm(join(this.world.folder, name), { force: true });
      held.unshift({ type: 'cleared', at: this.world.now() });
    } catch {
      this.known.push(...before);
      throw new ProblemError(unremovable);
    } finally {
      this.held = null;
      for (const line of held) this.append(line);
      this.world.onChange();
    }
    await this.close();
  }

  /** Removes months that are older than conversations are kept. Never rejects. */
  async tidy(): Promise<void> {
    const { keepHistoryDays: days } = this.world.settings();
    if (days === null) return;
    const oldest = this.world.now() - days * DAY_MS;
    try {
      const old = (await this.files()).filter((name) => endOf(name) < oldest);
      for (const name of old) await rm(join(this.world.folder, name), { force: true });
      const gone = old.at(-1);
      if (gone === undefined) return;
      this.known = this.entries().filter(({ at }) => at >= endOf(gone));
      this.world.onChange();
    } catch (error) {
      this.world.log(`old audit records not removed (${errorCode(error)})`);
    }
  }

  /** Resolves once everything noted is on the disk. Never rejects. */
  async close(): Promise<void> {
    await this.journal?.file.close();
  }

  private async read(
    fit: (record: AuditRecord) => boolean,
    most: number,
  ): Promise<Omit<AuditFindings, 'more'>> {
    await this.close();
    // What the disk did not take is known in memory.
    const entries = this.recent();
    const seen = new Set(entries.map(({ id }) => id));
    const found = entries.filter(fit);
    const undone = new Map<string, Undone>();
    let clearedAt: number | null = null;
    let unreadable = 0;
    for (const name of (await this.files()).toReversed()) {
      if (found.length >= most) break;
      const month = await this.monthIn(name);
      unreadable += month.unreadable;
      clearedAt ??= month.clearedAt;
      // Later files were read first, and know better.
      for (const [id, last] of month.undone) if (!undone.has(id)) undone.set(id, last);
      const older = month.records.filter((record) => !seen.has(record.id) && fit(record));
      for (const { id } of month.records) seen.add(id);
      found.push(...older.map((record) => ({ ...record, undone: undone.get(record.id) ?? null })));
    }
    return { entries: found.sort((a, b) => b.at - a.at).slice(0, most), clearedAt, unreadable };
  }

  private async monthIn(name: string): Promise<ReadLines> {
    const text = await readFile(join(this.world.folder, name), 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return '';
      throw new ProblemError(unreadableFile);
    });
    return readLines(text);
  }

  private entries(): AuditEntry[] {
    return (this.known ??= this.load());
  }

  /** The ends of the newest two files: a month may have just begun. */
  private load(): AuditEntry[] {
    const now = this.world.now();
    const months = new Set([monthOf(now - 28 * DAY_MS), monthOf(now)]);
    const tails = [...months].map((month) => this.tailOf(month));
    const { records, undone } = readLines(tails.join('\n'));
    return records
      .slice(-MOST_RECENT)
      .toReversed()
      .map((record) => ({ ...record, undone: undone.get(record.id) ?? null }));
  }

  private tailOf(month: string): string {
    try {
      return readTail(join(this.world.folder, `${month}.jsonl`), MOST_TAIL_BYTES);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') this.world.log(`audit log not read (${errorCode(error)})`);
      return '';
    }
  }

  private append(line: AuditLine): void {
    if (this.held) {
      this.held.push(line);
      return;
    }
    const month = monthOf(this.world.now());
    if (this.journal?.month !== month) {
      void this.journal?.file.close();
      const path = join(this.world.folder, `${month}.jsonl`);
      this.journal = { month, file: new Journal(path, (error) => this.refused(error)) };
    }
    this.journal.file.add(encodeLine(line));
  }

  private refused(error: unknown): void {
    this.world.log(`audit log not written (${errorCode(error)})`);
    if (this.troubled) return;
    this.troubled = true;
    this.world.onProblem(unwritable);
  }

  /** Names of the files, oldest first. */
  private async files(): Promise<readonly string[]> {
    const names = await readdir(this.world.folder).catch((error: unknown) => {
      // Nothing was written yet, or the disk does not take the folder, which is told when writing.
      if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
      throw new ProblemError(unreadableFile);
    });
    return names.filter((name) => FILE.test(name)).sort();
  }
}

const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** When the month of a file was over (epoch milliseconds). */
function endOf(name: string): number {
  const [, year, month] = FILE.exec(name) ?? [];
  return Date.UTC(Number(year), Number(month), 1);
}

/** Whole lines at the end of a file, of at most so many bytes. Throws what the disk says. */
function readTail(path: string, most: number): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const from = Math.max(0, size - most);
    const bytes = Buffer.alloc(size - from);
    const read = readSync(file, bytes, 0, bytes.length, from);
    const text = bytes.toString('utf8', 0, read);
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    closeSync(file);
  }
}

const unwritable: Problem = {
  code: 'audit_unwritable',
  sentence: 'What Parley does could not be written to its log.',
  next: 'Check that the disk has room and that Parley may write to its folder.',
};

const unreadableFile: Problem = {
  code: 'audit_unreadable',
  sentence: 'The log of what Parley did could not be read.',
  next: 'Check that Parley may read its folder, and try again.',
};

const unremovable: Problem = {
  code: 'audit_unremovable',
  sentence: 'The log of what Parley did could not be emptied.',
  next: 'Check that Parley may write to its folder, and try again.',
};
