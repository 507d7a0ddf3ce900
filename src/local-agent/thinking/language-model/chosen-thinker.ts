import type { LanguageModelServer } from '../../../shared/ipc/local-agent-port';
import type { OfferedTool, OnPart, Thinker, Thought, ThoughtRequest } from '../types';
import { LanguageModel, type LanguageModelWorld } from './language-model';

/** Thinks with the language model server that is chosen at the time, or with what is built in. */
export class ChosenThinker implements Thinker {
  private chosen: Thinker;
  private server: LanguageModelServer | null = null;

  constructor(
    private readonly builtIn: Thinker,
    private readonly world: LanguageModelWorld,
  ) {
    this.chosen = builtIn;
  }

  /** From the next thought on; null chooses what is built in. */
  choose(server: LanguageModelServer | null): void {
    // The same server again keeps what is known of its troubles.
    if (JSON.stringify(server) === JSON.stringify(this.server)) return;
    this.server = server;
    this.chosen = server ? new LanguageModel(server, this.builtIn, this.world) : this.builtIn;
  }

  prepare(tools: readonly OfferedTool[]): Promise<void> {
    return this.chosen.prepare(tools);
  }

  think(request: ThoughtRequest, signal: AbortSignal, onPart?: OnPart): Promise<Thought> {
    return this.chosen.think(request, signal, onPart);
  }
}
