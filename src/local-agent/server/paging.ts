import { RestError } from './errors';

/** Something in a list, numbered in the order of its making. */
interface Numbered {
  readonly number: number;
}

/** Which page is asked for. */
export interface PageQuery {
  readonly limit: number;
  /** Empty for the first page; else what the page before gave as `next_cursor`. */
  readonly cursor: string;
}

/** One page of a list, newest first, and how to get the next. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly rest: { readonly has_more: boolean; readonly response_metadata: { readonly next_cursor: string } };
}

/**
 * Cuts a page out of what is there now; what was deleted or added meanwhile shifts nothing.
 * @throws RestError `validation_error` for a cursor that this server never gave.
 */
export function pageOf<Item extends Numbered>(
  oldestFirst: Iterable<Item>,
  { limit, cursor }: PageQuery,
): Page<Item> {
  const before = cursor === '' ? Infinity : numberOf(cursor);
  const left = [...oldestFirst].filter(({ number }) => number < before).reverse();
  const items = left.slice(0, limit);
  const last = items.at(-1);
  const more = left.length > items.length && last !== undefined;
  return {
    items,
    rest: { has_more: more, response_metadata: { next_cursor: more ? cursorOf(last.number) : '' } },
  };
}

const cursorOf = (number: number) => Buffer.from(`n${String(number)}`).toString('base64url');

function numberOf(cursor: string): number {
  const found = /^n(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!found) throw new RestError('validation_error', 'cursor: not valid', 'cursor');
  return Number(found[1]);
}
