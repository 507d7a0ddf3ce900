import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../support/until';

const execute = promisify(execFile);
/** A window that shows something has text in it, and text has many shades. */
const FEWEST_COLOURS = 40;

/** What a person at the screen sees and presses: windows by their titles, pictures, keys. Needs X11. */
export class Screen {
  constructor(
    private readonly environment: Readonly<Record<string, string>>,
    /** Where pictures are put. */
    private readonly artifacts: string,
  ) {}

  /** The id of a visible window of exactly this title. */
  waitForWindow(title: string, timeoutMs: number): Promise<string> {
    return until(
      `a window titled ${title}`,
      () =>
        this.run('xdotool', ['search', '--onlyvisible', '--name', `^${title}$`])
          .then((ids) => ids.split('\n')[0])
          .catch(() => null),
      { timeoutMs, everyMs: 50 },
    );
  }

  titleOf(window: string): Promise<string> {
    return this.run('xdotool', ['getwindowname', window]);
  }

  /** Gives a window the focus. */
  async activate(window: string): Promise<void> {
    await this.run('xdotool', ['windowactivate', '--sync', window]);
  }

  /** Presses a key or chord, as xdotool names it. */
  async press(key: string): Promise<void> {
    await this.run('xdotool', ['key', key]);
  }

  /** Takes a picture of a window; resolves to the number of colours in it. */
  async picture(window: string, name: string): Promise<number> {
    const file = join(this.artifacts, `${name}.png`);
    await this.run('import', ['-window', window, file]);
    return Number(await this.run('identify', ['-format', '%k', file]));
  }

  /** Resolves once the window is not blank. */
  async waitForPicture(window: string, name: string, timeoutMs: number): Promise<void> {
    await until(
      'the window shows something',
      async () => (await this.picture(window, name)) >= FEWEST_COLOURS,
      { timeoutMs, everyMs: 100 },
    );
  }

  private async run(program: string, args: readonly string[]): Promise<string> {
    const env = { PATH: process.env['PATH'], ...this.environment };
    const { stdout } = await execute(program, [...args], { env, timeout: 15_000 });
    return stdout.trim();
  }
}
