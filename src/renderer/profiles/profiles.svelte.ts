import type { AgentSummary } from '../../shared/protocol';
import type { ToolSummary, VoiceSample } from '../../shared/ipc/profiles';
import { sentenceOf, type WindowBridge } from '../bridge';

/** A field that is typed into freely. */
export type DraftField = 'name' | 'prompt' | 'greeting' | 'keyterms' | 'agentId';

/** What the windows' profile controls share: the tools there are, the voice that is heard, and unsaved texts. */
export class ProfilesStore {
  #tools = $state.raw<readonly ToolSummary[] | null>(null);
  #toolsFailure = $state<string>();
  #agents = $state.raw<readonly AgentSummary[]>([]);
  #sample = $state.raw<VoiceSample | null>(null);
  #sampleFailure = $state.raw<{ readonly sample: VoiceSample; readonly sentence: string } | null>(null);
  #plays = 0;
  #drafts = $state.raw<Readonly<Record<string, string>>>({});

  constructor(private readonly bridge: WindowBridge) {}

  /** Every tool there is; null until main has told. */
  get tools() {
    return this.#tools;
  }
  get toolsFailure() {
    return this.#toolsFailure;
  }

  async loadTools(): Promise<void> {
    try {
      this.#tools = await this.bridge.request('tools.list');
      this.#toolsFailure = undefined;
    } catch (error) {
      this.#toolsFailure = sentenceOf(error);
    }
  }

  /** The agents stored at the service, as far as it tells them; an id can be typed in any case. */
  get agents() {
    return this.#agents;
  }

  async loadAgents(): Promise<void> {
    const answer = await this.bridge.request('agents.overview').catch(() => null);
    if (answer?.ok) this.#agents = answer.value.agents;
  }

  /** Whether this sample is being fetched or heard. */
  plays(sample: VoiceSample): boolean {
    return isSame(this.#sample, sample);
  }

  /** Why this sample could not be heard; undefined when it could. */
  failureOf(sample: VoiceSample): string | undefined {
    return isSame(this.#sampleFailure?.sample ?? null, sample) ? this.#sampleFailure?.sentence : undefined;
  }

  /** Plays a sample, or stops it when it plays. Resolves when it was heard. */
  async toggleSample(sample: VoiceSample): Promise<void> {
    this.#sampleFailure = null;
    if (this.plays(sample)) return this.stopSample();
    this.#sample = sample;
    const play = (this.#plays += 1);
    try {
      await this.bridge.request('voice.play', sample);
    } catch (error) {
      this.#sampleFailure = { sample, sentence: sentenceOf(error) };
    } finally {
      // Another one may play meanwhile.
      if (this.#plays === play) this.#sample = null;
    }
  }

  /** Silence; does nothing when nothing plays. */
  async stopSample(): Promise<void> {
    if (!this.#sample) return;
    this.#sample = null;
    // What failed to stop fails where it was asked to play.
    await this.bridge.request('voice.stop').catch(() => undefined);
  }

  /** What is typed in a field and not saved: it outlives the closing of the editor. Undefined when all is saved. */
  draft(profile: string, field: DraftField): string | undefined {
    return this.#drafts[`${profile} ${field}`];
  }

  setDraft(profile: string, field: DraftField, typed: string): void {
    this.#drafts = { ...this.#drafts, [`${profile} ${field}`]: typed };
  }

  /** Forgets a draft that was saved; one that was changed meanwhile stays. */
  saved(profile: string, field: DraftField, typed: string): void {
    const key = `${profile} ${field}`;
    if (this.#drafts[key] !== typed) return;
    this.#drafts = Object.fromEntries(Object.entries(this.#drafts).filter(([name]) => name !== key));
  }
}

function isSame(a: VoiceSample | null, b: VoiceSample): boolean {
  return a?.engine === b.engine && a.voice === b.voice;
}
