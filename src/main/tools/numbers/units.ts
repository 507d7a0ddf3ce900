/** Units of measure and their exact sizes (SI, US customary and imperial). */
import { add, fromDecimal, NoAmount, over, times, type Amount } from './amount';

/** A unit as it is used: what it measures and what it is in the base unit of that (times `size`, plus `offset`). */
export interface Unit {
  readonly measures: string;
  /** "mile", as it is said of one and of several. */
  readonly one: string;
  readonly many: string;
  readonly size: Amount;
  readonly offset: Amount;
}

/** `names` first singular and plural, then every other way of writing it, apart by bars; `size` may be a fraction. */
type Row = readonly [names: string, size: string, offset?: string];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  length: [
    ['metre|metres|m|meter|meters', '1'],
    ['kilometre|kilometres|km|kilometer|kilometers|kms', '1000'],
    ['centimetre|centimetres|cm|centimeter|centimeters', '0.01'],
    ['millimetre|millimetres|mm|millimeter|millimeters', '0.001'],
    ['micrometre|micrometres|µm|um|micron|microns|micrometer|micrometers', '0.000001'],
    ['nanometre|nanometres|nm|nanometer|nanometers', '0.000000001'],
    ['inch|inches|in|"', '0.0254'],
    ["foot|feet|ft|'", '0.3048'],
    ['yard|yards|yd|yds', '0.9144'],
    ['mile|miles|mi', '1609.344'],
    ['nautical mile|nautical miles|nmi', '1852'],
    ['light year|light years|ly|lightyear|lightyears', '9460730472580800'],
  ],
  mass: [
    ['kilogram|kilograms|kg|kilo|kilos|kgs', '1'],
    ['gram|grams|g|gramme|grammes', '0.001'],
    ['milligram|milligrams|mg', '0.000001'],
    ['tonne|tonnes|t|metric ton|metric tons', '1000'],
    ['pound|pounds|lb|lbs', '0.45359237'],
    ['ounce|ounces|oz', '0.028349523125'],
    ['stone|stone|st|stones', '6.35029318'],
    ['US ton|US tons|ton|tons|short ton|short tons', '907.18474'],
    ['imperial ton|imperial tons|long ton|long tons', '1016.0469088'],
  ],
  volume: [
    ['litre|litres|l|liter|liters', '1'],
    ['millilitre|millilitres|ml|milliliter|milliliters|cc|cubic centimetre|cubic centimetres|cm3', '0.001'],
    ['centilitre|centilitres|cl|centiliter|centiliters', '0.01'],
    ['decilitre|decilitres|dl|deciliter|deciliters', '0.1'],
    ['cubic metre|cubic metres|m3|cubic meter|cubic meters', '1000'],
    ['cubic foot|cubic feet|ft3|cu ft', '28.316846592'],
    ['cubic inch|cubic inches|in3|cu in', '0.016387064'],
    ['gallon|gallons|gal|US gallon|US gallons', '3.785411784'],
    ['imperial gallon|imperial gallons|UK gallon|UK gallons', '4.54609'],
    ['quart|quarts|qt|US quart|US quarts', '0.946352946'],
    ['pint|pints|pt|US pint|US pints', '0.473176473'],
    ['imperial pint|imperial pints|UK pint|UK pints', '0.56826125'],
    ['cup|cups|US cup|US cups', '0.2365882365'],
    ['fluid ounce|fluid ounces|fl oz|floz|US fluid ounce|US fluid ounces', '0.0295735295625'],
    ['tablespoon|tablespoons|tbsp', '0.01478676478125'],
    ['teaspoon|teaspoons|tsp', '0.00492892159375'],
    ['barrel|barrels|bbl', '158.987294928'],
  ],
  temperature: [
    ['kelvin|kelvin|k|kelvins', '1'],
    [
      'degree Celsius|degrees Celsius|c|°c|celsius|centigrade|degree c|degrees c|degrees centigrade',
      '1',
      '273.15',
    ],
    ['degree Fahrenheit|degrees Fahrenheit|f|°f|fahrenheit|degree f|degrees f', '5/9', '45967/180'],
  ],
  speed: [
    ['metre per second|metres per second|m/s|mps|meter per second|meters per second', '1'],
    ['kilometre per hour|kilometres per hour|km/h|kmh|kph|kilometer per hour|kilometers per hour', '5/18'],
    ['mile per hour|miles per hour|mph', '0.44704'],
    ['knot|knots|kn|kt|kts', '463/900'],
    ['foot per second|feet per second|ft/s|fps', '0.3048'],
  ],
  area: [
    ['square metre|square metres|m2|sqm|square meter|square meters', '1'],
    ['square kilometre|square kilometres|km2|square kilometer|square kilometers', '1000000'],
    ['square centimetre|square centimetres|cm2|square centimeter|square centimeters', '0.0001'],
    ['hectare|hectares|ha', '10000'],
    ['are|ares', '100'],
    ['acre|acres|ac', '4046.8564224'],
    ['square foot|square feet|ft2|sq ft|sqft', '0.09290304'],
    ['square inch|square inches|in2|sq in', '0.00064516'],
    ['square yard|square yards|yd2|sq yd', '0.83612736'],
    ['square mile|square miles|mi2|sq mi', '2589988.110336'],
  ],
  time: [
    ['second|seconds|s|sec|secs', '1'],
    ['millisecond|milliseconds|ms', '0.001'],
    ['microsecond|microseconds|µs|us', '0.000001'],
    ['minute|minutes|min|mins', '60'],
    ['hour|hours|h|hr|hrs', '3600'],
    ['day|days|d', '86400'],
    ['week|weeks|wk|wks', '604800'],
    ['average month|average months|month|months', '2629746'],
    ['average year|average years|year|years|yr|yrs', '31556952'],
  ],
  data: [
    ['byte|bytes|b', '1'],
    ['bit|bits', '0.125'],
    ['kilobyte|kilobytes|kb', '1000'],
    ['megabyte|megabytes|mb', '1000000'],
    ['gigabyte|gigabytes|gb', '1000000000'],
    ['terabyte|terabytes|tb', '1000000000000'],
    ['petabyte|petabytes|pb', '1000000000000000'],
    ['kibibyte|kibibytes|kib', '1024'],
    ['mebibyte|mebibytes|mib', '1048576'],
    ['gibibyte|gibibytes|gib', '1073741824'],
    ['tebibyte|tebibytes|tib', '1099511627776'],
    ['kilobit|kilobits|kbit', '125'],
    ['megabit|megabits|mbit', '125000'],
    ['gigabit|gigabits|gbit', '125000000'],
  ],
  energy: [
    ['joule|joules|j', '1'],
    ['kilojoule|kilojoules|kj', '1000'],
    ['megajoule|megajoules|mj', '1000000'],
    ['small calorie|small calories|cal', '4.184'],
    ['calorie|calories|kcal|kilocalorie|kilocalories', '4184'],
    ['watt hour|watt hours|wh', '3600'],
    ['kilowatt hour|kilowatt hours|kwh', '3600000'],
    ['BTU|BTU|british thermal unit|british thermal units|btus', '1055.05585262'],
    ['electronvolt|electronvolts|ev', '0.0000000000000000001602176634'],
  ],
  pressure: [
    ['pascal|pascals|pa', '1'],
    ['hectopascal|hectopascals|hpa', '100'],
    ['kilopascal|kilopascals|kpa', '1000'],
    ['bar|bar|bars', '100000'],
    ['millibar|millibars|mbar', '100'],
    ['atmosphere|atmospheres|atm', '101325'],
    ['PSI|PSI|pound per square inch|pounds per square inch', '8896443230521/1290320000'],
    ['millimetre of mercury|millimetres of mercury|mmhg', '133.322387415'],
  ],
  power: [
    ['watt|watts|w', '1'],
    ['kilowatt|kilowatts|kw', '1000'],
    ['megawatt|megawatts', '1000000'],
    ['horsepower|horsepower|hp', '745.69987158227022'],
    ['metric horsepower|metric horsepower|ps', '735.49875'],
  ],
  angle: [
    ['degree|degrees|deg|°', '1'],
    ['turn|turns|revolution|revolutions', '360'],
    ['radian|radians|rad', '57.29577951308232'],
  ],
};

