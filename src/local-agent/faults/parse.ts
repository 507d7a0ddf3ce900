import { catalogue, type FaultName, type Faults } from './catalogue';

/** Faults as they were written, or a sentence that says what is wrong with them. */
export type ParsedFaults =
  | { readonly kind: 'faults'; readonly faults: Faults }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** Reads texts of the form `NAME` or `NAME=VALUE`; of two of one name the later holds. */
export function parseFaults(texts: readonly string[]): ParsedFaults {
  const faults: Partial<Record<FaultName, unknown>> = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    if (!isFaultName(name)) return { kind: 'wrong', sentence: `There is no fault "${name.slice(0, 60)}".` };
    const value = catalogue[name].schema.safeParse(at < 0 ? '' : text.slice(at + 1));
    if (!value.success) {
      return {
        kind: 'wrong',
        sentence: `The value of ${name} ${value.error.issues[0]?.message ?? 'is wrong'}.`,
      };
    }
    faults[name] = value.data;
  }
  // Every value went through the schema of its name.
  return { kind: 'faults', faults: faults as Faults };
}

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(catalogue, name);
}
