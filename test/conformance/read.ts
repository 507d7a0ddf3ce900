/*
 * Small readers of what came over the wire, written from protocol.md alone. They share nothing with the product's
 * own schemas: a server that is checked by its own schema proves nothing.
 */
import { must, shown } from './rule';

/** A JSON object of the wire. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether it is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under `path` ("config.input"), or the value itself for an empty path. */
export function objectAt(from: unknown, path: string): Json {
  const value = valueAt(from, path);
  must(isObject(value), `${path || 'it'} is ${shown(value)}, expected an object`);
  return value;
}

/** The text under `path`. */
export function textAt(from: unknown, path: string): string {
  const value = valueAt(from, path);
  must(typeof value === 'string', `${path} is ${shown(value)}, expected a string`);
  return value;
}

/** The finite number under `path`. */
export function numberAt(from: unknown, path: string): number {
  const value = valueAt(from, path);
  must(typeof value === 'number' && Number.isFinite(value), `${path} is ${shown(value)}, expected a number`);
  return value;
}

/** The list under `path`. */
export function listAt(from: unknown, path: string): readonly unknown[] {
  const value = valueAt(from, path);
  must(Array.isArray(value), `${path} is ${shown(value)}, expected an array`);
  return value;
}

/** Whatever is under `path`; undefined when nothing is. Numbers step into lists. */
export function valueAt(from: unknown, path: string): unknown {
  if (path === '') return from;
  return path.split('.').reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }, from);
}

/** The bytes of a base64 text in its strict form (RFC 4648 section 4). */
export function bytesOf(base64: string): Buffer {
  must(
    base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64),
    `${shown(base64)} is not base64 with padding`,
  );
  return Buffer.from(base64, 'base64');
}

/** Lower-case words of a sentence, without signs. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
