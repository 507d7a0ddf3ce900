import type { ServerTrouble } from '../../../shared/ipc/local-agent-port';

/** The language model server did not answer as it should. */
export class LanguageModelError extends Error {
  constructor(readonly trouble: ServerTrouble) {
    super(trouble);
    this.name = 'LanguageModelError';
  }
}

const BEFORE: Readonly<Record<ServerTrouble, string>> = {
  unreachable: "I can't reach the language model server",
  'too-slow': 'The language model server takes too long',
  'key-refused': 'The language model server refuses the key',
  'model-missing': "The language model server doesn't have the chosen model",
  'no-tools': 'The chosen language model cannot use tools',
  overloaded: 'The language model server is busy',
  refused: 'The language model server refused the request',
  failed: 'The language model server reports an error',
  nonsense: "I can't make sense of the language model server's answer",
  'cut-off': 'The language model server broke off its answer',
};

/** Says why the built-in thinking answers now. A whole sentence, to be spoken. */
export function takeOverSentence(trouble: ServerTrouble): string {
  return `${BEFORE[trouble]}, so I answer on my own for now.`;
}

/** Said where an answer that had begun ends too early. */
export const BROKEN_OFF = 'Sorry, the rest of the answer did not come.';

/** What a refusal by HTTP means. `body` is its beginning; servers differ in its shape, so that only words count. */
export function troubleOfStatus(status: number, body: string): ServerTrouble {
  if (status === 401 || status === 403) return 'key-refused';
  if (status === 408 || status === 504) return 'too-slow';
  if (status === 429 || status === 503) return 'overloaded';
  if (status >= 500) return 'failed';
  if (
    /\bmodel_not_found\b|\bmodel\b.*\b(?:not found|does not exist|not exist)|\binvalid model\b/i.test(body)
  ) {
    return 'model-missing';
  }
  if (/does(?:n't| not) support (?:tools|function)|tool.*(?:not supported|unsupported)/i.test(body)) {
    return 'no-tools';
  }
  // Redirects are not followed: the key would go where nobody chose to send it.
  return status >= 400 && status !== 404 ? 'refused' : 'nonsense';
}
