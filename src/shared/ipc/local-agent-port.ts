/**
 * Messages between Parley's main process and the local agent's process.
 * The speech process is reached over the port that comes with `start`.
 */

/** To the local agent. A message port to the speech process is transferred along. */
export interface LocalAgentStart {
  readonly type: 'start';
  /** The only key that is accepted. */
  readonly token: string;
  readonly timing: 'native' | 'hosted';
  /** Speed of the voice, 1 is normal. */
  readonly speakingSpeed: number;
}

/** To the running local agent: speak at this speed from the next clause on. */
export interface LocalAgentTune {
  readonly type: 'tune';
  readonly speakingSpeed: number;
}

/** From the local agent. */
export type LocalAgentReport =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'failed'; readonly code: string; readonly message: string };
