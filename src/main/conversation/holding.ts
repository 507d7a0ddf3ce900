/**
 * Push-to-talk inside a talk: the microphone is open while the key is held, and closed from its release to the next
 * press. The session stays meanwhile, until it is idle for long.
 */
import { adjust } from './adjusting';
import { close } from './connection';
import type { Draft } from './draft';
import { silence } from './replies';
import { keepAwake, watchIdle } from './resting';
import type { TalkKey } from './state';
import { isOpen, openReply, soundingReply } from './status';

/** A key that is down for longer is held and not tapped: from then on no pause ends the turn. */
const TAP_MS = 300;

/** The key is pressed: the agent falls silent and the microphone opens at once. */
export function hold(draft: Draft): void {
  const { talkKey, microphone, phase } = draft.state;
  if (!isOpen(draft.state) || phase.name === 'ending' || talkKey.name === 'held') return;
  const back = whereTo(draft);
  interrupt(draft);
  draft.set({ talkKey: { name: 'held', back }, microphone: true, muted: false });
  if (!microphone) draft.emit({ type: 'open-audio', microphone: true });
  // A tap opens the talk for good: it must not leave the preset of a held key behind.
  draft.emit({ type: 'set-timer', name: 'hold', milliseconds: TAP_MS });
  keepAwake(draft);
}

/** The key has been down for so long that it is held. */
export function heldOn(draft: Draft): void {
  if (draft.state.talkKey.name === 'held') adjust(draft, { hold: 'held' });
}

/** The key is let go: the microphone is as it was before, and the turn ends once all of it is sent. */
export function release(draft: Draft): void {
  if (draft.state.talkKey.name !== 'held') return;
  letGo(draft);
  draft.emit({ type: 'tell-when-sent' });
  if (draft.state.phase.name === 'live') watchIdle(draft);
}

/** All of the turn is at the service: it need not wait for more. Sooner it could end the turn in a pause. */
export function wordsSent(draft: Draft): void {
  if (isOpen(draft.state) && draft.state.talkKey.name !== 'held' && draft.state.adjustments.hold === 'held') {
    adjust(draft, { hold: 'released' });
  }
}

/** The key was part of a combination: nobody talks. A talk that it has begun is over before it was one. */
export function cancelHold(draft: Draft): void {
  if (draft.state.talkKey.name !== 'held') return;
  letGo(draft);
  adjust(draft, { hold: null });
  const { phase, wasLive, transcript } = draft.state;
  if (phase.name === 'connecting' && !wasLive && transcript.length === 0)
    close(draft, { name: 'ended' }, 'person');
  else if (phase.name === 'live') watchIdle(draft);
}

/** The microphone stays open without the key, as in a talk begun by its button; or it closes until the next press. */
export function openTalk(draft: Draft, open: boolean): void {
  const { microphone, phase } = draft.state;
  if (!isOpen(draft.state) || phase.name === 'ending') return;
  draft.emit({ type: 'clear-timer', name: 'hold' });
  if (!open) shut(draft);
  else {
    draft.set({ talkKey: { name: 'unused' }, microphone: true, muted: false });
    if (!microphone) draft.emit({ type: 'open-audio', microphone: true });
    adjust(draft, { hold: null });
  }
  if (draft.state.phase.name === 'live') watchIdle(draft);
}

function letGo(draft: Draft): void {
  const { talkKey } = draft.state;
  draft.emit({ type: 'clear-timer', name: 'hold' });
  if (talkKey.name !== 'held') return;
  if (talkKey.back === 'off') shut(draft);
  else draft.set({ talkKey: { name: 'unused' }, muted: talkKey.back === 'muted' });
}

function shut(draft: Draft): void {
  const { microphone } = draft.state;
  draft.set({
    talkKey: { name: 'up' },
    microphone: false,
    microphoneLive: false,
    muted: true,
    voiced: false,
  });
  if (microphone) draft.emit({ type: 'open-audio', microphone: false });
}

function whereTo({ state }: Draft): Extract<TalkKey, { name: 'held' }>['back'] {
  if (state.talkKey.name === 'up' || !state.microphone) return 'off';
  return state.muted ? 'muted' : 'open';
}

/** Who presses the key over the agent's voice interrupts it. Work that it does goes on. */
function interrupt(draft: Draft): void {
  if (draft.state.phase.name !== 'live' || !soundingReply(draft.state)) return;
  const open = openReply(draft.state);
  draft.set({ owed: null, askAgain: false });
  silence(draft);
  if (open) draft.emit({ type: 'send', message: { type: 'reply.cancel', reply_id: open.id } });
}
