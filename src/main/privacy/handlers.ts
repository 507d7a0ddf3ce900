import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeletableKind, privacyRequests } from '../../shared/ipc/privacy';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Handlers } from '../ipc/request-server';
import { deleteKept, type DeletionWorld } from './deletion';
import { isKeptAside, keptPaths, keptPlaces, namesIn } from './kept-places';

/** What the requests about kept data reach. */
export interface PrivacyWorld extends Pick<
  DeletionWorld,
  'conversations' | 'deleteConversation' | 'deleteUnlisted' | 'progress'
> {
  /** Parley's own folder. */
  readonly folder: string;
  readonly inTalk: () => boolean;
  /** Opens a folder, or shows a file in its folder. */
  readonly openFolder: (path: string) => Promise<unknown>;
  readonly showFile: (path: string) => void;
  /** Deletes a kind through the part that owns it; files that nobody holds in memory are deleted here. */
  readonly own: Readonly<Record<Exclude<DeletableKind, 'conversations' | 'copies'>, () => Promise<unknown>>>;
}

/** The answers to requests about what Parley keeps. */
export function privacyHandlers(world: PrivacyWorld): Handlers<typeof privacyRequests> {
  const { folder, own } = world;
  return {
    'privacy.places': () => keptPlaces(folder),
    'privacy.open': async (kind) => {
      const [name] = keptPaths[kind];
      const there = (await namesIn(folder)).includes(name);
      // The folder that it would be in, when there is nothing yet.
      if (!there) await world.openFolder(folder);
      else if (name.includes('.') || kind === 'keys') world.showFile(join(folder, name));
      else await world.openFolder(join(folder, name));
      return undefined;
    },
    'privacy.delete': ({ kinds, atService }) => {
      if (world.inTalk()) throw new ProblemError(talking);
      return deleteKept(kinds, atService, {
        ...world,
        deleteKind: async (kind) => {
          if (kind === 'copies') await rm(join(folder, 'kept'), { recursive: true, force: true });
          else await own[kind]();
          await forgetKeptAside(folder, kind);
        },
      });
    },
  };
}

async function forgetKeptAside(folder: string, kind: DeletableKind): Promise<void> {
  const aside = (await namesIn(folder)).filter((name) => isKeptAside(kind, name));
  for (const name of aside) await rm(join(folder, name), { force: true });
}

const talking: Problem = {
  code: 'conversation_open',
  sentence: 'A conversation is going on.',
  next: 'End it first.',
};
