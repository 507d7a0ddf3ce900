import { assertNever } from '../../shared/assert-never';
import type { ServerCheck } from '../../shared/ipc/local-agent-port';
import type { Settings } from '../../shared/settings/schema';
import { readServerAddress } from '../../shared/settings/server-address';

/** Names of models that fit into a sentence. */
const MOST_NAMES = 6;

/** Where words go with this address, in a sentence. Empty for an address that cannot be used. */
export function privacyText(typed: string): string {
  const read = readServerAddress(typed);
  if (!read.ok) return '';
  const sent = 'The conversation as text, the names of your folders, and what tools return';
  return read.thisComputer
    ? `${sent} go to that server on this computer. Your voice goes nowhere.`
    : `${sent} leave this computer and go to ${read.host}. Your voice does not.`;
}

/** The host that the local agent's words go to; null when they stay on this computer. */
export function remoteThinker(
  settings: Pick<Settings, 'thinking' | 'languageModelAddress'> | null,
): string | null {
  if (settings?.thinking !== 'language-model') return null;
  const read = readServerAddress(settings.languageModelAddress);
  return read.ok && !read.thisComputer ? read.host : null;
}

/** What a test of the server with this model found, in a sentence that says what to do next where it failed. */
export function checkText({ result, models }: ServerCheck, model: string): string {
  switch (result) {
    case 'ok':
      return `The server answers and has the model “${model}”.`;
    case 'unreachable':
      return 'The server cannot be reached. Check the address and whether the server runs.';
    case 'too-slow':
      return 'The server did not answer in time. Try again, or allow more time.';
    case 'key-refused':
      return 'The server refuses the key. Save the right one below.';
    case 'model-missing':
      return `${model === '' ? 'The server answers. Now name a model.' : `The server answers, but has no model “${model}”.`}${listed(models)}`;
    case 'no-tools':
      return 'That model cannot use tools. Choose another.';
    case 'overloaded':
      return 'The server is busy or still loading. Try again in a moment.';
    case 'refused':
      return 'The server refused the request. Check the address and the model.';
    case 'failed':
      return 'The server reports an error of its own. Look at its log.';
    case 'nonsense':
    case 'cut-off':
      return 'Something answers there, but not as a language model server. Check the address.';
    default:
      return assertNever(result);
  }
}

function listed(models: readonly string[]): string {
  if (models.length === 0) return ' It offers none.';
  const more = models.length - MOST_NAMES;
  return ` It has: ${models.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
