import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import { assertNever } from '../../shared/assert-never';
import type { ConversationEvent } from '../conversation/events';
import type { LaunchCommand } from '../presence/launch-commands';
import {
  keyUp,
  nextLook,
  talkKey,
  type TalkKeyEffect,
  type TalkKeyEvent,
  type TalkKeyState,
} from './talk-key';

/** What the talk key needs of the app. */
export interface PushToTalkWorld {
  /** Milliseconds of a clock that does not jump back. */
  readonly now: () => number;
  readonly snapshot: () => Pick<ConversationSnapshot, 'live' | 'muted' | 'talkKey' | 'status'>;
  /** Whether a key or a switch may open the microphone now: not while listening is paused. */
  readonly mayOpen: () => boolean;
  /** Begins or goes on with a talk with the key held. */
  readonly hold: () => void;
  readonly tell: (event: ConversationEvent) => void;
  /** Whether any key is down; null when the system does not say. */
  readonly anyKeyDown: () => Promise<boolean | null>;
  /** A launch asked to talk while listening is paused. */
  readonly refused: () => void;
}

/** The shell around the talk key: feeds it edges, keeps its clock and does to the talk what follows. */
export class PushToTalk {
  private state: TalkKeyState = keyUp;
  private clock: NodeJS.Timeout | null = null;

  constructor(private readonly world: PushToTalkWorld) {}

  /** The key goes down or up. While listening is paused it opens nothing; what is held may be let go. */
  edge(down: boolean): void {
    if (down && !this.world.mayOpen()) return;
    this.feed(down ? { type: 'down', open: this.listensWithoutKey() } : { type: 'released' });
  }

  /** Another key was pressed with it. */
  combined(): void {
    this.feed({ type: 'combined' });
  }

  /** Nobody watches the key now, or nobody is there: its release may be lost. */
  reset(): void {
    this.feed({ type: 'reset' });
  }

  /** The talk has changed: what was open by the key may have been closed by another hand. */
  talkChanged({ live, muted }: Pick<ConversationSnapshot, 'live' | 'muted'>): void {
    const { name } = this.state;
    // A grace that is over is told here by its own doing.
    if (live ? muted && (name === 'latched' || name === 'hands-free') : name !== 'up') {
      this.feed({ type: 'talk-closed' });
    }
  }

  /** What a launch asks: mostly a key of the desktop, to which a pause of listening applies as to the talk key. */
  command(command: LaunchCommand): void {
    const listens = this.listens();
    const open = () => (this.world.mayOpen() ? this.openHandsFree() : this.world.refused());
    switch (command) {
      case 'talk':
        return listens ? undefined : open();
      case 'toggle-talk':
        return listens ? this.world.tell({ type: 'open-talk', open: false }) : open();
      case 'stop':
        return this.world.tell(listens ? { type: 'open-talk', open: false } : { type: 'stop-speaking' });
      default:
        return assertNever(command);
    }
  }

  /** Nothing is fed any more. */
  stop(): void {
    if (this.clock) clearTimeout(this.clock);
    this.clock = null;
  }

  /** As a tap of the key: the microphone opens at once and stays open. */
  openHandsFree(): void {
    if (this.listens()) return;
    this.world.hold();
    this.world.tell({ type: 'open-talk', open: true });
  }

  private listens(): boolean {
    const { live, muted } = this.world.snapshot();
    return live && !muted;
  }

  private listensWithoutKey(): boolean {
    const { live, muted, talkKey: key, status } = this.world.snapshot();
    return live && !muted && key === 'unused' && status !== 'ending';
  }

  private feed(event: TalkKeyEvent): void {
    const [state, effects] = talkKey(this.state, event, this.world.now());
    this.state = state;
    this.setClock();
    for (const effect of effects) this.run(effect);
  }

  private run(effect: TalkKeyEffect): void {
    switch (effect) {
      case 'hold':
        return this.world.hold();
      case 'release':
        return this.world.tell({ type: 'hold', held: false });
      case 'cancel':
        return this.world.tell({ type: 'hold-cancelled' });
      case 'open':
        return this.world.tell({ type: 'open-talk', open: true });
      case 'close':
        return this.world.tell({ type: 'open-talk', open: false });
      case 'ask':
        return void this.ask();
      default:
        return assertNever(effect);
    }
  }

  /** Who cannot be asked does not know: then the longest hold counts. */
  private async ask(): Promise<void> {
    const down = await this.world.anyKeyDown().catch(() => null);
    this.feed({ type: 'answer', down });
  }

  private setClock(): void {
    if (this.clock) clearTimeout(this.clock);
    const at = nextLook(this.state);
    this.clock =
      at === null ? null : setTimeout(() => this.feed({ type: 'look' }), Math.max(0, at - this.world.now()));
  }
}
