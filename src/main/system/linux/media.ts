/** Media players on Linux: MPRIS, the interface that players and browsers offer on the session bus. */
import { can, cannot, type MediaAction, type MediaPlayers } from '../desktop';
import type { RunProgram } from '../run-program';
import { busCall, busNames, busProperty, type BusTarget } from './bus/dbus-send';

const PREFIX = 'org.mpris.MediaPlayer2.';
const PLAYER = 'org.mpris.MediaPlayer2.Player';
/** Players that are asked; nobody runs more. */
const MOST_PLAYERS = 12;

const METHODS = { play: 'Play', pause: 'Pause', next: 'Next', previous: 'Previous', stop: 'Stop' } as const;
/** Whether a player can; one that does not tell is told all the same. */
const ABILITIES = {
  play: 'CanPlay',
  pause: 'CanPause',
  next: 'CanGoNext',
  previous: 'CanGoPrevious',
  stop: 'CanControl',
} as const satisfies Record<MediaAction, string>;
const REFUSALS: Readonly<Record<MediaAction, (player: string) => string>> = {
  play: (player) => `${player} has nothing to play.`,
  pause: (player) => `${player} cannot pause now.`,
  next: (player) => `${player} has nothing after this.`,
  previous: (player) => `${player} has nothing before this.`,
  stop: (player) => `${player} cannot be stopped from outside.`,
};

/** Players on the session bus but our own; `own` are the ids of our processes. */
export function linuxMedia(run: RunProgram, own: () => readonly number[]): MediaPlayers {
  return {
    async playing(signal) {
      const names = (await busNames(run, PREFIX, signal)).filter((name) => !isOwn(name, own()));
      const players = names.slice(0, MOST_PLAYERS);
      const states = await statesOf(run, players, signal);
      return can(players.filter((_, at) => states[at] === 'Playing').map(playerName));
    },
    async control(action, wanted, signal) {
      const names = (await busNames(run, PREFIX, signal)).filter((name) => !isOwn(name, own()));
      const players = wanted === null ? names : names.filter((name) => playerName(name) === wanted);
      const chosen = await choose(run, players.slice(0, MOST_PLAYERS), signal);
      if (chosen === null) return cannot('No media player is running.');
      const name = playerName(chosen);
      const target = targetOf(chosen);
      if ((await busProperty(run, target, PLAYER, ABILITIES[action], signal)) === 'false') {
        return cannot(REFUSALS[action](capital(name)));
      }
      const outcome = await busCall(run, target, `${PLAYER}.${METHODS[action]}`, [], signal);
      return outcome.ok ? can({ player: name }) : cannot(`${capital(name)} did not answer.`);
    },
  };
}

/** "org.mpris.MediaPlayer2.firefox.instance_1_84" is "firefox". */
function playerName(busName: string): string {
  return busName.slice(PREFIX.length).split('.')[0]!;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Chromium puts the id of its process into the name, and we are a Chromium. */
function isOwn(busName: string, own: readonly number[]): boolean {
  const instance = /\.instance_?(\d+)$/u.exec(busName)?.[1];
  return instance !== undefined && own.includes(Number(instance));
}

function targetOf(name: string): BusTarget {
  return { bus: 'session', name, path: '/org/mpris/MediaPlayer2' };
}

/** The one that plays, else one that is paused, else any. */
async function choose(
  run: RunProgram,
  players: readonly string[],
  signal: AbortSignal,
): Promise<string | null> {
  const states = await statesOf(run, players, signal);
  const inState = (state: string) => players[states.indexOf(state)];
  return inState('Playing') ?? inState('Paused') ?? players[0] ?? null;
}

function statesOf(run: RunProgram, players: readonly string[], signal: AbortSignal) {
  return Promise.all(
    players.map((name) => busProperty(run, targetOf(name), PLAYER, 'PlaybackStatus', signal)),
  );
}
