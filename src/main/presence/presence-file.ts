import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InTurn } from '../mind/in-turn';
import { writeWhole } from '../mind/atomic-file';

const whole = z.number().int().min(-1_000_000).max(1_000_000);
const size = z.number().int().min(1).max(100_000);

const presenceSchema = z.object({
  version: z.literal(1),
  /** The window was on the screen once: from then on a start may be a hidden one. What was told is the settings'. */
  welcomed: z.boolean(),
  /** The person was told that closing the window does not quit. */
  toldResident: z.boolean(),
  /** Places of the main window, the last used first. */
  places: z
    .array(
      z.object({
        arrangement: z.string().max(1_000),
        bounds: z.object({ x: whole, y: whole, width: size, height: size }),
        maximized: z.boolean(),
      }),
    )
    .max(10),
});

/** What Parley remembers of its life on this computer: nothing that a person would call a setting. */
export type Presence = Readonly<z.infer<typeof presenceSchema>>;

const nothingYet: Presence = { version: 1, welcomed: false, toldResident: false, places: [] };

/** `presence.json` in Parley's folder. Losing it costs nothing but a window's place and a sentence told again. */
export class PresenceFile {
  private held: Presence;
  private readonly path: string;
  private readonly turns = new InTurn();
  private written: Promise<void> = Promise.resolve();

  /** Reads at once, because the window waits for its place. What cannot be read counts as never written. */
  constructor(
    folder: string,
    private readonly log: (line: string) => void,
  ) {
    this.path = join(folder, 'presence.json');
    this.held = read(this.path);
  }

  /** What is remembered now. */
  get current(): Presence {
    return this.held;
  }

  /** Remembers more, and writes it in the background. */
  change(patch: Partial<Omit<Presence, 'version'>>): void {
    const next = { ...this.held, ...patch };
    if (JSON.stringify(next) === JSON.stringify(this.held)) return;
    this.held = next;
    this.written = this.turns
      .run(() => writeWhole(this.path, `${JSON.stringify(next)}\n`))
      .catch(() => this.log('presence.json could not be written'));
  }

  /** Resolves when everything is written. */
  close(): Promise<void> {
    return this.written;
  }
}

function read(path: string): Presence {
  try {
    const parsed = presenceSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : nothingYet;
  } catch {
    return nothingYet;
  }
}
