import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { can, cannot, type Answer, type ScreenCapture } from './desktop';
import type { RunProgram } from './run-program';

/** A picture of the main screen as PNG; null when the system gives none. */
export type CaptureScreen = () => Promise<Uint8Array | null>;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Pictures by way of Electron; `refusal` says what the person can do when there is none. */
export function electronScreen(capture: CaptureScreen, refusal: string): ScreenCapture {
  return {
    async capture(signal) {
      const png = await capture().catch(() => null);
      signal.throwIfAborted();
      return png ? asPng(png, refusal) : cannot(refusal);
    },
  };
}

/** Programs of Wayland desktops that may take a picture unasked; the file's path comes last. */
const WAYLAND_PROGRAMS = [
  ['grim'],
  ['spectacle', '--background', '--nonotify', '--fullscreen', '--output'],
  ['gnome-screenshot', '--file'],
] as const;
const WAYLAND_REFUSAL =
  'This desktop (Wayland) lets no program take a picture of the screen unless it has one of its own for that: grim, Spectacle or GNOME Screenshot.';

/** Pictures on Wayland, where only the desktop's own programs may take them. */
export function waylandScreen(run: RunProgram): ScreenCapture {
  return {
    async capture(signal) {
      const folder = await mkdtemp(join(tmpdir(), 'parley-screen-'));
      try {
        const file = join(folder, 'screen.png');
        for (const [program, ...args] of WAYLAND_PROGRAMS) {
          if (!(await run(program, [...args, file], { signal })).ok) continue;
          const png = await readFile(file).catch(() => null);
          if (png) return asPng(png, WAYLAND_REFUSAL);
        }
        return cannot(WAYLAND_REFUSAL);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function asPng(bytes: Uint8Array, refusal: string): Answer<Uint8Array> {
  return PNG.equals(bytes.subarray(0, PNG.length)) ? can(bytes) : cannot(refusal);
}
