import type { Json } from '../../shared/json';

/** Bytes of a value as JSON in UTF-8, the form in which it is sent. */
export function jsonBytes(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/**
 * Cuts a value to at most `most` bytes of JSON: long strings lose their end, lists their last items, objects
 * their last entries. A cut object says `"truncated": true`. Unchanged when it fits.
 */
export function fitJson(value: Json, most: number): Json {
  if (jsonBytes(value) <= most) return value;
  if (typeof value !== 'object' || value === null) return cut(value, most);
  if (isList(value)) return cutList(value, most);
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
  return typeof value === 'string' ? fitText(value, most) : null;
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
      if (kept.length === 0 && left > LEAST) kept.push(fitJson(item, left - 1));
      break;
    }
    kept.push(item);
    left -= bytes;
  }
  return kept;
}

function cutObject(object: { readonly [key: string]: Json }, most: number): Record<string, Json> {
  const kept: Record<string, Json> = {};
  let left = most - 2;
  // Small values first: a long text in front must not push the facts behind it out.
  const bySize = Object.entries(object).map(([key, value]) => ({ key, value, bytes: jsonBytes(value) }));
  for (const { key, value, bytes } of bySize.sort((a, b) => a.bytes - b.bytes)) {
    const frame = jsonBytes(key) + 2;
    if (left - frame < LEAST) break;
    const fitted = bytes + frame <= left ? value : fitJson(value, left - frame);
    kept[key] = fitted;
    left -= jsonBytes(fitted) + frame;
  }
  const inOrder = Object.keys(object).filter((key) => key in kept);
  return Object.fromEntries(inOrder.map((key) => [key, kept[key] ?? null]));
}
