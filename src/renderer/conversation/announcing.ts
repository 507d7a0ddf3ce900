/**
 * What a screen reader is told of a talk. It never speaks while the agent or the person does: what is to be told waits
 * until nobody speaks, and an open microphone does not hear the agent's words a second time.
 */
import type { ConversationSnapshot, ConversationStatus } from '../../shared/ipc/conversation';
import { t, toldText } from '../words.svelte';
import { announcement, type ConversationModel, type ConversationNews } from './model';
import { detailText } from './status';

interface Sentence {
  readonly text: string;
  /** The agent's next words tell it as well. */
  readonly inVoice: boolean;
}

/** What is told, and what waits for silence. */
export interface Announcements {
  /** The text of the live region: a change of it is read out. */
  readonly said: string;
  readonly waiting: readonly Sentence[];
}

/** Nothing was told, and nothing waits. */
export const nothingAnnounced: Announcements = { said: '', waiting: [] };

/** Whether the state itself is told: while somebody speaks, or is about to, it goes without saying. */
export function tellsState(status: ConversationStatus): boolean {
  return status !== 'hearing' && status !== 'thinking' && status !== 'speaking';
}

/** What is told after this piece of news, which has made the second model of the first. */
export function announcementsAfter(
  before: Announcements,
  from: ConversationModel,
  to: ConversationModel,
  news: ConversationNews,
): Announcements {
  if (news.type === 'cleared') return nothingAnnounced;
  const { status } = to.snapshot;
  const answers = status === 'speaking' && from.snapshot.status !== 'speaking';
  const left = answers ? before.waiting.filter(({ inVoice }) => !inVoice) : before.waiting;
  return whenSilent(before, [...left, ...sentencesOf(from, to, news)], status);
}

/** Tells something that has nothing to do with the talk, as soon as nobody speaks in it. */
export function alsoSaid(before: Announcements, text: string, status: ConversationStatus): Announcements {
  return whenSilent(before, [...before.waiting, { text, inVoice: false }], status);
}

function whenSilent(
  before: Announcements,
  waiting: readonly Sentence[],
  status: ConversationStatus,
): Announcements {
  if (waiting.length === 0 || !tellsState(status) || status === 'working') return { ...before, waiting };
  return said(before, waiting.map(({ text }) => text).join(' '));
}

/** Tells at once what became of something that the person has just done. */
export function said(before: Announcements, text: string): Announcements {
  // The same words twice are no change: a blank at the end makes them one.
  return { said: text === before.said ? `${text}\u00a0` : text, waiting: [] };
}

function sentencesOf(
  from: ConversationModel,
  to: ConversationModel,
  news: ConversationNews,
): readonly Sentence[] {
  switch (news.type) {
    case 'snapshot':
      return remarks(from.snapshot, to.snapshot).map((text) => ({ text, inVoice: false }));
    case 'entry': {
      const previous = from.transcript.findLast(({ id }) => id === news.entry.id);
      const text = announcement(previous, news.entry);
      const heard = to.snapshot.live && !to.snapshot.muted;
      if (text === null || (news.entry.kind === 'agent' && heard)) return [];
      return [{ text, inVoice: news.entry.kind === 'tool' }];
    }
    case 'cleared':
      return [];
  }
}

function remarks(from: ConversationSnapshot, to: ConversationSnapshot): readonly string[] {
  const detail = detailText(to);
  const { notice } = to;
  return [
    ...(detail === detailText(from) ? [] : [detail]),
    ...(notice === null || notice.sentence === from.notice?.sentence
      ? []
      : [toldText(notice.sentence), toldText(notice.next)]),
    ...(to.tainted && !from.tainted ? [t('Parley has read text by others: it asks before it acts.')] : []),
  ].filter(Boolean);
}
