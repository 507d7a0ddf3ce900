import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arabic } from './arabic';
import { interfaceTexts, sentencesOfMain } from './catalogue';
import { english } from './english';
import { german } from './german';
import { english as british, tongueFor, type Tongue } from './languages';
import { placeholdersOf, type PluralForms } from './templates';
import { inTongue, numberText, translate } from './translate';
import { match, translated } from './translated';

const languages: Readonly<Record<string, Readonly<Record<string, string | PluralForms>>>> = {
  german,
  arabic,
  english: english as Readonly<Record<string, string | PluralForms>>,
};
const deutsch: Tongue = { language: 'de', locale: 'de-DE' };
const formsOf = (saying: string | PluralForms): readonly string[] =>
  typeof saying === 'string' ? [saying] : Object.values(saying);
const asSet = (names: readonly string[]) => [...new Set(names)].sort();

describe('the catalogue', () => {
  it('holds every text once', () => {
    const twice = interfaceTexts.filter((text, at) => interfaceTexts.indexOf(text) !== at);
    expect(twice).toEqual([]);
  });

  it.each(Object.keys(languages))('has the same placeholders in %s', (language) => {
    const strange = Object.entries(languages[language]!).filter(([text, saying]) =>
      formsOf(saying).some((form) => {
        const wanted = asSet(placeholdersOf(text));
        const got = asSet(placeholdersOf(form));
        // A plural form may say the count in a word of its own: "one letter", "two letters".
        const unsaid = wanted.filter((name) => !got.includes(name));
        const mayBeUnsaid = typeof saying === 'string' ? [] : ['count'];
        return (
          got.some((name) => !wanted.includes(name)) || unsaid.some((name) => !mayBeUnsaid.includes(name))
        );
      }),
    );
    expect(strange).toEqual([]);
  });

  it('has every plural form that a language needs', () => {
    const lacking = (['de', 'ar', 'en'] as const).flatMap((locale) => {
      const rules = new Intl.PluralRules(locale)
        .resolvedOptions()
        .pluralCategories.filter((rule) => rule !== 'zero');
      const texts = { de: german, ar: arabic, en: english }[locale];
      return Object.values(texts).filter(
        (saying) => typeof saying !== 'string' && rules.some((rule) => !(rule in saying)),
      );
    });
    expect(lacking).toEqual([]);
  });

  it('leaves no text empty and no name of the product translated', () => {
    for (const texts of [german, arabic]) {
      for (const [text, saying] of Object.entries(texts)) {
        for (const form of formsOf(saying)) {
          expect(form.trim(), text).not.toBe('');
          if (text.includes('Parley')) expect(form, text).toContain('Parley');
        }
      }
    }
  });
});

describe('saying a text', () => {
  it('puts values in, numbers as the locale writes them', () => {
    expect(translate(deutsch, 'Answered in {time}', { time: '0,6 s' })).toBe('Geantwortet in 0,6 s');
    expect(translate({ language: 'ar', locale: 'ar-EG' }, 'Attempt {number}', { number: 2 })).toBe(
      'المحاولة ٢',
    );
    expect(numberText(deutsch, 1234.5, true)).toBe('1.234,5');
  });

  it('counts by the rules of the language', () => {
    const text = 'Please shorten this by {count} characters.';
    expect(translate(british, text, { count: 1 })).toBe('Please shorten this by 1 character.');
    expect(translate(british, text, { count: 2 })).toBe('Please shorten this by 2 characters.');
    expect(translate({ language: 'ar', locale: 'ar' }, text, { count: 2 })).toContain('حرفين');
  });

  it('puts no placeholder of a value in again', () => {
    expect(translate(british, 'Answered in {time}', { time: '{time}' })).toBe('Answered in {time}');
  });
});

describe('the language for a choice', () => {
  it('is English where the system speaks none of ours', () => {
    expect(tongueFor('system', 'fr-FR')).toEqual(british);
    expect(tongueFor('system', 'C')).toEqual(british);
    expect(tongueFor('system', '')).toEqual(british);
  });

  it('is written as in the system’s country where that speaks it', () => {
    expect(tongueFor('system', 'de_AT')).toEqual({ language: 'de', locale: 'de-AT' });
    expect(tongueFor('de', 'de-CH')).toEqual({ language: 'de', locale: 'de-CH' });
    expect(tongueFor('ar', 'de-CH')).toEqual({ language: 'ar', locale: 'ar' });
  });
});

