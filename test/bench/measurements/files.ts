/**
 * Search in granted folders with 200,000 files: in plain Node, on the real disk. Warm means that the folders were
 * searched before; the system has the disk's pages in memory as well.
 */
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createGrantedFiles } from '../../../src/main/permissions/granted-files';
import { nameIndexOf } from '../../../src/main/tools/files/name-index';
import { searchFor, type Search } from '../../../src/main/tools/files/search';
import { makeTempFolder } from '../../support/temp-folder';
import type { Findings, Measurement, Row } from '../measurement';
import { seededRandom, summarize } from '../statistics';

const FOLDERS = 4_000;
const FILES_EACH = 50;
const ROUNDS = 8;
const TARGET_MS = 300;
/** The project's figure for "memory flat": what a search may leave behind. */
const TARGET_GROWTH_MB = 5;
const ABORT_TARGET_MS = 100;
const MB = 1_048_576;

const WORDS =
  'budget report invoice holiday photo meeting notes garden plan letter tax recipe contract draft summary music school project travel insurance car house kitchen summer winter family work client offer list backup archive scan receipt statement form'.split(
    ' ',
  );
const EXTENSIONS = 'txt md pdf ods docx jpg png csv json html mp3'.split(' ');

/** Half of the words are in names and texts, one is in a single file, one is nowhere. */
const SEARCHES: readonly Pick<Search, 'words' | 'within'>[] = [
  { words: 'holiday photos', within: 'name' },
  { words: 'budget', within: 'name' },
  { words: 'needle in haystack', within: 'name' },
  { words: 'quarterly unicorn', within: 'name' },
  { words: 'garden recipe', within: 'content' },
  { words: 'invoice', within: 'content' },
  { words: 'budget', within: 'both' },
];

/** One search of the measurement. */
interface Measured extends Pick<Search, 'words' | 'within'> {
  /** Milliseconds until the first match was known; until the end where there is none. */
  readonly first: number;
  readonly milliseconds: number;
  readonly total: number;
  readonly complete: boolean;
}

export const files: Measurement = { name: 'files', needsDesktop: false, run };

async function run(): Promise<Findings> {
  const folder = await makeTempFolder('many-files');
  try {
    const root = await realpath(folder.path);
    await fill(root);
    return await measure(root);
  } finally {
    await folder.remove();
  }
}

async function measure(root: string): Promise<Findings> {
  const granted = createGrantedFiles(() => [{ id: 'bench', path: root }], { forbidden: [] });
  const never = new AbortController().signal;
  const search = async (what: Pick<Search, 'words' | 'within'>, signal = never) => {
    const started = performance.now();
    const folders = await granted.roots();
    let first = NaN;
    const progress = (note: string) => {
      if (Number.isNaN(first) && note.includes('found')) first = performance.now() - started;
    };
    const answer = await searchFor({ ...what, folders, count: 5 }, { files: granted, progress }, signal);
    const milliseconds = performance.now() - started;
    return { first: Number.isNaN(first) ? milliseconds : first, milliseconds, answer };
  };
  const before = heapMb();
  const cold = await search({ words: 'needle in haystack', within: 'name' });
  const indexed = heapMb();
  // Times of change are asked for once.
  const coldContent = await search({ words: 'garden recipe', within: 'content' });
  const warmHeap = heapMb();
  const found: Measured[] = [];
  const heaps: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const what of SEARCHES) {
      const { first, milliseconds, answer } = await search(what);
      found.push({ ...what, first, milliseconds, total: answer.total, complete: answer.complete });
    }
    heaps.push(heapMb());
  }
  const after = heapMb();
  const aborts: (number | null)[] = [];
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    aborts.push(
      await timeToAbort((signal) => search(SEARCHES[round % SEARCHES.length]!, signal), round * 12),
    );
  }
  const rows = [
    ...SEARCHES.flatMap((what) =>
      searchRows(
        what,
        found.filter(({ words, within }) => words === what.words && within === what.within),
      ),
    ),
    abortRow(aborts.filter((value) => value !== null)),
    growthRow(warmHeap, after, before, indexed, nameIndexOf(granted).size),
    coldRow(cold.milliseconds, coldContent.milliseconds),
  ];
  return { rows, details: { found, aborts, heapMb: { heaps, before, indexed, warmHeap, after } } };
}

