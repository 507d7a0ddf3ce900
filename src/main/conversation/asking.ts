/** What the person asks for otherwise than by speaking: typed words, and the answer that was lost with its session. */
import { answerApprovals } from './approvals';
import { waitForService, silence } from './replies';
import type { Draft } from './draft';
import { keepAwake } from './resting';
import { isOpen, openReply } from './status';
import { showTyped } from './transcript';

/** Silences the agent and, where it can, ends its reply. */
export function stopSpeaking(draft: Draft): void {
  if (draft.state.phase.name !== 'live') return;
  const open = openReply(draft.state);
  draft.set({ owed: null, askAgain: false });
  draft.emit({ type: 'cancel-approved' });
  silence(draft);
  // Undocumented: the local agent ends the reply; a service that refuses changes nothing (section 3.8).
  if (open) draft.emit({ type: 'send', message: { type: 'reply.cancel', reply_id: open.id } });
}

/** Takes typed words; they silence the agent and go out as soon as they can. */
export function takeText(draft: Draft, text: string): void {
  if (!isOpen(draft.state) || draft.state.phase.name === 'ending') return;
  showTyped(draft, text);
  keepAwake(draft);
  answerApprovals(draft, text, { since: draft.now, overAgent: false, surelyThePersons: true });
  draft.set({ typed: [...draft.state.typed, text] });
  if (draft.state.phase.name === 'live' && openReply(draft.state)) stopSpeaking(draft);
}

/** Typed text goes out as instructions of a reply, once no reply is open (protocol.md section 3.6). */
export function sendTyped(draft: Draft): void {
  const { typed, phase, unwantedGreeting } = draft.state;
  if (phase.name !== 'live' || typed.length === 0 || unwantedGreeting || openReply(draft.state)) return;
  const text = typed.join('\n');
  draft.set({
    typed: [],
    awaitingReply: true,
    owed: text,
    askAgain: false,
    turn: draft.state.turn + 1,
    times: {
      speechEnded: draft.now,
      transcript: null,
      replyStarted: null,
      firstAudio: null,
      toolMs: 0,
      toolSince: null,
    },
  });
  draft.emit({
    type: 'send',
    message: { type: 'reply.create', instructions: `The user typed: ${JSON.stringify(text)} Answer it.` },
  });
  waitForService(draft);
}

/**
 * Asks once more for the reply that was lost with its session. The words go as instructions: the fresh session has
 * them only in its recap.
 */
export function askAgain(draft: Draft): void {
  const { askAgain: wanted, owed, phase, unwantedGreeting, typed } = draft.state;
  if (!wanted || owed === null || phase.name !== 'live' || unwantedGreeting || typed.length > 0) return;
  if (openReply(draft.state) || draft.state.userSpeaking) return;
  draft.set({ askAgain: false });
  draft.set({ awaitingReply: true });
  draft.emit({
    type: 'send',
    message: { type: 'reply.create', instructions: `The user said: ${JSON.stringify(owed)} Answer it.` },
  });
  waitForService(draft);
}
