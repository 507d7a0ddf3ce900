/** The window's language: what every view says its texts through. Follows the setting `language` while it is open. */
import { dollarsText } from '../shared/cost-words';
import { directionOf, english, tongueFor, type LanguageChoice, type Tongue } from '../shared/words/languages';
import type { InterfaceText } from '../shared/words/catalogue';
import type { ValuesOf } from '../shared/words/templates';
import { moneyText, numberText, translate } from '../shared/words/translate';
import { translated, type Translated } from '../shared/words/translated';

let choice = $state.raw<() => LanguageChoice | null>(() => null);
const chosen = $derived(choice());
const tongue = $derived(chosen === null ? english : tongueFor(chosen, navigator.language));

/** The language is what this tells, from now on; `markLanguage` tells the page of it. */
export function speakAs(telling: () => LanguageChoice): void {
  choice = telling;
}

/** Changes the window's language; everything that is shown follows. */
export function speak(language: LanguageChoice): void {
  speakAs(() => language);
  markLanguage();
}

/** Has the page run as its language does. */
export function markLanguage(): void {
  document.documentElement.lang = tongue.locale;
  document.documentElement.dir = directionOf(tongue.language);
}

/** The language and locale in use. Reactive, as everything here is. */
export const inUse = (): Tongue => tongue;

/** A text of the interface, its placeholders filled in. */
export const t = <Text extends InterfaceText>(text: Text, ...values: ValuesOf<Text>): string =>
  translate(tongue, text, ...values);

/** A sentence that main told in English, with word on whether the language in use has it. */
export const told = (sentence: string): Translated => translated(tongue, sentence);

/** A sentence that main told in English, where only text can stand. */
export const toldText = (sentence: string): string => told(sentence).text;

/** A number as the locale writes it, with marks between thousands. */
export const numberWritten = (value: number): string => numberText(tongue, value, true);

/** A number with so many places behind the point, as the locale writes it. */
export const fixedWritten = (value: number, places: number): string =>
  new Intl.NumberFormat(tongue.locale, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping: false,
  }).format(value);

/** A length of time as a clock shows it, in the locale's digits: "2:05", "1:02:05". */
export function clockWritten(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60];
  const parts = [...(hours > 0 ? [hours] : []), minutes, whole % 60];
  const two = new Intl.NumberFormat(tongue.locale, { minimumIntegerDigits: 2 });
  return parts.map((part, at) => (at === 0 ? numberText(tongue, part) : two.format(part))).join(':');
}

/** Dollars as the locale writes them, by the cent: what is not nothing is never shown as nothing. */
export const moneyWritten = (dollars: number): string =>
  tongue.language === 'en'
    ? dollarsText(dollars)
    : dollars > 0 && dollars < 0.01
      ? t('under {amount}', { amount: moneyIn(0.01) })
      : moneyIn(Math.max(0, dollars));

const moneyIn = (dollars: number) => moneyText(tongue, dollars);

/** A date or time as the locale writes it. */
export const dateWritten = (at: Date | number, format: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tongue.locale, format).format(at);
