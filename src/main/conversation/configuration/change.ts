import type {
  InlineSessionConfig,
  InputConfig,
  SessionConfig,
  TurnDetection,
} from '../../../shared/protocol';
import { canonicalJson } from '../calls';

/** What an open session cannot change, or cannot take back (protocol.md section 5.1). */
export type FrozenField = 'agent' | 'greeting' | 'voice' | 'languages' | 'volume' | 'turn-taking';

/** The way from one configuration to another in an open session. */
export interface ConfigChange {
  /** The `session` of a `session.update`: what differs and may change, nothing else. Null when there is nothing. */
  readonly update: InlineSessionConfig | null;
  /** What holds once that is accepted. */
  readonly config: SessionConfig;
  /** What comes with the next conversation only. */
  readonly fromNext: readonly FrozenField[];
}

/** The smallest update that makes an open session with the first configuration like the second. */
export function configChange(before: SessionConfig, after: SessionConfig): ConfigChange {
  if ('agent_id' in before || 'agent_id' in after) {
    return { update: null, config: before, fromNext: same(before, after) ? [] : ['agent'] };
  }
  const input = inputChange(before.input ?? {}, after.input ?? {});
  const volume = after.output?.volume;
  const update: InlineSessionConfig = {
    ...changed('system_prompt', before, after),
    ...changed('tools', before, after),
    ...(Object.keys(input).length > 0 ? { input } : {}),
    ...(volume !== undefined && volume !== before.output?.volume ? { output: { volume } } : {}),
  };
  return {
    update: Object.keys(update).length > 0 ? update : null,
    config: {
      ...before,
      ...update,
      input: { ...before.input, ...update.input },
      output: { ...before.output, ...update.output },
    },
    fromNext: frozen(before, after),
  };
}

/**
 * A field that is no longer set goes back to its documented default (protocol.md section 5.2), because null may not be
 * sent; languages have none that could be sent.
 */
function inputChange(before: InputConfig, after: InputConfig): InputConfig {
  const wanted: InputConfig = {
    keyterms: [],
    transcription_mode: 'balanced',
    transcription_prompt: '',
    voice_focus: 'near-field',
    voice_focus_threshold: 0.85,
    ...after,
  };
  const turns = turnsAfter(before, after);
  return {
    ...(sameTerms(before.keyterms, after.keyterms) ? {} : { keyterms: wanted.keyterms ?? [] }),
    ...restored('transcription_mode', before, wanted, after),
    ...restored('transcription_prompt', before, wanted, after),
    ...restored('voice_focus', before, wanted, after),
    ...restored('voice_focus_threshold', before, wanted, after),
    ...changed('language_codes', before, after),
    ...(turns && !same(turns, before.turn_detection) ? { turn_detection: turns } : {}),
  };
}

/**
 * The whole object, as the service may or may not keep a key that is left out (protocol.md section 5.1): what was sent
 * before and is no longer wanted goes back to the value that the service gives it itself (sections 5.4 and 5.5).
 */
function turnsAfter(before: InputConfig, after: InputConfig): TurnDetection | undefined {
  const sent = before.turn_detection;
  if (!sent) return after.turn_detection;
  const defaults: TurnDetection = {
    vad_threshold: 0.5,
    min_silence: 1_000,
    max_silence: 3_000,
    interrupt_response: true,
    interruption_delay: after.transcription_mode === 'min_latency' ? 0 : 500,
    uninterruptible_turns: [],
  };
  const keys = Object.keys(sent) as (keyof TurnDetection)[];
  const back = Object.fromEntries(keys.map((key) => [key, defaults[key]])) as TurnDetection;
  return { ...back, ...after.turn_detection };
}

function frozen(before: InlineSessionConfig, after: InlineSessionConfig): readonly FrozenField[] {
  const silent = (config: InlineSessionConfig) => config.input?.turn_detection?.min_silence === undefined;
  const fields: readonly (readonly [FrozenField, boolean])[] = [
    ['greeting', after.greeting !== undefined && after.greeting !== before.greeting],
    ['voice', after.output?.voice !== undefined && after.output.voice !== before.output?.voice],
    ['languages', before.input?.language_codes !== undefined && after.input?.language_codes === undefined],
    ['volume', before.output?.volume !== undefined && after.output?.volume === undefined],
    ['turn-taking', !silent(before) && silent(after)],
  ];
  return fields.filter(([, differs]) => differs).map(([field]) => field);
}

function changed<T extends object, Key extends keyof T>(
  key: Key,
  before: T,
  after: T,
): Pick<T, Key> | object {
  return after[key] === undefined || same(before[key], after[key]) ? {} : { [key]: after[key] };
}

function restored<Key extends keyof InputConfig>(
  key: Key,
  before: InputConfig,
  wanted: InputConfig,
  after: InputConfig,
): Pick<InputConfig, Key> | object {
  const touched = before[key] !== undefined || after[key] !== undefined;
  return touched && !same(before[key], wanted[key]) ? { [key]: wanted[key] } : {};
}

/** The recognizer does not mind their order, which follows the talk. */
function sameTerms(before: readonly string[] = [], after: readonly string[] = []): boolean {
  const known = new Set(before);
  return known.size === after.length && after.every((term) => known.has(term));
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
