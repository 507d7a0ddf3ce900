/**
 * What people call the settings otherwise, in each language. Names, sections and hints are read from the page; these
 * words help where somebody has another word in mind. Every section has some, in every language: the compiler asks.
 */
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../../shared/settings/sections';
import type { PlainText } from '../../../../shared/words/catalogue';
import type { Language, Tongue } from '../../../../shared/words/languages';
import { translate } from '../../../../shared/words/translate';
import { arabic } from './arabic';
import { english } from './english';
import { german } from './german';

/** Other words, apart by spaces: for all settings of a section, and for single ones by what they are called. */
export interface AlsoCalled {
  readonly sections: Readonly<Record<SettingsSection, string>>;
  readonly settings: Readonly<Partial<Record<PlainText, string>>>;
}

const all: Readonly<Record<Language, AlsoCalled>> = { en: english, de: german, ar: arabic };

/** Other words for a setting of a page in a language, by its section and name as they stand there; empty for none. */
export function alsoCalledIn(tongue: Tongue): (section: string, name: string) => string {
  const { sections, settings } = all[tongue.language];
  const ofSections = new Map(
    SETTINGS_SECTIONS.map((section) => [translate(tongue, section), sections[section]]),
  );
  const ofSettings = new Map(
    Object.entries(settings).map(([name, words]) => [translate(tongue, name as PlainText), words]),
  );
  return (section, name) => `${ofSections.get(section) ?? ''} ${ofSettings.get(name) ?? ''}`.trim();
}
