/** Marks a place that an exhaustive switch can never reach; the compiler refuses a forgotten case. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
