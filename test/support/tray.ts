import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { asUser, ensureUnprivilegedUser } from '../../build/setup/unprivileged-user.mjs';
import type { PresenceState } from '../../src/main/presence/presence-state';
import { drawTrayIcon } from '../../src/main/presence/tray-icon';
import { now } from './clock';
import { handOver, makeTempFolder } from './temp-folder';
import { until } from './until';

const run = promisify(execFile);

/** A panel with nothing but a tray, at the lower edge of the screen. Its background comes first: tint2 reads in order. */
const CONFIG = `
rounded = 0
border_width = 0
background_color = BACKGROUND 100
border_color = BACKGROUND 100

panel_items = S
panel_size = 100% 30
panel_position = bottom center horizontal
panel_background_id = 1
systray_icon_size = 24
`;

/** A real panel (tint2) on the desktop of the tests. */
export interface TrayPanel {
  /** Waits for Parley's icon; resolves to when it was seen. */
  waitForIcon(): Promise<number>;
  waitForNoIcon(): Promise<unknown>;
  /** Clicks on the icon: 1 the left button, 3 the right one. */
  click(button: 1 | 3): Promise<void>;
  /** Opens the menu and chooses from it by the keyboard: so many entries down, or up from its end if negative. */
  choose(steps: number): Promise<void>;
  /** Waits until the panel shows the icon of one of these states. */
  waitForState(states: readonly PresenceState[]): Promise<PresenceState>;
  /** Keeps a picture of the whole screen. */
  picture(file: string): Promise<void>;
  stop(): Promise<void>;
}

const COLOURS = { dark: '#202224', light: '#f4f4f4' } as const;
const STATES: readonly PresenceState[] = [
  'idle',
  'listening',
  'speaking',
  'working',
  'muted',
  'approval',
  'problem',
  'paused',
];
/** How far, on average, a shade that is seen may be from the drawn one: scaling blurs edges. */
const SAME = 20;

/** Starts the panel, dark or light. */
export async function startTray(background: 'dark' | 'light' = 'dark'): Promise<TrayPanel> {
  const user = await ensureUnprivilegedUser();
  const folder = await makeTempFolder('tray');
  const config = join(folder.path, 'tint2rc');
  writeFileSync(config, CONFIG.replaceAll('BACKGROUND', COLOURS[background]));
  await handOver(config);
  const command = [...asUser(user), 'tint2', '-c', config];
  const child: ChildProcess = spawn(command[0]!, command.slice(1), {
    cwd: folder.path,
    stdio: 'ignore',
    env: { ...process.env, HOME: folder.path },
  });
  await until('the panel is there', () => windows('^tint2$', '--class'));
  const icon = async () => (await windows('parley|electron', '--class')).find(({ width }) => width <= 40);
  const menu = async () =>
    (await windows('parley|electron', '--class')).find(({ width, height }) => width > 40 && height > 100);
  const click = async (button: 1 | 3) => {
    const seen = await until('the icon is in the tray', icon);
    const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2].map(Math.round);
    await run('xdotool', ['mousemove', String(x), String(y), 'click', String(button)]);
  };
  return {
    waitForIcon: async () => {
      await until('the icon is in the tray', icon, { everyMs: 10, timeoutMs: 20_000 });
      return now();
    },
    waitForNoIcon: () => until('the tray is empty', async () => !(await icon()), { timeoutMs: 20_000 }),
    click,
    choose: async (steps) => {
      await click(3);
      await until('the menu is open', menu);
      const key = steps < 0 ? 'Up' : 'Down';
      await run('xdotool', ['key', ...Array<string>(Math.abs(steps)).fill(key), 'Return']);
      await until('the menu is closed', async () => !(await menu()));
    },
    waitForState: (states) =>
      until(`the icon says ${states.join(' or ')}`, async () => {
        const seen = await icon();
        const state = seen && (await stateSeen(seen, COLOURS[background]));
        return state && states.includes(state) && state;
      }),
    picture: async (file) => {
      mkdirSync(dirname(file), { recursive: true });
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

/** The state whose icon is on the screen there; none when it is none of them. */
async function stateSeen(
  { x, y, width, height }: SeenWindow,
  background: string,
): Promise<PresenceState | null> {
  const size = Math.min(width, height);
  const crop = `${size}x${size}+${x}+${y}`;
  const args = ['-window', 'root', '-crop', crop, '+repage', '-depth', '8', 'rgb:-'];
  const { stdout: seen } = await run('import', args, { encoding: 'buffer' });
  const ground = [1, 3, 5].map((at) => parseInt(background.slice(at, at + 2), 16));
  const distances = STATES.map((state) => {
    const drawn = drawTrayIcon(state, size, 'coloured');
    let sum = 0;
    for (let pixel = 0; pixel < size * size; pixel += 1) {
      const through = 1 - drawn[pixel * 4 + 3]! / 255;
      for (let channel = 0; channel < 3; channel += 1) {
        const expected = drawn[pixel * 4 + 2 - channel]! + ground[channel]! * through;
        sum += Math.abs(expected - (seen[pixel * 3 + channel] ?? 0));
      }
    }
    return { state, distance: sum / (size * size * 3) };
  });
  const nearest = distances.reduce((best, next) => (next.distance < best.distance ? next : best));
  return nearest.distance < SAME ? nearest.state : null;
}
