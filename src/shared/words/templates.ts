/** Templates: English texts with `{name}` placeholders, and what a translation of one may be. */

/** Names of a template's placeholders. */
type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

/** What must be given along with a template: nothing, or a value for each placeholder. */
export type ValuesOf<Text extends string> = [PlaceholderOf<Text>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholderOf<Text>, string | number>>];

/** One text in several plural forms (Unicode CLDR), chosen by the value of `{count}`. */
export type PluralForms = Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** A text in another language; with plural forms where the English one counts something. */
type Translation<Text extends string> = Text extends `${string}{count}${string}`
  ? string | PluralForms
  : string;

/** Every text of a list in another language: the compiler tells what is missing and what is too much. */
export type TranslationsOf<List extends readonly string[]> = {
  readonly [Text in List[number]]: Translation<Text>;
};

/** Names of the placeholders of a template, in order. */
export function placeholdersOf(template: string): readonly string[] {
  return Array.from(template.matchAll(PLACEHOLDER), ([, name]) => name!);
}

/** A template with its values put in; `write` writes each. A placeholder without a value stays as it is. */
export function filled(
  template: string,
  values: Readonly<Record<string, string | number>>,
  write: (value: string | number) => string,
): string {
  return template.replace(PLACEHOLDER, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : write(value);
  });
}

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;
