/** A call of a tool as it passes between conversation and hands. */
import type { ApprovedBy } from '../permissions/audit/audit-record';
import type { Taint } from '../permissions/gate/policy';
import type { ToolResult } from './tool';

/** A call as the conversation hands it on. */
export interface HandsCall {
  /** Unique for this run of the app. */
  readonly key: string;
  readonly name: string;
  readonly args: unknown;
  readonly conversation: string;
  /** Number of the person's turn that it belongs to. */
  readonly turn: number;
  readonly taint: Taint;
  /** What the person said last. */
  readonly heard: string;
  readonly signal: AbortSignal;
}

/** What became of a call. `action` names it in audit and undo; null when it cannot be taken back. */
export interface CallOutcome {
  readonly result: ToolResult;
  readonly foreign: boolean;
  readonly action: string | null;
}

/** What the conversation needs to know of a request that waits. */
export interface WaitingCall {
  readonly id: string;
  /** The question for the person. */
  readonly question: string;
  /** Words that approve it when spoken; empty when it cannot be approved by voice. */
  readonly verbs: readonly string[];
}

/** The answer to a call: its outcome, or the request that now waits for the person. */
export type HandsAnswer =
  | { readonly type: 'outcome'; readonly outcome: CallOutcome }
  | {
      readonly type: 'waiting';
      readonly waiting: WaitingCall;
      /** The question holds words of somebody else. */
      readonly foreign: boolean;
    };

/** How a request ended. */
export type Settlement =
  | { readonly type: 'approved'; readonly outcome: CallOutcome; readonly told: boolean }
  | { readonly type: 'denied'; readonly by: ApprovedBy }
  | { readonly type: 'expired' | 'superseded' };
