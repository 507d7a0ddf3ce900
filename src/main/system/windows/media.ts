import { can, cannot, type MediaAction, type MediaPlayers } from '../desktop';
import type { RunProgram } from '../run-program';
import { powerShell } from './power-shell';

/** Virtual key codes of the media keys. Play and pause are one key. */
const KEYS = {
  play: 0xb3,
  pause: 0xb3,
  next: 0xb0,
  previous: 0xb1,
  stop: 0xb2,
} as const satisfies Record<MediaAction, number>;

const SCRIPT = `
$ErrorActionPreference = 'Stop'
Add-Type -Name Keys -Namespace Parley -MemberDefinition '[DllImport("user32.dll")] public static extern void keybd_event(byte key, byte scan, uint flags, UIntPtr extra);'
$key = [byte]$env:PARLEY_KEY
[Parley.Keys]::keybd_event($key, 0, 1, [UIntPtr]::Zero)
[Parley.Keys]::keybd_event($key, 0, 3, [UIntPtr]::Zero)
`;

/** Media players on Windows: a media key is pressed, and whoever plays hears it. */
export function windowsMedia(run: RunProgram): MediaPlayers {
  return {
    // One key pauses and plays: pressed when nothing plays, it would start something.
    playing: () => Promise.resolve(cannot('Windows does not tell Parley what plays.')),
    async control(action, _player, signal) {
      const outcome = await powerShell(run, SCRIPT, { PARLEY_KEY: `${KEYS[action]}` }, signal);
      return outcome.ok ? can({ player: null }) : cannot('Windows did not take the media key.');
    },
  };
}
