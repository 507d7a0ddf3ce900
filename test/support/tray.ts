import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asUser, ensureUnprivilegedUser } from '../../build/setup/unprivileged-user.mjs';
import { now } from './clock';
import { handOver, makeTempFolder } from './temp-folder';
import { until } from './until';

const run = promisify(execFile);

/** A panel with nothing but a tray, at the lower edge of the screen. */
const CONFIG = `
panel_items = S
panel_size = 100% 30
panel_position = bottom center horizontal
panel_background_id = 1
systray_icon_size = 24
rounded = 0
border_width = 0
background_color = BACKGROUND 100
border_color = BACKGROUND 100
`;

/** A real panel (tint2) on the desktop of the tests. */
export interface TrayPanel {
  /** Waits for Parley's icon; resolves to when it was seen. */
  waitForIcon(): Promise<number>;
  waitForNoIcon(): Promise<unknown>;
  /** Clicks on the icon: 1 the left button, 3 the right one. */
  click(button: 1 | 3): Promise<void>;
  /** Keeps a picture of the whole screen. */
  picture(file: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the panel, dark or light. */
export async function startTray(background: 'dark' | 'light' = 'dark'): Promise<TrayPanel> {
  const user = await ensureUnprivilegedUser();
  const folder = await makeTempFolder('tray');
  const config = join(folder.path, 'tint2rc');
  writeFileSync(config, CONFIG.replaceAll('BACKGROUND', background === 'dark' ? '#202224' : '#f4f4f4'));
  await handOver(config);
  const command = [...asUser(user), 'tint2', '-c', config];
  const child: ChildProcess = spawn(command[0]!, command.slice(1), {
    cwd: folder.path,
    stdio: 'ignore',
    env: { ...process.env, HOME: folder.path },
  });
  await until('the panel is there', () => windows('^tint2$', '--class'));
  const icon = async () => (await windows('parley|electron', '--class')).find(({ width }) => width <= 40);
  return {
    waitForIcon: async () => {
      await until('the icon is in the tray', icon, { everyMs: 10, timeoutMs: 20_000 });
      return now();
    },
    waitForNoIcon: () => until('the tray is empty', async () => !(await icon()), { timeoutMs: 20_000 }),
    click: async (button) => {
      const seen = await until('the icon is in the tray', icon);
      const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2].map(Math.round);
      await run('xdotool', ['mousemove', String(x), String(y), 'click', String(button)]);
    },
    picture: async (file) => {
      await run('import', ['-window', 'root', file]);
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      folder.remove();
    },
  };
}

interface SeenWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The visible X windows of that kind. */
async function windows(pattern: string, by: '--class' | '--name'): Promise<readonly SeenWindow[]> {
  const found = await run('xdotool', ['search', '--onlyvisible', by, pattern]).catch(() => null);
  const ids = found?.stdout.split('\n').filter(Boolean) ?? [];
  const seen = await Promise.all(
    ids.map(async (id) => {
      const told = await run('xdotool', ['getwindowgeometry', '--shell', id]).catch(() => null);
      const read = (key: string) =>
        Number(new RegExp(`^${key}=(-?\\d+)$`, 'm').exec(told?.stdout ?? '')?.[1]);
      return { x: read('X'), y: read('Y'), width: read('WIDTH'), height: read('HEIGHT') };
    }),
  );
  return seen.filter(({ width }) => width > 0);
}
