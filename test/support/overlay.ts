import { spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import type { Locator, Page } from '@playwright/test';
import { pageAt, type ParleyApp } from './app';
import { until } from './until';

const run = promisify(execFile);

/** What a program of the X window system says. */
async function xdotool(...args: readonly string[]): Promise<string> {
  return (await run('xdotool', [...args])).stdout.trim();
}

/** The overlay of a running app, as the person and the window system see it. */
export class ShownOverlay {
  private constructor(
    private readonly app: ParleyApp,
    readonly page: Page,
    readonly state: Locator,
  ) {}

  /** Waits for its page; it is made ahead while a talk is likely. */
  static async of(app: ParleyApp): Promise<ShownOverlay> {
    const page = await pageAt(app.electron, '/overlay.html');
    return new ShownOverlay(app, page, page.getByRole('status', { name: 'Conversation state', exact: true }));
  }

  /** Whether the window system shows it. */
  async onScreen(): Promise<boolean> {
    return (await idOf('overlay')) !== null;
  }

  async waitFor(state: 'shown' | 'gone', timeoutMs = 15_000): Promise<void> {
    await until(`the overlay is ${state}`, async () => (await this.onScreen()) === (state === 'shown'), {
      timeoutMs,
    });
  }

  /** The window's place on the screen. */
  bounds(): Promise<{
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }> {
    return this.app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('/overlay.html'))!
        .getBounds(),
    );
  }

  /** Clicks on something with the real pointer: the window has no focus to give it. */
  async click(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    const { x, y } = await this.bounds();
    if (!box) throw new Error('There is nothing to click.');
    await pointTo(x + box.x + box.width / 2, y + box.y + box.height / 2);
    await xdotool('click', '1');
  }
}

/** A window of another program. */
export class OtherWindow {
  private constructor(private readonly child: ChildProcess) {}

  /** Opens it and gives it the focus. */
  static async open(): Promise<OtherWindow> {
    const child = spawn('display', ['-title', 'other', 'xc:gray[1100x700]'], { stdio: 'ignore' });
    const other = new OtherWindow(child);
    await until('the other window is there', async () => (await idOf('other')) !== null);
    await other.focus();
    return other;
  }

  async focus(): Promise<void> {
    const id = await idOf('other');
    await xdotool('windowactivate', '--sync', id!);
    await until('the other window has the focus', () => this.focused());
  }

  async focused(): Promise<boolean> {
    return (await xdotool('getwindowfocus', 'getwindowname').catch(() => '')) === 'other';
  }

  close(): void {
    this.child.kill('SIGTERM');
  }
}

/** Whether the pointer finds the overlay at a place of the screen. */
export async function findsOverlay(x: number, y: number): Promise<boolean> {
  await pointTo(x, y);
  const found = /WINDOW=(\d+)/.exec(await xdotool('getmouselocation', '--shell'))?.[1];
  return found !== undefined && (await xdotool('getwindowname', found).catch(() => '')) === 'Parley overlay';
}

/** Takes a picture of the whole screen. */
export async function picture(file: string): Promise<void> {
  await run('import', ['-window', 'root', file]);
}

async function pointTo(x: number, y: number): Promise<void> {
  await xdotool('mousemove', '--sync', String(Math.round(x)), String(Math.round(y)));
}

async function idOf(what: 'overlay' | 'other'): Promise<string | null> {
  const name = what === 'overlay' ? '^Parley overlay$' : '^other$';
  const found = await xdotool('search', '--onlyvisible', '--name', name).catch(() => '');
  return found.split('\n').find(Boolean) ?? null;
}
