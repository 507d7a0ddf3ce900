/**
 * When a turn of the person is over: each preset as a `turn_detection` of the service (protocol.md section 8).
 * An absent `turn_detection` is the service's adaptive pacing; what is sent once cannot be taken back in a session.
 */
import type { TurnDetection } from '../../../shared/protocol';
import type { TurnPreset } from '../../../shared/settings/profile';

/** How long the service waits in a pause: as the preset says, or longer, because the person has something to think over. */
export type Pacing = 'as-preset' | 'thinking-time';

/** Push-to-talk: the key is held, or was let go and the turn ends at once; null when the key is not used. */
export type Hold = 'held' | 'released' | null;

/** What decides about turns. */
export interface TurnTaking {
  readonly preset: TurnPreset;
  readonly pacing: Pacing;
  readonly hold: Hold;
  /** Whether speaking over the agent interrupts it. */
  readonly bargeIn: boolean;
  /** Speech in ms before an interruption counts; null leaves it to the service. */
  readonly interruptionDelay: number | null;
}

/** The presets of protocol.md section 8.2; milliseconds. */
const PRESETS: Readonly<Record<TurnPreset, TurnDetection>> = {
  natural: {},
  quick: { vad_threshold: 0.5, min_silence: 600, max_silence: 1_500 },
  patient: { vad_threshold: 0.5, min_silence: 1_400, max_silence: 4_000 },
  dictation: { vad_threshold: 0.5, min_silence: 2_000, max_silence: 6_000 },
  'read-aloud': { interrupt_response: false },
  noisy: { vad_threshold: 0.65, min_silence: 1_200, max_silence: 3_600 },
};

/** Room for noise: the service suppresses voices further away more strongly (protocol.md section 8.2). */
const VOICE_FOCUS_THRESHOLDS: Partial<Readonly<Record<TurnPreset, number>>> = { noisy: 0.9 };

/** As long as the service allows while the key is held, so that a pause for thought does not end the turn. */
const HELD = { min_silence: 6_000, max_silence: 10_000 } as const;
/** Only silence is sent after the release. Shorter ones could end the turn inside a word that is still on its way. */
const RELEASED = { min_silence: 100, max_silence: 250 } as const;
/** After a question (protocol.md section 8.3). */
const THINKING_TIME = { min_silence: 2_200, max_silence: 6_000 } as const;

/** The `turn_detection` for this way of taking turns; undefined leaves all of it to the service. */
export function turnDetection(turns: TurnTaking): TurnDetection | undefined {
  const detection: TurnDetection = {
    ...PRESETS[turns.preset],
    ...silences(turns),
    ...(turns.bargeIn ? {} : { interrupt_response: false }),
    ...(turns.interruptionDelay === null ? {} : { interruption_delay: turns.interruptionDelay }),
  };
  return Object.keys(detection).length > 0 ? detection : undefined;
}

/** How strongly the service suppresses other voices with this preset; undefined leaves it to the service. */
export function voiceFocusThreshold(preset: TurnPreset): number | undefined {
  return VOICE_FOCUS_THRESHOLDS[preset];
}

function silences({ preset, pacing, hold }: TurnTaking): Pick<TurnDetection, 'min_silence' | 'max_silence'> {
  if (hold !== null) return hold === 'held' ? HELD : RELEASED;
  // Without silences of its own a preset stands on the service's adaptive pacing, which these would switch off.
  const { min_silence, max_silence } = PRESETS[preset];
  if (pacing === 'as-preset' || min_silence === undefined || max_silence === undefined) return {};
  return {
    min_silence: Math.max(min_silence, THINKING_TIME.min_silence),
    max_silence: Math.max(max_silence, THINKING_TIME.max_silence),
  };
}
