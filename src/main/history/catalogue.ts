/*
 * What is known of every kept conversation without reading its file again: kept by the file's stamp, in memory and in
 * a file beside them. It is a copy only: lost or broken, it is made anew.
 */
import { z } from 'zod';
import { ENGINES, type Engine } from '../../shared/engine';
import type { ConversationHead, KeptConversation } from '../../shared/ipc/history';
import type { ListedFile, HistoryFolder } from './folder';
import { readFileText } from './read';

/** How fast one answer was. */
export interface AnswerTime {
  readonly at: number;
  readonly engine: Engine;
  readonly milliseconds: number;
}

/** What the catalogue holds of a file; `head` is null where it holds no conversation that can be shown. */
export interface CatalogueEntry {
  readonly id: string;
  readonly stamp: string;
  readonly changedAt: number;
  readonly head: ConversationHead | null;
  readonly answers: readonly AnswerTime[];
}

const FILE = 'catalogue.json';
/** Raise it with every change of what the catalogue holds. */
const FORMAT = 1;
/** Files that are read at the same time. */
const AT_ONCE = 16;

const engine = z.enum(ENGINES);
const head: z.ZodType<ConversationHead> = z.object({
  id: z.string(),
  title: z.string(),
  ownTitle: z.boolean(),
  beganAt: z.number(),
  lastAt: z.number(),
  engines: z.array(engine),
  profile: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(['open', 'ended', 'cut']),
  end: z.enum(['person', 'idle', 'cap', 'sleep', 'lock', 'quit', 'failed']).nullable(),
  dollars: z.number().nullable(),
  turns: z.number(),
  problems: z.number(),
});
const catalogueSchema = z.object({
  format: z.literal(FORMAT),
  entries: z.array(
    z.object({
      id: z.string(),
      stamp: z.string(),
      changedAt: z.number(),
      head: head.nullable(),
      answers: z.array(z.object({ at: z.number(), engine, milliseconds: z.number() })),
    }),
  ),
});

/** The catalogue of a folder. */
export class Catalogue {
  private known: ReadonlyMap<string, CatalogueEntry> | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: HistoryFolder,
    /** Told when the copy cannot be written; the next start then takes longer, nothing else. */
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** What is there now, newest first. Reads only files that have changed since they were last read. */
  entries(): Promise<readonly CatalogueEntry[]> {
    const next = this.queue.then(() => this.refresh());
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async refresh(): Promise<readonly CatalogueEntry[]> {
    const before = (this.known ??= await this.load());
    const files = await this.folder.list();
    const entries: CatalogueEntry[] = [];
    let changed = files.length !== before.size;
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = files.slice(at, at + AT_ONCE);
      const read = some.map((file) => {
        const known = before.get(file.id);
        if (known?.stamp === file.stamp) return known;
        changed = true;
        return this.look(file);
      });
      entries.push(...(await Promise.all(read)));
    }
    this.known = new Map(entries.map((entry) => [entry.id, entry]));
    if (changed) await this.save(entries).catch(this.onTrouble);
    return entries.sort((a, b) => timeOf(b) - timeOf(a));
  }

  private async look(file: ListedFile): Promise<CatalogueEntry> {
    const text = await this.folder.read(file.id);
    const read = readFileText(text ?? '');
    // A file under a foreign name is none of ours.
    const ours = read.kind === 'conversation' && read.conversation.id === file.id;
    if (!ours) return { ...file, head: null, answers: [] };
    return { ...file, head: headOf(read.conversation), answers: answersOf(read.conversation) };
  }

  private async load(): Promise<ReadonlyMap<string, CatalogueEntry>> {
    const text = await this.folder.readBeside(FILE);
    const entries = catalogueSchema.safeParse(parse(text ?? '')).data?.entries ?? [];
    return new Map(entries.map((entry) => [entry.id, entry]));
  }

  private save(entries: readonly CatalogueEntry[]): Promise<void> {
    const text = JSON.stringify({ format: FORMAT, entries });
    return this.folder.writeBeside(FILE, text);
  }
}

/** What the list shows of a conversation. */
export function headOf(conversation: KeptConversation): ConversationHead {
  const { id, title, ownTitle, beganAt, lastAt, engines, profile, state, end, dollars, turns, problems } =
    conversation;
  return { id, title, ownTitle, beganAt, lastAt, engines, profile, state, end, dollars, turns, problems };
}

/** Each turn's time, with the engine that answered it: the one whose socket was opened last. */
function answersOf({ items, sockets, engines }: KeptConversation): readonly AnswerTime[] {
  return items.flatMap((item) => {
    if (item.kind !== 'latency') return [];
    const milliseconds = item.latency.audible ?? item.latency.firstAudio;
    if (milliseconds === null) return [];
    const socket = sockets.findLast(({ openedAt }) => openedAt <= item.at);
    return [{ at: item.at, engine: socket?.engine ?? engines[0] ?? 'local', milliseconds }];
  });
}

const timeOf = (entry: CatalogueEntry): number => entry.head?.beganAt ?? entry.changedAt;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
