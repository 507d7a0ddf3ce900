/*
 * The memory of talks: every conversation on disk as it happens, and found again later.
 */
import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type {
  ConversationHead,
  DayLatency,
  Digest,
  HistoryPage,
  HistoryRow,
  KeptConversation,
} from '../../shared/ipc/history';
import { conversationIdSchema } from '../../shared/ipc/history';
import { errorCode } from '../../shared/error-code';
import { ProblemError, type Problem } from '../../shared/problem';
import type { ConversationRecord } from '../conversation/records';
import { Catalogue, headOf } from './catalogue';
import { HistoryFolder } from './folder';
import { encodeLine, HISTORY_FORMAT, type AddedLine } from './format';
import { Journal } from './journal';
import { latencyDays } from './latency-days';
import { readFileText } from './read';
import { mayFit, queryWords, search } from './search';

/** Files that are searched at the same time. */
const READ_AT_ONCE = 16;
/** A disk that is gone must not keep Parley from quitting. */
const CLOSE_MS = 2_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What the history works with. */
export interface HistoryWorld {
  /** Folder of the files; made when it is needed. */
  readonly folder: string;
  readonly now: () => number;
  /** The local day of a time: `2026-11-21`. */
  readonly dayOf: (at: number) => string;
  readonly settings: () => {
    readonly keepHistory: boolean;
    readonly keepHistoryDays: number | null;
    readonly dollarsPerHour: number;
  };
  /** The person should know; told once a conversation. */
  readonly onProblem: (problem: Problem) => void;
  /** A conversation came, went or changed. */
  readonly onChange: () => void;
  /** For the log: nothing that was said. */
  readonly log: (line: string) => void;
}

/** A talk of this run. */
interface Talk {
  readonly journal: Journal;
  readonly ended: boolean;
  /** Its trouble was told. */
  troubled: boolean;
}

/** Keeps conversations, and finds them again. */
export class History {
  private readonly files: HistoryFolder;
  private readonly catalogue: Catalogue;
  /** The kept talks of this run, by their ids. */
  private readonly talks = new Map<string, Talk>();
  private readonly closings = new Set<Promise<void>>();

  constructor(private readonly world: HistoryWorld) {
    this.files = new HistoryFolder(world.folder);
    this.catalogue = new Catalogue(this.files, () => world.log('history catalogue not written'));
  }

  /** Takes what happened. Never throws, never waits; nothing is written while the person wants no history. */
  take(record: ConversationRecord): void {
    const { conversation: id, type } = record;
    if (!this.world.settings().keepHistory) {
      this.drop(id);
      return;
    }
    if (type === 'conversation-began') this.begin(id);
    const talk = this.talks.get(id);
    if (!talk) return;
    talk.journal.add(encodeLine(record));
    if (type === 'conversation-ended') this.talks.set(id, { ...talk, ended: true });
    if (type === 'conversation-ended' || talk.ended) this.closeSoon(talk.journal);
    if (type === 'conversation-ended' || type === 'conversation-began') this.world.onChange();
  }

