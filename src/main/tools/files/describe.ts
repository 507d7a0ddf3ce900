import type { Json } from '../../../shared/json';
import {
  FileRefused,
  type FileFacts,
  type GrantedEntry,
  type GrantedFiles,
} from '../../permissions/granted-files';
import { inZone, isoDate, isoTime } from '../time/zoned';
import { kindOf } from './kinds';
import { sizeWithUnit } from './speak';
import { nameOf } from './walk';

/** An entry with its facts. */
export interface DescribedEntry extends GrantedEntry {
  readonly facts: FileFacts;
}

/** How many are asked for at a time: the disk's threads are few. */
const AT_ONCE = 16;

/** Asks the disk for the entries' facts; those that have vanished meanwhile are left out. */
export async function describeAll<E extends GrantedEntry>(
  files: GrantedFiles,
  entries: readonly E[],
  signal: AbortSignal,
): Promise<(E & DescribedEntry)[]> {
  const described: (E & DescribedEntry)[] = [];
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    signal.throwIfAborted();
    const batch = await Promise.all(
      entries.slice(at, at + AT_ONCE).map((entry) => describeOne(files, entry)),
    );
    for (const entry of batch) if (entry) described.push(entry);
  }
  return described;
}

async function describeOne<E extends GrantedEntry>(
  files: GrantedFiles,
  entry: E,
): Promise<(E & DescribedEntry) | null> {
  try {
    return { ...entry, facts: await files.facts(entry.path) };
  } catch (error) {
    if (error instanceof FileRefused) return null;
    throw error;
  }
}

/** An entry as the model gets it: name with its folder, kind, size with its unit, local time of the last change. */
export function entryForModel(entry: DescribedEntry, timeZone: string): Record<string, Json> {
  const changed = inZone(entry.facts.modified, timeZone);
  const isFolder = entry.facts.kind === 'folder';
  return {
    name: entry.path.spoken,
    kind: isFolder ? 'folder' : kindOf(nameOf(entry.path)).replace(/^an? /u, ''),
    ...(isFolder ? {} : { size: sizeWithUnit(entry.facts.size) }),
    changed: `${isoDate(changed)} ${isoTime(changed)}`,
  };
}

/** Entries as lines for the window: name, kind, size, time of the last change. */
export function linesOf(entries: readonly DescribedEntry[], timeZone: string): string {
  return entries.map((entry) => Object.values(entryForModel(entry, timeZone)).join(' · ')).join('\n');
}
