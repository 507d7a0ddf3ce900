import { readFile, rename } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { z } from 'zod';
import { errorCode } from '../../shared/error-code';
import { ProblemError, type Problem } from '../../shared/problem';
import { sweepHalves, writeWhole } from './atomic-file';
import { InTurn } from './in-turn';

/** What a {@link JsonFile} is made with. */
export interface JsonFileWorld<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What there is while there is no file. */
  readonly empty: T;
  readonly now: () => Date;
  /** What it holds, for people: "to-do list". */
  readonly called: string;
  /** The file could not be read and was kept aside. */
  readonly onProblem: (problem: Problem) => void;
}

/**
 * One value in one JSON file. It is read once and then held; every change is on the disk before it counts. A file that
 * does not fit its schema is kept aside under another name and told.
 */
export class JsonFile<T> {
  private readonly turns = new InTurn();
  private held: { readonly value: T } | null = null;

  constructor(private readonly world: JsonFileWorld<T>) {}

  /** The value. Rejects with {@link ProblemError} when the disk cannot be read. */
  read(): Promise<T> {
    return this.turns.run(() => this.load());
  }

  /**
   * Changes the value; what `step` returns beside it comes back. Nothing is written when the value stays the same
   * object. Rejects with {@link ProblemError} when the disk refuses; the value is then what it was.
   */
  change<R>(step: (value: T) => readonly [T, R]): Promise<R> {
    return this.turns.run(async () => {
      const before = await this.load();
      const [after, result] = step(before);
      if (after === before) return result;
      try {
        await writeWhole(this.world.path, `${JSON.stringify(after, null, 2)}\n`);
      } catch {
        throw new ProblemError(unwritable(this.world.called));
      }
      this.held = { value: after };
      return result;
    });
  }

  private async load(): Promise<T> {
    if (this.held) return this.held.value;
    await sweepHalves(dirname(this.world.path));
    const value = await this.fromDisk();
    this.held = { value };
    return value;
  }

  private async fromDisk(): Promise<T> {
    let text: string;
    try {
      text = await readFile(this.world.path, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return this.world.empty;
      throw new ProblemError(unreadable(this.world.called));
    }
    const parsed = this.world.schema.safeParse(fromJson(text));
    return parsed.success ? parsed.data : this.setAside();
  }

  private async setAside(): Promise<T> {
    const { path, now, called, empty, onProblem } = this.world;
    const { dir, name, ext } = parse(path);
    const aside = `${name}.kept-${now().toISOString().replace(/[:.]/g, '-')}${ext}`;
    try {
      await rename(path, join(dir, aside));
    } catch {
      throw new ProblemError(unreadable(called));
    }
    onProblem({
      code: 'mind_file_unreadable',
      sentence: `The ${called} could not be read, so it begins empty.`,
      next: `The old file was kept as ${aside}.`,
    });
    return empty;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unwritable = (called: string): Problem => ({
  code: 'mind_unwritable',
  sentence: `The ${called} could not be saved.`,
  next: 'Check that the disk has room and that Parley may write to its folder.',
});

const unreadable = (called: string): Problem => ({
  code: 'mind_unreadable',
  sentence: `The ${called} could not be read.`,
  next: 'Check that Parley may read its own folder.',
});
