/** What Node tells of a computer on every system. */
import { statfs } from 'node:fs/promises';
import { freemem, totalmem, type networkInterfaces } from 'node:os';
import { can, cannot, type Disk, type Memory, type Network, type NetworkInterface } from './desktop';

/** Room on the disk that holds `home`. */
export function diskOf(home: string): Disk {
  return {
    home: () =>
      statfs(home).then(
        ({ bsize, bavail, blocks }) => can({ free: bavail * bsize, total: blocks * bsize }),
        () => cannot('The disk does not tell how much room it has.'),
      ),
  };
}

/** The network; `online` is Electron's `net.isOnline`, which asks nobody. */
export function networkOf(online: () => boolean, interfaces: typeof networkInterfaces): Network {
  return {
    read: () =>
      can({
        online: online(),
        interfaces: Object.entries(interfaces()).flatMap(([name, addresses = []]): NetworkInterface[] => {
          const outer = addresses.filter(({ internal }) => !internal).map(({ address }) => address);
          return outer.length > 0 ? [{ name, kind: kindOf(name), addresses: outer }] : [];
        }),
      }),
  };
}

/** By the names that systems give; macOS calls both kinds "en". */
function kindOf(name: string): NetworkInterface['kind'] {
  if (/^(wl|wi-?fi|wireless)/iu.test(name)) return 'wireless';
  return /^(eth|enp|eno|ens|enx|end)/iu.test(name) ? 'wired' : 'other';
}

/** Memory where Node counts what can be dropped as free: on Linux and Windows. */
export const freeMemory: Memory = {
  read: () => Promise.resolve(can({ available: freemem(), total: totalmem() })),
};
