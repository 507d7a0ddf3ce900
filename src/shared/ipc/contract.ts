import type { z } from 'zod';

/**
 * A request from a page to main: its argument is checked by main against `argument`,
 * its result is typed here and made by main.
 */
export interface RequestSpec<Argument, Result> {
  readonly argument: z.ZodType<Argument>;
  /** Only a type; never set. */
  readonly result?: Result;
}

/** Declares a request: `request(schema).returning<Result>()`. */
export function request<Argument>(argument: z.ZodType<Argument>) {
  return {
    returning: <Result>(): RequestSpec<Argument, Result> => ({ argument }),
  };
}

/** What a request takes. */
export type ArgumentOf<S> = S extends RequestSpec<infer A, unknown> ? A : never;
/** What a request resolves to. */
export type ResultOf<S> = S extends RequestSpec<unknown, infer R> ? R : never;
