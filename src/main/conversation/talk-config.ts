import type { Engine } from '../../shared/engine';
import type { TranscriptEntry } from '../../shared/ipc/conversation';
import {
  fallbackVoice,
  type SessionUpdate,
  type ServerMessage,
  type SessionConfig,
} from '../../shared/protocol';
import { activeProfile, withProfile } from '../../shared/settings/profile';
import {
  configChange,
  liveConfig,
  noAdjustments,
  recapOf,
  sessionConfig,
  type ConfigSource,
  type FrozenField,
  type TalkSoFar,
} from './configuration';
import type { ConversationState } from './state';
import { isSettled } from './transcript';

/** Entries that say what the talk is about now. */
const RECENT_ENTRIES = 12;
/** Codes with which the service refuses an update and keeps the session (protocol.md section 2.8). */
const REFUSALS = ['invalid_value', 'immutable_field', 'invalid_config', 'invalid_format'];

/** What the open session was told of its configuration, and what it has to be told. */
export class TalkConfig {
  private told: SessionConfig | null = null;
  /** What held before an update that the service has not answered yet. */
  private before: SessionConfig | null = null;
  private recap = '';
  private greeting = false;

  constructor(private readonly source: (engine: Engine) => ConfigSource) {}

  /** The first message of a fresh session: the configuration, and what was said so far. */
  first(state: ConversationState, engine: Engine, greeting: boolean): SessionUpdate {
    this.recap = recapOf(state.transcript.filter(isSettled));
    this.greeting = greeting;
    this.before = null;
    this.told = sessionConfig(this.sourceFor(state, engine), this.soFar(state));
    return { type: 'session.update', session: this.told };
  }

  /** Takes what the service says of the configuration. */
  heard(message: ServerMessage, state: ConversationState): void {
    if (message.type === 'session.updated') this.before = null;
    if (message.type === 'session.ready' && state.bound) {
      // A stored agent is as it is; only what this talk adjusts is told it from here on.
      const unadjusted = { ...state, adjustments: noAdjustments };
      this.told = liveConfig(this.sourceFor(state, state.engine), this.soFar(unadjusted), state.bound);
    }
    if (message.type === 'session.error' && this.before && REFUSALS.includes(message.code)) {
      this.told = this.before;
      this.before = null;
    }
  }

  /** What has changed since the session was told last, and what comes with the next conversation only. */
  changes(state: ConversationState): {
    readonly message: SessionUpdate | null;
    readonly fromNext: readonly FrozenField[];
  } {
    if (!this.told || state.phase.name !== 'live') return { message: null, fromNext: [] };
    const wanted = liveConfig(this.sourceFor(state, state.engine), this.soFar(state), state.bound);
    const { update, config, fromNext } = configChange(this.told, wanted);
    if (!update) return { message: null, fromNext };
    this.before = this.told;
    this.told = config;
    return { message: { type: 'session.update', session: update }, fromNext };
  }

  private soFar({ adjustments, transcript, found }: ConversationState): TalkSoFar {
    const recent = transcript.slice(-RECENT_ENTRIES).reverse().map(wordsOfEntry);
    return { greeting: this.greeting, recap: this.recap, recent, found, adjustments };
  }

  private sourceFor({ otherVoice }: ConversationState, engine: Engine): ConfigSource {
    const source = this.source(engine);
    if (!otherVoice) return source;
    const { id, hostedVoice } = activeProfile(source.settings);
    const profiles = withProfile(source.settings.profiles, id, { hostedVoice: fallbackVoice(hostedVoice) });
    return { ...source, settings: { ...source.settings, profiles } };
  }
}

function wordsOfEntry(entry: TranscriptEntry): string {
  return entry.kind === 'tool' ? entry.outcome : entry.text;
}
