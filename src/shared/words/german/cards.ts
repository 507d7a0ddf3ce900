import type { cardsTexts } from '../catalogue/cards';
import type { TranslationsOf } from '../templates';

/** Sentences of main on approval cards. */
export const cards: TranslationsOf<typeof cardsTexts> = {
  'Runs "{name}" with the arguments below.': 'Führt „{name}“ mit den Argumenten unten aus.',
  'Shall I {name}?': 'Soll ich ausführen: {name}?',
  'Runs your command “{name}”: {line}': 'Führt Ihren Befehl „{name}“ aus: {line}',
  'Shall I run {name}?': 'Soll ich {name} ausführen?',
  'Parley cannot take back what the program does.': 'Parley kann nicht zurücknehmen, was das Programm tut.',
  'Shall I copy {name}?': 'Soll ich {name} kopieren?',
  'Shall I copy {name} to {place}?': 'Soll ich {name} nach {place} kopieren?',
  'Changes one place in {name} in {place}; the old text is kept.':
    'Ändert eine Stelle in {name} in {place}; der alte Text bleibt erhalten.',
  'Changes {number} places in {name} in {place}; the old text is kept.':
    'Ändert {number} Stellen in {name} in {place}; der alte Text bleibt erhalten.',
  'Shall I change that in {name}?': 'Soll ich das in {name} ändern?',
  'Shall I change that in {number} places in {name}?': 'Soll ich das an {number} Stellen in {name} ändern?',
  'The site gets the whole address and learns that you visit it.':
    'Die Seite erhält die ganze Adresse und erfährt, dass Sie sie besuchen.',
  'The address is a number instead of a name: nobody can tell from it whose it is.':
    'Die Adresse ist eine Zahl statt eines Namens: Niemand sieht ihr an, wem sie gehört.',
  'The address lies inside your own network.': 'Die Adresse liegt in Ihrem eigenen Netz.',
  'The name holds letters beyond a to z and is shown as "{name}": it may imitate another site.':
    'Der Name enthält Buchstaben außer a bis z und erscheint als „{name}“: Er ahmt vielleicht eine andere Seite nach.',
  'The site belongs to whoever owns the end of that name: {name}.':
    'Die Seite gehört dem, dem das Ende des Namens gehört: {name}.',
  'Asks {name} to quit.': 'Bittet {name}, sich zu beenden.',
  'Asks {name} to quit. All {number} of its windows close.':
    'Bittet {name}, sich zu beenden. Alle {number} Fenster schließen sich.',
  'An app that does not ask about unsaved work loses it.':
    'Eine App, die nach Ungespeichertem nicht fragt, verliert es.',
  'Unsaved work in it may be lost.': 'Ungespeichertes darin kann verloren gehen.',
  'A file with the new ending runs as a program when it is opened.':
    'Eine Datei mit der neuen Endung läuft beim Öffnen als Programm.',
  'A file with this ending runs as a program when it is opened.':
    'Eine Datei mit dieser Endung läuft beim Öffnen als Programm.',
  'Puts {name} from {place} into the trash.': 'Legt {name} aus {place} in den Papierkorb.',
  'Puts the folder {name} and all that is in it from {place} into the trash.':
    'Legt den Ordner {name} mit allem darin aus {place} in den Papierkorb.',
  'Unpacks {name} ({number} files, {size}) into the new folder {place}.':
    'Entpackt {name} ({number} Dateien, {size}) in den neuen Ordner {place}.',
  'Replaces what is on the clipboard with 1 character of text.':
    'Ersetzt den Inhalt der Zwischenablage durch 1 Zeichen Text.',
  'Replaces what is on the clipboard with {number} characters of text.':
    'Ersetzt den Inhalt der Zwischenablage durch {number} Zeichen Text.',
  'Replaces the text of {name} in {place}; the old text is kept.':
    'Ersetzt den Text von {name} in {place}; der alte Text bleibt erhalten.',
  'Creates {name} in {place}.': 'Legt {name} in {place} an.',
  'Shall I replace the text of {name}?': 'Soll ich den Text von {name} ersetzen?',
  'Shall I write {name}?': 'Soll ich {name} schreiben?',
  'Packs {names} (one file, {size}) into {place}.': 'Packt {names} (eine Datei, {size}) in {place}.',
  'Packs {names} ({number} files, {size}) into {place}.':
    'Packt {names} ({number} Dateien, {size}) in {place}.',
  'Shall I pack {name} into {place}?': 'Soll ich {name} in {place} packen?',
  'Shall I pack {number} things into {place}?': 'Soll ich {number} Dinge in {place} packen?',
  '{name} was added to your account only. It may not be what its name says: look at what is started.':
    '{name} wurde nur Ihrem Konto hinzugefügt. Es ist vielleicht nicht, was der Name sagt: Sehen Sie nach, was gestartet wird.',
};
