import type { TranscriptEntry } from '../../shared/ipc/conversation';

/** Longest default title in characters. */
const LONGEST = 60;

/** A conversation's title when the person gave none: its first words, the person's if there are any. */
export function firstWords(entries: readonly TranscriptEntry[]): string {
  const said = entries.find((entry) => entry.kind === 'user') ?? entries.find(({ kind }) => kind === 'agent');
  const text = said && said.kind !== 'tool' ? said.text.replace(/\s+/g, ' ').trim() : '';
  if (text === '') return 'Nothing was said';
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  const cut = characters.slice(0, LONGEST).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut}…`;
}