/** Each unit by every way of writing it. */
const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(TABLE).flatMap(([measures, rows]) =>
    rows.flatMap(([names, size, offset = '0']) => {
      const [one = '', many = '', ...others] = names.split('|');
      const unit: Unit = { measures, one, many, size: sizeOf(size), offset: sizeOf(offset) };
      return [one, many, ...others].map((name) => [name.toLowerCase(), unit] as const);
    }),
  ),
);

const CURRENCIES =
  /^(?:[$€£¥]|(?:us |canadian |australian )?dollars?|euros?|pounds? sterling|sterling|yen|yuan|rupees?|francs?|swiss francs?|kron(?:a|e|er|or)|pesos?|rubles?|won|bitcoins?|usd|eur|gbp|jpy|chf|cny|inr|cad|aud|sek|nok|dkk|pln|krw|mxn|btc|cents?)$/;

/** The unit of that name. Throws {@link NoAmount} with what can be done for currencies and unknown ones. */
export function unitNamed(name: string): Unit {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\^/g, '')
    .replace(/²/g, '2')
    .replace(/³/g, '3');
  const unit =
    UNITS.get(plain) ?? UNITS.get(plain.replace(/\.$/, '')) ?? UNITS.get(plain.replace(/ per /g, '/'));
  if (unit) return unit;
  if (CURRENCIES.test(plain)) throw new NoAmount('Currencies are not converted, because rates change.');
  throw new NoAmount(`The unit "${name}" is not known.`);
}

/** Converts. Throws {@link NoAmount} when the units measure different things. */
export function convert(value: Amount, from: Unit, to: Unit): Amount {
  if (from.measures !== to.measures) {
    throw new NoAmount(
      `${capital(from.many)} measure ${from.measures} and ${to.many} measure ${to.measures}.`,
    );
  }
  const base = add(times(value, from.size), from.offset);
  return over(add(base, times(to.offset, fromDecimal('-1'))), to.size);
}

function sizeOf(text: string): Amount {
  const [top = '', bottom = '1'] = text.split('/');
  return over(fromDecimal(top), fromDecimal(bottom));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
