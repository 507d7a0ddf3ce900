import type { Embed } from '../types';
import type { Likeness } from './features';
import type { ToolProfile } from './tool-profile';

/** Texts remembered before the oldest are forgotten all at once. */
const REMEMBERED = 2_000;

/** Likeness of meaning between requests and tools; remembers the embeddings of the tools' texts. */
export class Meaning {
  private readonly known = new Map<string, Float32Array>();

  /** @param embed null when only words shall count. */
  constructor(private readonly embed: Embed | null) {}

  /** How like each tool is to the likest of these requests; null when there is no embedder that answers. */
  async likeness(
    requests: readonly string[],
    profiles: readonly ToolProfile[],
    signal: AbortSignal,
  ): Promise<readonly Likeness[] | null> {
    if (!this.embed) return null;
    try {
      await this.learn(profiles, signal);
      const vectors = await this.embed(
        requests.map((request) => request.toLowerCase()),
        signal,
      );
      const best = (texts: readonly string[]) =>
        Math.max(0, ...vectors.flatMap((vector) => this.compare(vector, texts)));
      return profiles.map(({ texts, taken }) => ({ tool: best(texts), taken: best(taken) }));
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  }

  /** Embeds the tools' texts ahead of the first request. Rejects with the embedder. */
  async learn(profiles: readonly ToolProfile[], signal: AbortSignal): Promise<void> {
    const texts = new Set(profiles.flatMap(({ texts, taken }) => [...texts, ...taken]));
    const fresh = [...texts].filter((text) => !this.known.has(text));
    if (fresh.length === 0 || !this.embed) return;
    if (this.known.size > REMEMBERED) this.known.clear();
    const vectors = await this.embed(
      fresh.map((text) => text.toLowerCase()),
      signal,
    );
    fresh.forEach((text, index) => {
      const vector = vectors[index];
      if (vector) this.known.set(text, vector);
    });
  }

  private compare(vector: Float32Array, texts: readonly string[]): readonly number[] {
    return texts.flatMap((text) => {
      const other = this.known.get(text);
      return other ? [dot(vector, other)] : [];
    });
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
