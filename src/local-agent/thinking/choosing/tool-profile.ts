import { parametersOf } from '../arguments/parameters';
import type { OfferedTool } from '../types';
import { actionOf, isVerb } from '../vocabulary/actions';
import { isStopWord } from '../../../shared/vocabulary/stop-words';
import { stem } from '../../../shared/vocabulary/stem';
import { rootOf } from '../../../shared/vocabulary/synonyms';
import { contentRoots, humanise, tokens } from '../../../shared/vocabulary/words';

/** What can be known of a tool from its definition alone, made ready for comparing. */
export interface ToolProfile {
  readonly tool: OfferedTool;
  /** Short texts that a request for this tool would resemble. */
  readonly texts: readonly string[];
  /** Short texts on what it takes. */
  readonly taken: readonly string[];
  /** Roots of the name. */
  readonly named: ReadonlySet<string>;
  /** Stems of the things the name speaks of: "timer" of `set_timer`. */
  readonly nouns: ReadonlySet<string>;
  /** Roots of the name and of what the description says, without its examples. */
  readonly core: ReadonlySet<string>;
  /** `core` and the parameters' names, choices and descriptions. */
  readonly roots: ReadonlySet<string>;
  /** Roots with which an order to this tool may begin. */
  readonly verbs: ReadonlySet<string>;
  /** What it does, as far as its verbs tell. */
  readonly actions: ReadonlySet<string>;
}

const profiles = new WeakMap<OfferedTool, ToolProfile>();

/** The profile of a tool; made once for each definition object. */
export function toolProfile(tool: OfferedTool): ToolProfile {
  const known = profiles.get(tool);
  if (known) return known;
  const profile = makeProfile(tool);
  profiles.set(tool, profile);
  return profile;
}

function makeProfile(tool: OfferedTool): ToolProfile {
  const name = humanise(tool.name);
  const sentences = sentencesOf(tool.description).filter((sentence) => !TELLS_OF_RESULT.test(sentence));
  const plain = sentences.map((sentence) => withoutExamples(sentence)).join('. ');
  const named = new Set(contentRoots(name));
  const core = new Set([...named, ...contentRoots(plain)]);
  const parameters = parametersOf(tool).flatMap((parameter) => [
    ...contentRoots(humanise(parameter.name)),
    ...contentRoots(withoutExamples(parameter.description)),
    ...parameter.choices.flatMap((choice) => contentRoots(choice)),
  ]);
  const verbs = [...nameVerbs(name), ...sentences.flatMap(verbsOfSentence)];
  return {
    tool,
    texts: [...new Set([name, ...sentences.flatMap(asRequests), ...examplesOf(tool.description)])].filter(
      Boolean,
    ),
    taken: takenTexts(tool, name),
    named,
    nouns: new Set(
      tokens(name)
        .filter((word) => !isVerb(word) && !isStopWord(word))
        .map(stem),
    ),
    core,
    roots: new Set([...core, ...parameters]),
    verbs: new Set([tokens(name)[0] ?? '', ...verbs].map(rootOf)),
    actions: new Set(verbs.map(actionOf).filter((action) => action !== null)),
  };
}

/** More than these are not looked at: a list of all countries tells nothing about the tool. */
const MOST_CHOICES = 12;

/** What a request names when it tells a parameter: its name, and each of its choices. */
function takenTexts(tool: OfferedTool, name: string): readonly string[] {
  const texts = parametersOf(tool).flatMap(({ name: own, description, choices }) => [
    withoutExamples(description) || humanise(own),
    ...choices.slice(0, MOST_CHOICES).flatMap((choice) => [humanise(choice), `${name} ${humanise(choice)}`]),
  ]);
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text.length > 2);
}

/** The verbs in a name, wherever an author puts them: `set_timer`, `calendar_create_event`, `timer-cancel`. */
function nameVerbs(name: string): readonly string[] {
  const words = tokens(name);
  const verbs = words.filter((word) => actionOf(word) !== null);
  return verbs.slice(0, 1);
}

/** "Opens or closes the blinds" tells of two verbs. */
function verbsOfSentence(sentence: string, index: number): readonly string[] {
  if (index > 0) return [];
  // "Tells which timers run" is said of something looked up.
  const words = tokens(sentence).map((word) => (/^tells?$/.test(word) ? 'show' : word));
  const verbs = [words[0] ?? ''];
  if (words[1] === 'or' || words[1] === 'and') verbs.push(words[2] ?? '');
  return verbs;
}

/** What comes back is not what is asked for. */
const TELLS_OF_RESULT = /^(?:returns?|gives? back|results?|the result|note|never|always|at most|do not)\b/i;

function sentencesOf(description: string): readonly string[] {
  return description
    .split(/(?<=[.!?;:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** "Use when the user asks to be reminded" is like the request "be reminded". */
function asRequests(sentence: string): readonly string[] {
  const text = withoutExamples(sentence).replace(/[.!?;:]+\s*$/, '');
  const trigger =
    /\b(?:use|call|invoke)?\s*(?:this|it)?\s*(?:when(?:ever)?|if)\s+(?:the |a )?(?:user|person|someone|they)\s+(?:(?:asks?|wants?|says?|needs?|would like)\s+)?(?:to|for|about|that)?\s*(.+)$/i.exec(
      text,
    );
  const parts = trigger?.[1] ? [trigger[1], text.slice(0, trigger.index)] : [text];
  return [...new Set(parts.map(asOrder).flatMap((part) => [part, ...pieces(part)]))].filter(
    (part) => part.length > 3,
  );
}

/** "Sets an alarm to wake the user up" as somebody would ask for it: "set an alarm to wake me up". */
function asOrder(text: string): string {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  const verb = first.replace(/(ch|sh|x|ss|o)es$/i, '$1').replace(/([^su])s$/i, '$1');
  return [isVerb(verb) ? verb : first, ...rest]
    .join(' ')
    .replace(/\b(?:the|a) (?:user|person)(?:'s)?\b/gi, (name) => (name.endsWith("'s") ? 'my' : 'me'))
    .replace(/^(?:tell|show|look up|get|fetch|give|return)s? (?=where|when|what|which|who|how|whether)/i, '');
}

/** A long description is like a request in one of its pieces. */
function pieces(text: string): readonly string[] {
  const cut = text.split(/[,:;]\s+|\s+(?:and|or|with|by|for|so that|to)\s+/i).map((piece) => piece.trim());
  return cut.length < 2 ? [] : cut.filter((piece) => contentRoots(piece).length >= 2);
}

function withoutExamples(text: string): string {
  return text
    .replace(/["“'][^"”']*["”'](?=[\s.,;)]|$)/g, ' ')
    .replace(/\(?\b(?:e\.g\.|for example|such as|for instance)[^).;]*\)?/gi, ' ');
}

/** Phrases in quotation marks that show how people ask. */
function examplesOf(description: string): readonly string[] {
  return [...description.matchAll(/["“]([^"”]{6,80})["”]|(?<=[\s(])'([^']{6,80})'(?=[\s.,;)]|$)/g)].map(
    ([, double, single]) => double ?? single ?? '',
  );
}
