import { stem } from './stem';

/** Words that mean the same in requests; each group is counted as its first word. General English only. */
const SYNONYMS: readonly string[] = [
  'find search seek locate look where lookup hunt',
  'open launch start run bring boot fire',
  'list enumerate overview',
  'file document doc',
  'folder directory',
  'new newest recent latest last recently',
  'create make add put write generate set',
  'delete remove erase cancel clear discard trash wipe scrap',
  'read recite',
  'send message text sms dm ping',
  'mail email e-mail inbox',
  'time clock late',
  'date day',
  'weather forecast rain raining umbrella sunny snow snowing cold warm hot temperature windy outside degrees',
  'light lamp bulb',
  'turn switch flip',
  'bright brightness brighter dim dimmer brighten',
  'song music track album tune playlist band',
  'loud volume louder quieter sound softer',
  'order package parcel delivery shipment purchase',
  'remind reminder forget',
  'memory remember recall memorize',
  'timer countdown',
  'note memo jot notebook',
  'meeting appointment calendar event schedule agenda busy diary plan free available',
  'call phone ring dial',
  'buy purchase shop shopping groceries grocery',
  'translate translation',
  'price cost quote stock share worth trading',
  'heat thermostat heating warmer cooler temperature',
  'close quit exit shut kill',
  'play listen hear watch',
  'picture photo image',
  'task todo to-do chore',
  'currency exchange euro dollar pound yen money',
  'route direction navigate drive way map traffic',
  'restaurant table reservation reserve',
  'flight plane fly',
  'mean meaning define definition',
  'calculate compute plus minus multiply divide sum math arithmetic equation',
  'convert conversion unit',
  'news headline',
  'contact number address',
  'lock unlock locked',
  'movie film cinema',
  'recipe cook',
  'pause halt',
  'skip next',
  'vacuum hoover',
  'blind shade curtain shutter',
  'screenshot capture',
  'wifi wi-fi wireless',
  'repeat again loop',
  'copy duplicate',
  'rename retitle',
  'save store keep',
  'cart basket trolley',
  'alarm wake',
  'step walk',
  'weight weigh',
  'bin trash',
  'complete finish done tick',
  'color colour',
  'favorite favourite',
  'tire tyre',
  'grey gray',
  'sum total altogether',
  'average mean',
  'stop halt end',
];

const CANONICAL: ReadonlyMap<string, string> = canonicalRoots();

function canonicalRoots(): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const group of SYNONYMS) {
    const words = group.split(' ');
    const first = stem(words[0] ?? group);
    for (const word of words) if (!roots.has(stem(word))) roots.set(stem(word), first);
  }
  return roots;
}

/** Root of a word, the same for its synonyms. */
export function rootOf(word: string): string {
  const root = stem(word);
  return CANONICAL.get(root) ?? root;
}
