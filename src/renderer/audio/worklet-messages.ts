/** Names under which the worklets register. */
export const CAPTURE_PROCESSOR = 'parley-capture';
export const PLAYBACK_PROCESSOR = 'parley-playback';

/** From the page to a worklet. The `port` to main is transferred along. */
export type WorkletMessage =
  | { readonly type: 'port'; readonly port: MessagePort } /** Forget what is under way. */
  | { readonly type: 'reset' };

/** From the capture worklet to the page: the microphone has delivered zeros for three seconds. */
export interface SilenceMessage {
  readonly type: 'silent';
}
