/** Words that carry no meaning of their own in a request. */
const STOP_WORDS = new Set(
  (
    'a an the my your our their this that these those some any is are was were be been am do does did can could ' +
    'would should will shall may might i you he she it we they me him her us them to of in on at for from by with ' +
    'about into as and or but if so please just now there here what which who whom whose when why how ' +
    "tell show give have has had up out down over back around today let lets get got want need like know hey hi ok okay right well also too very it's what's i'd i'm"
  ).split(' '),
);

/** Words that mean the same in requests; each group is counted as its first word. General English only. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['find', 'search', 'seek', 'locate', 'look', 'where'],
  ['open', 'launch', 'start', 'run', 'bring'],
  ['list', 'enumerate', 'overview'],
  ['file', 'document', 'doc'],
  ['folder', 'directory'],
  ['new', 'newest', 'recent', 'latest', 'last', 'recently'],
  ['create', 'make', 'add', 'new', 'put', 'write'],
  ['delete', 'remove', 'erase', 'cancel', 'clear', 'discard'],
  ['read', 'recite'],
  ['send', 'message', 'text', 'sms'],
  ['mail', 'email', 'e-mail'],
  ['time', 'clock', 'late'],
  ['date', 'day'],
  ['weather', 'forecast', 'rain', 'umbrella', 'sunny', 'snow', 'cold', 'warm', 'hot', 'temperature'],
  ['light', 'lamp', 'lights', 'bulb'],
  ['turn', 'switch', 'dim', 'brighten'],
  ['song', 'music', 'track', 'album', 'tune'],
  ['loud', 'volume', 'louder', 'quieter', 'sound'],
  ['order', 'package', 'parcel', 'delivery', 'shipment', 'purchase'],
  ['remind', 'reminder', 'remember'],
  ['timer', 'countdown'],
  ['note', 'memo', 'jot'],
  ['meeting', 'appointment', 'calendar', 'event', 'schedule', 'agenda'],
  ['call', 'phone', 'ring', 'dial'],
  ['buy', 'purchase', 'shop'],
  ['translate', 'translation'],
  ['price', 'cost', 'quote', 'stock'],
  ['heat', 'thermostat', 'heating', 'warmer', 'cooler'],
  ['close', 'quit', 'exit'],
  ['play', 'listen', 'hear'],
  ['picture', 'photo', 'image', 'screenshot'],
];
const CANONICAL = new Map<string, string>();
for (const group of SYNONYMS) {
  for (const word of group) {
    const root = stem(word);
    if (!CANONICAL.has(root)) CANONICAL.set(root, stem(group[0] ?? word));
  }
}

/** Lower-case words and numbers of a text, identifiers such as `list_files` or `listFiles` taken apart. */
export function tokens(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .map((word) => word.replace(/^'+|'+$|'s$/g, ''))
    .filter((word) => word !== '');
}

/** The words that carry meaning, as roots; synonyms fall together. */
export function contentRoots(text: string): readonly string[] {
  // "Tell Anna ..." is a message; "tell me ..." is not.
  return tokens(text.replace(/\btell (?!me\b|us\b)(?=\p{L})/giu, 'message '))
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => rootOf(word));
}

/** Root of a word, the same for its synonyms. */
export function rootOf(word: string): string {
  const root = stem(word);
  return CANONICAL.get(root) ?? root;
}

/** Whether a word carries no meaning of its own. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}

/** A light stemmer: plural, -ing, -ed. Not linguistics, but the same for both sides of a comparison. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const plain = word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/([^su])s$/, '$1');
  const cut = plain.replace(/(?:ing|ed)$/, '');
  const base = cut.length >= 3 && /[aeiouy]/.test(cut) ? cut : plain;
  return base.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '');
}

/** Letters of a word that must change to make another (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** `some_name` or `someName` as words. */
export function humanise(identifier: string): string {
  return tokens(identifier).join(' ');
}

/** Joins with commas and an "and" (or "or"). */
export function inWords(items: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
}
