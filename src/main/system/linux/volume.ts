import { can, cannot, type Answer, type Volume, type VolumeLevel } from '../desktop';
import type { RunProgram } from '../run-program';

/** One of Linux's three ways to the volume: a program's calls and how its answers are read. */
interface Mixer {
  readonly program: string;
  /** Calls whose joined output tells level and mute. */
  readonly read: readonly (readonly string[])[];
  readonly level: (percent: number) => readonly string[];
  readonly mute: (muted: boolean) => readonly string[];
  readonly parse: (output: string) => VolumeLevel | null;
}

/** PulseAudio, also as PipeWire plays it. */
const pactl: Mixer = {
  program: 'pactl',
  read: [
    ['get-sink-volume', '@DEFAULT_SINK@'],
    ['get-sink-mute', '@DEFAULT_SINK@'],
  ],
  level: (percent) => ['set-sink-volume', '@DEFAULT_SINK@', `${percent}%`],
  mute: (muted) => ['set-sink-mute', '@DEFAULT_SINK@', muted ? '1' : '0'],
  parse(output) {
    // Channels may differ; the loudest is what a person calls the volume.
    const levels = [...output.matchAll(/\/\s*(\d+)%/gu)].map(([, percent]) => Number(percent));
    const mute = /^Mute: (yes|no)$/mu.exec(output)?.[1];
    return levels.length > 0 && mute ? { percent: Math.max(...levels), muted: mute === 'yes' } : null;
  },
};

/** PipeWire without PulseAudio's programs. */
const wpctl: Mixer = {
  program: 'wpctl',
  read: [['get-volume', '@DEFAULT_AUDIO_SINK@']],
  level: (percent) => ['set-volume', '@DEFAULT_AUDIO_SINK@', `${percent}%`],
  mute: (muted) => ['set-mute', '@DEFAULT_AUDIO_SINK@', muted ? '1' : '0'],
  parse(output) {
    const level = /^Volume: (\d+\.\d+)/mu.exec(output)?.[1];
    return level ? { percent: Math.round(Number(level) * 100), muted: output.includes('[MUTED]') } : null;
  },
};

/** ALSA alone. */
const amixer: Mixer = {
  program: 'amixer',
  read: [['-M', 'sget', 'Master']],
  level: (percent) => ['-M', 'sset', 'Master', `${Math.min(100, percent)}%`],
  mute: (muted) => ['-M', 'sset', 'Master', muted ? 'mute' : 'unmute'],
  parse(output) {
    const levels = [...output.matchAll(/\[(\d+)%\]/gu)].map(([, percent]) => Number(percent));
    return levels.length > 0 ? { percent: Math.max(...levels), muted: /\[off\]/u.test(output) } : null;
  },
};

const MIXERS = [pactl, wpctl, amixer] as const;
const NONE = cannot('No sound output was found whose volume can be changed.');

/** Volume on Linux: the first of pactl, wpctl and amixer that answers. */
export function linuxVolume(run: RunProgram): Volume {
  const levelOf = async (mixer: Mixer, signal: AbortSignal): Promise<VolumeLevel | null> => {
    let output = '';
    for (const args of mixer.read) {
      const outcome = await run(mixer.program, args, { signal });
      if (!outcome.ok) return null;
      output += `${outcome.output}\n`;
    }
    return mixer.parse(output);
  };
  const found = async (signal: AbortSignal) => {
    for (const mixer of MIXERS) {
      const level = await levelOf(mixer, signal);
      if (level) return { mixer, level };
    }
    return null;
  };
  return {
    async read(signal) {
      const answer = await found(signal);
      return answer ? can(answer.level) : NONE;
    },
    async set({ percent, muted }, signal): Promise<Answer<VolumeLevel>> {
      const answer = await found(signal);
      if (!answer) return NONE;
      const { mixer } = answer;
      const calls = [
        ...(percent === undefined ? [] : [mixer.level(Math.round(Math.min(150, Math.max(0, percent))))]),
        ...(muted === undefined ? [] : [mixer.mute(muted)]),
      ];
      for (const args of calls) {
        if (!(await run(mixer.program, args, { signal })).ok) {
          return cannot('The sound system did not take the change.');
        }
      }
      const after = await levelOf(mixer, signal);
      return after ? can(after) : NONE;
    },
  };
}
