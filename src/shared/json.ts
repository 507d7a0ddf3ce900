/** Any value that survives JSON unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** An object of such values. */
export interface JsonObject {
  readonly [key: string]: Json;
}
