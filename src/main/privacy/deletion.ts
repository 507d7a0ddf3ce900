/** Deletes what Parley keeps, kind by kind, each by the part that owns it. What fails is told, and the rest goes on. */
import {
  deletableKinds,
  type DeletableKind,
  type DeletionProgress,
  type DeletionResult,
} from '../../shared/ipc/privacy';
import { ProblemError } from '../../shared/problem';

/** What a deletion reaches. Everything rejects with an error when it does not succeed. */
export interface DeletionWorld {
  /** Ids of the kept conversations. */
  readonly conversations: () => Promise<readonly string[]>;
  /** Removes a conversation here, and before it its sessions at the service if they are to go. */
  readonly deleteConversation: (id: string, atService: boolean) => Promise<void>;
  /** Removes what is left of conversations that no list shows. Called only when every listed one is gone. */
  readonly deleteUnlisted: () => Promise<void>;
  readonly deleteKind: (kind: Exclude<DeletableKind, 'conversations'>) => Promise<void>;
  readonly progress: (progress: DeletionProgress) => void;
}

const names: Readonly<Record<DeletableKind, string>> = {
  conversations: 'Conversations',
  actions: 'The record of what Parley did',
  copies: 'Copies kept for undoing',
  notes: 'Notes, to-do list and reminders',
  name: 'The recordings of the name',
  settings: 'Settings',
  keys: 'Keys',
};

/** Deletes what the person chose. Never rejects; what is still there is told by name. */
export async function deleteKept(
  kinds: readonly DeletableKind[],
  atService: boolean,
  world: DeletionWorld,
): Promise<DeletionResult> {
  const wanted = deletableKinds.filter((kind) => kinds.includes(kind));
  const talks = wanted.includes('conversations') ? await world.conversations().catch(() => null) : [];
  const others = wanted.filter((kind) => kind !== 'conversations');
  const of = (talks?.length ?? 0) + others.length;
  let done = 0;
  const told: string[] = [];
  const failed: string[] = [];
  const step = async (work: () => Promise<void>): Promise<string | null> => {
    world.progress({ done, of });
    const failure = await work().then(() => null, sentenceOf);
    done += 1;
    return failure;
  };
  if (talks === null) failed.push(`${names.conversations}: they could not be read.`);
  else if (wanted.includes('conversations')) {
    const failures: string[] = [];
    for (const id of talks) {
      const failure = await step(() => world.deleteConversation(id, atService));
      if (failure !== null) failures.push(failure);
    }
    const gone = talks.length - failures.length;
    if (failures.length === 0) {
      const failure = await world.deleteUnlisted().then(() => null, sentenceOf);
      if (failure !== null) failures.push(failure);
    }
    told.push(`${gone === 1 ? '1 conversation was' : `${gone} conversations were`} deleted.`);
    if (failures.length > 0) failed.push(`${failures.length} could not be deleted: ${failures[0]}`);
  }
  for (const kind of others) {
    const failure = await step(() => world.deleteKind(kind));
    if (failure === null) told.push(`${names[kind]}: deleted.`);
    else failed.push(`${names[kind]}: still there. ${failure}`);
  }
  world.progress({ done, of });
  return { complete: failed.length === 0, told: [...told, ...failed] };
}

function sentenceOf(error: unknown): string {
  return error instanceof ProblemError
    ? `${error.problem.sentence} ${error.problem.next}`
    : 'Please try again.';
}
