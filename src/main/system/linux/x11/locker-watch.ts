/**
 * Lockers that tell no bus (i3lock started by itself, slock, xtrlock): what covers the whole screen by itself, and
 * either calls itself a locker or has no name and holds the keyboard. Launchers and pictures of the screen do that too,
 * but have names. The server tells of windows that come and go, so nothing has to be looked for.
 */
import { NoXServer, stayAtXServer, type XConnection } from './connection';
import { readWindowNews, type Place } from './screen-wire';

const LOCKERS = /^(?:i3lock|slock|xtrlock|xlock|xsecurelock|xscreensaver)\b/i;
/** So long after its window came a locker without a name may have taken the keyboard, in milliseconds. */
const LOOKS_MS = [0, 300, 1_500, 5_000] as const;

/**
 * Tells each time such a locker covers the screen or is gone. Never rejects: where there is no X server of our own,
 * nothing is told. Resolves, once it watches, to what ends it.
 */
export async function watchLocker(
  env: NodeJS.ProcessEnv,
  home: string,
  told: (locked: boolean) => void,
): Promise<() => void> {
  // An X server under Wayland knows neither what covers the screen nor who has the keyboard.
  if (!env['DISPLAY'] || env['XDG_SESSION_TYPE'] === 'wayland' || env['WAYLAND_DISPLAY'])
    return () => undefined;
  /** Windows that put themselves on the screen and are still there. */
  const shown = new Set<number>();
  const locking = new Set<number>();
  const look = async (server: XConnection, window: number) => {
    for (const wait of LOOKS_MS) {
      if (wait > 0) await new Promise<void>((resolve) => setTimeout(resolve, wait).unref());
      if (!shown.has(window)) return;
      const judged = await judge(server, window);
      // It may have gone while the server was asked.
      if (judged === 'locker' && shown.has(window)) {
        locking.add(window);
        if (locking.size === 1) told(true);
      }
      if (judged !== 'unknown') return;
    }
  };
  try {
    const { server, leave } = await stayAtXServer(env, home, (event) => {
      const news = readWindowNews(event);
      if (news?.type === 'shown' && !news.managed) {
        shown.add(news.window);
        look(server, news.window).catch(ignoreGone);
      } else if (news?.type === 'gone') {
        shown.delete(news.window);
        if (locking.delete(news.window) && locking.size === 0) told(false);
      }
    });
    await server.follow(server.root);
    return leave;
  } catch (error) {
    ignoreGone(error);
    return () => undefined;
  }
}

/** Who watches the screen has nothing to watch once its server is gone. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof NoXServer)) throw error;
}

async function judge(server: XConnection, window: number): Promise<'locker' | 'unknown' | 'other'> {
  const [place, screen] = [await server.place(window), await server.place(server.root)];
  if (!place || !screen || !covers(place, screen)) return 'other';
  const name = await server.text(window, 'WM_CLASS');
  if (name) return LOCKERS.test(name) ? 'locker' : 'other';
  return (await server.keyboardHeld()) ? 'locker' : 'unknown';
}

function covers(place: Place, screen: Place): boolean {
  const { x, y, width, height } = place;
  return x <= 0 && y <= 0 && x + width >= screen.width && y + height >= screen.height;
}
