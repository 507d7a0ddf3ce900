import { cannot, type SystemParts } from '../desktop';
import type { RunProgram } from '../run-program';
import { electronScreen, type CaptureScreen } from '../screen';
import { macosPower } from './battery';
import { macosLock } from './lock';
import { macosMedia } from './media';
import { macosMemory } from './memory';
import { macosVolume } from './volume';

const NO_SCREEN =
  'macOS has not allowed Parley to record the screen; that is allowed in System Settings, under Privacy and Security.';
const NO_BRIGHTNESS = cannot('macOS does not let programs change the brightness.');
const NO_FOCUS = cannot('macOS does not tell programs whether a Focus is on.');

/** What macOS can do. */
export function macosDesktop(run: RunProgram, capture: CaptureScreen): SystemParts {
  return {
    screen: electronScreen(capture, NO_SCREEN),
    volume: macosVolume(run),
    media: macosMedia(run),
    brightness: { read: () => Promise.resolve(NO_BRIGHTNESS), set: () => Promise.resolve(NO_BRIGHTNESS) },
    lock: macosLock(run),
    power: macosPower(run),
    memory: macosMemory(run),
    doNotDisturb: { read: () => Promise.resolve(NO_FOCUS) },
    systemSound: { isQuiet: () => Promise.resolve('unknown') },
  };
}