/** Milliseconds from aborting a running search until it has ended; null when it was over before. */
async function timeToAbort(
  start: (signal: AbortSignal) => Promise<unknown>,
  afterMs: number,
): Promise<number | null> {
  const abort = new AbortController();
  const ended = start(abort.signal).then(
    () => null,
    () => performance.now(),
  );
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const at = performance.now();
  abort.abort();
  const end = await ended;
  return end === null ? null : end - at;
}

function searchRows(
  { words, within }: Pick<Search, 'words' | 'within'>,
  found: readonly Measured[],
): readonly Row[] {
  const where = within === 'both' ? 'name or content' : within;
  const seen = `${found[0]?.total ?? 0} found${found.every(({ complete }) => complete) ? ', all looked at' : ''}`;
  const row = (measurement: string, values: readonly number[], target: number | null, other: string): Row => {
    const { p50, p99, max } = summarize(values);
    const told = `max ${max.toFixed(0)}${other}`;
    return {
      measurement,
      p50,
      p99,
      other: told,
      target: target === null ? '' : `<= ${target}`,
      met: target === null ? null : p99 <= target,
    };
  };
  return [
    row(
      `files: first result, "${words}" in ${where}`,
      found.map(({ first }) => first),
      TARGET_MS,
      '',
    ),
    row(
      '  its whole answer',
      found.map(({ milliseconds }) => milliseconds),
      null,
      `; ${seen}`,
    ),
  ];
}

function abortRow(aborts: readonly number[]): Row {
  const { p50, p99, max, count } = summarize(aborts);
  return {
    measurement: 'files: cancelled to ended',
    p50,
    p99,
    other: `max ${max.toFixed(0)} of ${count}`,
    target: `<= ${ABORT_TARGET_MS}`,
    met: max <= ABORT_TARGET_MS,
  };
}

function growthRow(warm: number, after: number, before: number, indexed: number, names: number): Row {
  const growth = after - warm;
  return {
    measurement: `files: heap after ${ROUNDS * SEARCHES.length} more searches`,
    p50: null,
    p99: null,
    other: `${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB; ${names.toLocaleString('en')} names take ${(indexed - before).toFixed(1)} MB`,
    target: `<= +${TARGET_GROWTH_MB} MB`,
    met: growth <= TARGET_GROWTH_MB,
  };
}

function coldRow(byName: number, byContent: number): Row {
  return {
    measurement: 'files: the first search of all, by name',
    p50: byName,
    p99: null,
    other: `the first one by content after it ${byContent.toFixed(0)}`,
    target: '',
    met: null,
  };
}

function heapMb(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / MB;
}

async function fill(root: string): Promise<void> {
  const random = seededRandom(7);
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  let number = 0;
  for (let at = 0; at < FOLDERS; at += 1) {
    const folder = join(root, `${any(WORDS)} ${at % 20}`, `${any(WORDS)} ${at % 200}`, `${any(WORDS)}-${at}`);
    await mkdir(folder, { recursive: true });
    const writes = Array.from({ length: FILES_EACH }, () => {
      const name = `${any(WORDS)} ${any(WORDS)} ${(number += 1)}.${any(EXTENSIONS)}`;
      return writeFile(join(folder, name), `${any(WORDS)} ${any(WORDS)} ${any(WORDS)} ${number}\n`);
    });
    await Promise.all(writes);
  }
  await writeFile(join(root, 'Needle in the haystack.txt'), 'found\n');
}
