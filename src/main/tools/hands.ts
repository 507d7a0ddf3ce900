/**
 * One call of a tool from start to end: arguments, aim, gate, run, audit. The gate's decision and the person's answers
 * come together here, outside the model; the conversation is told what to send and what became of it.
 */
import type { ApprovalCard, ApprovalChoice } from '../../shared/ipc/approvals';
import type { ApprovedBy, AuditRecord } from '../permissions/audit/audit-record';
import { callHash } from '../permissions/gate/call-hash';
import { decide, type GateDecision, type StandingChoice } from '../permissions/gate/policy';
import { SoundWatch } from '../permissions/gate/sound-watch';
import { Allowances } from '../permissions/gate/allowances';
import { PathQueue } from './path-queue';
import type { CallOutcome, HandsAnswer, HandsCall, WaitingCall } from './call';
import { cardOf, isForeign } from './approval-card';
import type { HandsWorld } from './hands-world';
import { noSuchTool, refusals, wentOn } from './refusals';
import { failure, fitted, runWithin } from './running';
import type { AimedCall, Tool, ToolContext, ToolFailure } from './tool';
import { APPROVAL_MS, WaitingRequests, type CheckedCall, type WaitingRequest } from './waiting-requests';

/** An approved call, for the model that calls it once more on hearing the person's "open it". */
interface Approved {
  readonly hash: string;
  readonly turn: number;
  readonly outcome: Promise<CallOutcome>;
  served: boolean;
}

/** Runs calls behind the gate. One for the app's life. */
export class Hands {
  private readonly waiting = new WaitingRequests(
    (all) => this.waitingChanged(all),
    (request) => this.drop(request, 'expired', null),
  );
  private approved: Approved | null = null;
  private conversation = '';
  private turn = { number: -1, calls: 0 };
  private readonly allowances: Allowances;
  private readonly soundWatch: SoundWatch;
  /** Calls that touch the same, one after the other. */
  readonly queue = new PathQueue();
  private readonly approvedRuns = new Set<AbortController>();

  constructor(private readonly world: HandsWorld) {
    this.allowances = new Allowances(world.now);
    this.soundWatch = new SoundWatch(world.otherSound, world.steadyNow);
  }

  /** What waits for the person, the oldest first. */
  get cards(): readonly ApprovalCard[] {
    return this.waiting.all.map(({ card }) => card);
  }

  /** Id of the talk whose call came last; empty before the first. */
  get talk(): string {
    return this.conversation;
  }

  /** Takes a call. Never rejects. */
  async call(call: HandsCall): Promise<HandsAnswer> {
    const earlier = this.enter(call);
    const tool = this.world.toolbox.find(call.name);
    // What the profile leaves out is not there, whatever the model has heard of it.
    if (!tool || !this.world.permits(tool.name)) return done(noSuchTool);
    const prepared = tool.prepare(call.args);
    if (!prepared.ok) {
      return done(
        failure(`The arguments do not fit: ${prepared.problem}`, 'Call again with fitting arguments.'),
      );
    }
    const checked: CheckedCall = { call, tool, args: prepared.call.args };
    // Refusals that need no look at the world come first: a denied tool looks at nothing.
    const early = this.decide(checked, earlier, null);
    if (early.type === 'refuse') return this.refused(checked, early.because);
    const context = this.contextOf(call);
    const aimed = await runWithin({ tool, signal: call.signal, log: this.world.log }, (stop) =>
      prepared.call.aim(context, stop),
    );
    // What a tool of others' words says of its failing may be such words, too.
    if (!aimed.ok) return this.notRun(checked, { foreign: tool.foreign !== false, ...aimed });
    const decision = this.decide(checked, earlier, aimed.call);
    // While it looked, the person may have said no to it, or asked for something else.
    if (decision.type !== 'refuse' && !isHarmless(tool) && call.turn !== this.world.turnNow()) {
      return this.notRun(checked, wentOn, 'superseded');
    }
    switch (decision.type) {
      case 'refuse':
        return this.refused(checked, decision.because);
      case 'run': {
        if (tool.class === 'own') this.allowances.countOwn();
        const outcome = await this.run(checked, aimed.call, decision.because, null);
        return { type: 'outcome', outcome };
      }
      case 'ask':
        return this.ask(checked, aimed.call, decision);
    }
  }

  /** The person's answer on a card. One that is gone, or offers no such choice, is ignored. */
  answer(id: string, choice: ApprovalChoice, by: ApprovedBy): void {
    const waiting = this.answerable(id);
    if (!waiting) return;
    if (choice === 'deny') return this.drop(waiting, 'denied', by);
    if (choice !== 'once' && !waiting.card.remember.includes(choice)) return;
    if (choice === 'conversation') this.allowances.allow(waiting.tool.name, waiting.aimed.scope);
    if (choice === 'always') this.world.keepChoice(waiting.tool, waiting.aimed);
    this.approve(waiting, by);
  }

