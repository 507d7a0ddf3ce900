import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { hashOf } from './hashing';
import type { HeldFolder } from './held-folder';
import { statOf } from './pinned-path';
import { refuse } from './refusal';

/** For opening what is already there: no link is followed, a pipe does not wait. Windows has neither flag. */
export const AS_IT_IS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Things in a folder that a picture looks at; a folder with more has none. */
const MOST_THINGS = 20_000;
const MOST_DEPTH = 64;

/**
 * A short text that is another one when a file's bytes changed, or when something in or below a folder came, went, or
 * changed its size or time. Tells an undo whether what was made is still as it was.
 */
export async function pictureOf(folder: HeldFolder, name: string, signal?: AbortSignal): Promise<string> {
  const stats = await statOf(folder, name);
  if (stats?.isDirectory()) {
    const lines: string[] = [];
    await look(folder, name, 0, lines, signal);
    return `tree:${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
  }
  if (!stats?.isFile()) refuse('changed');
  const file = await open(folder.at(name), constants.O_RDONLY | AS_IT_IS);
  try {
    return filePicture(await hashOf(file, 0, signal));
  } finally {
    await file.close();
  }
}

/** The picture of a file whose SHA-256 is known. */
export const filePicture = (sha256: string): string => `sha256:${sha256}`;

async function look(
  parent: HeldFolder,
  name: string,
  depth: number,
  lines: string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  if (depth > MOST_DEPTH) refuse('too_many');
  const folder = await parent.child(name);
  try {
    const names: string[] = [];
    for await (const entry of folder.entries()) names.push(entry.name);
    for (const each of names.sort()) {
      signal?.throwIfAborted();
      if (lines.length >= MOST_THINGS) refuse('too_many');
      const stats = await statOf(folder, each);
      const facts = stats?.isFile() ? [stats.size, stats.mtimeNs] : [];
      lines.push(JSON.stringify([depth, each, stats?.isDirectory() ?? null, ...facts.map(String)]));
      if (stats?.isDirectory()) await look(folder, each, depth + 1, lines, signal);
    }
  } finally {
    await folder.close();
  }
}
