import { assertNever } from '../../shared/assert-never';
import type { ServerCheck } from '../../shared/ipc/local-agent-port';
import type { Settings } from '../../shared/settings/schema';
import { readServerAddress } from '../../shared/settings/server-address';
import { t } from '../words.svelte';

/** Names of models that fit into a sentence. */
const MOST_NAMES = 6;

/** Where words go with this address, in a sentence. Empty for an address that cannot be used. */
export function privacyText(typed: string): string {
  const read = readServerAddress(typed);
  if (!read.ok) return '';
  return read.thisComputer
    ? t(
        'The conversation as text, the names of your folders, and what tools return go to that server on this computer. Your voice goes nowhere.',
      )
    : t(
        'The conversation as text, the names of your folders, and what tools return leave this computer and go to {host}. Your voice does not.',
        { host: read.host },
      );
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
      return t('The server answers and has the model “{model}”.', { model });
    case 'unreachable':
      return t('The server cannot be reached. Check the address and whether the server runs.');
    case 'too-slow':
      return t('The server did not answer in time. Try again, or allow more time.');
    case 'key-refused':
      return t('The server refuses the key. Save the right one below.');
    case 'model-missing':
      return [
        model === ''
          ? t('The server answers. Now name a model.')
          : t('The server answers, but has no model “{model}”.', { model }),
        listed(models),
      ].join(' ');
    case 'no-tools':
      return t('That model cannot use tools. Choose another.');
    case 'overloaded':
      return t('The server is busy or still loading. Try again in a moment.');
    case 'refused':
      return t('The server refused the request. Check the address and the model.');
    case 'failed':
      return t('The server reports an error of its own. Look at its log.');
    case 'nonsense':
    case 'cut-off':
      return t('Something answers there, but not as a language model server. Check the address.');
    default:
      return assertNever(result);
  }
}

function listed(models: readonly string[]): string {
  if (models.length === 0) return t('It offers none.');
  const more = models.length - MOST_NAMES;
  const names = models.slice(0, MOST_NAMES).join(', ');
  return more > 0
    ? t('It has: {names} and {count} more.', { names, count: more })
    : t('It has: {names}.', { names });
}