  /**
   * The person's words, begun at `since`, approve a request, as judged by the conversation. They count only when no
   * other program can have said them: none has sounded since they began, or they are `surely` the person's (typed, or
   * said with the talk key held). Answers whether they counted.
   */
  async approveBySpeech(
    id: string,
    { since, surely }: { readonly since: number; readonly surely: boolean },
  ): Promise<boolean> {
    const quiet = surely || (await this.soundWatch.quietSince(since));
    const waiting = this.answerable(id);
    if (!quiet || !waiting || waiting.card.verbs.length === 0) return false;
    this.approve(waiting, 'voice');
    return true;
  }

  /** The person went on to something else, or said no: what waits falls. */
  supersede(id: string, denied: boolean): void {
    const waiting = this.waiting.ofCard(id);
    if (waiting) this.drop(waiting, denied ? 'denied' : 'superseded', denied ? 'voice' : null);
  }

  /** Nobody is there to approve any more: what waits falls. */
  dropWaiting(): void {
    for (const waiting of this.waiting.all) this.drop(waiting, 'superseded', null);
  }

  /** "Stop": what was approved and still runs is cancelled. */
  stopApproved(): void {
    for (const running of this.approvedRuns) running.abort();
  }

  /** The request that waits under this id, if it can still be answered: what has lapsed or changed falls here. */
  private answerable(id: string): WaitingRequest | null {
    const waiting = this.waiting.ofCard(id);
    if (!waiting) return null;
    const { tool, aimed, card } = waiting;
    const known = this.world.toolbox.find(tool.name);
    // A clock stands still while the computer sleeps.
    if (this.world.now() >= card.expiresAt) this.drop(waiting, 'expired', null);
    // What was asked about is not there any more, or has been classed or forbidden meanwhile.
    else if (known?.class !== tool.class || !this.world.permits(tool.name)) {
      this.drop(waiting, 'superseded', null);
    } else if (this.standing(tool, aimed) === 'deny') this.drop(waiting, 'superseded', null);
    else return waiting;
    return null;
  }

  /** Counts the call, and answers how many of its turn came before it. */
  private enter(call: HandsCall): number {
    if (call.conversation !== this.conversation) {
      // What was allowed in one conversation is not allowed in the next.
      this.dropWaiting();
      this.allowances.clear();
      this.approved = null;
    }
    this.conversation = call.conversation;
    const calls = call.turn === this.turn.number ? this.turn.calls : 0;
    this.turn = { number: call.turn, calls: calls + 1 };
    return calls;
  }

  private decide({ tool, call }: CheckedCall, callsInTurn: number, aimed: AimedCall | null) {
    return decide({
      class: tool.class,
      standing: this.standing(tool, aimed),
      taint: call.taint,
      callsInTurn,
      ownInMinute: this.allowances.ownInMinute(),
    });
  }

  private standing(tool: Tool, aimed: AimedCall | null): StandingChoice {
    const scope = aimed?.scope?.id ?? null;
    const everywhere = this.world.storedChoice(tool.name, null);
    const here = scope === null ? everywhere : this.world.storedChoice(tool.name, scope);
    // A no anywhere is a no.
    if (everywhere === 'deny' || here === 'deny') return 'deny';
    if (everywhere === 'always' || here === 'always') return 'always';
    return this.allowances.allows(tool.name, scope) ? 'conversation' : 'ask';
  }

  private ask(
    checked: CheckedCall,
    aimed: AimedCall,
    decision: Extract<GateDecision, { type: 'ask' }>,
  ): HandsAnswer | Promise<HandsAnswer> {
    const { call, tool, args } = checked;
    const hash = callHash(tool.name, args, aimed.card?.effect ?? '');
    const again = this.approvedAgain(hash, call.turn);
    if (again) return again.outcome.then((outcome) => ({ type: 'outcome', outcome }));
    const known = this.waiting.like(hash);
    // A question names what was found in words that somebody else may have chosen.
    const foreign = isForeign(call.heard, tool, args, aimed, null);
    if (known) return { type: 'waiting', waiting: waitingOf(known.card), foreign };
    if (this.waiting.full) return this.refused(checked, 'too-many-steps');
    const card = cardOf(this.world.newId(), tool, args, aimed, decision, this.world.now() + APPROVAL_MS);
    this.waiting.add({ ...checked, aimed, hash, card });
    return { type: 'waiting', waiting: waitingOf(card), foreign };
  }

