import type { ToolProfile } from './tool-profile';

/** How telling a root is among these tools: 1 when only one tool has it, less the more do. */
export function rarity(profiles: readonly ToolProfile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { roots } of profiles) {
    for (const root of roots) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const scale = Math.log(1 + profiles.length);
  return new Map([...counts].map(([root, count]) => [root, Math.log(1 + profiles.length / count) / scale]));
}

/** Shared words, weighed by how telling they are and where the tool has them; 0..1. */
export function overlap(
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
