import { cannot, type SystemParts } from '../desktop';
import type { RunProgram } from '../run-program';
import { freeMemory } from '../computer';
import { electronScreen, type CaptureScreen } from '../screen';
import { windowsPower } from './battery';
import { windowsBrightness } from './brightness';
import { windowsLock } from './lock';
import { windowsMedia } from './media';
import { windowsVolume } from './volume';

const NO_DND = cannot('Windows does not tell programs whether Do not disturb is on.');

/** What Windows can do. */
export function windowsDesktop(run: RunProgram, capture: CaptureScreen): SystemParts {
  return {
    screen: electronScreen(capture, 'The screen gave no picture.'),
    volume: windowsVolume(run),
    media: windowsMedia(run),
    brightness: windowsBrightness(run),
    lock: windowsLock(run),
    power: windowsPower(run),
    memory: freeMemory,
    doNotDisturb: { read: () => Promise.resolve(NO_DND) },
    systemSound: { isQuiet: () => Promise.resolve('unknown') },
  };
}
