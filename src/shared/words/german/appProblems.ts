import type { appProblemsTexts } from '../catalogue/appProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about Parley itself, its processes and this computer. */
export const appProblems: TranslationsOf<typeof appProblemsTexts> = {
  'The address in {name} is not an address that begins with {safe}.':
    'Die Adresse in {name} ist keine, die mit {safe} beginnt.',
  'The address in {name} is not encrypted; {plain} is allowed on this computer only.':
    'Die Adresse in {name} ist nicht verschlüsselt; {plain} ist nur auf diesem Computer erlaubt.',
  'Correct it, or remove it, and start Parley again.':
    'Berichtigen oder entfernen Sie sie und starten Sie Parley neu.',
  'There are too many commands.': 'Es gibt zu viele Befehle.',
  'Change it and save again.': 'Ändern Sie es und speichern Sie wieder.',
  'A hosted session of {when} was left open when Parley stopped unexpectedly. It was open for at least {seen} and is counted with {amount}.':
    'Eine gehostete Sitzung vom {when} blieb offen, als Parley unerwartet endete. Sie war mindestens {seen} offen und wird mit {amount} gezählt.',
  '{number} hosted sessions were left open when Parley stopped unexpectedly, the first on {when}. They were open for at least {seen} and are counted with {amount}.':
    '{number} gehostete Sitzungen blieben offen, als Parley unerwartet endete, die erste am {when}. Sie waren mindestens {seen} offen und werden mit {amount} gezählt.',
  'Had the service not noticed, it would be {amount} at most: see your usage at AssemblyAI.':
    'Hat der Dienst es nicht bemerkt, sind es höchstens {amount}: Sehen Sie Ihren Verbrauch bei AssemblyAI nach.',
  'There is no schema yet.': 'Es gibt noch kein Schema.',
  'The schema is not valid JSON.': 'Das Schema ist kein gültiges JSON.',
  'The schema must be a JSON object with "type": "object".':
    'Das Schema muss ein JSON-Objekt mit "type": "object" sein.',
  'The schema cannot be used: {reason}.': 'Das Schema lässt sich nicht benutzen: {reason}.',
  'Correct the schema and try again.': 'Berichtigen Sie das Schema und versuchen Sie es noch einmal.',
  'Try a smaller model, or again later.':
    'Versuchen Sie es mit einem kleineren Modell oder später noch einmal.',
  'The server does not have that model.': 'Der Server hat dieses Modell nicht.',
  'Check the name of the model.': 'Prüfen Sie den Namen des Modells.',
  'The server refused the request.': 'Der Server hat die Anfrage abgelehnt.',
  'Try another model.': 'Versuchen Sie ein anderes Modell.',
  'The language model server is busy.': 'Der Sprachmodell-Server ist beschäftigt.',
  'The language model server refused the request.': 'Der Sprachmodell-Server hat die Anfrage abgelehnt.',
  'The language model server reports an error.': 'Der Sprachmodell-Server meldet einen Fehler.',
  'The language model gave no answer that can be used.': 'Das Sprachmodell gab keine brauchbare Antwort.',
  'The language model server broke off its answer.': 'Der Sprachmodell-Server hat seine Antwort abgebrochen.',
  'What the language model gave does not fit the schema. {reasonWords}':
    'Was das Sprachmodell lieferte, passt nicht zum Schema. {reasonWords}',
  'There is no JSON object in it.': 'Es ist kein JSON-Objekt darin.',
  'It does not fit.': 'Es passt nicht.',
  'Try again, or another model.': 'Versuchen Sie es noch einmal oder mit einem anderen Modell.',
  'Nothing was said in this conversation.': 'In diesem Gespräch wurde nichts gesagt.',
  'Choose another one.': 'Wählen Sie etwas anderes.',
  'No model of a language model server is chosen.': 'Es ist kein Modell eines Sprachmodell-Servers gewählt.',
  'Choose "Language model server" under Thinking in Settings, and name its model there.':
    'Wählen Sie in den Einstellungen unter „Denken“ den Sprachmodell-Server und nennen Sie dort sein Modell.',
  'The LLM gateway needs an AssemblyAI key.': 'Das LLM-Gateway braucht einen AssemblyAI-Schlüssel.',
  'Add the key in Settings.': 'Fügen Sie den Schlüssel in den Einstellungen hinzu.',
  'The {calledWords} could not be read.': '„{calledWords}“ ließ sich nicht lesen.',
  'End it to check microphone and speakers.': 'Beenden Sie es, um Mikrofon und Lautsprecher zu prüfen.',
  'Nothing is recorded.': 'Es ist nichts aufgenommen.',
  'Check the microphone first.': 'Prüfen Sie zuerst das Mikrofon.',
  'The speech models are missing.': 'Die Sprachmodelle fehlen.',
  'Install Parley again, or go on without this check.':
    'Installieren Sie Parley neu oder machen Sie ohne diese Prüfung weiter.',
  'This page could not be opened.': 'Diese Seite ließ sich nicht öffnen.',
  'Open it yourself, in the system’s settings or your browser.':
    'Öffnen Sie sie selbst, in den Einstellungen des Systems oder Ihrem Browser.',
  'The system did not take the change ({why}).': 'Das System hat die Änderung nicht übernommen ({why}).',
  'Add Parley to the programs that start at login in the system’s own settings.':
    'Fügen Sie Parley in den Einstellungen des Systems den Programmen hinzu, die bei der Anmeldung starten.',
  'Start Parley again to see the window; this desktop shows no icon for it. “Quit Parley” in Settings, “Start and tray”, ends it.':
    'Starten Sie Parley noch einmal, um das Fenster zu sehen; dieser Desktop zeigt kein Symbol dafür. „Parley beenden“ in den Einstellungen unter „Start und Symbol“ beendet es.',
  'The local agent does not run on Macs with an Intel processor.':
    'Der lokale Agent läuft nicht auf Macs mit Intel-Prozessor.',
  'Choose the hosted engine in Settings.': 'Wählen Sie in den Einstellungen den gehosteten Dienst.',
  'The local agent stopped working and was started again.':
    'Der lokale Agent ist ausgefallen und wurde neu gestartet.',
  'If an answer is missing, ask again.': 'Fehlt eine Antwort, fragen Sie noch einmal.',
  'The local agent keeps failing.': 'Der lokale Agent scheitert immer wieder.',
  'Wait a minute and try again. If it fails again, quit Parley and start it anew.':
    'Warten Sie eine Minute und versuchen Sie es noch einmal. Scheitert es wieder, beenden Sie Parley und starten Sie es neu.',
  'The new version could not be fetched, or was not what it must be. Nothing was changed.':
    'Die neue Version ließ sich nicht holen oder war nicht, was sie sein muss. Nichts wurde geändert.',
  'Look again later.': 'Suchen Sie später wieder.',
  'Two tools have the same name, or a tool has none.':
    'Zwei Werkzeuge heißen gleich, oder eines hat keinen Namen.',
  'Rename one of them, or switch it off in the profile.':
    'Benennen Sie eines um oder schalten Sie es im Profil aus.',
  'The parameters of the tool “{name}” are not described as a JSON Schema object.':
    'Die Parameter des Werkzeugs „{name}“ sind nicht als JSON-Schema-Objekt beschrieben.',
  'Give its schema the type object with properties, or switch the tool off in the profile.':
    'Geben Sie seinem Schema den Typ object mit properties, oder schalten Sie das Werkzeug im Profil aus.',
  'The tool “{name}” cannot be offered: its {field} does not fit.':
    'Das Werkzeug „{name}“ kann nicht angeboten werden: {field} passt nicht.',
  'Correct it where the tool comes from, or switch it off in the profile.':
    'Berichtigen Sie es dort, wo das Werkzeug herkommt, oder schalten Sie es im Profil aus.',
  'The silences that end a turn are out of order or out of range.':
    'Die Pausen, die einen Beitrag beenden, sind vertauscht oder außerhalb des Erlaubten.',
  'The shorter one must be at least 50 and the longer one at most 10,000 milliseconds. Choose another way of taking turns.':
    'Die kürzere muss mindestens 50, die längere darf höchstens 10 000 Millisekunden dauern. Wählen Sie eine andere Art des Wechsels.',
  'The setting “{field}” cannot be sent to the service as it is.':
    'Die Einstellung „{field}“ kann so nicht an den Dienst gesendet werden.',
  'Set it back to its default in Settings.': 'Setzen Sie sie in den Einstellungen auf die Vorgabe zurück.',
  'The folder of the notes could not be used.': 'Der Ordner der Notizen ließ sich nicht benutzen.',
  'The note would become too long.': 'Die Notiz würde zu lang.',
  'Begin a new note.': 'Beginnen Sie eine neue Notiz.',
  'Choose a file that Parley has exported.': 'Wählen Sie eine Datei, die Parley exportiert hat.',
  'No file is open any more.': 'Es ist keine Datei mehr offen.',
  'Choose the file again.': 'Wählen Sie die Datei noch einmal.',
  'This file holds no settings of Parley.': 'Diese Datei enthält keine Einstellungen von Parley.',
  'There can be {number} MCP servers.': 'Es kann {number} MCP-Server geben.',
  'Remove one that you do not need.': 'Entfernen Sie einen, den Sie nicht brauchen.',
  'The server does not have this tool any more.': 'Der Server hat dieses Werkzeug nicht mehr.',
  'Choose another tool.': 'Wählen Sie ein anderes Werkzeug.',
  'This server is not there any more.': 'Diesen Server gibt es nicht mehr.',
  'Add it again.': 'Fügen Sie ihn wieder hinzu.',
  'The file cannot be read.': 'Die Datei lässt sich nicht lesen.',
  'Choose another program, or paste its configuration.':
    'Wählen Sie ein anderes Programm oder fügen Sie dessen Konfiguration ein.',
  'Correct it and save again.': 'Berichtigen Sie es und speichern Sie wieder.',
  'Give the server a name of at most 60 characters.':
    'Geben Sie dem Server einen Namen mit höchstens 60 Zeichen.',
  'Another server has this name already.': 'Ein anderer Server heißt schon so.',
  'The variable {name} is Parley’s own and goes to no server.':
    'Die Variable {name} gehört Parley und geht an keinen Server.',
  'Something in it is too long or cannot be used.': 'Etwas darin ist zu lang oder nicht benutzbar.',
  'The value of “{name}” is missing.': 'Der Wert von „{name}“ fehlt.',
  'Press Edit and enter it.': 'Drücken Sie „Bearbeiten“ und geben Sie ihn ein.',
  'The server could not be started.': 'Der Server konnte nicht gestartet werden.',
  'The part of Parley that talks to MCP servers has ended.':
    'Der Teil von Parley, der mit MCP-Servern spricht, ist beendet.',
  'It starts again by itself.': 'Er startet von selbst wieder.',
  'This is not JSON that can be read.': 'Das ist kein lesbares JSON.',
  'Copy the whole block again, from its first brace to its last.':
    'Kopieren Sie den ganzen Block noch einmal, von der ersten Klammer bis zur letzten.',
  'There is no MCP server in it.': 'Darin ist kein MCP-Server.',
  'Paste the part with “mcpServers” or “servers”, or a server with its command or address.':
    'Fügen Sie den Teil mit „mcpServers“ oder „servers“ ein, oder einen Server mit seinem Befehl oder seiner Adresse.',
  'The keychain does not give the keys of the MCP servers.':
    'Der Schlüsselbund gibt die Schlüssel der MCP-Server nicht heraus.',
  'Unlock it and try again.': 'Entsperren Sie ihn und versuchen Sie es noch einmal.',
};
