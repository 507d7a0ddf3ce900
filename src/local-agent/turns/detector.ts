/*
 * Turn detection: from the chance of speech in each 32 ms of audio to "began", "paused", "went on", "ended".
 * Pure, and counted in the time of the audio itself, so that late or bunched packets change nothing.
 */

/** How turns are told apart; all times in milliseconds of audio. */
export interface TurnSettings {
  /** Chance of speech (0..1) from which a frame counts as voiced; 1 means deaf (protocol.md section 5.4). */
  readonly threshold: number;
  /** Voiced time that begins a turn. */
  readonly onsetMs: number;
  /** Silence after which the final recognition starts. */
  readonly pauseMs: number;
  /** Silence that ends a turn whose words sound complete. */
  readonly minSilenceMs: number;
  /** Silence that ends a turn regardless. */
  readonly maxSilenceMs: number;
  /** Length at which a turn is ended even without silence. */
  readonly maxTurnMs: number;
}

/** One frame of the voice detector: the chance of speech up to `endMs` of the stream. */
export interface VoiceFrame {
  readonly probability: number;
  readonly endMs: number;
}

/** The detector's memory. `completeness` is unknown until the words of the pause are known. */
export type TurnState =
  | {
      readonly phase: 'quiet';
      readonly sinceMs: number | null;
      readonly voicedMs: number;
      readonly lastVoicedMs: number;
    }
  | {
      readonly phase: 'speaking';
      readonly startMs: number;
      readonly lastVoicedMs: number;
      readonly atMs: number;
    }
  | {
      readonly phase: 'pausing';
      readonly startMs: number;
      readonly lastVoicedMs: number;
      readonly atMs: number;
      readonly voicedMs: number;
      readonly completeness: 'unknown' | 'complete' | 'hanging';
    };

/** What the detector noticed. `startMs` is the first voiced moment, `endMs` the last. */
export type TurnNotice =
  | { readonly type: 'began'; readonly startMs: number }
  /** Silence long enough to try the final recognition of [startMs, untilMs]. */
  | { readonly type: 'paused'; readonly startMs: number; readonly endMs: number; readonly untilMs: number }
  /** Speech went on: whatever was made of the pause is void. */
  | { readonly type: 'resumed' }
  | { readonly type: 'ended'; readonly startMs: number; readonly endMs: number };

/** A gap shorter than this inside an onset does not start it anew. */
const ONSET_GAP_MS = 100;
/** Voiced time in a pause that counts as going on; a click is shorter. */
const RESUME_MS = 60;
/** A voiced stretch ends below the threshold less this. */
const HYSTERESIS = 0.15;
const FRAME_MS = 32;

/** Nobody has spoken yet. */
export const quiet: TurnState = { phase: 'quiet', sinceMs: null, voicedMs: 0, lastVoicedMs: 0 };

/** Takes in one frame of the voice detector. */
export function onVoiceFrame(
  state: TurnState,
  frame: VoiceFrame,
  settings: TurnSettings,
): readonly [TurnState, readonly TurnNotice[]] {
  switch (state.phase) {
    case 'quiet':
      return whileQuiet(state, frame, settings);
    case 'speaking':
      return whileSpeaking(state, frame, settings);
    case 'pausing':
      return whilePausing(state, frame, settings);
  }
}

/** Takes in whether the words heard up to the pause sound complete; may end the turn at once. */
export function onCompleteness(
  state: TurnState,
  complete: boolean,
  settings: TurnSettings,
): readonly [TurnState, readonly TurnNotice[]] {
  if (state.phase !== 'pausing') return [state, []];
  return settle({ ...state, completeness: complete ? 'complete' : 'hanging' }, settings);
}

/** Ends an open turn now, whatever the audio says (no more audio comes, or the session ends). */
export function endTurn(state: TurnState): readonly [TurnState, readonly TurnNotice[]] {
  if (state.phase === 'quiet') return [quiet, []];
  return [quiet, [{ type: 'ended', startMs: state.startMs, endMs: state.lastVoicedMs }]];
}

type Quiet = Extract<TurnState, { phase: 'quiet' }>;
type Speaking = Extract<TurnState, { phase: 'speaking' }>;
type Pausing = Extract<TurnState, { phase: 'pausing' }>;
type Step = readonly [TurnState, readonly TurnNotice[]];

const isVoiced = (frame: VoiceFrame, threshold: number) => threshold < 1 && frame.probability >= threshold;
const staysVoiced = (frame: VoiceFrame, threshold: number) =>
  threshold < 1 && frame.probability >= Math.max(0.01, threshold - HYSTERESIS);

function whileQuiet(state: Quiet, frame: VoiceFrame, settings: TurnSettings): Step {
  // A voice often rises over two frames: the weak one counts for the onset, but begins no turn by itself.
  if (!staysVoiced(frame, settings.threshold)) {
    const forgotten = state.sinceMs !== null && frame.endMs - state.lastVoicedMs > ONSET_GAP_MS;
    return [forgotten ? quiet : state, []];
  }
  const sinceMs = state.sinceMs ?? Math.max(0, frame.endMs - FRAME_MS);
  const voicedMs = state.voicedMs + FRAME_MS;
  if (voicedMs < settings.onsetMs || !isVoiced(frame, settings.threshold)) {
    return [{ phase: 'quiet', sinceMs, voicedMs, lastVoicedMs: frame.endMs }, []];
  }
  return [
    { phase: 'speaking', startMs: sinceMs, lastVoicedMs: frame.endMs, atMs: frame.endMs },
    [{ type: 'began', startMs: sinceMs }],
  ];
}

function whileSpeaking(state: Speaking, frame: VoiceFrame, settings: TurnSettings): Step {
  if (frame.endMs - state.startMs >= settings.maxTurnMs) return endTurn(state);
  if (staysVoiced(frame, settings.threshold)) {
    return [{ ...state, lastVoicedMs: frame.endMs, atMs: frame.endMs }, []];
  }
  if (frame.endMs - state.lastVoicedMs < settings.pauseMs) return [{ ...state, atMs: frame.endMs }, []];
  const { startMs, lastVoicedMs } = state;
  const pausing: Pausing = {
    phase: 'pausing',
    startMs,
    lastVoicedMs,
    atMs: frame.endMs,
    voicedMs: 0,
    completeness: 'unknown',
  };
  const [next, notices] = settle(pausing, settings);
  return [next, [{ type: 'paused', startMs, endMs: lastVoicedMs, untilMs: frame.endMs }, ...notices]];
}

function whilePausing(state: Pausing, frame: VoiceFrame, settings: TurnSettings): Step {
  if (isVoiced(frame, settings.threshold)) {
    const voicedMs = state.voicedMs + FRAME_MS;
    if (voicedMs < RESUME_MS) return [{ ...state, voicedMs, atMs: frame.endMs }, []];
    const { startMs } = state;
    return [
      { phase: 'speaking', startMs, lastVoicedMs: frame.endMs, atMs: frame.endMs },
      [{ type: 'resumed' }],
    ];
  }
  return settle({ ...state, voicedMs: 0, atMs: frame.endMs }, settings);
}

/** Ends the pause if the silence is long enough for what is known of the words. */
function settle(state: Pausing, settings: TurnSettings): Step {
  const silence = state.atMs - state.lastVoicedMs;
  const enough = state.completeness === 'complete' ? settings.minSilenceMs : settings.maxSilenceMs;
  if (silence < enough || state.voicedMs > 0) return [state, []];
  return endTurn(state);
}
