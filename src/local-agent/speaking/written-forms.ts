/*
 * How written shorthand is read aloud: units, currencies, abbreviations and signs. Data for spoken.ts.
 */

/** Units behind a number, for one and for more. */
export const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  '%': ['percent', 'percent'],
  '°c': ['degree Celsius', 'degrees Celsius'],
  '°f': ['degree Fahrenheit', 'degrees Fahrenheit'],
  '°': ['degree', 'degrees'],
  b: ['byte', 'bytes'],
  kb: ['kilobyte', 'kilobytes'],
  mb: ['megabyte', 'megabytes'],
  gb: ['gigabyte', 'gigabytes'],
  tb: ['terabyte', 'terabytes'],
  kib: ['kibibyte', 'kibibytes'],
  mib: ['mebibyte', 'mebibytes'],
  gib: ['gibibyte', 'gibibytes'],
  km: ['kilometre', 'kilometres'],
  'km/h': ['kilometre per hour', 'kilometres per hour'],
  mph: ['mile per hour', 'miles per hour'],
  cm: ['centimetre', 'centimetres'],
  mm: ['millimetre', 'millimetres'],
  kg: ['kilogram', 'kilograms'],
  ml: ['millilitre', 'millilitres'],
  ms: ['millisecond', 'milliseconds'],
  min: ['minute', 'minutes'],
  hz: ['hertz', 'hertz'],
  khz: ['kilohertz', 'kilohertz'],
  ghz: ['gigahertz', 'gigahertz'],
  kwh: ['kilowatt hour', 'kilowatt hours'],
  px: ['pixel', 'pixels'],
  '€': ['euro', 'euros'],
  '£': ['pound', 'pounds'],
};

/** Units of one letter, only glued to their number: "5 s" may be anything. */
export const GLUED_UNITS: Readonly<Record<string, readonly [string, string]>> = {
  s: ['second', 'seconds'],
  h: ['hour', 'hours'],
  m: ['metre', 'metres'],
  g: ['gram', 'grams'],
  l: ['litre', 'litres'],
  w: ['watt', 'watts'],
};

/** Signs in front of a sum, for one and for more. */
export const CURRENCIES: Readonly<Record<string, readonly [string, string]>> = {
  $: ['dollar', 'dollars'],
  '€': ['euro', 'euros'],
  '£': ['pound', 'pounds'],
  '¥': ['yen', 'yen'],
};

/** Endings of files and addresses that people pronounce; all others are spelt. */
export const PRONOUNCED_ENDINGS: Readonly<Record<string, string>> = {
  txt: 'text',
  text: 'text',
  zip: 'zip',
  doc: 'doc',
  docx: 'doc x',
  jpg: 'jay peg',
  jpeg: 'jay peg',
  json: 'jason',
  wav: 'wave',
  bin: 'bin',
  log: 'log',
  com: 'com',
  org: 'org',
  net: 'net',
};

/** Whole words that are read as others, their full stop left out. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'dr.': 'doctor',
  'mr.': 'mister',
  'mrs.': 'missis',
  'prof.': 'professor',
  'e.g.': 'for example',
  'i.e.': 'that is',
  'etc.': 'et cetera',
  'vs.': 'versus',
  vs: 'versus',
  'approx.': 'about',
  'w/o': 'without',
  'and/or': 'and or',
};

/** Signs that stand alone. */
export const SIGNS: Readonly<Record<string, string>> = {
  '&': 'and',
  '+': 'plus',
  '=': 'equals',
  '×': 'times',
  '÷': 'divided by',
  '≈': 'about',
  '≤': 'at most',
  '≥': 'at least',
  '→': 'to',
  '½': 'one half',
  '¼': 'one quarter',
  '¾': 'three quarters',
};
