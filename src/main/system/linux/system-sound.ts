import type { Quietness, SystemSound } from '../desktop';
import type { RunProgram } from '../run-program';

/** A spoken word waits for this. */
const LIMIT_MS = 150;

/** Who plays on the sound server; `own` are the ids of our processes. */
export function linuxSystemSound(run: RunProgram, own: () => readonly number[]): SystemSound {
  return {
    async isQuiet(): Promise<Quietness> {
      const outcome = await run('pactl', ['list', 'sink-inputs'], { limitMs: LIMIT_MS });
      if (!outcome.ok) return 'unknown';
      return soundsIn(outcome.output, own()) ? 'sounding' : 'quiet';
    },
  };
}

/**
 * Whether a stream of another program plays, from `pactl list sink-inputs`. Titles of songs and pages stand in that
 * list with their line breaks: what counts stands before them, and where they confuse, it sounds.
 */
export function soundsIn(list: string, own: readonly number[]): boolean {
  return list
    .split(/^(?=Sink Input #\d+$)/mu)
    .filter((stream) => stream.trim() !== '')
    .some((stream) => !isSilent(stream) && !isOwn(stream, own));
}

function isSilent(stream: string): boolean {
  const first = (name: string) => new RegExp(`^\\t${name}: (yes|no)$`, 'mu').exec(stream)?.[1];
  return first('Corked') === 'yes' || first('Mute') === 'yes';
}

/** A quote inside a title is written with a backslash, so no title can look like this line. */
function isOwn(stream: string, own: readonly number[]): boolean {
  const ids = [...stream.matchAll(/^\t\tapplication\.process\.id = "(\d+)"$/gmu)].map(([, id]) => Number(id));
  return ids.length > 0 && ids.every((id) => own.includes(id));
}
