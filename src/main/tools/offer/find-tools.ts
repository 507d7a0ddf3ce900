import { stem } from '../../../shared/vocabulary/stem';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { contentRoots, joinedPairs, tokens } from '../../../shared/vocabulary/words';
import type { Tool, ToolContext } from '../tool';

/** What a hit is worth by where the word stands. */
const WORTH = { name: 3, keyword: 3, group: 1, purpose: 1.5, rest: 0.5 } as const;
/** A word itself counts this much more than its synonyms. */
const ITSELF = 0.6;
/** They announce a name that somebody gave, whatever it means. */
const NAMING = /^(?:named|called|titled)$/;
/** Of the best one's score; what fits less only clutters. */
const WORTH_NAMING = 0.4;
/** Words that are compared; a request is no longer. */
const MOST_WORDS = 60;
const MOST_CHARACTERS = 600;

/** A tool with how well words fit it; above 0. */
export interface RankedTool {
  readonly tool: Tool;
  readonly score: number;
}

/**
 * The tools that fit these words, best first: their words, stems and synonyms against name, keywords, group and
 * description, rare words counting more. The same for the same tools in any order.
 */
export function rankTools(words: string, all: readonly Tool[]): readonly RankedTool[] {
  const wanted = rootsOf(words);
  if (wanted.size === 0) return [];
  const profiles = all.map((tool) => ({ tool, worth: worthOf(tool) }));
  const rarity = new Map(
    [...wanted].map((root) => {
      const holding = profiles.filter(({ worth }) => worth.has(root)).length;
      return [root, Math.log(1 + profiles.length / Math.max(1, holding))] as const;
    }),
  );
  return profiles
    .map(({ tool, worth }) => ({
      tool,
      score: [...rarity].reduce((sum, [root, rare]) => sum + (worth.get(root) ?? 0) * rare, 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.tool.name < b.tool.name ? -1 : 1));
}

/** The tools worth naming to somebody who asks for one in these words, best first. */
export function findTools(words: string, all: readonly Tool[]): ReturnType<ToolContext['findTools']> {
  const ranked = rankTools(words, all);
  const best = ranked[0]?.score ?? 1;
  return ranked
    .map(({ tool, score }) => ({ tool, fit: score / best }))
    .filter(({ fit }) => fit >= WORTH_NAMING);
}

function rootsOf(words: string): ReadonlySet<string> {
  const said = tokens(words.slice(0, MOST_CHARACTERS)).filter((word) => !NAMING.test(word));
  return new Set(keysOf(said.slice(0, MOST_WORDS).join(' ')));
}

/** Roots, which synonyms share, and the words themselves. */
function keysOf(text: string): readonly string[] {
  return [...contentRoots(text), ...joinedPairs(text), ...themselves(text)];
}

const themselves = (text: string) =>
  tokens(text)
    .filter((word) => !isStopWord(word))
    .map((word) => `=${stem(word)}`);

const known = new WeakMap<Tool, ReadonlyMap<string, number>>();

/** What each root that a tool is described with is worth; kept, as tools are asked for again and again. */
function worthOf(tool: Tool): ReadonlyMap<string, number> {
  const before = known.get(tool);
  if (before) return before;
  const [purpose = '', ...rest] = tool.description.split(/(?<=[.!?])\s/u);
  const parameters = Object.entries(tool.parameters.properties ?? {}).map(
    ([name, schema]) => `${name} . ${wordsOfSchema(schema)}`,
  );
  const worth = new Map<string, number>();
  const add = (text: string, value: number) => {
    for (const key of keysOf(text)) {
      const counts = key.startsWith('=') ? value * ITSELF : value;
      worth.set(key, Math.max(counts, worth.get(key) ?? 0));
    }
  };
  add([...rest, ...parameters].join(' ').slice(0, 4_000), WORTH.rest);
  add(tool.group, WORTH.group);
  add(purpose, WORTH.purpose);
  add(tool.keywords.join(' . '), WORTH.keyword);
  add(tool.name, WORTH.name);
  known.set(tool, worth);
  return worth;
}

/** What a parameter's schema says in words: its description, choices and examples. */
function wordsOfSchema(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null) return '';
  const { description, enum: choices, examples } = schema as Readonly<Record<string, unknown>>;
  return [description, choices, examples]
    .flat()
    .filter((text) => typeof text === 'string')
    .join(' . ');
}
