import type { Json } from '../../shared/json';

/** Bytes of a value as JSON in UTF-8, the form in which it is sent. */
export function jsonBytes(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/**
 * Cuts a value to at most `most` bytes of JSON (40 or more): long strings lose their end, lists their last
 * items, objects their largest entries. An object that was cut says `"truncated": true`. Unchanged when it fits.
 */
export function fitJson(value: Json, most: number): Json {
  if (jsonBytes(value) <= most) return value;
  if (typeof value !== 'object' || value === null || isList(value)) return cut(value, most);
  return { ...cutObject(value, most - jsonBytes(TRUNCATED)), ...TRUNCATED };
}

/** Cuts text so that its JSON takes at most `most` bytes, never in the middle of a character. */
export function fitText(text: string, most: number): string {
  if (jsonBytes(text) <= most) return text;
  let [fits, over] = [0, text.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (jsonBytes(text.slice(0, middle)) <= most) fits = middle;
    else over = middle;
  }
  const last = text.charCodeAt(fits - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? fits - 1 : fits);
}

const TRUNCATED = { truncated: true } as const;

/** Less than this is not worth keeping of a cut value. */
const LEAST = 8;

function cut(value: Json, most: number): Json {
  if (jsonBytes(value) <= most) return value;
  if (typeof value === 'string') return fitText(value, most);
  if (typeof value !== 'object' || value === null) return null;
  return isList(value) ? cutList(value, most) : cutObject(value, most);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function cutList(items: readonly Json[], most: number): Json {
  const kept: Json[] = [];
  let left = most - 2;
  for (const item of items) {
    const bytes = jsonBytes(item) + 1;
    if (bytes > left) {
      if (kept.length === 0 && left > LEAST) kept.push(cut(item, left - 1));
      break;
    }
    kept.push(item);
    left -= bytes;
  }
  return kept;
}

function cutObject(object: { readonly [key: string]: Json }, most: number): Record<string, Json> {
  const kept = new Map<string, Json>();
  let left = most - 2;
  // Small values first: a long text in front must not push the facts behind it out.
  const bySize = Object.entries(object).map(([key, value]) => ({ key, value, bytes: jsonBytes(value) }));
  for (const { key, value } of bySize.sort((a, b) => a.bytes - b.bytes)) {
    const frame = jsonBytes(key) + 2;
    if (left - frame < LEAST) break;
    const fitted = cut(value, left - frame);
    kept.set(key, fitted);
    left -= jsonBytes(fitted) + frame;
  }
  const inOrder = Object.keys(object).filter((key) => kept.has(key));
  return Object.fromEntries(inOrder.map((key) => [key, kept.get(key) ?? null]));
}
