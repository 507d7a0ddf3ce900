/** For tests: a desktop of which only the named parts work. */
import { cannot, type Desktop } from './desktop';

/** Everything that is not given says that it cannot. */
export function desktopOf(parts: Partial<Desktop> = {}): Desktop {
  const no = cannot('This computer cannot do that.');
  const never = () => Promise.resolve(no);
  return {
    clipboard: { read: never, replace: never, restore: () => Promise.resolve('forgotten') },
    screen: { capture: never },
    volume: { read: never, set: never },
    media: { playing: never, control: never },
    brightness: { read: never, set: never },
    lock: { lock: never },
    power: { battery: never },
    disk: { home: never },
    memory: { read: never },
    network: { read: () => no },
    doNotDisturb: { read: never },
    systemSound: { isQuiet: () => Promise.resolve('unknown') },
    ...parts,
  };
}
