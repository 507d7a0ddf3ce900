import { tokens } from '../../../shared/vocabulary/words';

/** What a text parameter stands for, guessed from its name and description; it decides which words fill it. */
export type ParameterRole =
  | 'place'
  | 'container'
  | 'query'
  | 'person'
  | 'sender'
  | 'text'
  | 'name'
  | 'target'
  | 'replacement'
  | 'language'
  | 'moment'
  | 'duration'
  | 'thing';

/** How a role shows in a sentence. */
export interface RoleTraits {
  /** Prepositions that announce it, best first. */
  readonly strong: readonly string[];
  /** Prepositions that may announce it when more speaks for it. */
  readonly weak: readonly string[];
  /** How well the words before any preposition fit. */
  readonly asObject: number;
  /** Whether its words run on over prepositions: "the invoice from Miller". */
  readonly runsOn: boolean;
  /** Whether it is taken word for word once it is announced. */
  readonly verbatim: boolean;
}

const traits = (
  strong: string,
  weak: string,
  asObject: number,
  runsOn = false,
  verbatim = false,
): RoleTraits => ({
  strong: strong.split(' ').filter(Boolean),
  weak: weak.split(' ').filter(Boolean),
  asObject,
  runsOn,
  verbatim,
});

/** The traits of every role. */
export const ROLE_TRAITS: Readonly<Record<ParameterRole, RoleTraits>> = {
  place: traits('in at near for around', 'of from to on', 0.6),
  container: traits('in inside within into onto', 'from to on under of through for', 0.6),
  query: traits(
    'about for mentioning mentioned mentions contains containing regarding concerning called named',
    'with on of',
    2.4,
    true,
  ),
  person: traits('to with for by', 'from of', 2),
  sender: traits('from by', 'of', 0.8),
  text: traits(': that saying says reading', 'about as of for with to called titled named', 2.5, true, true),
  name: traits('called named titled labelled labeled : for', 'as about of', 1.6, true),
  target: traits('to as into called', 'in for', 0.6, true),
  replacement: traits('with by to into for', 'as', 0.3, true),
  language: traits('into to in', 'from', 0.8),
  moment: traits('', '', 0),
  duration: traits('', '', 0),
  thing: traits('called named titled labelled :', 'of for with about', 3, true),
};

const NAMES: readonly (readonly [ParameterRole, RegExp])[] = [
  ['duration', /^(?:duration|length|interval|how long)$/],
  ['moment', /^(?:when|date|day|time|datetime|moment|start|starts|end|ends|due|deadline|until|since|at)$/],
  ['language', /^(?:language|lang|locale)$/],
  ['target', /^(?:new|target|destination|dest)$/],
  ['sender', /^(?:from|sender|author|artist)$/],
  [
    'place',
    /^(?:place|city|location|country|town|timezone|zone|region|origin|where|address|stop|station|airport)$/,
  ],
  ['query', /^(?:query|search|keyword|keywords|topic|subject|term|terms|phrase|about|question|pattern|q)$/],
  [
    'person',
    /^(?:recipient|recipients|to|person|contact|who|whom|attendee|attendees|invitee|user|friend|guest|assignee|owner|teacher|instructor|trainer|doctor|agent|customer|client|colleague|employee|member|participant|payee|host)$/,
  ],
  [
    'text',
    /^(?:text|message|body|content|contents|note|reminder|task|todo|what|words|expression|fact|comment|memo)$/,
  ],
  [
    'container',
    /^(?:folder|directory|room|list|playlist|project|category|album|calendar|section|area|within|channel|group)$/,
  ],
  ['name', /^(?:title|label|name|caption|headline|nickname|reference|reason|purpose|occasion)$/],
];

/** The role of a parameter, by its format, its name, and the first words of its description. */
export function roleOf(name: string, description: string, format: string, pattern: string): ParameterRole {
  if (/^date|^time/.test(format) || /\d\]?[^a-z]*:/.test(pattern)) return 'moment';
  if (/\b(?:look|looks|search|searches|looking|searching) for\b/i.test(description)) return 'query';
  const words = tokens(name);
  const first = description.split(/e\.g\.|[.,;(]/)[0] ?? '';
  if (words.length > 1 && words.includes('to')) return 'target';
  if (words.includes('to') && /\b(?:city|place|location|station|airport|destination)\b/i.test(first))
    return 'target';
  if (/^(?:replace|replacement|replaced)$/.test(words[0] ?? '')) return 'replacement';
  for (const [role, pattern] of NAMES) {
    if (!words.some((word) => pattern.test(word) && (words.length === 1 || !/^(?:from|to)$/.test(word))))
      continue;
    // A name of somebody is a person, a name of anything else is not what one says of it.
    if (role === 'name' && /\b(?:person|contact|people|recipient)\b/i.test(first)) return 'person';
    if (role === 'name' && NAMES_WHAT_EXISTS.test(first)) return 'thing';
    // Words of a title say which one, not what to write.
    if (role === 'text' && /\b(?:title|name) of\b|\b(?:'s|its) (?:title|name)\b/i.test(first)) return 'thing';
    return role;
  }
  const hint = tokens(first).filter((word) => word.length > 3);
  const hinted = NAMES.filter(([role]) => !/^(?:text|name|moment|duration|target)$/.test(role)).find(
    ([, pattern]) => hint.slice(0, 2).some((word) => pattern.test(word)),
  );
  return hinted?.[0] ?? 'thing';
}

const NAMES_WHAT_EXISTS =
  /\b(?:of the \w+|to (?:delete|cancel|remove|open|close|play|read)|present|current|which)\b/i;
