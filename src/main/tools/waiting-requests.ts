/** The requests that wait for the person, the oldest first. One that nobody answers lapses. */
import type { ApprovalCard } from '../../shared/ipc/approvals';
import type { AuditRecord } from '../permissions/audit/audit-record';
import type { HandsCall } from './call';
import type { AimedCall, Tool } from './tool';

/** A request that nobody answered is a no after this long. */
export const APPROVAL_MS = 30_000;
/** Requests that may wait at a time. */
const MOST_WAITING = 5;

/** A call whose tool is there and whose arguments fit. */
export interface CheckedCall {
  readonly call: HandsCall;
  readonly tool: Tool;
  readonly args: AuditRecord['arguments'];
}

/** A request that waits. */
export interface WaitingRequest extends CheckedCall {
  readonly aimed: AimedCall;
  /** Of what would happen: an equal call has the same (`callHash`). */
  readonly hash: string;
  readonly card: ApprovalCard;
}

/** See the top of the file. */
export class WaitingRequests {
  private waiting: readonly WaitingRequest[] = [];
  private readonly lapses = new Map<WaitingRequest, NodeJS.Timeout>();

  constructor(
    /** Told of all that wait, whenever one came or went. */
    private readonly changed: (waiting: readonly WaitingRequest[]) => void,
    /** Told of one that nobody has answered; it still waits. */
    private readonly lapsed: (request: WaitingRequest) => void,
  ) {}

  get all(): readonly WaitingRequest[] {
    return this.waiting;
  }

  /** No more may wait. */
  get full(): boolean {
    return this.waiting.length >= MOST_WAITING;
  }

  /** The request of this card. */
  ofCard(id: string): WaitingRequest | undefined {
    return this.waiting.find(({ card }) => card.id === id);
  }

  /** The request for the same as this. */
  like(hash: string): WaitingRequest | undefined {
    return this.waiting.find((request) => request.hash === hash);
  }

  add(request: WaitingRequest): void {
    this.lapses.set(
      request,
      setTimeout(() => this.lapsed(request), APPROVAL_MS),
    );
    this.set([...this.waiting, request]);
  }

  /** Takes a request away, whatever becomes of it. */
  remove(request: WaitingRequest): void {
    clearTimeout(this.lapses.get(request));
    this.lapses.delete(request);
    this.set(this.waiting.filter((other) => other !== request));
  }

  private set(waiting: readonly WaitingRequest[]): void {
    this.waiting = waiting;
    this.changed(waiting);
  }
}
