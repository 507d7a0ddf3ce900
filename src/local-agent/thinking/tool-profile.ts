import { parametersOf } from './parameters';
import type { OfferedTool } from './types';
import { contentRoots, humanise, rootOf, tokens } from './words';

/** What can be known of a tool from its definition alone, made ready for comparing. */
export interface ToolProfile {
  readonly tool: OfferedTool;
  /** Short texts that a request for this tool would resemble. */
  readonly texts: readonly string[];
  /** Roots of the name. */
  readonly named: ReadonlySet<string>;
  /** Roots of the name and of what the description says, without its examples. */
  readonly core: ReadonlySet<string>;
  /** `core` and the parameters' names, choices and descriptions. */
  readonly roots: ReadonlySet<string>;
  /** Roots with which an order to this tool may begin. */
  readonly verbs: ReadonlySet<string>;
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
  return {
    tool,
    texts: [...new Set([name, ...sentences.flatMap(asRequests), ...examplesOf(tool.description)])].filter(
      Boolean,
    ),
    named,
    core,
    roots: new Set([...core, ...parameters]),
    verbs: new Set([name, ...sentences].map((text) => rootOf(tokens(text)[0] ?? ''))),
  };
}

/** What comes back is not what is asked for. */
const TELLS_OF_RESULT = /^(?:returns?|gives? back|results?|the result|note|never|always|at most|do not)\b/i;

function sentencesOf(description: string): readonly string[] {
  return description
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** "Use when the user asks to be reminded" is like the request "be reminded". */
function asRequests(sentence: string): readonly string[] {
  const text = withoutExamples(sentence).replace(/[.!?;]+$/, '');
  const trigger =
    /\b(?:use|call|invoke)?\s*(?:this|it)?\s*(?:when(?:ever)?|if)\s+(?:the |a )?(?:user|person|someone|they)\s+(?:(?:asks?|wants?|says?|needs?|would like)\s+)?(?:to|for|about|that)?\s*(.+)$/i.exec(
      text,
    );
  if (trigger?.[1])
    return [trigger[1], text.slice(0, trigger.index).trim()].filter((part) => part.length > 3);
  return /^(?:returns?|gives? back|results?|the result|note|never|always|at most)\b/i.test(text)
    ? []
    : [text];
}

function withoutExamples(text: string): string {
  return text
    .replace(/["“'][^"”']*["”'](?=[\s.,;)]|$)/g, ' ')
    .replace(/\(?\b(?:e\.g\.|for example|such as|for instance)[^).;]*\)?/gi, ' ');
}

function examplesOf(description: string): readonly string[] {
  return [...description.matchAll(/["“]([^"”]{6,80})["”]/g)].map(([, example]) => example ?? '');
}
