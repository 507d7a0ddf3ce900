/** Names under which people and services keep what must not be known. */
const NAME_OF_A_KEY = /(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?)(?:_ID)?$/iu;

/**
 * An environment without the variables that hold keys, by their names. For our own child processes, which get a key
 * by message when they need one: whatever they load, and whatever they start, cannot read the others.
 */
export function withoutKeys(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || NAME_OF_A_KEY.test(name) ? [] : [[name, value] as const],
    ),
  );
}
