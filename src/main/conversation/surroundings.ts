import type { Engine } from '../../shared/engine';
import type { AudioReport } from '../../shared/ipc/audio';
import type { PlaybackCommand } from '../../shared/ipc/audio-port';
import type { ConversationSnapshot, TranscriptEntry } from '../../shared/ipc/conversation';
import type { SpeechClient } from '../../shared/ipc/speech-client';
import type { Problem } from '../../shared/problem';
import type { Allowance } from '../cost/caps';
import type { Probe } from '../probe';
import type { Hands } from '../tools/hands';
import type { ConfigSource } from './configuration';
import type { ConversationRecord } from './records';
import type { Endpoint } from './socket';
import type { TalkOptions } from './state';

/** Microphone and speakers, as the conversation needs them. */
export interface ConversationAudio {
  open(microphone: boolean): void;
  close(): void;
  play(command: PlaybackCommand): void;
}

/** The tools, as the conversation needs them; they tell it of progress and settlements by events. */
export type ConversationHands = Pick<
  Hands,
  'call' | 'approveBySpeech' | 'supersede' | 'stopApproved' | 'dropWaiting'
>;

/** Everything a conversation reaches outside itself. */
export interface ConversationSurroundings {
  /** Epoch milliseconds of a clock that never jumps. */
  readonly now: () => number;
  /** Epoch milliseconds as the windows' clocks show them. */
  readonly wallClock: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** The engine that the next talk will use. */
  readonly chosenEngine: () => Engine;
  readonly audio: ConversationAudio;
  /** Makes the engine reachable. Rejects with {@link ProblemError}. */
  readonly endpoint: (engine: Engine) => Promise<Endpoint>;
  /** What a session's configuration is made of now. */
  readonly configSource: (engine: Engine) => ConfigSource;
  /** What the caps leave for a hosted socket, when this conversation has cost so many milliseconds. */
  readonly allowance: (conversationMilliseconds: number) => Allowance;
  readonly dollarsPerHour: () => number;
  /** What the settings say about talks. */
  readonly options: () => TalkOptions;
  /** A fresh id of a talk, unique for good. */
  readonly newId: () => string;
  readonly profile: () => { readonly id: string; readonly name: string };
  /** Takes what the talk leaves behind; must not throw. */
  readonly record: (record: ConversationRecord) => void;
  /** Runs tools, behind the gate. */
  readonly hands: ConversationHands;
  /** Those of the tools whose descriptions somebody else wrote. */
  readonly foreignTools: (names: readonly string[]) => readonly string[];
  /** Silences what Parley says outside the talk. */
  readonly hush: () => void;
  /** For hearing speech locally; null when the models are missing. */
  readonly speech: () => SpeechClient | null;
  readonly explainTrouble: (report: AudioReport) => Problem | null;
  readonly publish: ConversationPublisher;
  /** Set while a benchmark measures. */
  readonly probe: Probe | null;
}

/** Where the conversation's picture goes. */
export interface ConversationPublisher {
  snapshot(snapshot: ConversationSnapshot): void;
  entry(entry: TranscriptEntry): void;
  /** The transcript lost entries or began anew. */
  replaced(entries: readonly TranscriptEntry[]): void;
  levels(input: number, output: number): void;
}
