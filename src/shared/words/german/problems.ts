import type { problemsTexts } from '../catalogue/problems';
import type { TranslationsOf } from '../templates';

/** Sentences of main that a window shows: what went wrong, and what to do next. */
export const problems: TranslationsOf<typeof problemsTexts> = {
  'Parley refused that request.': 'Parley hat diese Anfrage abgelehnt.',
  'Check what was entered and try again.': 'Prüfen Sie die Eingabe und versuchen Sie es noch einmal.',
  'That did not work.': 'Das hat nicht funktioniert.',
  'Try again. If it keeps failing, restart Parley.':
    'Versuchen Sie es noch einmal. Wenn es weiter scheitert, starten Sie Parley neu.',
  'Try again.': 'Versuchen Sie es noch einmal.',
  'Try again later.': 'Versuchen Sie es später noch einmal.',
  'Try again in a minute.': 'Versuchen Sie es in einer Minute noch einmal.',
  'Try again in a few minutes.': 'Versuchen Sie es in einigen Minuten noch einmal.',
  'The key could not be saved.': 'Der Schlüssel konnte nicht gespeichert werden.',
  'The key is empty.': 'Der Schlüssel ist leer.',
  'Paste the key as its provider shows it.': 'Fügen Sie den Schlüssel so ein, wie sein Anbieter ihn zeigt.',
  'The key holds spaces, line breaks or other characters that no key has.':
    'Der Schlüssel enthält Leerzeichen, Umbrüche oder andere Zeichen, die kein Schlüssel hat.',
  'Copy the key again, on its own, and paste it.':
    'Kopieren Sie den Schlüssel noch einmal, nur ihn, und fügen Sie ihn ein.',
  'The setting could not be saved.': 'Die Einstellung konnte nicht gespeichert werden.',
  'The settings file could not be read, so the defaults are in use.':
    'Die Datei der Einstellungen war nicht lesbar; die Vorgaben gelten.',
  'The old file was kept as {aside}.': 'Die alte Datei wurde als {aside} aufbewahrt.',
  'The settings come from a newer Parley; what this one knows is in use.':
    'Die Einstellungen stammen von einem neueren Parley; was dieses kennt, gilt.',
  'The newer file was kept as {aside}.': 'Die neuere Datei wurde als {aside} aufbewahrt.',
  'Some settings did not fit and were set to their defaults: {names}.':
    'Einige Einstellungen passten nicht und wurden auf ihre Vorgaben gesetzt: {names}.',
  'Check them in Settings.': 'Prüfen Sie sie in den Einstellungen.',
  'Check that the disk has room and that Parley may write to its folder.':
    'Prüfen Sie, ob auf dem Datenträger Platz ist und Parley in seinen Ordner schreiben darf.',
  'Check that the disk has room and that Parley may write to its folder, then start Parley again.':
    'Prüfen Sie, ob auf dem Datenträger Platz ist und Parley in seinen Ordner schreiben darf, und starten Sie Parley neu.',
  'Check that Parley may write to its folder, and try again.':
    'Prüfen Sie, ob Parley in seinen Ordner schreiben darf, und versuchen Sie es noch einmal.',
  'Check that Parley may read its folder, and try again.':
    'Prüfen Sie, ob Parley seinen Ordner lesen darf, und versuchen Sie es noch einmal.',
  'Check that Parley may read its own folder.': 'Prüfen Sie, ob Parley seinen eigenen Ordner lesen darf.',
  'What the hosted service costs cannot be kept on disk. The caps count from this start only.':
    'Was der gehostete Dienst kostet, kann nicht gespeichert werden. Die Grenzen zählen erst ab diesem Start.',
  'The file could not be written.': 'Die Datei konnte nicht geschrieben werden.',
  'Choose another folder, or check that the disk has room.':
    'Wählen Sie einen anderen Ordner, oder prüfen Sie, ob Platz ist.',
  'The conversation could not be written to the history.':
    'Das Gespräch konnte nicht in den Verlauf geschrieben werden.',
  'A conversation could not be removed.': 'Ein Gespräch konnte nicht entfernt werden.',
  'That conversation is not there any more.': 'Dieses Gespräch ist nicht mehr da.',
  'Go back to the list.': 'Gehen Sie zur Liste zurück.',
  'That conversation was kept by a newer Parley.':
    'Dieses Gespräch wurde von einem neueren Parley aufbewahrt.',
  'Update Parley to read it.': 'Aktualisieren Sie Parley, um es zu lesen.',
  'That conversation is still going on.': 'Dieses Gespräch läuft noch.',
  'End it first.': 'Beenden Sie es zuerst.',
  'Another conversation is going on.': 'Ein anderes Gespräch läuft.',
  'The {called} could not be read, so it begins empty.': '{called} war nicht lesbar und beginnt leer.',
  'The {called} could not be saved.': '{called} konnte nicht gespeichert werden.',
  'There are too many reminders.': 'Es gibt zu viele Erinnerungen.',
  'Cancel some of them first.': 'Brechen Sie zuerst einige ab.',
  'The to-do list is full.': 'Die Aufgabenliste ist voll.',
  'Complete or remove something first.': 'Erledigen oder entfernen Sie zuerst etwas.',
  'What Parley does could not be written to its log.':
    'Was Parley tut, konnte nicht in sein Protokoll geschrieben werden.',
  'The log of what Parley did could not be read.':
    'Das Protokoll dessen, was Parley getan hat, war nicht lesbar.',
  'The log of what Parley did could not be emptied.':
    'Das Protokoll dessen, was Parley getan hat, konnte nicht geleert werden.',
  'The window stopped working and was opened again.':
    'Das Fenster funktionierte nicht mehr und wurde neu geöffnet.',
  'Nothing of the conversation was lost.': 'Vom Gespräch ging nichts verloren.',
  'Parley goes on running without its window.': 'Parley läuft ohne sein Fenster weiter.',
  'The battery is low, so Parley keeps nothing ready and does not listen for its name.':
    'Der Akku ist schwach; Parley hält nichts bereit und hört nicht auf seinen Namen.',
  'It does again when the computer is charged. Talking works as always.':
    'Es tut es wieder, wenn der Computer lädt. Sprechen geht wie immer.',
  'The voice could not be heard.': 'Die Stimme war nicht zu hören.',
  'Try again, or choose another voice.': 'Versuchen Sie es noch einmal, oder wählen Sie eine andere Stimme.',
  'A conversation is open.': 'Ein Gespräch ist offen.',
  'End it to listen to a voice.': 'Beenden Sie es, um eine Stimme anzuhören.',
  'The service accepts the key.': 'Der Dienst nimmt den Schlüssel an.',
  'The service does not accept this key.': 'Der Dienst nimmt diesen Schlüssel nicht an.',
  'Copy it again from your AssemblyAI dashboard. A key that was deleted there no longer works.':
    'Kopieren Sie ihn noch einmal aus Ihrem AssemblyAI-Dashboard. Ein dort gelöschter Schlüssel gilt nicht mehr.',
  'The service is busy, so the key could not be tried.':
    'Der Dienst ist ausgelastet; der Schlüssel konnte nicht geprüft werden.',
  'The service has a fault of its own, so the key could not be tried.':
    'Der Dienst hat selbst eine Störung; der Schlüssel konnte nicht geprüft werden.',
  'This profile is not there any more.': 'Dieses Profil ist nicht mehr da.',
  'Choose another profile.': 'Wählen Sie ein anderes Profil.',
  'Parley {version} is there.': 'Parley {version} ist da.',
  'Get it in Settings, under Updates, when it suits you.':
    'Holen Sie es in den Einstellungen unter „Neue Versionen“, wann es Ihnen passt.',
  'Parley {version} is ready.': 'Parley {version} ist bereit.',
  'Restart from Settings, under Updates, when it suits you.':
    'Starten Sie in den Einstellungen unter „Neue Versionen“ neu, wann es Ihnen passt.',
  'Whether there is a new version could not be found out.':
    'Ob es eine neue Version gibt, war nicht herauszufinden.',
  'Check the connection, then look again.': 'Prüfen Sie die Verbindung und sehen Sie noch einmal nach.',
  'The language model server cannot be reached.': 'Der Sprachmodell-Server ist nicht erreichbar.',
  'Start it, or check its address in Settings.':
    'Starten Sie ihn, oder prüfen Sie seine Adresse in den Einstellungen.',
  'The language model took too long.': 'Das Sprachmodell brauchte zu lange.',
  'The language model server refused the key.': 'Der Sprachmodell-Server hat den Schlüssel abgelehnt.',
  'Check the key in Settings.': 'Prüfen Sie den Schlüssel in den Einstellungen.',
};
