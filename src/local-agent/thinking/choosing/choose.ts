import { fillArguments, type FilledArguments } from '../arguments/fill';
import type { FillingContext } from '../arguments/filling';
import type { SpeechAct } from '../speech-act';
import type { Embed, OfferedTool } from '../types';
import { contentRoots, joinedPairs } from '../../../shared/vocabulary/words';
import { featuresOf, type Features } from './features';
import { Meaning } from './meaning';
import { rarity } from './overlap';
import { toolProfile, type ToolProfile } from './tool-profile';
import { scoreOf } from './score';
import { WITH_MEANING, WORDS_ALONE } from './weights';

/** A tool with how well it fits a request; above 0 it is likelier meant than nothing at all. */
export interface Choice {
  readonly tool: OfferedTool;
  readonly score: number;
  readonly features: Features;
  readonly filled: FilledArguments;
}

/** One request, made plain. */
export interface PlainRequest {
  /** What is asked for. */
  readonly text: string;
  /** The words it was asked with; compared by meaning, too. */
  readonly said: string;
  /** Everything around it that may hold arguments. */
  readonly around: string;
  readonly act: SpeechAct;
  /** The tools that a search for this request brought and how well they fit, 0..1. */
  readonly found?: ReadonlyMap<string, number>;
}

const UNKNOWN = { tool: 0, taken: 0 };
/** What must be outweighed where a wrong deed would be worse than no answer. */
const CAUTION = 3;

/** Compares requests with tools. */
export class Chooser {
  private readonly meaning: Meaning;

  /** @param embed null when only words shall count. */
  constructor(embed: Embed | null) {
    this.meaning = new Meaning(embed);
  }

  /** Embeds the tools' texts ahead of the first request; a failing embedder is met again at the request. */
  async prepare(tools: readonly OfferedTool[]): Promise<void> {
    await this.meaning.learn(tools.map(toolProfile), new AbortController().signal).catch(() => undefined);
  }

  /** Embeds the texts of tools that may be offered later, tool by tool: requests come in between. Never rejects. */
  async acquaint(tools: readonly OfferedTool[], signal: AbortSignal): Promise<void> {
    try {
      for (const tool of tools) await this.meaning.learn([toolProfile(tool)], signal);
    } catch {
      // As with those that are offered, a failing embedder is met again at the request.
    }
  }

  /** The tools that fit, best first; empty when none does. A failing embedder leaves the words. */
  async choose(
    request: PlainRequest,
    tools: readonly OfferedTool[],
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<readonly Choice[]> {
    const ranked = await this.rank(request, tools, context, signal);
    return ranked.filter(({ score }) => score > 0);
  }

  /** Every tool with its score, best first. */
  async rank(
    request: PlainRequest,
    tools: readonly OfferedTool[],
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<readonly Choice[]> {
    if (tools.length === 0) return [];
    const profiles = tools.map(toolProfile);
    const texts = [...new Set([request.text, request.said])];
    const likeness = await this.meaning.likeness(texts, profiles, signal);
    const weights = likeness ? WITH_MEANING : WORDS_ALONE;
    const compared = {
      text: request.text,
      act: request.act,
      roots: new Set([...contentRoots(request.text), ...joinedPairs(request.text)]),
      telling: rarity(profiles),
    };
    return profiles
      .map((profile, index) => {
        const filled = fillArguments(profile.tool, request.text, context, request.around);
        const features = featuresOf(
          compared,
          profile,
          likeness?.[index] ?? UNKNOWN,
          filled,
          request.found?.get(profile.tool.name),
        );
        const score = scoreOf(features, request.act, weights) - caution(profile, request);
        return { tool: profile.tool, score, features, filled };
      })
      .sort((a, b) => b.score - a.score);
  }
}

/** "Are the speakers muted?", but not "What about a timer?". */
const WANTS_TO_KNOW =
  /^(?:is|are|was|were|does|did|has|(?:do|have)(?= (?:i|you|we|they|my|our|the|any)\b)|(?:how|what|which|who|where|when)(?! about\b))\b/i;

/** Where all tools were searched, one that does something is no answer to a question. */
function caution({ actions }: ToolProfile, { act, text, found }: PlainRequest): number {
  const acts = actions.size > 0 && !actions.has('look');
  return found && act === 'question' && acts && WANTS_TO_KNOW.test(text) ? CAUTION : 0;
}