  /** Resolves once everything taken is on the disk, or the disk did not take it in time. Never rejects. */
  async close(): Promise<void> {
    for (const { journal } of this.talks.values()) this.closeSoon(journal);
    let clock: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (clock = setTimeout(resolve, CLOSE_MS)));
    await Promise.race([Promise.all(this.closings), late]);
    clearTimeout(clock);
  }

  /** The newest conversations in which all words of the query occur; all where it is empty. */
  async page(query: string, most: number): Promise<HistoryPage> {
    const heads = await this.heads();
    const words = queryWords(query);
    if (words.length === 0) {
      const rows = heads.slice(0, most).map((head) => ({ head, excerpt: null }));
      return { rows, more: heads.length > most, kept: heads.length };
    }
    const rows = await this.find(heads, words, most + 1);
    return { rows: rows.slice(0, most), more: rows.length > most, kept: heads.length };
  }

  /** A kept conversation. Rejects with {@link ProblemError} when it cannot be read. */
  async read(id: string): Promise<KeptConversation> {
    const text = await this.files.read(id);
    if (text === null) throw new ProblemError(gone);
    const read = readFileText(text);
    switch (read.kind) {
      case 'conversation':
        return this.asItStands(read.conversation);
      case 'newer':
        throw new ProblemError(newer);
      case 'empty':
        throw new ProblemError(gone);
    }
  }

  /**
   * The transcript of a kept conversation, in order, for another one to go on from. `continues`: that one went on from
   * another, whose words it may repeat though its own file does not hold them. Rejects as {@link read}.
   */
  async recapOf(
    id: string,
  ): Promise<{ readonly entries: readonly TranscriptEntry[]; readonly continues: boolean }> {
    const { items, continues } = await this.read(id);
    return { entries: items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : [])), continues };
  }

  /** Gives a conversation a title; an empty one brings its first words back. Rejects with {@link ProblemError}. */
  async rename(id: string, title: string): Promise<ConversationHead> {
    await this.append(id, { type: 'title', at: this.world.now(), title });
    return headOf(await this.read(id));
  }

  /** Keeps what a language model made of a conversation. Rejects with {@link ProblemError}. */
  addDigest(id: string, digest: Digest): Promise<void> {
    return this.append(id, { type: 'digest', at: this.world.now(), digest });
  }

  /** Removes a conversation that is not under way. Rejects with {@link ProblemError}. */
  async remove(id: string): Promise<void> {
    if (this.isOpen(id)) throw new ProblemError(stillOpen);
    await this.removeAll([id]);
  }

  /** Removes every conversation that is not under way; resolves to how many. Rejects with {@link ProblemError}. */
  async removeEverything(): Promise<number> {
    const entries = await this.catalogue.entries();
    return this.removeAll(entries.map(({ id }) => id).filter((id) => !this.isOpen(id)));
  }

  /** Removes conversations that are older than the person wants them kept. Never rejects. */
  async tidy(): Promise<void> {
    const { keepHistoryDays: days } = this.world.settings();
    if (days === null) return;
    const oldest = this.world.now() - days * DAY_MS;
    try {
      const entries = await this.catalogue.entries();
      const old = entries.filter((entry) => (entry.head?.lastAt ?? entry.changedAt) < oldest);
      await this.removeAll(old.map(({ id }) => id).filter((id) => !this.isOpen(id)));
    } catch (error) {
      this.world.log(`old conversations not removed (${errorCode(error)})`);
    }
  }

  /** How fast answers were, newest day first. */
  async latencies(): Promise<readonly DayLatency[]> {
    const entries = await this.catalogue.entries();
    return latencyDays(
      entries.flatMap(({ answers }) => answers),
      this.world.dayOf,
    );
  }

  private async heads(): Promise<readonly ConversationHead[]> {
    const entries = await this.catalogue.entries();
    return entries.flatMap(({ head }) => (head ? [this.asItStands(head)] : []));
  }

  /** A conversation without an end is under way if it is this run's, else it was cut. */
  private asItStands<Head extends ConversationHead>(head: Head): Head {
    return head.state === 'cut' && this.isOpen(head.id) ? { ...head, state: 'open' } : head;
  }

  private async find(
    heads: readonly ConversationHead[],
    words: readonly string[],
    most: number,
  ): Promise<readonly HistoryRow[]> {
    const rows: HistoryRow[] = [];
    for (let at = 0; at < heads.length && rows.length < most; at += READ_AT_ONCE) {
      const some = heads.slice(at, at + READ_AT_ONCE);
      const found = await Promise.all(some.map((head) => this.findIn(head, words)));
      rows.push(...found.filter((row) => row !== null));
    }
    return rows.slice(0, most);
  }

  private async findIn(head: ConversationHead, words: readonly string[]): Promise<HistoryRow | null> {
    const text = await this.files.read(head.id);
    if (text === null || !mayFit(text, words)) return null;
    const read = readFileText(text);
    const found = read.kind === 'conversation' ? search(read.conversation, words) : null;
    return found && { head, excerpt: found.excerpt };
  }

  private isOpen(id: string): boolean {
    return this.talks.get(id)?.ended === false;
  }

  private begin(id: string): void {
    if (!conversationIdSchema.safeParse(id).success) {
      this.world.log('a conversation has an id that is no file name; it is not kept');
      return;
    }
    const known = this.talks.get(id);
    const talk = known ?? { journal: this.journal(id), ended: false, troubled: false };
    this.talks.set(id, { ...talk, ended: false });
    if (known) return;
    const { dollarsPerHour } = this.world.settings();
    talk.journal.add(encodeLine({ type: 'file', format: HISTORY_FORMAT, dollarsPerHour }));
  }

  private journal(id: string): Journal {
    return new Journal(this.files.fileOf(id), (error) => {
      const talk = this.talks.get(id);
      this.world.log(`history not written (${errorCode(error)})`);
      if (!talk || talk.troubled) return;
      talk.troubled = true;
      this.world.onProblem(unwritable);
    });
  }

  private drop(id: string): void {
    const talk = this.talks.get(id);
    if (!talk) return;
    this.talks.delete(id);
    this.closeSoon(talk.journal);
  }

  private closeSoon(journal: Journal): void {
    const closing = journal.close().finally(() => this.closings.delete(closing));
    this.closings.add(closing);
  }

  private async append(id: string, line: AddedLine): Promise<void> {
    await this.read(id);
    let failure: unknown = null;
    const journal =
      this.talks.get(id)?.journal ?? new Journal(this.files.fileOf(id), (error) => (failure = error));
    journal.add(encodeLine(line));
    await journal.close();
    if (failure !== null) throw new ProblemError(unwritable);
    this.world.onChange();
  }

  private async removeAll(ids: readonly string[]): Promise<number> {
    try {
      for (const id of ids) {
        await this.talks.get(id)?.journal.close();
        this.talks.delete(id);
        await this.files.remove(id);
      }
    } catch {
      throw new ProblemError(unremovable);
    } finally {
      if (ids.length > 0) {
        // The catalogue holds titles: it forgets them at once.
        await this.catalogue.entries();
        this.world.onChange();
      }
    }
    return ids.length;
  }
}

const gone: Problem = {
  code: 'conversation_gone',
  sentence: 'That conversation is not there any more.',
  next: 'Go back to the list.',
};

const newer: Problem = {
  code: 'conversation_newer',
  sentence: 'That conversation was kept by a newer Parley.',
  next: 'Update Parley to read it.',
};

const stillOpen: Problem = {
  code: 'conversation_open',
  sentence: 'That conversation is still going on.',
  next: 'End it first.',
};

const unwritable: Problem = {
  code: 'history_unwritable',
  sentence: 'The conversation could not be written to the history.',
  next: 'Check that the disk has room and that Parley may write to its folder.',
};

const unremovable: Problem = {
  code: 'history_unremovable',
  sentence: 'A conversation could not be removed.',
  next: 'Check that Parley may write to its folder, and try again.',
};
