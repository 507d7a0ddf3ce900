import type { Grant } from '../../shared/settings/schema';
import type { GrantedFiles } from './granted-files';

/** Names kept of a folder; the recognizer takes a hundred in all. */
const MOST_ENTRIES = 200;

/** A granted folder with the names of what lies in it. */
interface NamesOfGrant {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly string[];
}

/**
 * The names that the recognizer may be told to expect: of granted folders and what lies directly in them. Read
 * ahead of the talk, because a configuration cannot wait for the disk.
 */
export class GrantNames {
  private known: readonly NamesOfGrant[] = [];

  constructor(
    private readonly grants: () => readonly Grant[],
    private readonly files: Pick<GrantedFiles, 'resolve' | 'entries'>,
  ) {}

  /** As of the last look; a folder not looked at yet has no entries. */
  current(): readonly NamesOfGrant[] {
    return this.grants().map(
      ({ id, path }) =>
        this.known.find((names) => names.id === id) ?? { id, name: lastPart(path), entries: [] },
    );
  }

  /** Looks at the folders again. Never rejects: a folder that cannot be read has no names. */
  async look(): Promise<void> {
    this.known = await Promise.all(
      this.grants().map(async ({ id, path }) => ({
        id,
        name: lastPart(path),
        entries: await this.entriesOf(path),
      })),
    );
  }

  private async entriesOf(path: string): Promise<readonly string[]> {
    try {
      const found = await this.files.resolve(path);
      if (!found.ok) return [];
      const entries = await this.files.entries(found.path, MOST_ENTRIES);
      return entries.map((entry) => lastPart(entry.path.absolute));
    } catch {
      // Gone or not readable now: the tools will say so when it matters.
      return [];
    }
  }
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}