describe('a sentence of main', () => {
  // Values as people's names and numbers are: nothing that is itself part of a template.
  const value = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  const isNumber = /^(?:number|count|found|min|max|most|percent)$/;

  it('is found again whatever stands in its placeholders', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentencesOfMain),
        fc.array(value, { minLength: 8, maxLength: 8 }),
        (text, words) => {
          const names = asSet(placeholdersOf(text));
          const values = Object.fromEntries(
            names.map((name, at) => [name, isNumber.test(name) ? 7 : words[at]!]),
          );
          const sentence = inTongue(british, text, values);
          const found = match(sentence);
          expect(found && inTongue(british, found.text, found.values)).toBe(sentence);
          expect(translated(deutsch, sentence).known).toBe(true);
        },
      ),
    );
  });

  it('is found again with what to do next behind it', () => {
    expect(translated(deutsch, 'No answer came. Say it again, or in other words.').text).toBe(
      'Es kam keine Antwort. Sagen Sie es noch einmal oder mit anderen Worten.',
    );
    expect(translated(deutsch, 'No answer came. Nobody knows why.').known).toBe(false);
  });

  it('holds words of the catalogue where its placeholder says so, one or a list', () => {
    expect(translated(deutsch, 'Keys: deleted.').text).toBe('Schlüssel: gelöscht.');
    expect(translated(deutsch, 'Changes with the next conversation: the greeting and the voice.').text).toBe(
      'Ändert sich mit dem nächsten Gespräch: die Begrüßung und die Stimme.',
    );
  });

  it('tells amounts and numbers as the locale writes them', () => {
    const told = translated(deutsch, 'The hosted service has reached its cap of $5.00 for today.').text;
    expect(told.replace(/\s/g, ' ')).toContain('5,00 $');
    const long = 'Shorten the instructions to 8,000 characters.';
    expect(translated(deutsch, long).text).toContain('8.000');
    expect(translated({ language: 'ar', locale: 'ar-EG' }, long).text).toContain('٨');
  });

  it('tells a moment as the locale writes it, whatever British English puts between day and time', () => {
    const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    const at = when.format(Date.UTC(2026, 2, 1, 9, 5));
    const told = (moment: string, tongue = deutsch) => translated(tongue, `Was due: ${moment}.`).text;
    expect(told(at)).toMatch(/^War fällig: 1\. März 2026.*09:05\.$/);
    expect(told('1 March 2026, 09:05')).toBe(told(at));
    expect(told(at, { language: 'ar', locale: 'ar' })).toMatch(/مارس/);
    expect(told('soon')).toContain('soon');
  });

  it('tells what a player refuses, how far a tool has come, and that listening is paused', () => {
    expect(translated(deutsch, 'Firefox has nothing after this.').text).toBe(
      'Firefox hat danach nichts mehr.',
    );
    expect(translated(deutsch, '1,200 files packed').text).toBe('1.200 Dateien gepackt');
    expect(translated(deutsch, '3 found, 12,000 names looked through').text).toBe(
      '3 gefunden, 12.000 Namen durchgesehen',
    );
    expect(translated(deutsch, 'Listening is paused.').known).toBe(true);
    expect(translated(deutsch, '“Listen again” in the menu of Parley’s icon ends the pause.').known).toBe(
      true,
    );
  });

  it('tells lengths of time in words of the language', () => {
    expect(translated(deutsch, 'The timer for tea is done in 1 hour and 10 minutes.').text).toBe(
      'Der Timer für tea ist fertig in: 1 Stunde und 10 Minuten.',
    );
    expect(translated(deutsch, 'Back in 10 minutes').known).toBe(false);
  });

  it('is not what somebody has written that looks like it', () => {
    expect(translated(deutsch, 'Budget 2026 is open.').text).toBe('Budget 2026 ist offen.');
    expect(translated(deutsch, 'The door is open.').known).toBe(false);
    expect(translated(deutsch, 'Call Ada. Door is open.').known).toBe(false);
  });

  it('that nobody knows stays as it is and is marked', () => {
    expect(translated(deutsch, 'Quite another sentence of somebody.')).toEqual({
      text: 'Quite another sentence of somebody.',
      known: false,
    });
  });

  it('stays as it is in English', () => {
    fc.assert(fc.property(fc.string(), (sentence) => translated(british, sentence).text === sentence));
  });
});
