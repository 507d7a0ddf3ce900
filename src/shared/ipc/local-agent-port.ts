/**
 * Messages between Parley's main process and the local agent's process.
 * The speech process is reached over the port that comes with `start`.
 */

import type { Json } from '../json';

/** A server with an OpenAI-compatible chat completions API that thinks for the local agent. */
export interface LanguageModelServer {
  /** Base of the API without a slash at its end: `http://127.0.0.1:11434/v1`. */
  readonly address: string;
  readonly model: string;
  /** Sent as a bearer token; null where the server asks for none. */
  readonly key: string | null;
  /** How long the first words of an answer may take. */
  readonly firstWordMs: number;
}

/** Why a language model server did not answer as it should. */
export type ServerTrouble =
  | 'unreachable'
  | 'too-slow'
  | 'key-refused'
  | 'model-missing'
  | 'no-tools'
  | 'overloaded'
  | 'refused'
  | 'failed'
  | 'nonsense'
  | 'cut-off';

/** What a language model server says of itself; `models` are the names it offers, none when it gave no list. */
export interface ServerCheck {
  readonly result: 'ok' | ServerTrouble;
  readonly models: readonly string[];
}

/** What may change while the local agent runs. */
export interface LocalAgentTuning {
  /** Speed of the voice, 1 is normal. */
  readonly speakingSpeed: number;
  /** Null leaves the thinking to what is built in. */
  readonly languageModel: LanguageModelServer | null;
}

/** The local agent ends with this code when the speech process is gone: main starts both anew when they are needed. */
export const SPEECH_LOST = 5;

/** What is learned of a tool; `parameters` is its JSON Schema. */
interface ToolToLearn {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** To the local agent. A message port to the speech process is transferred along. */
export interface LocalAgentStart extends LocalAgentTuning {
  readonly type: 'start';
  /** The only key that is accepted. */
  readonly token: string;
  readonly timing: 'native' | 'hosted';
  /** Tools that sessions may come to offer, as in `session.tools`: learned ahead, so that no request waits for it. */
  readonly tools: readonly ToolToLearn[];
}

/** To the running local agent: speak and think like this from the next clause and thought on. */
export interface LocalAgentTune extends LocalAgentTuning {
  readonly type: 'tune';
}

/** To the running local agent: look whether this server can be used; answered by `checked` with the same id. */
export interface LocalAgentCheck {
  readonly type: 'check';
  readonly id: number;
  readonly server: LanguageModelServer;
}

/** A message of a question to a language model. */
export interface QuestionMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/**
 * To the running local agent: have this server answer. Told in parts by `answering`, then once by `answered` with the
 * same id. `schema` is a JSON schema that the answer should fit, for servers that can hold a model to one.
 */
export interface LocalAgentAsk {
  readonly type: 'ask';
  readonly id: number;
  readonly server: LanguageModelServer;
  readonly messages: readonly QuestionMessage[];
  readonly schema: Readonly<Record<string, Json>> | null;
  /** False where the server gives its answers whole only. */
  readonly stream: boolean;
}

/** To the running local agent: nobody wants the answer any more; none of it follows. */
export interface LocalAgentForget {
  readonly type: 'forget';
  readonly id: number;
}

/** From the local agent. */
export type LocalAgentReport =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  | { readonly type: 'checked'; readonly id: number; readonly check: ServerCheck }
  | { readonly type: 'answering'; readonly id: number; readonly text: string }
  /** `trouble` is null when the answer is complete. */
  | { readonly type: 'answered'; readonly id: number; readonly trouble: ServerTrouble | null };
