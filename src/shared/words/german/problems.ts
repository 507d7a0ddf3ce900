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
  'The {calledWords} could not be read, so it begins empty.':
    '„{calledWords}“ war nicht lesbar und beginnt leer.',
  'The {calledWords} could not be saved.': '„{calledWords}“ konnte nicht gespeichert werden.',
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
  'Enter the id of the agent. Until then the settings here are used.':
    'Geben Sie die Kennung des Agenten ein. Bis dahin gelten die Einstellungen hier.',
  'This is too long for the id of an agent.': 'Das ist zu lang für die Kennung eines Agenten.',
  'Write the arguments as a JSON object, such as {}.':
    'Schreiben Sie die Argumente als JSON-Objekt, etwa {}.',
  'A profile needs a name. The old one is kept.': 'Ein Profil braucht einen Namen. Der alte bleibt.',
  'A name has at most 60 characters. The old one is kept.':
    'Ein Name hat höchstens 60 Zeichen. Der alte bleibt.',
  'A greeting has at most 500 characters: keep it to a sentence. It is not saved.':
    'Eine Begrüßung hat höchstens 500 Zeichen: ein Satz genügt. Sie ist nicht gespeichert.',
  'Too long by 1 character, so it is not saved. It stays here until Parley closes.':
    'Um 1 Zeichen zu lang, daher nicht gespeichert. Es bleibt hier, bis Parley schließt.',
  'Too long by {number} characters, so it is not saved. It stays here until Parley closes.':
    'Um {number} Zeichen zu lang, daher nicht gespeichert. Es bleibt hier, bis Parley schließt.',
  'Type a whole number from {min} to {max}.': 'Geben Sie eine ganze Zahl von {min} bis {max} ein.',
  'Type a number from {min} to {max}.': 'Geben Sie eine Zahl von {min} bis {max} ein.',
  'Write what you will say.': 'Schreiben Sie, was Sie sagen werden.',
  'At most 60 characters, so that it is easily said.': 'Höchstens 60 Zeichen, damit es sich leicht sagt.',
  'Another rule has this phrase already.': 'Eine andere Regel hat diese Worte schon.',
  'Fifty rules are the most.': 'Mehr als fünfzig Regeln gehen nicht.',
  'Write what Parley shall do.': 'Schreiben Sie, was Parley tun soll.',
  'Too long by {number} characters.': 'Um {number} Zeichen zu lang.',
  'Too long by {number} characters, so it is not saved.':
    'Um {number} Zeichen zu lang, daher nicht gespeichert.',
  'Give it a name that you will say.': 'Geben Sie ihm einen Namen, den Sie sagen werden.',
  'Say when it is to be used.': 'Sagen Sie, wann er benutzt werden soll.',
  'Choose the program.': 'Wählen Sie das Programm.',
  '“{name}” is no name for a parameter: small letters, digits and _ only.':
    '„{name}“ ist kein Name für einen Parameter: nur Kleinbuchstaben, Ziffern und _.',
  'Something in it is too long, or there is too much of it.':
    'Etwas darin ist zu lang, oder es ist zu viel davon.',
  'Give the server a name.': 'Geben Sie dem Server einen Namen.',
  'Type the program that starts the server.': 'Geben Sie das Programm ein, das den Server startet.',
  'Type the address of the server.': 'Geben Sie die Adresse des Servers ein.',
  '“{name}” cannot be a name here.': '„{name}“ kann hier kein Name sein.',
  'Nothing was added.': 'Nichts wurde hinzugefügt.',
  'Added, switched off: {names}. Switch on what you want to use.':
    'Hinzugefügt, ausgeschaltet: {names}. Schalten Sie ein, was Sie benutzen wollen.',
  'Removed.': 'Entfernt.',
  'Signed out.': 'Abgemeldet.',
  'Heard its name.': 'Hat seinen Namen gehört.',
  'Heard something like its name, but took it for other words.':
    'Hat etwas Ähnliches gehört, hielt es aber für andere Worte.',
  'You will say the name three times.': 'Sie werden den Namen dreimal sagen.',
  'Say the name. Nothing is started by it now.': 'Sagen Sie den Namen. Jetzt wird damit nichts gestartet.',
  'The name was deleted.': 'Der Name wurde gelöscht.',
  'Learning the name. This takes a few seconds.': 'Der Name wird gelernt. Das dauert einige Sekunden.',
  'The name is learnt. The recordings were deleted.': 'Der Name ist gelernt. Die Aufnahmen wurden gelöscht.',
  'Say the name now, as you will say it later.':
    'Sagen Sie jetzt den Namen, wie Sie ihn später sagen werden.',
  'Good. Say it again.': 'Gut. Sagen Sie ihn noch einmal.',
  'Good. Once more.': 'Gut. Noch einmal.',
  'Nothing was heard. Check the microphone, then try again.':
    'Es war nichts zu hören. Prüfen Sie das Mikrofon und versuchen Sie es noch einmal.',
  'That was too quiet. Come closer or speak up, then try again.':
    'Das war zu leise. Kommen Sie näher oder sprechen Sie lauter und versuchen Sie es noch einmal.',
  'That was too short. A name of two words works best.':
    'Das war zu kurz. Ein Name aus zwei Wörtern geht am besten.',
  'That was too long. Say only the name.': 'Das war zu lang. Sagen Sie nur den Namen.',
  'That was so loud that it broke up. Speak a little softer.':
    'Das war so laut, dass es verzerrte. Sprechen Sie etwas leiser.',
  'There is too much noise around. Try again where it is quieter.':
    'Es ist zu viel Lärm. Versuchen Sie es, wo es leiser ist.',
  'A conversation is open. End it first.': 'Ein Gespräch ist offen. Beenden Sie es zuerst.',
  'The microphone or the speech models cannot be used. Look at Sound in these settings.':
    'Mikrofon oder Sprachmodelle sind nicht benutzbar. Sehen Sie unter „Ton“ in diesen Einstellungen nach.',
  'Recording {number} sounds unlike the other two. Record it again.':
    'Aufnahme {number} klingt anders als die beiden anderen. Nehmen Sie sie noch einmal auf.',
  'Too much of everyday speech sounds like this. Choose a longer or rarer name.':
    'Zu viel im Alltag klingt so. Wählen Sie einen längeren oder selteneren Namen.',
  'The name could not be learnt. Try again.':
    'Der Name konnte nicht gelernt werden. Versuchen Sie es noch einmal.',
  'Off. The microphone is not used for a name.': 'Aus. Das Mikrofon wird für keinen Namen benutzt.',
  'Listening for its name. The microphone is open; what it hears stays on this computer.':
    'Hört auf seinen Namen. Das Mikrofon ist offen; was es hört, bleibt auf diesem Computer.',
  'A conversation is open, so the name is not needed.':
    'Ein Gespräch ist offen; der Name wird nicht gebraucht.',
  'Waits until Parley has finished speaking.': 'Wartet, bis Parley fertig gesprochen hat.',
  'Paused, or the battery is low. The microphone is closed.':
    'Unterbrochen, oder der Akku ist schwach. Das Mikrofon ist zu.',
  'The computer is locked. The microphone is closed.': 'Der Computer ist gesperrt. Das Mikrofon ist zu.',
  'No microphone can be used. Look at Sound in these settings.':
    'Kein Mikrofon ist benutzbar. Sehen Sie unter „Ton“ in diesen Einstellungen nach.',
  'The speech models are missing or do not work. Restart Parley.':
    'Die Sprachmodelle fehlen oder arbeiten nicht. Starten Sie Parley neu.',
  'Waits while you record.': 'Wartet, während Sie aufnehmen.',
  'Paused until {time}': 'Pause bis {time}',
  'Parley’s window keeps failing and was closed.':
    'Parleys Fenster scheitert immer wieder und wurde geschlossen.',
  'Show it again. If it fails again, quit Parley and start it anew.':
    'Zeigen Sie es wieder. Scheitert es noch einmal, beenden Sie Parley und starten Sie es neu.',
  'Its icon in the panel brings it back, and “Quit Parley” in the icon’s menu ends it. Settings, “Start and tray”, can make closing quit.':
    'Sein Symbol in der Leiste bringt es zurück, und „Parley beenden“ in dessen Menü beendet es. In den Einstellungen unter „Start und Symbol“ kann Schließen auch beenden.',
  'The settings were saved. No key is in the file.':
    'Die Einstellungen wurden gespeichert. In der Datei ist kein Schlüssel.',
  'Everything in the file is as it is here.': 'Alles in der Datei ist wie hier.',
  'Parley has read words that somebody else wrote in this conversation, so it asks first.':
    'Parley hat in diesem Gespräch Worte gelesen, die jemand anders geschrieben hat; daher fragt es zuerst.',
  'Parley cannot know what the server does with them, and cannot take it back.':
    'Parley kann nicht wissen, was der Server damit tut, und kann es nicht zurücknehmen.',
  'The conversation ends, and your password is needed to come back.':
    'Das Gespräch endet, und zum Zurückkehren brauchen Sie Ihr Passwort.',
  'Shall I copy it to the clipboard?': 'Soll ich es in die Zwischenablage kopieren?',
  'Shall I lock the screen?': 'Soll ich den Bildschirm sperren?',
  'Shall I take that back?': 'Soll ich das zurücknehmen?',
  'Shall I add that to {name}?': 'Soll ich das an {name} anfügen?',
  'Shall I make the folder {name}?': 'Soll ich den Ordner {name} anlegen?',
  'Shall I move {name} to {place}?': 'Soll ich {name} nach {place} verschieben?',
  'Shall I open {name}?': 'Soll ich {name} öffnen?',
  'Shall I open {name} with {app}?': 'Soll ich {name} mit {app} öffnen?',
  'Shall I put {name} into the trash?': 'Soll ich {name} in den Papierkorb legen?',
  'Shall I put {name} back into {place}?': 'Soll ich {name} nach {place} zurücklegen?',
  'Shall I quit {name}?': 'Soll ich {name} beenden?',
  'Shall I rename {name} to {place}?': 'Soll ich {name} in {place} umbenennen?',
  'Shall I run {name} of {server}?': 'Soll ich {name} von {server} ausführen?',
  'Shall I save a screenshot in {place}?': 'Soll ich ein Bildschirmfoto in {place} speichern?',
  'Shall I show {name} in the file manager?': 'Soll ich {name} in der Dateiverwaltung zeigen?',
  'Shall I start {name}?': 'Soll ich {name} starten?',
  'Shall I switch to {name}?': 'Soll ich zu {name} wechseln?',
  'Shall I unpack {name}?': 'Soll ich {name} entpacken?',
  'Locks the screen of this computer.': 'Sperrt den Bildschirm dieses Computers.',
  'Adds text at the end of {name} in {place}.': 'Fügt am Ende von {name} in {place} Text an.',
  'Brings the window of {name} to the front.': 'Holt das Fenster von {name} nach vorn.',
  'Copies {name} from {from} to {place}.': 'Kopiert {name} von {from} nach {place}.',
  'Copies the folder {name} from {from} to {place}.': 'Kopiert den Ordner {name} von {from} nach {place}.',
  'Makes the folder {name} in {place}.': 'Legt den Ordner {name} in {place} an.',
  'Moves {name} from {from} to {place}.': 'Verschiebt {name} von {from} nach {place}.',
  'Moves the folder {name} from {from} to {place}.': 'Verschiebt den Ordner {name} von {from} nach {place}.',
  'Opens {name} with {app}.': 'Öffnet {name} mit {app}.',
  'Opens {name} with its usual program.': 'Öffnet {name} mit dem üblichen Programm.',
  'Opens a page of {host} in your browser.': 'Öffnet eine Seite von {host} in Ihrem Browser.',
  'Puts {name} from the trash back into {place}.': 'Legt {name} aus dem Papierkorb zurück nach {place}.',
  'Renames {name} in {place} to {to}.': 'Benennt {name} in {place} in {to} um.',
  'Runs “{name}” of the MCP server “{server}” with exactly these arguments.':
    'Führt „{name}“ des MCP-Servers „{server}“ mit genau diesen Argumenten aus.',
  'Saves a picture of the main screen as {name}.': 'Speichert ein Bild des Hauptbildschirms als {name}.',
  'Shows {name} in {place} in the file manager.': 'Zeigt {name} in {place} in der Dateiverwaltung.',
  'Starts the app {name}.': 'Startet die App {name}.',
  'Takes back: {deed}': 'Nimmt zurück: {deed}',
  'Parley does not know this key. Press another one.':
    'Parley kennt diese Taste nicht. Drücken Sie eine andere.',
  'Parley does not know this key.': 'Parley kennt diese Taste nicht.',
  'There is no desktop whose keys could be watched.':
    'Es gibt keinen Desktop, dessen Tasten beobachtet werden könnten.',
  'Another app has taken this combination.': 'Eine andere App hat diese Kombination belegt.',
  'The system does not let Parley watch the talk key.':
    'Das System lässt Parley die Sprechtaste nicht beobachten.',
  'What watches the talk key is being started.': 'Die Beobachtung der Sprechtaste wird gestartet.',
  'What watches the talk key stopped; it is being started again.':
    'Die Beobachtung der Sprechtaste hielt an; sie wird neu gestartet.',
  'What watches the talk key stopped again and again.':
    'Die Beobachtung der Sprechtaste hielt immer wieder an.',
  'This desktop (Wayland) offers apps no keys of their own.':
    'Dieser Desktop (Wayland) bietet Apps keine eigenen Tasten.',
  'No keys were chosen in the dialog of the desktop.': 'Im Dialog des Desktops wurden keine Tasten gewählt.',
  'The desktop has no key for this.': 'Der Desktop hat keine Taste dafür.',
  'The desktop has taken its keys back from Parley.': 'Der Desktop hat Parley seine Tasten wieder genommen.',
  'Your desktop (X11) lets Parley see the talk key in every app.':
    'Ihr Desktop (X11) lässt Parley die Sprechtaste in jeder App sehen.',
  'macOS lets Parley see the talk key in every app, once you allow it.':
    'macOS lässt Parley die Sprechtaste in jeder App sehen, sobald Sie es erlauben.',
  'macOS does not let Parley see the talk key while you work in another app.':
    'macOS lässt Parley die Sprechtaste nicht sehen, während Sie in einer anderen App arbeiten.',
  'macOS refused to let Parley see the talk key: Input Monitoring is not allowed.':
    'macOS hat Parley die Sprechtaste verweigert: Die Eingabeüberwachung ist nicht erlaubt.',
  'Allow it below. macOS may want Parley to be started again afterwards.':
    'Erlauben Sie es unten. Danach muss Parley vielleicht neu gestartet werden.',
  'Windows lets Parley see the talk key in every app, except in one that runs as administrator.':
    'Windows lässt Parley die Sprechtaste in jeder App sehen, außer in einer, die als Administrator läuft.',
};