  /** The same call, made once more because the model heard the approval too: it gets the one run's outcome. */
  private approvedAgain(hash: string, turn: number): Approved | null {
    const { approved } = this;
    if (!approved || approved.hash !== hash || approved.served || approved.turn !== turn) return null;
    approved.served = true;
    return approved;
  }

  private approve(waiting: WaitingRequest, by: ApprovedBy): void {
    const { call, aimed, hash } = waiting;
    this.waiting.remove(waiting);
    // The call itself was answered long ago: only "stop" ends what the person has approved.
    const stop = new AbortController();
    this.approvedRuns.add(stop);
    const outcome = this.run({ ...waiting, call: { ...call, signal: stop.signal } }, aimed, 'approved', by);
    const approved: Approved = { hash, turn: this.world.turnNow(), outcome, served: false };
    this.approved = approved;
    void outcome.then((done) => {
      this.approvedRuns.delete(stop);
      this.world.settled(call.key, { type: 'approved', outcome: done, told: approved.served });
    });
  }

  private drop(
    waiting: WaitingRequest,
    how: 'denied' | 'expired' | 'superseded',
    by: ApprovedBy | null,
  ): void {
    this.waiting.remove(waiting);
    const said = { denied: 'Not approved.', expired: 'Nobody approved it.', superseded: 'You went on.' }[how];
    const { effect } = waiting.card;
    this.note(waiting, { effect, allowed: how, by, outcome: 'not-run', said, undo: null });
    this.world.settled(waiting.call.key, how === 'denied' ? { type: how, by: by ?? 'click' } : { type: how });
  }

  private waitingChanged(all: readonly WaitingRequest[]): void {
    this.soundWatch.setNeeded(all.some(({ card }) => card.verbs.length > 0));
    this.world.cardsChanged(this.cards);
  }

  private async run(
    checked: CheckedCall,
    aimed: AimedCall,
    allowed: AuditRecord['allowed'],
    by: ApprovedBy | null,
  ): Promise<CallOutcome> {
    const { call, tool, args } = checked;
    const context = this.contextOf(call);
    const id = this.world.newId();
    const effect = aimed.card?.effect ?? null;
    if (tool.class !== 'read') {
      // Should Parley end in the middle, the log still says what was begun.
      const begun = { effect, allowed, by, outcome: 'begun', said: '', undo: null } as const;
      this.note(checked, { ...begun, touches: aimed.touches }, id);
    }
    const result = await this.queue.run(aimed.touches, () =>
      runWithin({ tool, signal: call.signal, log: this.world.log }, (stop) => aimed.run(context, stop)),
    );
    const undo = (result.ok && tool.undo && result.undo) || null;
    const foreign = isForeign(call.heard, tool, args, aimed, result);
    const ended = {
      effect,
      allowed,
      by,
      outcome: result.ok ? 'done' : call.signal.aborted ? 'cancelled' : 'failed',
      said: result.ok ? result.say : result.error,
      undo,
      touches: aimed.touches,
      foreign: foreign || call.taint !== 'none',
    } as const;
    this.note(checked, ended, id);
    return { result: fitted(result), foreign, action: undo === null ? null : id };
  }

  private refused(checked: CheckedCall, because: keyof typeof refusals): HandsAnswer {
    return this.notRun(checked, refusals[because], 'refused');
  }

  private notRun(
    checked: CheckedCall,
    why: ToolFailure,
    allowed: AuditRecord['allowed'] = 'class',
  ): HandsAnswer {
    const outcome = allowed === 'class' ? 'failed' : 'not-run';
    this.note(checked, { effect: null, allowed, by: null, outcome, said: why.error, undo: null });
    return done(why);
  }

  private note(
    { call: { conversation, heard }, tool, args }: CheckedCall,
    what: Omit<AuditRecord, 'id' | 'at' | 'conversation' | 'heard' | 'tool' | 'class' | 'arguments'>,
    id = this.world.newId(),
  ): void {
    const called = { tool: tool.name, class: tool.class, arguments: args };
    this.world.audit({ id, at: this.world.now(), conversation, heard, ...called, ...what });
  }

  private contextOf({ key, taint }: HandsCall): ToolContext {
    return {
      ...this.world.context(),
      tainted: taint !== 'none',
      progress: (note) => this.world.progress(key, note.slice(0, 200)),
    };
  }
}

/** Changes nothing, or only things of Parley's own that can be taken back. */
function isHarmless({ class: kind }: Tool): boolean {
  return kind === 'read' || kind === 'own';
}

function waitingOf({ id, question, verbs }: ApprovalCard): WaitingCall {
  return { id, question, verbs };
}

function done(result: ToolFailure): HandsAnswer {
  return {
    type: 'outcome',
    outcome: { result: fitted(result), foreign: result.foreign ?? false, action: null },
  };
}
