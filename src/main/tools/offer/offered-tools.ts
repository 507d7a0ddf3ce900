/**
 * Which tools the model sees: about ten at a time, as more make it choose badly. Everyday ones, those that were asked
 * for, and those that the talk is about; the way to all others is `find_tools`.
 */
import type { Tool } from '../tool';
import { rankTools } from './find-tools';

/** Tools offered at a time, `find_tools` among them. */
export const MOST_OFFERED = 10;
/** Of the tools found in this talk, the newest stay offered: as many as one search names. */
export const MOST_FOUND = 5;
/** Places that everyday tools keep whatever the talk is about. */
const EVERYDAY_KEPT = 4;
/** Of the talk: the newest things said, and how much of each. */
const MOST_RECENT = 4;
const MOST_OF_ONE = 300;
/** Of a score over the recent words; what fits less is a chance hit. */
const ABOUT = 4;

/** The tool that finds others. */
export const FINDER = 'find_tools';

/** What people ask for most, the most useful first. */
const EVERYDAY: readonly string[] = [
  'open_item',
  'search_files',
  'undo_last',
  'get_time',
  'start_app',
  'set_timer',
  'read_text_file',
  'take_note',
  'list_files',
  'set_reminder',
  'add_todo',
  'set_volume',
  'calculate',
];

/** By what tools are chosen. */
export interface Wanted {
  readonly all: readonly Tool[];
  /** Names that the profile allows; null for all. It need not name `find_tools`. */
  readonly allowed: readonly string[] | null;
  /** Names found in this talk, the newest first. */
  readonly found: readonly string[];
  /** What was said and told lately, the newest first. */
  readonly recent: readonly string[];
}

/** The tools that may be found or offered: those of the profile (null for all), without the finder itself. */
export function permittedTools(all: readonly Tool[], allowed: readonly string[] | null): readonly Tool[] {
  return all.filter(({ name }) => name !== FINDER && (allowed?.includes(name) ?? true));
}

/**
 * The tools to offer, at most `MOST_OFFERED`, in the order of `all`. When all that are allowed fit, they are offered as
 * they are, without `find_tools`.
 */
export function offeredTools({ all, allowed, found, recent }: Wanted): readonly Tool[] {
  const permitted = permittedTools(all, allowed);
  if (permitted.length <= MOST_OFFERED) return permitted;
  const finder = all.find(({ name }) => name === FINDER);
  const places = finder ? MOST_OFFERED - 1 : MOST_OFFERED;
  const named = (names: readonly string[]) =>
    names.flatMap((name) => permitted.find((tool) => tool.name === name) ?? []);
  const asked = named(found).slice(0, MOST_FOUND);
  const about = aboutTalk(permitted, recent).filter((tool) => !asked.includes(tool));
  const everyday = [...new Set([...named(EVERYDAY), ...inTurns(permitted)])];
  const chosen = new Set([
    ...asked,
    ...about.slice(0, Math.max(0, places - EVERYDAY_KEPT - asked.length)),
    ...everyday,
  ]);
  const offered = new Set([...chosen].slice(0, places));
  return all.filter((tool) => tool === finder || offered.has(tool));
}

/** What the talk is about: the tools that its words name, then the others of their groups. */
function aboutTalk(permitted: readonly Tool[], recent: readonly string[]): readonly Tool[] {
  const scores = new Map<Tool, number>();
  recent.slice(0, MOST_RECENT).forEach((text, age) => {
    for (const { tool, score } of rankTools(text.slice(0, MOST_OF_ONE), permitted)) {
      scores.set(tool, (scores.get(tool) ?? 0) + score / (1 + age));
    }
  });
  const fitting = permitted
    .filter((tool) => (scores.get(tool) ?? 0) >= ABOUT)
    .sort((a, b) => scores.get(b)! - scores.get(a)!);
  const groups = new Set(fitting.map(({ group }) => group));
  return [...new Set([...fitting, ...[...groups].flatMap((group) => inGroup(permitted, group))])];
}

function inGroup(tools: readonly Tool[], group: Tool['group']): readonly Tool[] {
  return tools.filter((tool) => tool.group === group);
}

/**
 * One of each group, then the second of each, and so on; the person's own commands come first. Tools of servers come
 * last: what others wrote of them is before the agent as soon as one is offered, and makes Parley ask more often.
 */
function inTurns(tools: readonly Tool[]): readonly Tool[] {
  const ours = tools.filter(({ group }) => group !== 'mcp');
  const groups = [...new Set<Tool['group']>(['commands', ...ours.map(({ group }) => group)])];
  const byGroup = groups.map((group) => inGroup(ours, group));
  const turns = ours.flatMap((_, place) => byGroup.flatMap((members) => members[place] ?? []));
  return [...turns, ...inGroup(tools, 'mcp')];
}
