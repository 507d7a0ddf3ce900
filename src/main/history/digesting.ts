import type { DigestKind, HistoryEvents, KeptConversation } from '../../shared/ipc/history';
import type { LanguageModelServer } from '../../shared/ipc/local-agent-port';
import { ProblemError, type Problem } from '../../shared/problem';
import type { Settings } from '../../shared/settings/schema';
import type { Question } from '../processes/local-agent-process';
import { digestProblem, digestQuestion, readExtraction, readSchema, type ExtractionSchema } from './digest';
import type { History } from './history';

/** AssemblyAI's LLM gateway, an OpenAI-compatible server; what is said in the EU stays there (its documentation). */
const GATEWAY = 'https://llm-gateway.assemblyai.com/v1';
const GATEWAY_EU = 'https://llm-gateway.eu.assemblyai.com/v1';
/** Loading a model and reading a long text may take a computer minutes. */
const FIRST_WORD_MS = 5 * 60_000;
/** Characters of transcript: about 6 000 tokens for a model on a computer, 50 000 for the gateway's. */
const MOST = { server: 24_000, gateway: 200_000 } as const;

/** What making a digest needs. */
export interface DigestWorld {
  readonly settings: () => Settings;
  /** The person's own server. Rejects with ProblemError at a bad address. */
  readonly server: () => Promise<LanguageModelServer>;
  /** The key of the hosted service; null when there is none. */
  readonly serviceKey: () => Promise<string | null>;
  /** As `LocalAgentProcess.ask`. */
  readonly ask: (
    question: Question,
    onText: (text: string) => void,
    signal: AbortSignal,
  ) => Promise<Parameters<typeof digestProblem>[0] | null>;
  readonly progress: (told: HistoryEvents['history.digesting']) => void;
}

/** Has summaries and extractions made, one at a time, and keeps them with their conversation. */
export class Digesting {
  private current: AbortController | null = null;

  constructor(
    private readonly history: Pick<History, 'read' | 'addDigest'>,
    private readonly world: DigestWorld,
    private readonly now: () => number,
  ) {}

  /** Calls off what is being made, if anything. */
  stop(): void {
    this.current?.abort();
  }

  /** Resolves to false when it was called off. Rejects with {@link ProblemError}, and nothing is kept then. */
  async make(id: string, kind: DigestKind): Promise<boolean> {
    this.stop();
    const asked = new AbortController();
    this.current = asked;
    try {
      await this.makeNow(id, kind, asked.signal);
      return true;
    } catch (error) {
      if (asked.signal.aborted) return false;
      throw error;
    } finally {
      if (this.current === asked) this.current = null;
    }
  }

  private async makeNow(id: string, kind: DigestKind, signal: AbortSignal): Promise<void> {
    const settings = this.world.settings();
    const schema = kind === 'extraction' ? schemaOf(settings) : null;
    const conversation = await this.history.read(id);
    if (isSilent(conversation)) throw new ProblemError(nothingSaid);
    const { digestBy: by } = settings;
    const server = await (by === 'gateway' ? this.gateway(settings) : this.ownServer());
    const { messages, leftOut } = digestQuestion(conversation, schema, MOST[by]);
    let text = '';
    const hear = (part: string) => {
      text += part;
      this.world.progress({ id, kind, text });
    };
    // The gateway streams for some of its models only.
    const question: Question = {
      server,
      messages,
      schema: schema?.schema ?? null,
      stream: by === 'server',
    };
    const trouble = await this.world.ask(question, hear, signal);
    signal.throwIfAborted();
    if (trouble !== null) throw new ProblemError(digestProblem(trouble));
    const told = { at: this.now(), by: `${server.model}, ${new URL(server.address).host}`, leftOut };
    if (schema) {
      const read = readExtraction(text, schema);
      if (!read.ok) throw new ProblemError(read.problem);
      await this.history.addDigest(id, { ...told, kind: 'extraction', json: read.json });
    } else await this.history.addDigest(id, { ...told, kind: 'summary', text: text.trim() });
  }

  private async ownServer(): Promise<LanguageModelServer> {
    const server = await this.world.server();
    if (server.model === '') throw new ProblemError(noModel);
    return { ...server, firstWordMs: FIRST_WORD_MS };
  }

  private async gateway({ gatewayModel: model, region }: Settings): Promise<LanguageModelServer> {
    const key = await this.world.serviceKey();
    if (key === null) throw new ProblemError(noKey);
    return { address: region === 'eu' ? GATEWAY_EU : GATEWAY, model, key, firstWordMs: FIRST_WORD_MS };
  }
}

function schemaOf({ extractionSchema }: Settings): ExtractionSchema {
  const read = readSchema(extractionSchema);
  if (!read.ok) throw new ProblemError(read.problem);
  return read.schema;
}

function isSilent({ items }: KeptConversation): boolean {
  return !items.some(({ kind }) => kind === 'entry');
}

const nothingSaid: Problem = {
  code: 'nothing_said',
  sentence: 'Nothing was said in this conversation.',
  next: 'Choose another one.',
};

const noModel: Problem = {
  code: 'no_model_chosen',
  sentence: 'No model of a language model server is chosen.',
  next: 'Choose "Language model server" under Thinking in Settings, and name its model there.',
};

const noKey: Problem = {
  code: 'key_missing',
  sentence: 'The LLM gateway needs an AssemblyAI key.',
  next: 'Add the key in Settings.',
};
