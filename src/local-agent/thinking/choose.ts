import { toolProfile, type ToolProfile } from './tool-profile';
import { fillArguments, type FilledArguments, type FillingContext } from './arguments';
import type { Embed, OfferedTool } from './types';
import { isStatement } from './utterance';
import { contentRoots, rootOf, tokens } from './words';

/** A tool with how well it fits a request: 0 nothing in common, about 1 the tool's own words. */
export interface Choice {
  readonly tool: OfferedTool;
  readonly score: number;
  /** Likeness of meaning, and shared words; 0..1 each. */
  readonly meaning: number;
  readonly words: number;
  readonly filled: FilledArguments;
}

/** Below this a request is for none of the tools. Tuned on the phrasings of thinker.test.ts. */
const REJECT = 0.42;
/** Without an embedder words alone decide, more carefully. */
const REJECT_WORDS_ONLY = 0.24;
/** What a statement needs beyond that: it asks for nothing by itself. */
const STATEMENT = 0.25;
/** An order that begins with the tool's own verb. */
const VERB_BONUS = 0.12;
const EMBEDDING_WEIGHT = 0.6;
const WORDS_WEIGHT = 0.5;

/** Compares requests with tools; remembers the embeddings of the tools' texts. */
export class Chooser {
  private readonly known = new Map<string, Float32Array>();
  private embedded = false;

  /** @param embed null when only words shall count. */
  constructor(private readonly embed: Embed | null) {}

  /** The tools that fit, best first; empty when none does. A failing embedder leaves the words. */
  async choose(
    request: string,
    tools: readonly OfferedTool[],
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<readonly Choice[]> {
    const ranked = await this.rank(request, tools, context, signal);
    const reject = (this.embedded ? REJECT : REJECT_WORDS_ONLY) + (isStatement(request) ? STATEMENT : 0);
    return ranked.filter(({ score }) => score >= reject);
  }

  /** Every tool with its score, best first. */
  async rank(
    request: string,
    tools: readonly OfferedTool[],
    context: FillingContext,
    signal: AbortSignal,
  ): Promise<readonly Choice[]> {
    if (tools.length === 0) return [];
    const profiles = tools.map(toolProfile);
    const likeness = await this.likeness(request, profiles, signal);
    const weights = rarity(profiles);
    const roots = new Set(contentRoots(request));
    this.embedded = likeness !== null;
    return profiles
      .map((profile, index) => {
        const filled = fillArguments(profile.tool, request, context);
        const words = overlap(roots, profile, weights);
        const verb = startsLike(profile, request) ? VERB_BONUS : 0;
        const meaning = likeness?.[index] ?? 0;
        const score = EMBEDDING_WEIGHT * meaning + WORDS_WEIGHT * words + argumentBonus(filled) + verb;
        return { tool: profile.tool, score, meaning, words, filled };
      })
      .sort((a, b) => b.score - a.score);
  }

  private async likeness(
    request: string,
    profiles: readonly ToolProfile[],
    signal: AbortSignal,
  ): Promise<readonly number[] | null> {
    if (!this.embed) return null;
    try {
      await this.learn(
        profiles.flatMap(({ texts }) => texts),
        signal,
      );
      const [vector] = await this.embed([request.toLowerCase()], signal);
      if (!vector) return null;
      return profiles.map(({ texts }) =>
        Math.max(0, ...texts.map((text) => dot(vector, this.known.get(text) ?? vector.map(() => 0)))),
      );
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  }

  /** Embeds the tools' texts ahead of the first request; a failing embedder is met again at the request. */
  async prepare(tools: readonly OfferedTool[]): Promise<void> {
    const texts = tools.map(toolProfile).flatMap((profile) => profile.texts);
    await this.learn(texts, new AbortController().signal).catch(() => undefined);
  }

  private async learn(texts: readonly string[], signal: AbortSignal): Promise<void> {
    const fresh = [...new Set(texts)].filter((text) => !this.known.has(text));
    if (fresh.length === 0 || !this.embed) return;
    if (this.known.size > 2_000) this.known.clear();
    const vectors = await this.embed(
      fresh.map((text) => text.toLowerCase()),
      signal,
    );
    fresh.forEach((text, index) => {
      const vector = vectors[index];
      if (vector) this.known.set(text, vector);
    });
  }
}

function startsLike({ verbs, named }: ToolProfile, request: string): boolean {
  const first = rootOf(tokens(request)[0] ?? '');
  return verbs.has(first) || named.has(first);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** How telling a root is among these tools: 1 when only one tool has it, less the more do. */
function rarity(profiles: readonly ToolProfile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { roots } of profiles) {
    for (const root of roots) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const scale = Math.log(1 + profiles.length);
  return new Map([...counts].map(([root, count]) => [root, Math.log(1 + profiles.length / count) / scale]));
}

/** Shared words, weighed by how telling they are and where the tool has them; 0..1. */
function overlap(
  request: ReadonlySet<string>,
  profile: ToolProfile,
  weights: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const root of request) {
    const weight = weights.get(root) ?? 0;
    if (profile.named.has(root)) sum += weight;
    else if (profile.core.has(root)) sum += 0.7 * weight;
    else if (profile.roots.has(root)) sum += 0.4 * weight;
  }
  return sum / (sum + 0.8);
}

/** Words that turn into arguments speak for a tool, words it can do nothing with speak against it. */
function argumentBonus({ missing, certain, leftover }: FilledArguments): number {
  return (missing ? -0.08 : 0) + Math.min(2, certain) * 0.09 - Math.min(3, leftover) * 0.03;
}
