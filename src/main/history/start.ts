import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clipboard, type BrowserWindow } from 'electron';
import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import type { ExportFormat, historyRequests } from '../../shared/ipc/history';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Settings } from '../../shared/settings/schema';
import type { ConversationRecord } from '../conversation/records';
import type { Handlers } from '../ipc/request-server';
import type { Log } from '../log';
import { ServiceError } from '../service/service-error';
import { datedBy } from './dated';
import { appDiagnostics, conversationDiagnostics, type SystemFacts } from './diagnostics';
import { Digesting, type DigestWorld } from './digesting';
import { exported, exportName, fileEndings, type TimeWords } from './export';
import { History } from './history';
import { localDay } from './latency-days';
import { askWhereToSave } from '../desktop/file-dialogs';
import { readIn, tongueOf } from '../desktop/tongue';
import { translate } from '../../shared/words/translate';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Newest conversations that the diagnostics of Parley itself tell of. */
const MOST_TOLD = 5;

/** What the history needs of the app. */
export interface HistorySurroundings {
  readonly userData: string;
  readonly settings: () => Settings;
  readonly system: SystemFacts;
  readonly window: () => BrowserWindow | null;
  readonly snapshot: () => ConversationSnapshot;
  readonly onProblem: (problem: Problem) => void;
  readonly onChange: () => void;
  /** Removes a session at the service. Rejects with a ServiceError. */
  readonly deleteSession: (id: string) => Promise<void>;
  /** Starts a conversation that knows these entries. */
  readonly continueFrom: (entries: readonly TranscriptEntry[], continues: boolean) => void;
  /** Lines of the last self-test, for the report. */
  readonly selfTest: () => readonly string[];
  readonly log: Log;
  readonly digest: DigestWorld;
}

/** The history, tidied now and every day, and the answers to the requests of its view. */
export function startHistory(around: HistorySurroundings): {
  readonly history: History;
  /** Takes a record of the talk, as `History.take`, dated by the calendar. */
  readonly remember: (record: ConversationRecord) => void;
  readonly handlers: Handlers<typeof historyRequests>;
} {
  const history = new History({
    folder: join(around.userData, 'conversations'),
    now: () => Date.now(),
    dayOf: localDay,
    settings: around.settings,
    onProblem: around.onProblem,
    onChange: around.onChange,
    log: around.log,
  });
  void history.tidy();
  setInterval(() => void history.tidy(), DAY_MS).unref();
  const dated = datedBy(() => Date.now());
  const remember = (record: ConversationRecord) => history.take(dated(record));
  return { history, remember, handlers: historyHandlers(history, around) };
}

function historyHandlers(history: History, around: HistorySurroundings): Handlers<typeof historyRequests> {
  const digesting = new Digesting(history, around.digest, () => Date.now());
  return {
    'history.list': ({ query, most }) => history.page(query, most),
    'history.read': (id) => history.read(id),
    'history.latencies': () => history.latencies(),
    'history.rename': ({ id, title }) => history.rename(id, title),
    'history.delete': async ({ id, atService }) => {
      if (atService) await deleteAtService(history, id, around);
      await history.remove(id);
      return undefined;
    },
    'history.deleteAll': () => history.removeEverything(),
    'history.export': ({ id, format }) => save(history, id, format, around),
    'history.copyDiagnostics': async (id) => {
      clipboard.writeText(
        id === null
          ? await diagnosticsOfApp(history, around)
          : conversationDiagnostics(await history.read(id), around.system),
      );
      return undefined;
    },
    'history.digest': ({ id, kind }) => digesting.make(id, kind),
    'history.stopDigest': () => void digesting.stop(),
    'history.continue': async (id) => {
      const { entries, continues } = await history.recapOf(id);
      if (around.snapshot().live) throw new ProblemError(alreadyTalking);
      around.continueFrom(entries, continues);
      return undefined;
    },
  };
}

async function deleteAtService(history: History, id: string, around: HistorySurroundings): Promise<void> {
  const { sockets } = await history.read(id);
  const hosted = sockets.filter(({ engine }) => engine === 'hosted');
  const sessions = new Set(hosted.flatMap((socket) => socket.sessions.map((session) => session.id)));
  for (const session of sessions) await around.deleteSession(session).catch(unlessGone);
}

/** What is not there any more is deleted. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ServiceError) || error.facts.status !== 404) throw error;
}

async function save(
  history: History,
  id: string,
  format: ExportFormat,
  around: HistorySurroundings,
): Promise<'saved' | 'cancelled'> {
  const conversation = await history.read(id);
  const name = exportName(conversation, localDay(conversation.beganAt), format);
  const kind = { name: readIn(around.settings())(formatNames[format]), extensions: [fileEndings[format]] };
  const title = translate(tongueOf(around.settings()), 'Export the conversation');
  const path = await askWhereToSave(around.window(), name, kind, { title });
  if (path === null) return 'cancelled';
  try {
    await writeFile(path, exported(conversation, format, localTimes));
  } catch {
    throw new ProblemError(unsaved);
  }
  return 'saved';
}

async function diagnosticsOfApp(history: History, around: HistorySurroundings): Promise<string> {
  const { rows, kept } = await history.page('', MOST_TOLD);
  const newest = await Promise.all(rows.map(({ head }) => history.read(head.id)));
  const { status, engine } = around.snapshot();
  return appDiagnostics({ system: around.system, engine, status, kept, newest, selfTest: around.selfTest() });
}

const formatNames: Readonly<Record<ExportFormat, string>> = {
  markdown: 'Markdown',
  text: 'Plain text',
  json: 'JSON',
};

const localTimes: TimeWords = {
  dateTime: (at) => new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' }),
  time: (at) => new Date(at).toLocaleTimeString('en-GB'),
};

const unsaved: Problem = {
  code: 'export_unwritable',
  sentence: 'The file could not be written.',
  next: 'Choose another folder, or check that the disk has room.',
};

const alreadyTalking: Problem = {
  code: 'already_talking',
  sentence: 'Another conversation is going on.',
  next: 'End it first.',
};
