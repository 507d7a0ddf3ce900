/**
 * The configuration of a session (protocol.md section 5), pure: out of the settings, what tools there are and what is
 * known of the talk. Settings and profiles are its only source; nothing of it is remembered here.
 */
import type { Engine } from '../../../shared/engine';
import type {
  InlineSessionConfig,
  InputConfig,
  OutputConfig,
  ResolvedConfig,
  SessionConfig,
  ToolDefinition,
} from '../../../shared/protocol';
import { activeProfile, type Profile } from '../../../shared/settings/profile';
import type { Settings } from '../../../shared/settings/schema';
import type { Adjustments } from './adjustments';
import { keyterms, MOST_NAMES, type GrantNames } from './keyterms';
import { systemPrompt } from './prompt';
import { storedAgentConfig } from './stored-agent';
import { turnDetection, voiceFocusThreshold } from './turn-taking';

/** What a configuration is made of besides the talk itself. */
export interface ConfigSource {
  /** Who answers this talk; may be the local agent although the profile names the hosted service. */
  readonly engine: Engine;
  readonly settings: Settings;
  /** The tools to be offered, out of all there are. */
  readonly tools: (wanted: ToolsWanted) => readonly ToolDefinition[];
  /** Every grant, with what lies in it as far as it is known. */
  readonly grants: readonly GrantNames[];
  /** Names of apps and the like that tools can reach. */
  readonly otherNames: readonly string[];
}

/** By what tools are chosen. */
export interface ToolsWanted {
  /** Names of those that the profile allows; null for all. */
  readonly allowed: readonly string[] | null;
  /** Names of those that were found in this talk, the newest first. */
  readonly found: readonly string[];
  /** What was said and what tools told lately, newest first. */
  readonly recent: readonly string[];
}

/** What is known of the talk. */
export interface TalkSoFar {
  /** The person started by hand and nothing was said yet. */
  readonly greeting: boolean;
  /** Of `recapOf`; empty for a talk that begins. */
  readonly recap: string;
  /** What was said and what tools told lately, newest first; the key terms follow it. */
  readonly recent: readonly string[];
  /** Names of tools that were found in this talk, the newest first. */
  readonly found: readonly string[];
  readonly adjustments: Adjustments;
}

const PCM = { encoding: 'audio/pcm', sample_rate: 24_000 } as const;

/** The `session` of the first `session.update`. A stored agent is used as it is and stands alone. */
export function sessionConfig(source: ConfigSource, talk: TalkSoFar): SessionConfig {
  const profile = activeProfile(source.settings);
  if (source.engine === 'hosted' && profile.agentId !== null) return { agent_id: profile.agentId };
  return inlineConfig(source, profile, talk);
}

/**
 * What the open session should be like now, to be compared by `configChange` with what it was told last. `bound` is the
 * configuration that the service reported at `session.ready` when a stored agent answers, else null.
 */
export function liveConfig(
  source: ConfigSource,
  talk: TalkSoFar,
  bound: ResolvedConfig | null,
): InlineSessionConfig {
  if (bound) return storedAgentConfig(bound, talk.adjustments);
  return inlineConfig(source, activeProfile(source.settings), talk);
}

/** Whether a switch between these profiles takes a session of its own, which goes on with a recap. */
export function needsNewSession(before: Profile, after: Profile): boolean {
  if (before.engine !== after.engine) return true;
  if (before.engine === 'local') return before.localVoice !== after.localVoice;
  return (
    before.agentId !== after.agentId || (after.agentId === null && before.hostedVoice !== after.hostedVoice)
  );
}

function inlineConfig(source: ConfigSource, profile: Profile, talk: TalkSoFar): InlineSessionConfig {
  const { engine, settings, grants } = source;
  const hosted = engine === 'hosted';
  const { found, recent } = talk;
  const tools = source.tools({ allowed: profile.tools, found, recent });
  const named = hosted ? grants.filter(({ id }) => settings.namesToService.includes(id)) : grants;
  return defined({
    system_prompt: systemPrompt({
      own: profile.prompt,
      tools,
      folders: named.map(({ name }) => name),
      grantCount: grants.length,
      languages: hosted ? profile.languages : [],
      instructions: talk.adjustments.instructions,
      recap: talk.recap,
    }),
    greeting: talk.greeting && profile.greeting !== '' ? profile.greeting : undefined,
    input: inputConfig(source, profile, talk, named),
    output: outputConfig(source, profile, talk),
    tools,
  });
}

function inputConfig(
  { engine, settings, otherNames }: ConfigSource,
  profile: Profile,
  { adjustments, recent }: TalkSoFar,
  grants: readonly GrantNames[],
): InputConfig {
  const preset = adjustments.preset ?? profile.turnPreset;
  const terms = keyterms({
    own: profile.keyterms,
    grants,
    others: otherNames,
    recent,
    mostNames: MOST_NAMES[engine],
  });
  return defined({
    format: PCM,
    keyterms: terms.length > 0 ? terms : undefined,
    turn_detection: turnDetection({
      preset,
      pacing: adjustments.pacing,
      hold: adjustments.hold,
      bargeIn: settings.bargeIn && !adjustments.halfDuplex,
      interruptionDelay: settings.interruptionDelay,
    }),
    ...(engine === 'hosted' ? hostedHearing(settings, profile, voiceFocusThreshold(preset)) : {}),
  });
}

/** What only the hosted recognizer knows (protocol.md section 5.2). */
function hostedHearing(settings: Settings, profile: Profile, focusThreshold: number | undefined) {
  return {
    transcription_mode: settings.transcriptionMode ?? undefined,
    transcription_prompt: settings.transcriptionPrompt.trim() || undefined,
    language_codes: profile.languages.length > 0 ? profile.languages : undefined,
    voice_focus: settings.voiceFocus ?? undefined,
    voice_focus_threshold: settings.voiceFocusThreshold ?? focusThreshold,
  };
}

function outputConfig(
  { engine, settings }: ConfigSource,
  profile: Profile,
  { adjustments }: TalkSoFar,
): OutputConfig {
  const hosted = engine === 'hosted';
  return defined({
    voice: hosted ? profile.hostedVoice : profile.localVoice,
    format: PCM,
    volume: adjustments.volume ?? (hosted ? settings.volume : null) ?? undefined,
  });
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Without the keys that are undefined: what is not set is left out, never sent as null (protocol.md section 3.1). */
function defined<T extends object>(fields: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;
}
