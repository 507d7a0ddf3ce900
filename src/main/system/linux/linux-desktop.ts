import type { SystemParts } from '../desktop';
import type { RunProgram } from '../run-program';
import { freeMemory } from '../computer';
import { electronScreen, waylandScreen, type CaptureScreen } from '../screen';
import { linuxPower } from './battery';
import { linuxBrightness } from './brightness';
import { linuxDoNotDisturb } from './do-not-disturb';
import { linuxLock } from './lock';
import { linuxMedia } from './media';
import { linuxSystemSound } from './system-sound';
import { linuxVolume } from './volume';

/** What Linux can do. `own`: ids of our processes. */
export function linuxDesktop(
  run: RunProgram,
  capture: CaptureScreen,
  own: () => readonly number[],
  environment: NodeJS.ProcessEnv,
): SystemParts {
  const wayland = environment['XDG_SESSION_TYPE'] === 'wayland' || Boolean(environment['WAYLAND_DISPLAY']);
  return {
    screen: wayland ? waylandScreen(run) : electronScreen(capture, 'The screen gave no picture.'),
    volume: linuxVolume(run),
    media: linuxMedia(run, own),
    brightness: linuxBrightness(run),
    lock: linuxLock(run),
    power: linuxPower(),
    memory: freeMemory,
    doNotDisturb: linuxDoNotDisturb(run, environment['XDG_CURRENT_DESKTOP'] ?? ''),
    systemSound: linuxSystemSound(run, own),
  };
}
