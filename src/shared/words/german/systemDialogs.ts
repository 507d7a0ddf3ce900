import type { systemDialogsTexts } from '../catalogue/systemDialogs';
import type { TranslationsOf } from '../templates';

/** Texts of dialogs of the system. */
export const systemDialogs: TranslationsOf<typeof systemDialogsTexts> = {
  'Parley would like to see its talk key': 'Parley möchte seine Sprechtaste sehen',
  'macOS lets an app notice a key that you hold in another app only with your permission. Parley uses it for the talk key alone: other keys never leave the small process that listens, and are not kept.':
    'macOS lässt eine App nur mit Ihrer Erlaubnis eine Taste bemerken, die Sie in einer anderen App halten. Parley nutzt das nur für die Sprechtaste: Andere Tasten verlassen den kleinen Prozess, der lauscht, nie und werden nicht behalten.',
  'Not now': 'Jetzt nicht',
  'Choose a folder that Parley may use': 'Wählen Sie einen Ordner, den Parley benutzen darf',
  'Allow this folder': 'Diesen Ordner erlauben',
  'Choose a program': 'Ein Programm wählen',
  Choose: 'Wählen',
  'It runs without asking.': 'Es läuft ohne Nachfrage.',
  'It runs after you agree.': 'Es läuft, nachdem Sie zugestimmt haben.',
  'It runs after you click.': 'Es läuft, nachdem Sie geklickt haben.',
  'May Parley run “{name}”?': 'Darf Parley „{name}“ ausführen?',
  'Allow this command': 'Diesen Befehl erlauben',
  'Export the conversation': 'Das Gespräch exportieren',
  'Settings of Parley': 'Einstellungen von Parley',
  'Import settings': 'Einstellungen importieren',
  'Look at them': 'Ansehen',
  'Allow Parley on the page that opens: Privacy & Security, Accessibility.':
    'Erlauben Sie Parley auf der Seite, die sich öffnet: Datenschutz & Sicherheit, Bedienungshilfen.',
  'An app like Parley cannot ask for it by itself. Allow Parley on the page that opens: Privacy & Security, Input Monitoring.':
    'Eine App wie Parley kann nicht selbst darum bitten. Erlauben Sie Parley auf der Seite, die sich öffnet: Datenschutz & Sicherheit, Eingabeüberwachung.',
};
