/** Where an error came up, as its stack tells; never of its message, which may hold what somebody said. */
export function placeOf({ stack = '' }: Error): string {
  return (
    stack
      .split('\n')
      .map((line) => line.trim())
      .find((line) => /^at .+:\d+:\d+\)?$/u.test(line)) ?? ''
  );
}
