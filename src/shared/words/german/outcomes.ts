import type { outcomesTexts } from '../catalogue/outcomes';
import type { TranslationsOf } from '../templates';

/** What became of a call, as the window tells it; spoken it stays English. */
export const outcomes: TranslationsOf<typeof outcomesTexts> = {
  'Not approved.': 'Nicht genehmigt.',
  'Nobody approved it in time.': 'Niemand hat es rechtzeitig genehmigt.',
  'Nobody approved it.': 'Niemand hat es genehmigt.',
  'You went on to something else.': 'Sie sind zu etwas anderem übergegangen.',
  'You went on.': 'Sie haben weitergemacht.',
  'Run by the service.': 'Vom Dienst ausgeführt.',
  'Cancelled.': 'Abgebrochen.',
  '{saidWords} (You had moved on, so this was not said.)':
    '{saidWords} (Sie waren schon weiter, daher wurde das nicht gesagt.)',
  'The person was asked and did not approve it, so it was not done.':
    'Sie wurden gefragt und haben es nicht genehmigt, daher wurde es nicht getan.',
  'The arguments could not be read.': 'Die Argumente ließen sich nicht lesen.',
  'The arguments do not fit: {message}': 'Die Argumente passen nicht: {message}',
  'There is no tool of that name.': 'Es gibt kein Werkzeug dieses Namens.',
  'The person has said something else meanwhile, so this was not done.':
    'Sie haben inzwischen etwas anderes gesagt, daher wurde das nicht getan.',
  'The person does not allow this tool.': 'Sie erlauben dieses Werkzeug nicht.',
  'Too many steps for one request.': 'Zu viele Schritte für eine Bitte.',
  'This was done very often in the last minute.': 'Das geschah in der letzten Minute sehr oft.',
  'The tool failed.': 'Das Werkzeug ist gescheitert.',
  'The call was cancelled.': 'Der Aufruf wurde abgebrochen.',
  'The tool took too long.': 'Das Werkzeug brauchte zu lange.',
  'Nothing that was done in this conversation can be taken back.':
    'Nichts, was in diesem Gespräch getan wurde, lässt sich zurücknehmen.',
  'That was taken back already.': 'Das wurde schon zurückgenommen.',
  'That cannot be taken back any more.': 'Das lässt sich nicht mehr zurücknehmen.',
  'Something later touched the same: "{deedWords}" That has to be taken back first.':
    'Etwas Späteres hat dasselbe berührt: „{deedWords}“ Das muss zuerst zurückgenommen werden.',
  'The folder in which it should run is not granted any more.':
    'Der Ordner, in dem es laufen soll, ist nicht mehr freigegeben.',
  'The program is not there, or cannot be run.': 'Das Programm ist nicht da oder lässt sich nicht ausführen.',
  'The value of {name} begins with a dash, and the program would take it for an option.':
    'Der Wert von {name} beginnt mit einem Strich; das Programm hielte ihn für eine Option.',
  'The value of {name} holds characters that are no text.':
    'Der Wert von {name} enthält Zeichen, die kein Text sind.',
  '{name} ended with exit code {number}.': '{name} endete mit dem Code {number}.',
  '{name} ended with exit code {number}: {message}': '{name} endete mit dem Code {number}: {message}',
  '{name} is done.': '{name} ist fertig.',
  '{name} took longer than {number} seconds and was ended.':
    '{name} brauchte länger als {number} Sekunden und wurde beendet.',
  '{name} was ended from outside.': '{name} wurde von außen beendet.',
  'The program could not be started.': 'Das Programm konnte nicht gestartet werden.',
  'That address is too long.': 'Diese Adresse ist zu lang.',
  'That address holds characters that no address has.':
    'Diese Adresse enthält Zeichen, die keine Adresse hat.',
  'That is no web address.': 'Das ist keine Webadresse.',
  'Only addresses that begin with https are opened.':
    'Nur Adressen, die mit https beginnen, werden geöffnet.',
  'That address holds a user name or password.':
    'Diese Adresse enthält einen Benutzernamen oder ein Passwort.',
  '{name} is not running.': '{name} läuft nicht.',
  'No installed app fits that name.': 'Keine installierte App passt zu diesem Namen.',
  'Added to {name}.': 'An {name} angefügt.',
  'Taken out of the note again.': 'Wieder aus der Notiz genommen.',
  '{name} is on your list.': '{name} steht auf Ihrer Liste.',
  'It is off the list again.': 'Es ist wieder von der Liste.',
  'That is at the end of {name}.': 'Das steht am Ende von {name}.',
  '{name} is kept in an old encoding that lacks some of these letters.':
    '{name} hat eine alte Kodierung, der einige dieser Buchstaben fehlen.',
  '{name} is in front.': '{name} ist vorn.',
  'It is gone already.': 'Es ist schon weg.',
  'The {kindWords} is cancelled.': 'Abgebrochen: {kindWords}.',
  'The {kindWords} for {name} is cancelled.': 'Abgebrochen: {kindWords} für {name}.',
  timer: 'Timer',
  alarm: 'Wecker',
  reminder: 'Erinnerung',
  'Done: {name}.': 'Erledigt: {name}.',
  '{name} is open again.': '{name} ist wieder offen.',
  'The copy is called {name}, in {place}.': 'Die Kopie heißt {name}, in {place}.',
  'The note {name} is deleted.': 'Die Notiz {name} ist gelöscht.',
  'The note {name} is back.': 'Die Notiz {name} ist wieder da.',
  '{name} is changed; the old text is kept.': '{name} ist geändert; der alte Text bleibt erhalten.',
  '{name} is changed in {number} places; the old text is kept.':
    '{name} ist an {number} Stellen geändert; der alte Text bleibt erhalten.',
  'That text is not in {name}.': 'Dieser Text steht nicht in {name}.',
  '{name} would be the same as before.': '{name} wäre wie vorher.',
  'No note is about {name}.': 'Keine Notiz handelt von {name}.',
  'No tool does that.': 'Kein Werkzeug tut das.',
  'I have not done anything yet.': 'Ich habe noch nichts getan.',
  'There is nothing in {name}.': 'In {name} ist nichts.',
  'There are no notes yet.': 'Es gibt noch keine Notizen.',
  'Nothing is on your list.': 'Auf Ihrer Liste steht nichts.',
  'Nothing is done yet.': 'Noch ist nichts erledigt.',
  'The screen is locked.': 'Der Bildschirm ist gesperrt.',
  'I asked the system to lock the screen.': 'Ich habe das System gebeten, den Bildschirm zu sperren.',
  'The folder {name} is there.': 'Der Ordner {name} ist da.',
  'On to the next one.': 'Weiter zum nächsten.',
  'Back to the one before.': 'Zurück zum vorigen.',
  '{name} is in {place} already.': '{name} ist schon in {place}.',
  '{name} is in {place} now.': '{name} ist jetzt in {place}.',
  '{name} is opening in the browser.': '{name} öffnet sich im Browser.',
  '{name} is opening in {app}.': '{name} öffnet sich in {app}.',
  '{name} is a program or script and is not opened.':
    '{name} ist ein Programm oder Skript und wird nicht geöffnet.',
  'No program opened {name}.': 'Kein Programm hat {name} geöffnet.',
  '{name} is open.': '{name} ist offen.',
  '{name} has quit.': '{name} ist beendet.',
  '{name} has closed its windows and goes on in the background.':
    '{name} hat seine Fenster geschlossen und läuft im Hintergrund weiter.',
  '{name} was asked to quit and is still open; it may be asking whether to save. Please look at the screen.':
    '{name} wurde gebeten, sich zu beenden, und ist noch offen; vielleicht fragt es, ob es speichern soll. Bitte sehen Sie auf den Bildschirm.',
  'The clipboard holds something that is no text.': 'Die Zwischenablage enthält etwas, das kein Text ist.',
  'The clipboard is empty.': 'Die Zwischenablage ist leer.',
  'The clipboard holds a text of {number} words.':
    'Die Zwischenablage enthält einen Text von {number} Wörtern.',
  'The clipboard says: {text}': 'In der Zwischenablage steht: {text}',
  '{name} is empty.': '{name} ist leer.',
  'Here is {name}.': 'Hier ist {name}.',
  'Here is the beginning of {name}.': 'Hier ist der Anfang von {name}.',
  'No such file was changed.': 'Keine solche Datei wurde geändert.',
  '{name} is off your list.': '{name} ist von Ihrer Liste.',
  '{name} is back on your list.': '{name} steht wieder auf Ihrer Liste.',
  'A new name holds no slash.': 'Ein neuer Name enthält keinen Schrägstrich.',
  'It is called {name} already.': 'Es heißt schon {name}.',
  '{name} is called {to} now.': '{name} heißt jetzt {to}.',
  '{name} is back in {place}.': '{name} ist wieder in {place}.',
  'There is nothing from the granted folders in a trash that can be looked into.':
    'In einem Papierkorb, in den sich sehen lässt, ist nichts aus den freigegebenen Ordnern.',
  'Nothing called "{name}" from the granted folders is in the trash.':
    'Im Papierkorb ist nichts namens „{name}“ aus den freigegebenen Ordnern.',
  'The file manager did not come up.': 'Die Dateiverwaltung kam nicht.',
  '{name} is shown in the file manager.': '{name} wird in der Dateiverwaltung gezeigt.',
  'Nothing was found for {name}.': 'Zu {name} wurde nichts gefunden.',
  'Either a level or a change is needed.': 'Es braucht einen Wert oder eine Änderung.',
  'The brightness is at {number} percent.': 'Die Helligkeit ist bei {number} Prozent.',
  'The volume is at {number} percent.': 'Die Lautstärke ist bei {number} Prozent.',
  'The sound is off; its volume is at {number} percent.':
    'Der Ton ist aus; die Lautstärke ist bei {number} Prozent.',
  'A timer runs for a day at most.': 'Ein Timer läuft höchstens einen Tag.',
  '{name} is starting.': '{name} startet.',
  'The note is gone again.': 'Die Notiz ist wieder weg.',
  'The screenshot is in {place}.': 'Das Bildschirmfoto ist in {place}.',
  '{name} is in the trash.': '{name} ist im Papierkorb.',
  '{name} is unpacked into {place}: one file.': '{name} ist in {place} entpackt: eine Datei.',
  '{name} is unpacked into {place}: {number} files.': '{name} ist in {place} entpackt: {number} Dateien.',
  '{name} holds names that would lead out of its folder, as no honest archive does.':
    '{name} enthält Namen, die aus seinem Ordner hinausführen; das tut kein ehrliches Archiv.',
  '{name} would become many times larger than honest archives do.':
    '{name} würde um ein Vielfaches größer als ehrliche Archive.',
  '{name} holds more than 5,000 things, which is more than is unpacked here.':
    '{name} enthält mehr als 5000 Dinge, mehr als hier entpackt wird.',
  '{name} would take more than 1 GB, which is more than is unpacked here.':
    '{name} bräuchte mehr als 1 GB, mehr als hier entpackt wird.',
  '{name} needs a password; such archives are not unpacked here.':
    '{name} braucht ein Passwort; solche Archive werden hier nicht entpackt.',
  '{name} is no zip archive, or it is damaged.': '{name} ist kein Zip-Archiv oder ist beschädigt.',
  'It is on the clipboard.': 'Es ist in der Zwischenablage.',
  'Something else was copied since.': 'Seither wurde etwas anderes kopiert.',
  'What was on the clipboard before is no longer known.':
    'Was vorher in der Zwischenablage war, ist nicht mehr bekannt.',
  '{name} has the new text; the old one is kept.': '{name} hat den neuen Text; der alte bleibt erhalten.',
  '{name} is written.': '{name} ist geschrieben.',
  'One file is in {name}, {size}.': 'Eine Datei ist in {name}, {size}.',
  '{number} files are in {name}, {size}.': '{number} Dateien sind in {name}, {size}.',
  'There are no files in that to pack.': 'Darin sind keine Dateien zum Packen.',
  'At most {number} things are packed at a time.': 'Höchstens {number} Dinge werden auf einmal gepackt.',
  'Do not disturb is on.': '„Nicht stören“ ist an.',
  'Do not disturb is off.': '„Nicht stören“ ist aus.',
  'This computer is not connected to a network.': 'Dieser Computer ist mit keinem Netz verbunden.',
  'No folder is granted yet; one can be added in Settings.':
    'Noch ist kein Ordner freigegeben; Sie können in den Einstellungen einen hinzufügen.',
  'Nothing called "{name}" was found in the granted folders.':
    'In den freigegebenen Ordnern wurde nichts namens „{name}“ gefunden.',
  'More than one thing is called "{name}".': 'Mehr als ein Ding heißt „{name}“.',
  'That is outside the granted folders.': 'Das liegt außerhalb der freigegebenen Ordner.',
  'Hidden files and folders are not touched.': 'Verborgene Dateien und Ordner werden nicht angerührt.',
  'That file has a second name elsewhere on the disk, so its content is not touched.':
    'Diese Datei hat anderswo auf der Platte einen zweiten Namen, daher wird ihr Inhalt nicht angerührt.',
  'That is not allowed to be touched.': 'Das darf nicht angerührt werden.',
  'It is not said which folder that should be in.': 'Es ist nicht gesagt, in welchem Ordner das sein soll.',
  'There is already a file called {name} in {place}.': 'In {place} gibt es schon eine Datei namens {name}.',
  'There is already a folder called {name} in {place}.':
    'In {place} gibt es schon einen Ordner namens {name}.',
  'There are many copies of it already.': 'Davon gibt es schon viele Kopien.',
  'Something called "{name}" is there already.': 'Etwas namens „{name}“ ist schon da.',
  '"{name}" was changed or moved in the meantime, so nothing was done.':
    '„{name}“ wurde inzwischen geändert oder verschoben, daher wurde nichts getan.',
  '"{name}" is not a name that every computer takes.': '„{name}“ ist kein Name, den jeder Computer annimmt.',
  'The folder it should be in does not exist.': 'Den Ordner, in dem es sein soll, gibt es nicht.',
  '"{name}" is too big for this.': '„{name}“ ist dafür zu groß.',
  '"{name}" holds too many things for this.': '„{name}“ enthält dafür zu viel.',
  'The disk is full; nothing was changed.': 'Die Platte ist voll; nichts wurde geändert.',
  'A folder cannot be put into itself.': 'Ein Ordner kann nicht in sich selbst gelegt werden.',
  'The disk it is on has no trash.': 'Die Platte, auf der es liegt, hat keinen Papierkorb.',
  '"{name}" holds links or hidden things that would not arrive on the other disk; it was left where it is.':
    '„{name}“ enthält Verknüpfungen oder Verborgenes, das auf der anderen Platte nicht ankäme; es blieb, wo es ist.',
  'What is needed for that is no longer kept.': 'Was dafür nötig ist, wird nicht mehr aufbewahrt.',
  'It was changed since, so it is left as it is.': 'Es wurde seither geändert und bleibt, wie es ist.',
  'Something else has its old place and name now.': 'Etwas anderes hat jetzt seinen alten Platz und Namen.',
  'It, or its old folder, is no longer there.': 'Es oder sein alter Ordner ist nicht mehr da.',
  '{name} has its old content again.': '{name} hat wieder den alten Inhalt.',
  'What was added to {name} is gone again.': 'Was an {name} angefügt wurde, ist wieder weg.',
  '{name} is back where it was.': '{name} ist wieder, wo es war.',
  '{name} is out of the trash again.': '{name} ist wieder aus dem Papierkorb.',
  '{name} is in the trash again.': '{name} ist wieder im Papierkorb.',
  '{name} has {size}; texts of at most 2 MB are changed.':
    '{name} hat {size}; geändert werden Texte bis 2 MB.',
  '{name} is not a text file.': '{name} ist keine Textdatei.',
  '{name} mixes line ends or letters in a way that a change would not keep.':
    '{name} mischt Zeilenenden oder Buchstaben so, dass eine Änderung es nicht erhielte.',
  '{name} reports an error: {message}': '{name} meldet einen Fehler: {message}',
  '{name} has done it and said nothing.': '{name} hat es getan und nichts gesagt.',
  '{name} has answered.': '{name} hat geantwortet.',
  '{name} refused the call: {message}': '{name} hat den Aufruf abgelehnt: {message}',
  '{name} has changed this tool or taken it away.': '{name} hat dieses Werkzeug geändert oder weggenommen.',
  '{name} did not answer in time.': '{name} hat nicht rechtzeitig geantwortet.',
  'The MCP server {name} is not there. {reasonWords}': 'Der MCP-Server {name} ist nicht da. {reasonWords}',
  'That has changed since and cannot be taken back.':
    'Das hat sich seither geändert und lässt sich nicht zurücknehmen.',
  'The {kindWords} is set again.': 'Wieder gestellt: {kindWords}.',
  'That moment has passed.': 'Dieser Zeitpunkt ist vorbei.',
  'That is more than five years away.': 'Das ist mehr als fünf Jahre hin.',
  'It is not clear when that is.': 'Es ist nicht klar, wann das ist.',
  'The day is clear, but not the time.': 'Der Tag ist klar, aber nicht die Uhrzeit.',
  'There is no such day in the calendar.': 'Einen solchen Tag gibt es im Kalender nicht.',
  'A password manager has marked what is on the clipboard as secret.':
    'Eine Passwortverwaltung hat den Inhalt der Zwischenablage als geheim markiert.',
  'The system did not take the text.': 'Das System hat den Text nicht übernommen.',
  '{name} is no longer installed.': '{name} ist nicht mehr installiert.',
  'What {name} starts has changed just now.': 'Was {name} startet, hat sich eben geändert.',
  '{name} did not start.': '{name} ist nicht gestartet.',
  'No browser opened the address.': 'Kein Browser hat die Adresse geöffnet.',
  'This computer has no battery.': 'Dieser Computer hat keinen Akku.',
  'This computer has no screen whose brightness can be changed.':
    'Dieser Computer hat keinen Bildschirm, dessen Helligkeit sich ändern lässt.',
  'The system does not let Parley change the brightness.':
    'Das System lässt Parley die Helligkeit nicht ändern.',
  'This desktop does not tell whether notifications are held back.':
    'Dieser Desktop sagt nicht, ob Benachrichtigungen zurückgehalten werden.',
  'The screen gave no picture.': 'Der Bildschirm gab kein Bild.',
  'No screen lock was found on this system.': 'Auf diesem System wurde keine Bildschirmsperre gefunden.',
  'No media player is running.': 'Es läuft kein Medienspieler.',
  'On Wayland no app may see or raise the windows of another.':
    'Unter Wayland darf keine App die Fenster einer anderen sehen oder nach vorn holen.',
  'There is no screen on which windows could be.': 'Es gibt keinen Bildschirm, auf dem Fenster sein könnten.',
  '{name} has no window open.': '{name} hat kein Fenster offen.',
  'This desktop (Wayland) lets no program take a picture of the screen unless it has one of its own for that: grim, Spectacle or GNOME Screenshot.':
    'Dieser Desktop (Wayland) lässt kein Programm ein Bild des Bildschirms machen, außer ein eigenes dafür: grim, Spectacle oder GNOME-Bildschirmfoto.',
};
