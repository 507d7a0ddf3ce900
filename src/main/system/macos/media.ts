import { can, cannot, type MediaAction, type MediaPlayers } from '../desktop';
import type { RunProgram } from '../run-program';

/** Players that can be told; a program may not press the media keys. */
const PLAYERS = ['Spotify', 'Music'] as const;

/** The verbs of both players' dictionaries; Spotify knows no "stop". */
const VERBS = {
  play: 'play',
  pause: 'pause',
  next: 'next track',
  previous: 'previous track',
  stop: 'pause',
} as const satisfies Record<MediaAction, string>;

/** Media players on macOS: Spotify and Music, whichever plays, else whichever runs. None is started. */
export function macosMedia(run: RunProgram): MediaPlayers {
  const stateOf = async (player: string, signal: AbortSignal) => {
    const ask = `if application "${player}" is running then tell application "${player}" to player state as text`;
    const outcome = await run('osascript', ['-e', ask], { signal });
    return outcome.ok ? outcome.output.trim() : '';
  };
  return {
    async playing(signal) {
      const states = await Promise.all(PLAYERS.map((player) => stateOf(player, signal)));
      return can(PLAYERS.filter((_, at) => states[at] === 'playing'));
    },
    async control(action, wanted, signal) {
      const players = PLAYERS.filter((player) => wanted === null || player === wanted);
      const states = await Promise.all(players.map((player) => stateOf(player, signal)));
      const at = states.includes('playing') ? states.indexOf('playing') : states.findIndex(Boolean);
      const player = players[at];
      if (!player)
        return cannot('Neither Music nor Spotify is running; no other player can be told on macOS.');
      const outcome = await run('osascript', ['-e', `tell application "${player}" to ${VERBS[action]}`], {
        signal,
      });
      return outcome.ok ? can({ player }) : cannot(`${player} did not answer, or macOS did not allow it.`);
    },
  };
}
