import type { diagnosticsTexts } from '../catalogue/diagnostics';
import type { TranslationsOf } from '../templates';

/** Texts of the self-test's view. */
export const diagnostics: TranslationsOf<typeof diagnosticsTexts> = {
  'Self-test': 'Selbsttest',
  'Tries microphone, speakers, keychain, models and engine, with a short quiet tone. Nothing you say is kept or sent, and no hosted conversation is opened.':
    'Probiert Mikrofon, Lautsprecher, Schlüsselbund, Modelle und wer antwortet, mit einem kurzen leisen Ton. Nichts, was Sie sagen, wird behalten oder gesendet, und kein gehostetes Gespräch wird geöffnet.',
  'Run self-test': 'Selbsttest ausführen',
  'Cancel self-test': 'Selbsttest abbrechen',
  'Copy report': 'Bericht kopieren',
  'Results of the self-test': 'Ergebnisse des Selbsttests',
  Report: 'Bericht',
  'The report was copied. It holds no words, keys or names.':
    'Der Bericht wurde kopiert. Er enthält keine Worte, Schlüssel oder Namen.',
  'Looking at: {name}.': 'Geprüft wird: {name}.',
  'Everything that could be tried works.': 'Alles, was sich ausprobieren ließ, geht.',
  '{count} things need you.': { one: '{count} Punkt braucht Sie.', other: '{count} Punkte brauchen Sie.' },
  '{name}: {outcome}': '{name}: {outcome}',
  Good: 'Gut',
  'Look at this': 'Sehen Sie nach',
  'Does not work': 'Geht nicht',
  'Not tried': 'Nicht ausprobiert',
};
