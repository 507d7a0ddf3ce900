/** Names under which the worklets register. */
export const CAPTURE_PROCESSOR = 'parley-capture';
export const PLAYBACK_PROCESSOR = 'parley-playback';

/** From the page to a worklet. */
export type WorkletMessage =
  /** The way to main; the port is transferred along. */
  | { readonly type: 'port'; readonly port: MessagePort }
  /** A talk begins or ends: forget what is under way. */
  | { readonly type: 'reset' }
  /** Another microphone begins. */
  | { readonly type: 'microphone' };

/** From the capture worklet to the page: the microphone has delivered zeros for three seconds. */
export interface SilenceMessage {
  readonly type: 'silent';
}
