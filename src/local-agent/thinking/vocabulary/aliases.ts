/*
 * Other ways of saying what schemas write as a code or a single word: general English, no tool's own list.
 */

/** Said words for each written choice; the first that fits counts. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  // Currencies, ISO 4217.
  usd: ['us dollars', 'american dollars', 'dollars', 'dollar', 'bucks', 'buck'],
  eur: ['euros', 'euro'],
  gbp: ['british pounds', 'pounds sterling', 'pounds', 'pound', 'quid', 'sterling'],
  chf: ['swiss francs', 'swiss franc', 'francs', 'franc'],
  jpy: ['japanese yen', 'yen'],
  cny: ['chinese yuan', 'yuan', 'renminbi'],
  inr: ['indian rupees', 'rupees', 'rupee'],
  cad: ['canadian dollars', 'canadian dollar'],
  aud: ['australian dollars', 'australian dollar'],
  sek: ['swedish kronor', 'swedish krona', 'kronor'],
  nok: ['norwegian kroner', 'kroner'],
  pln: ['polish zloty', 'zloty', 'zlotys'],
  btc: ['bitcoin', 'bitcoins'],
  // Languages, ISO 639.
  en: ['english'],
  de: ['german'],
  fr: ['french'],
  es: ['spanish'],
  it: ['italian'],
  pt: ['portuguese'],
  nl: ['dutch'],
  pl: ['polish'],
  ja: ['japanese'],
  zh: ['chinese', 'mandarin'],
  ko: ['korean'],
  ru: ['russian'],
  ar: ['arabic'],
  tr: ['turkish'],
  sv: ['swedish'],
  // Units.
  km: ['kilometers', 'kilometres', 'kilometer', 'kilometre', 'k'],
  mi: ['miles', 'mile'],
  m: ['meters', 'metres', 'meter', 'metre'],
  cm: ['centimeters', 'centimetres', 'centimeter', 'centimetre'],
  mm: ['millimeters', 'millimetres'],
  ft: ['feet', 'foot'],
  in: ['inches', 'inch'],
  yd: ['yards', 'yard'],
  kg: ['kilograms', 'kilogram', 'kilos', 'kilo'],
  g: ['grams', 'gram'],
  lb: ['pounds', 'pound'],
  lbs: ['pounds', 'pound'],
  oz: ['ounces', 'ounce'],
  l: ['liters', 'litres', 'liter', 'litre'],
  ml: ['milliliters', 'millilitres'],
  gal: ['gallons', 'gallon'],
  c: ['celsius', 'centigrade'],
  f: ['fahrenheit'],
  celsius: ['centigrade'],
  metric: ['celsius', 'kilometers', 'kilometres'],
  imperial: ['fahrenheit', 'miles'],
  // How often.
  once: ['just once', 'one time', 'only once'],
  daily: ['every day', 'each day', 'every morning', 'every evening', 'every night'],
  weekly: ['every week', 'each week', 'once a week'],
  monthly: ['every month', 'each month', 'once a month'],
  yearly: ['every year', 'each year', 'once a year', 'annually'],
  hourly: ['every hour'],
  weekdays: ['every weekday', 'monday to friday', 'working days', 'workdays'],
  weekends: ['every weekend', 'saturday and sunday', 'weekend'],
  // Directions and degrees.
  next: ['skip', 'forward', 'forwards', 'another'],
  previous: ['back', 'last', 'before', 'prior'],
  prev: ['previous', 'back', 'last'],
  forward: ['ahead', 'next'],
  back: ['backwards', 'previous'],
  up: ['higher', 'louder', 'raise', 'increase', 'more'],
  down: ['lower', 'quieter', 'reduce', 'decrease', 'less'],
  increase: ['up', 'raise', 'higher', 'more'],
  decrease: ['down', 'lower', 'reduce', 'less'],
  on: ['enable', 'enabled', 'activate', 'start'],
  off: ['disable', 'disabled', 'deactivate', 'out'],
  enable: ['on'],
  disable: ['off'],
  open: ['up', 'raise', 'unfinished', 'pending'],
  closed: ['close', 'shut', 'down', 'lower', 'finished'],
  close: ['shut', 'closed'],
  half: ['halfway', 'half way', 'partly'],
  done: ['finished', 'completed', 'complete', 'ticked off'],
  completed: ['finished', 'done'],
  pending: ['open', 'unfinished'],
  all: ['every', 'everything', 'everyone'],
  high: ['urgent', 'important', 'top', 'highest'],
  urgent: ['high', 'important', 'asap'],
  low: ['lowest', 'unimportant'],
  medium: ['normal', 'middle', 'average'],
  normal: ['medium', 'regular', 'ordinary'],
  large: ['big', 'huge'],
  small: ['little', 'tiny'],
  newest: ['latest', 'most recent', 'recent', 'changed last', 'last'],
  latest: ['newest', 'most recent'],
  oldest: ['first', 'earliest'],
  largest: ['biggest', 'most space'],
  smallest: ['tiniest'],
  fastest: ['quickest', 'quick'],
  driving: ['drive', 'by car', 'car'],
  walking: ['walk', 'on foot', 'foot'],
  cycling: ['bike', 'bicycle', 'cycle', 'by bike'],
  bicycling: ['bike', 'bicycle', 'cycle'],
  transit: ['public transport', 'bus', 'train', 'subway', 'tram', 'metro'],
  phone: ['number', 'phone number', 'call'],
  mobile: ['cell', 'cellphone', 'cell phone'],
  email: ['mail', 'e-mail', 'email address', 'mail address'],
  address: ['live', 'lives', 'home'],
  birthday: ['born', 'birth'],
  male: ['man'],
  female: ['woman'],
  document: ['doc', 'docs', 'text document'],
  image: ['picture', 'photo', 'pictures', 'photos', 'images'],
  video: ['film', 'clip', 'movie'],
  petrol: ['gas', 'gas station', 'petrol station', 'fuel'],
  pharmacy: ['drugstore', 'chemist', "chemist's"],
  economy: ['coach'],
  humidity: ['damp', 'humid', 'moist', 'dry'],
  temperature: ['warm', 'cold', 'hot', 'cool', 'degrees'],
  brightness: ['bright', 'dark'],
};

/** Other ways of saying a written choice, in lower case. */
export function aliasesOf(choice: string): readonly string[] {
  const key = choice.toLowerCase();
  return Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? []) : [];
}

/** The code of a kind that these words name ("swiss francs" is CHF), for schemas that want a code. */
export function codeFor(words: string, length: 2 | 3): string | null {
  const wanted = words.toLowerCase();
  for (const [code, names] of Object.entries(ALIASES)) {
    if (code.length === length && names.includes(wanted)) return code;
  }
  return null;
}
