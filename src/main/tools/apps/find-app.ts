import fuzzysort from 'fuzzysort';
import type { Apps, AppsFailure, InstalledApp } from '../../system/apps';
import { spokenList } from '../files/speak';
import type { CallScope, ToolFailure } from '../tool';

/** The one app that was meant, or why there is not exactly one. */
export type FoundApp = { readonly ok: true; readonly app: InstalledApp } | ToolFailure;

/** An app whose name fits, with how well: 0..1. */
export interface AppMatch {
  readonly app: InstalledApp;
  readonly score: number;
}

/** Words that name no app. */
const FILLERS = new Set('a an the my our this that app apps application program please'.split(' '));
/** By how much the best must beat the next to be taken without asking. */
const CLEAR_LEAD = 0.1;
/** From here on a name fits well enough to have been meant. */
const MEANT = 0.6;
/** What people call an app beside its name says less. */
const OTHER_NAME = 0.85;
const FUZZY_ENOUGH = 0.6;
const MOST_CANDIDATES = 5;

/**
 * Finds the app that was named: by its id or by words of its names. Several that fit are an error that lists them. An
 * app of the person's account, which anything could have put there under any name, is never taken where one of the
 * system fits as well: the system's is, or it is asked.
 */
export function findApp(apps: readonly InstalledApp[], said: string): FoundApp {
  return findIn(apps, said) ?? noSuchApp;
}

/** As {@link findApp}, among running apps; an app that is installed only is told as not running. */
export async function findRunningApp(apps: Apps, said: string, signal: AbortSignal): Promise<FoundApp> {
  const running = await apps.running(signal);
  if (!running.ok) return appFailure(running);
  const among = running.value.map(({ app }) => app);
  const found = findIn(among, said);
  if (found) return found;
  const installed = findApp(await apps.installed(signal), said);
  if (!installed.ok) return installed;
  const { name } = installed.app;
  return appFailure({ ok: false, why: 'not-running', sentence: `${name} is not running.` });
}

const noSuchApp: ToolFailure = {
  ok: false,
  error: 'No installed app fits that name.',
  hint: 'Ask for another name, or look with list_apps.',
};

/** Null when nothing fits. */
function findIn(apps: readonly InstalledApp[], said: string): FoundApp | null {
  const byId = apps.find(({ id }) => id === said);
  if (byId) return { ok: true, app: byId };
  const matches = matchApps(apps, said).filter(({ score }) => score >= MEANT);
  const [best] = matches;
  if (!best) return null;
  const trusted = matches.filter(({ app }) => app.installedFor !== 'account');
  const within = (all: readonly AppMatch[]) => all.filter(({ score }) => all[0]!.score - score < CLEAR_LEAD);
  const exact = (all: readonly AppMatch[]) => all.filter(({ score }) => score === 1);
  const [only, ...others] = exact(trusted).length > 0 ? exact(trusted) : within(matches);
  const rivalled = only?.app.installedFor === 'account' && trusted.length > 0;
  if (only && others.length === 0 && !rivalled) return { ok: true, app: only.app };
  return several(rivalled ? [only, ...others, ...trusted] : [only!, ...others]);
}

/** Apps whose names fit, the best first. */
export function matchApps(apps: readonly InstalledApp[], said: string): readonly AppMatch[] {
  const wanted = tellingWords(said);
  return apps
    .map((app) => {
      const others = app.otherNames.map((name) => OTHER_NAME * scoreOf(wanted, name));
      return { app, score: Math.max(scoreOf(wanted, app.name), ...others) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.app.name.length - b.app.name.length);
}

function several(matches: readonly AppMatch[]): ToolFailure {
  const apps = [...new Set(matches.map(({ app }) => app))].slice(0, MOST_CANDIDATES);
  const sameName = (name: string) => apps.filter((app) => app.name === name).length > 1;
  const told = apps.map(
    ({ name, id, installedFor }) =>
      `${name}${sameName(name) ? ` (${id})` : ''}${installedFor === 'account' ? ', added to this account only' : ''}`,
  );
  return {
    ok: false,
    error: `${apps.length} apps fit that: ${spokenList(told, 'and')}.`,
    hint: 'Ask which one is meant, then call again with that full name, or with what stands in brackets.',
    foreign: apps.some(({ installedFor }) => installedFor === 'account'),
  };
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean);
}

function tellingWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}

/** Every wanted word must be found; 1 is the same name. */
function scoreOf(wanted: readonly string[], name: string): number {
  const words = tellingWords(name);
  if (wanted.length === 0 || words.length === 0) return 0;
  // "Libre Office" and "LibreOffice" are heard alike.
  if (wanted.join('') === words.join('')) return 1;
  const scores = wanted.map((word) => scoreWord(word, words));
  if (scores.includes(0)) return 0;
  const sum = scores.reduce((all, score) => all + score, 0);
  return (sum / wanted.length) * (0.8 + 0.15 * Math.min(1, wanted.length / words.length));
}

function scoreWord(word: string, words: readonly string[]): number {
  if (words.includes(word)) return 1;
  if (word.length > 2 && words.some((part) => part.startsWith(word))) return 0.9;
  const joined = words.join(' ');
  if (word.length > 3 && joined.includes(word)) return 0.7;
  if (word.length < 3) return 0;
  const fuzzy = fuzzysort.single(word, joined)?.score ?? 0;
  return fuzzy >= FUZZY_ENOUGH ? fuzzy * 0.75 : 0;
}

/** Where a standing permission for an app holds. One for an app of the account falls when what it starts changes. */
export function scopeOfApp({ id, name, installedFor, seal }: InstalledApp): CallScope {
  return { id: installedFor === 'account' ? `app:${id}:${seal}` : `app:${id}`, label: name };
}

/** The warning for an app that anything could have put there; null for others. */
export function riskOfApp({ name, installedFor }: InstalledApp): string | null {
  if (installedFor !== 'account') return null;
  return `${name} was added to your account only. It may not be what its name says: look at what is started.`;
}

/** A failure with an app in words a model can act on. */
export function appFailure({ why, sentence }: AppsFailure): ToolFailure {
  const error = sentence;
  switch (why) {
    case 'unsupported':
      return { ok: false, error, hint: 'Tell the person that this cannot be done here; do not try again.' };
    case 'gone':
    case 'invalid':
    case 'needs-terminal':
      return { ok: false, error, hint: 'Tell the person; do not try again.' };
    case 'takes-nothing':
      return { ok: false, error, hint: 'Offer another app, or open_item for its usual program.' };
    case 'changed':
      return { ok: false, error, hint: 'Tell the person; call again only if they still want it.' };
    case 'not-running':
      return { ok: false, error, hint: 'Tell the person; start_app starts it if they want that.' };
    case 'failed':
      return { ok: false, error, hint: 'Tell the person that it did not work.' };
  }
}
