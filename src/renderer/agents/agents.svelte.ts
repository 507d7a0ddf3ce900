import { bodyOf } from '../../shared/agents/body';
import { checkDraft } from '../../shared/agents/check';
import { copyOf, draftOf, newDraft, sameDraft, type AgentDraft } from '../../shared/agents/draft';
import { text } from '../../shared/agents/read-json';
import { draftField } from '../../shared/agents/service-field';
import type { AgentsAnswer, AgentsOverview, TestCall, TestCallResult } from '../../shared/ipc/agents';
import type { JsonObject } from '../../shared/json';
import type { Problem } from '../../shared/problem';
import type { AgentCreate } from '../../shared/protocol';
import { sentenceOf, type WindowBridge } from '../bridge';

/** Sentences by field of the draft. */
type Failures = Readonly<Record<string, string>>;
type Failed = Extract<AgentsAnswer<unknown>, { ok: false }>;

/**
 * Stored agents as this window shows them: the list, and the one that is edited. What was typed stays through every
 * failure; leaving it unsaved is asked about first.
 */
export class AgentsStore {
  #overview = $state.raw<AgentsOverview | null>(null);
  #problem = $state.raw<Problem | null>(null);
  #agent = $state.raw<JsonObject | null>(null);
  #saved = $state.raw<AgentDraft | null>(null);
  #refused = $state.raw<Failures>({});
  #tried = $state(false);
  #busy = $state(false);
  #told = $state('');
  /** What happens when unsaved changes are given up; null while nothing is asked. */
  #leaving = $state.raw<(() => void) | null>(null);

  /** The agent that is edited, null while the list shows. The form writes into it. */
  draft = $state<AgentDraft | null>(null);
  /** Whether something was typed that is not saved. */
  readonly dirty: boolean = $derived(this.draft !== null && !sameDraft(this.draft, this.#saved));
  /** What is wrong, beside each field; nothing is told before the first try to save. */
  readonly failures: Failures = $derived({
    ...this.#refused,
    ...(this.#tried && this.draft ? troublesOf(this.draft, this.#agent) : {}),
  });

  constructor(private readonly bridge: WindowBridge) {}

  get overview() {
    return this.#overview;
  }
  /** Why the last request did not work. */
  get problem() {
    return this.#problem;
  }
  /** Id of the agent that is edited; null for a new one. */
  get id(): string | null {
    return this.#agent ? text(this.#agent['id']) : null;
  }
  get busy() {
    return this.#busy;
  }
  /** What was done last, for the status line. */
  get told() {
    return this.#told;
  }
  get asksToLeave() {
    return this.#leaving !== null;
  }

  /** Reads the list anew. */
  async load(): Promise<void> {
    const overview = await this.#ask(() => this.bridge.request('agents.overview'));
    if (overview) this.#overview = overview;
  }

  async open(id: string): Promise<void> {
    const agent = await this.#ask(() => this.bridge.request('agents.read', id));
    if (agent) this.#edit(agent, draftOf(agent));
  }

  begin(): void {
    this.#edit(null, newDraft());
  }

  /** Opens a new agent like this one, made for the telephone. */
  copyForTelephone(): void {
    const { draft } = this;
    if (!draft) return;
    this.leave(() => {
      this.#edit(null, newDraft());
      this.draft = copyOf(draft, `${draft.name} (telephone)`, 'telephone');
    });
  }

  /** Saves what was typed. What is wrong is shown beside its field, and nothing is sent. */
  async save(): Promise<boolean> {
    const draft = this.draft && ($state.snapshot(this.draft) as AgentDraft);
    if (!draft || this.#busy) return false;
    this.#tried = true;
    this.#refused = {};
    this.#told = '';
    if (checkDraft(draft, this.#agent).length > 0) {
      this.#problem = notSaved;
      return false;
    }
    const body = bodyOf(draft, this.#agent) as AgentCreate;
    const { id } = this;
    const readAt = text(this.#agent?.['updated_at']) || null;
    const agent = await this.#ask(() =>
      id === null
        ? this.bridge.request('agents.create', body)
        : this.bridge.request('agents.update', { id, readAt, body }),
    );
    if (!agent) return false;
    this.#edit(agent, draftOf(agent));
    this.#told = 'Saved. It counts from the next conversation on.';
    await this.load();
    return true;
  }

  /** Deletes the open agent at the service. */
  async remove(): Promise<void> {
    const { id } = this;
    if (id === null) return;
    const done = await this.#ask(async () => {
      const answer = await this.bridge.request('agents.delete', id);
      return answer.ok ? { ...answer, value: true } : answer;
    });
    if (!done) return;
    this.#close();
    await this.load();
  }

  /** Rejects with a sentence when the call could not be made. */
  testTool(call: TestCall): Promise<TestCallResult> {
    return this.bridge.request('agents.testTool', call);
  }

  /** Puts a text on the clipboard. */
  async copy(copied: string): Promise<void> {
    await this.bridge.request('agents.copy', copied);
  }

  /** One step back: from an agent to the list. False when there is none: the view may be left. */
  back(): boolean {
    if (this.#leaving !== null) {
      this.stay();
      return true;
    }
    if (!this.draft) return false;
    this.leave(() => this.#close());
    return true;
  }

  /** Does this now, or after the person has given up what is not saved. */
  leave(then: () => void): void {
    if (this.dirty) this.#leaving = then;
    else then();
  }

  stay(): void {
    this.#leaving = null;
  }

  discard(): void {
    const then = this.#leaving;
    this.#leaving = null;
    then?.();
  }

  #edit(agent: JsonObject | null, draft: AgentDraft): void {
    this.#agent = agent;
    this.#saved = draft;
    this.draft = structuredClone(draft);
    this.#tried = false;
    this.#refused = {};
    this.#problem = null;
    this.#told = '';
  }

  #close(): void {
    this.#edit(null, newDraft());
    this.draft = null;
  }

  async #ask<T>(request: () => Promise<AgentsAnswer<T>>): Promise<T | null> {
    this.#busy = true;
    try {
      const answer = await request();
      this.#problem = answer.ok ? null : answer.problem;
      if (answer.ok) return answer.value;
      this.#refused = refusedFields(answer);
      // Told beside its field once is enough.
      if (Object.keys(this.#refused).length > 0) this.#problem = notSaved;
    } catch (error) {
      this.#problem = { code: 'request_failed', sentence: sentenceOf(error), next: '' };
    } finally {
      this.#busy = false;
    }
    return null;
  }
}

const notSaved: Problem = {
  code: 'draft_wrong',
  sentence: 'Not saved yet.',
  next: 'Correct the fields that are marked.',
};

function troublesOf(draft: AgentDraft, agent: JsonObject | null): Failures {
  return Object.fromEntries(checkDraft(draft, agent).map(({ field, sentence }) => [field, sentence]));
}

function refusedFields({ fields }: Failed): Failures {
  return Object.fromEntries(
    fields.flatMap(({ param, message }) => {
      const field = param === null ? null : draftField(param);
      return field === null ? [] : [[field, `The service says: ${message}`]];
    }),
  );
}
