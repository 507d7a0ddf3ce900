import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { Digest, ExportFormat, KeptConversation, KeptItem } from '../../shared/ipc/history';

/** How times are written; they come from outside, because a zone belongs to a computer. */
export interface TimeWords {
  /** `21 November 2026, 10:13`. */
  readonly dateTime: (at: number) => string;
  /** `10:13:56`. */
  readonly time: (at: number) => string;
}

/** A kept conversation as the text of a file, whole: everything that the history shows of it. */
export function exported(conversation: KeptConversation, format: ExportFormat, words: TimeWords): string {
  switch (format) {
    case 'markdown':
      return markdown(conversation, words);
    case 'text':
      return plainText(conversation, words);
    case 'json':
      return `${JSON.stringify({ format: 'parley-conversation', version: 1, ...conversation }, null, 2)}\n`;
  }
}

/** The ending of a format's files, without a dot. */
export const fileEndings: Readonly<Record<ExportFormat, string>> = {
  markdown: 'md',
  text: 'txt',
  json: 'json',
};

/** A name for the exported file that every system takes: the day and the title. */
export function exportName({ title }: KeptConversation, day: string, format: ExportFormat): string {
  const safe = title
    .replace(/[^\p{L}\p{M}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${[day, [...safe].slice(0, 60).join('').trim()].filter(Boolean).join(' ')}.${fileEndings[format]}`;
}

function markdown(conversation: KeptConversation, words: TimeWords): string {
  const facts = factsOf(conversation, words).map(([name, value]) => `- ${name}: ${escaped(value)}`);
  const digests = conversation.digests.map(markdownDigest);
  const said = conversation.items.flatMap((item) => markdownItem(item, words));
  return `${[`# ${escaped(conversation.title)}`, facts.join('\n'), ...digests, '## Transcript', ...said].join('\n\n')}\n`;
}

function markdownDigest(digest: Digest): string {
  const by = `*By ${escaped(digest.by)}.${leftOutText(digest)}*`;
  return digest.kind === 'summary'
    ? `## Summary\n\n${escaped(digest.text)}\n\n${by}`
    : `## Extracted\n\n${fenced(digest.json, 'json')}\n\n${by}`;
}

function markdownItem(item: KeptItem, words: TimeWords): readonly string[] {
  switch (item.kind) {
    case 'latency':
      return [];
    case 'problem':
      return [`> ${escaped(`${item.problem.sentence} ${item.problem.next}`.trim())}`];
    case 'entry': {
      const { entry } = item;
      const head = `**${escaped(speaker(entry))}** (${words.time(item.at)})`;
      if (entry.kind !== 'tool') return [`${head}: ${escaped(entry.text)}${cutText(entry)}`];
      const outcome = [escaped(entry.outcome), fenced(entry.arguments, 'json')].filter(Boolean).join('\n\n');
      return [`${head}: ${entry.state}\n\n${outcome}`];
    }
  }
}

function plainText(conversation: KeptConversation, words: TimeWords): string {
  const facts = factsOf(conversation, words).map(([name, value]) => `${name}: ${value}`);
  const digests = conversation.digests.map((digest) =>
    [
      digest.kind === 'summary' ? `Summary\n\n${digest.text}` : `Extracted\n\n${digest.json}`,
      `By ${digest.by}.${leftOutText(digest)}`,
    ].join('\n\n'),
  );
  const said = conversation.items.flatMap((item) => plainItem(item, words));
  return `${[conversation.title, facts.join('\n'), ...digests, ...said].join('\n\n')}\n`;
}

function plainItem(item: KeptItem, words: TimeWords): readonly string[] {
  switch (item.kind) {
    case 'latency':
      return [];
    case 'problem':
      return [`(${`${item.problem.sentence} ${item.problem.next}`.trim()})`];
    case 'entry': {
      const { entry } = item;
      const head = `[${words.time(item.at)}] ${speaker(entry)}`;
      if (entry.kind !== 'tool') return [`${head}: ${entry.text}${cutText(entry)}`];
      return [
        [`${head}: ${entry.state}. ${entry.outcome}`.trimEnd(), entry.arguments].filter(Boolean).join('\n'),
      ];
    }
  }
}

function factsOf(
  { beganAt, lastAt, engines, profile, dollars, sockets, state, end }: KeptConversation,
  { dateTime }: TimeWords,
): readonly (readonly [string, string])[] {
  const hosts = [...new Set(sockets.map(({ host }) => host))];
  return [
    ['Began', dateTime(beganAt)],
    ['Ended', state === 'ended' ? `${dateTime(lastAt)} (${end ?? 'unknown'})` : 'not recorded'],
    [
      'Engine',
      engines.map((engine) => (engine === 'hosted' ? 'AssemblyAI, hosted' : 'Local agent')).join(', '),
    ],
    ['Profile', profile.name],
    ...(hosts.length > 0 ? [['Server', hosts.join(', ')] as const] : []),
    ...(dollars === null ? [] : [['Cost', `$${dollars.toFixed(4)} by the published price`] as const]),
  ];
}

function speaker(entry: TranscriptEntry): string {
  if (entry.kind === 'tool') return `Tool ${entry.name}`;
  return entry.kind === 'user' ? 'You' : 'Parley';
}

function cutText(entry: Exclude<TranscriptEntry, { kind: 'tool' }>): string {
  return entry.kind === 'agent' && entry.interrupted ? ' (stopped here)' : '';
}

function leftOutText({ leftOut }: Digest): string {
  return leftOut === 0 ? '' : ` The first ${leftOut} entries were left out.`;
}

/** What was said stays what it was: none of it becomes a heading, a list, a link or HTML. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(
      /^(\s*)([-+=]|\d+[.)])/gm,
      (_, space: string, mark: string) => `${space}${mark.replace(/.$/, '\\$&')}`,
    );
}

function fenced(text: string, language: string): string {
  if (text === '') return '';
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
