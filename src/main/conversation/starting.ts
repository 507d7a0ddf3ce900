import { takeText } from './asking';
import { taintOfEarlier } from './approvals';
import { clearTimers, close, connect, disconnect, exchangeSession } from './connection';
import type { Draft } from './draft';
import type { ConversationEvent } from './events';
import { hold } from './holding';
import { canGoOn, wake } from './resting';
import { initialState, type ConversationState } from './state';
import { isOpen } from './status';

type Start = Extract<ConversationEvent, { type: 'start' }>;

/** Begins a talk or goes on with the present one; with the talk key also in one that is open. */
export function start(draft: Draft, event: Start): void {
  // Who presses the talk key need not wait until the talk before has said goodbye.
  if (event.held && draft.state.phase.name === 'ending') {
    close(draft, { name: 'ended' }, draft.state.endReason);
  }
  if (!isOpen(draft.state)) begin(draft, event);
  if (event.held) hold(draft);
}

function begin(draft: Draft, event: Start): void {
  if (event.before.length === 0 && canGoOn(draft.state)) return goOn(draft, event);
  const { entryCount, turn, epoch, session, resumeRefused } = draft.state;
  draft.set({
    ...initialState,
    // Counters go on, so that nothing late of the last talk is taken for this one's.
    entryCount,
    turn: turn + 1,
    epoch: epoch + 1,
    session,
    resumeRefused,
    conversation: event.conversation,
    options: event.options,
    phase: { name: 'connecting' },
    engine: event.engine,
    microphone: event.microphone,
    muted: !event.microphone,
    talkKey: { name: event.held ? 'up' : 'unused' },
    // Entries of another run have ids of their own counting.
    transcript: event.before.map((entry) => ({ ...entry, id: `earlier-${entry.id}` })),
    activeAt: draft.now,
    // What others wrote comes along in the recap.
    taintedIn: taintOfEarlier(event),
  });
  if (event.text !== null) takeText(draft, event.text);
  draft.emit(
    { type: 'record', what: { type: 'conversation-began', continues: event.before.length > 0 } },
    { type: 'uplink', state: 'closed' },
    { type: 'uplink', state: 'held' },
    { type: 'open-audio', microphone: event.microphone },
    { type: 'clear-timer', name: 'rest' },
  );
  connect(draft, { kind: 'fresh', greeting: event.greeting });
}

/** A talk that rests or was lost goes on, with whatever engine is chosen now. */
function goOn(draft: Draft, event: Start): void {
  const microphone = draft.state.microphone || event.microphone;
  draft.set({
    engine: event.engine,
    options: event.options,
    microphone,
    muted: event.microphone ? false : draft.state.muted,
    // Who is not listened to now is so after the key again, whatever was open before the talk was interrupted.
    ...(event.held ? { talkKey: { name: 'up' } } : event.microphone ? { talkKey: { name: 'unused' } } : {}),
  });
  wake(draft);
  if (event.text !== null) takeText(draft, event.text);
}

/** The talk goes on with this engine, in a session of its own. */
export function exchange(draft: Draft, engine: ConversationState['engine']): void {
  const { name } = draft.state.phase;
  if (name === 'live') exchangeSession(draft, engine);
  else if (name === 'connecting' || name === 'recovering') {
    disconnect(draft);
    draft.emit(...clearTimers(['retry']));
    draft.set({ engine });
    if (name === 'recovering') {
      draft.set({ phase: { name, attempt: 1, since: draft.now, way: 'fresh', quiet: false } });
    }
    connect(draft, { kind: 'fresh', greeting: name === 'connecting' && !draft.state.wasLive });
  } else if (canGoOn(draft.state)) {
    draft.set({ engine });
    wake(draft);
  }
}
