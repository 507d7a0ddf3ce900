import type { McpDraft, McpServerView, McpToolView } from '../../../shared/ipc/mcp';
import { environmentName, headerName, type McpToolChoice } from '../../../shared/settings/mcp-server';
import type { PlainText } from '../../../shared/words/catalogue';
import { t } from '../../words.svelte';

/** How a server is, in a few words. */
export function stateText({ enabled, state, tools, needsSignIn, signingIn }: McpServerView): string {
  if (signingIn) return t('Waiting for you to sign in, in your browser');
  if (!enabled) return t('Switched off');
  switch (state) {
    case 'off':
      return t('Starts with the next conversation');
    case 'starting':
      return t('Starting…');
    case 'ready':
      return t('Ready, {count} tools', { count: tools.length });
    case 'failed':
      return needsSignIn ? t('Needs you to sign in') : t('Not running');
  }
}

/** What is started or called, in one line. */
export function targetText({ transport }: Pick<McpServerView, 'transport'>): string {
  return transport.type === 'http' ? transport.url : [transport.command, ...transport.args].join(' ');
}

/** What can be chosen for a tool; the first is what holds until something was chosen. */
export const toolChoices: readonly { readonly value: McpToolChoice; readonly text: PlainText }[] = [
  { value: 'outward', text: 'Asks; click only' },
  { value: 'reversible', text: 'Asks; voice or click' },
  { value: 'read', text: 'Runs without asking' },
  { value: 'off', text: 'Off' },
];

/** What the server says of a tool, told as its word. */
export function claimsText({ claims }: Pick<McpToolView, 'claims'>): string {
  return claims.length === 0 ? '' : t('The server claims: {claims}.', { claims: claims.join(', ') });
}

/** A variable or header in the form. A kept value is in the keychain and does not show. */
export interface FormEntry {
  readonly name: string;
  readonly value: string;
  readonly kept: boolean;
}

/** A server while it is being entered. */
export interface McpForm {
  /** Null for a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly type: 'stdio' | 'http';
  readonly command: string;
  /** One a line. */
  readonly args: string;
  readonly cwd: string;
  readonly env: readonly FormEntry[];
  readonly url: string;
  readonly headers: readonly FormEntry[];
}

/** An empty form. */
export const newForm: McpForm = {
  id: null,
  name: '',
  type: 'stdio',
  command: '',
  args: '',
  cwd: '',
  env: [],
  url: '',
  headers: [],
};

/** The form of a server that is there. */
export function formOf({ id, name, transport }: McpServerView): McpForm {
  const kept = (names: readonly string[]) => names.map((entry) => ({ name: entry, value: '', kept: true }));
  if (transport.type === 'http') {
    return { ...newForm, id, name, type: 'http', url: transport.url, headers: kept(transport.headers) };
  }
  const { command, args, cwd, env } = transport;
  return { ...newForm, id, name, command, args: args.join('\n'), cwd: cwd ?? '', env: kept(env) };
}

/** What is sent of a form, or what is wrong with it. */
export type WrittenForm =
  | { readonly ok: true; readonly draft: McpDraft }
  | { readonly ok: false; readonly field: FormField; readonly sentence: string };

/** Where something is wrong. */
export type FormField = 'name' | 'command' | 'url' | 'entries';

/** The server as entered; names of variables and headers are checked here, the rest by main. */
export function written(form: McpForm): WrittenForm {
  const wrong = (field: FormField, sentence: string): WrittenForm => ({ ok: false, field, sentence });
  if (form.name.trim() === '') return wrong('name', 'Give the server a name.');
  const stdio = form.type === 'stdio';
  if (stdio && form.command.trim() === '')
    return wrong('command', 'Type the program that starts the server.');
  if (!stdio && form.url.trim() === '') return wrong('url', 'Type the address of the server.');
  const entries = (stdio ? form.env : form.headers).filter(({ name }) => name.trim() !== '');
  const schema = stdio ? environmentName : headerName;
  const bad = entries.find(({ name }) => !schema.safeParse(name.trim()).success);
  if (bad) return wrong('entries', `“${bad.name.trim()}” cannot be a name here.`);
  const values = entries.map(({ name, value }) => ({
    name: name.trim(),
    value: value === '' ? null : value,
  }));
  if (!stdio) {
    return {
      ok: true,
      draft: { name: form.name, transport: { type: 'http', url: form.url.trim(), headers: values } },
    };
  }
  const args = form.args
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const cwd = form.cwd.trim() === '' ? null : form.cwd.trim();
  return {
    ok: true,
    draft: {
      name: form.name,
      transport: { type: 'stdio', command: form.command.trim(), args, env: values, cwd },
    },
  };
}

/** What came of pasting or importing, in a sentence or two. */
export function addedText({
  added,
  skipped,
}: {
  readonly added: readonly string[];
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}): string {
  const told =
    added.length === 0
      ? 'Nothing was added.'
      : `Added, switched off: ${added.join(', ')}. Switch on what you want to use.`;
  return [told, ...skipped.map(({ name, why }) => `${name}: ${why}`)].join(' ');
}
