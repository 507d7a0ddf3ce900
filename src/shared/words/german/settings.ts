import type { settingsTexts } from '../catalogue/settings';
import type { TranslationsOf } from '../templates';

/** Texts of the settings. */
export const settings: TranslationsOf<typeof settingsTexts> = {
  Appearance: 'Aussehen',
  'Text size': 'Schriftgröße',
  System: 'System',
  Light: 'Hell',
  Dark: 'Dunkel',
  Language: 'Sprache',
  'Language of the window': 'Sprache des Fensters',
  'As the system': 'Wie das System',
  'The local agent hears and speaks English only, whatever is chosen here.':
    'Der lokale Agent hört und spricht nur Englisch, was auch immer hier gewählt ist.',
  Command: 'Befehl',
  'What you call it, such as “photo backup”.': 'Wie Sie ihn nennen, etwa „Foto-Sicherung“.',
  'Used when the user': 'Benutzt, wenn der Mensch',
  'Such as “asks to back up the photos”.': 'Etwa „asks to back up the photos“.',
  Program: 'Programm',
  'Its whole path.': 'Sein ganzer Pfad.',
  'Choose…': 'Wählen …',
  'One a line, no quotes. {example} is replaced by the parameter of that name.':
    'Eines je Zeile, ohne Anführungszeichen. {example} wird durch den Parameter dieses Namens ersetzt.',
  'Parameter {number}': 'Parameter {number}',
  Kind: 'Art',
  'What is to be given': 'Was anzugeben ist',
  Choices: 'Auswahl',
  'Apart by commas.': 'Durch Kommas getrennt.',
  'Remove parameter {number}': 'Parameter {number} entfernen',
  'Add parameter': 'Parameter hinzufügen',
  'Runs in': 'Läuft in',
  'Your home folder': 'Ihrem persönlichen Ordner',
  'Ended after (seconds)': 'Beendet nach (Sekunden)',
  'Before it runs': 'Bevor er läuft',
  'Tell what it prints': 'Sagen, was er ausgibt',
  'Save command…': 'Befehl speichern …',
  Commands: 'Befehle',
  'Programs that Parley may run for you. The arguments are handed over as they stand here; no shell reads them.':
    'Programme, die Parley für Sie ausführen darf. Die Argumente werden übergeben, wie sie hier stehen; keine Shell liest sie.',
  'Ask, by click or key only': 'Fragen, nur Klick oder Taste',
  'For what cannot be taken back, or leaves this computer.':
    'Für das, was nicht zurückgenommen werden kann oder diesen Computer verlässt.',
  'Ask, also by voice': 'Fragen, auch durch Sprechen',
  'For what does no harm, or can easily be undone.':
    'Für das, was nicht schadet oder leicht rückgängig zu machen ist.',
  'Run without asking': 'Ohne Fragen ausführen',
  'Only for what changes nothing and sends nothing out.':
    'Nur für das, was nichts ändert und nichts hinaussendet.',
  Text: 'Text',
  Number: 'Zahl',
  'One of a list': 'Eines aus einer Liste',
  'File in a granted folder': 'Datei in einem erlaubten Ordner',
  'Cost and limits': 'Kosten und Grenzen',
  'The hosted service is paid by the second, for as long as a conversation is connected. The local agent costs nothing.':
    'Der gehostete Dienst wird je Sekunde bezahlt, solange ein Gespräch verbunden ist. Der lokale Agent kostet nichts.',
  'Price per hour (US$)': 'Preis je Stunde (US$)',
  'The published price is 4.50. Change it if yours is another.':
    'Der veröffentlichte Preis ist 4,50. Ändern Sie ihn, wenn Ihrer ein anderer ist.',
  'Close when idle (seconds)': 'Bei Stille schließen (Sekunden)',
  'After so long without speech or work. It is announced first, and any key calls it off.':
    'Nach so langer Zeit ohne Sprechen oder Arbeit. Es wird vorher angekündigt, und jede Taste hält es auf.',
  Never: 'Nie',
  'close when idle': 'bei Stille schließen',
  'No cap': 'Keine Grenze',
  'Most for one conversation (US$)': 'Höchstens für ein Gespräch (US$)',
  'one conversation': 'ein Gespräch',
  'Most for a day (US$)': 'Höchstens für einen Tag (US$)',
  'a day': 'einen Tag',
  'Most for a month (US$)': 'Höchstens für einen Monat (US$)',
  'a month': 'einen Monat',
  'This computer does not list its sound devices now.': 'Dieser Computer nennt seine Tongeräte gerade nicht.',
  'More devices show once Parley has used the microphone.':
    'Mehr Geräte erscheinen, sobald Parley das Mikrofon benutzt hat.',
  'System default': 'Vorgabe des Systems',
  'Chosen device': 'Gewähltes Gerät',
  '{name} (not connected)': '{name} (nicht angeschlossen)',
  'Who answers': 'Wer antwortet',
  'AssemblyAI key': 'AssemblyAI-Schlüssel',
  'Free, English only. Your voice and words stay on this computer.':
    'Kostenlos, nur Englisch. Ihre Stimme und Worte bleiben auf diesem Computer.',
  'English only. Your voice stays on this computer; your words go to the language model server chosen below.':
    'Nur Englisch. Ihre Stimme bleibt auf diesem Computer; Ihre Worte gehen an den unten gewählten Sprachmodell-Server.',
  'US$4.50 per hour, counted for every second a conversation is open. Your voice is sent to AssemblyAI. Needs a key from assemblyai.com.':
    '4,50 US$ je Stunde, gezählt für jede Sekunde, die ein Gespräch offen ist. Ihre Stimme wird an AssemblyAI gesendet. Braucht einen Schlüssel von assemblyai.com.',
  'Folders Parley may use': 'Ordner, die Parley benutzen darf',
  'Remove {name}': '{name} entfernen',
  'Send names from “{name}” to AssemblyAI so that they are recognised':
    'Namen aus „{name}“ an AssemblyAI senden, damit sie erkannt werden',
  'None yet. Parley sees no files until you add a folder.':
    'Noch keine. Parley sieht keine Dateien, bis Sie einen Ordner hinzufügen.',
  'Add folder…': 'Ordner hinzufügen …',
  'Names are those of the folder and of files in it, never what is inside them. They go along only while a hosted conversation is open.':
    'Namen sind die des Ordners und der Dateien darin, nie ihr Inhalt. Sie gehen nur mit, solange ein gehostetes Gespräch offen ist.',
  'Keep conversations': 'Gespräche aufbewahren',
  'They stay on this computer, in files that only you can read.':
    'Sie bleiben auf diesem Computer, in Dateien, die nur Sie lesen können.',
  'Keep them for': 'Aufbewahren für',
  'Older ones are deleted when Parley starts, and once a day.':
    'Ältere werden gelöscht, wenn Parley startet, und einmal am Tag.',
  'Delete all conversations…': 'Alle Gespräche löschen …',
  'Every kept conversation goes from this computer for good, but for an open one. The service keeps its own.':
    'Jedes aufbewahrte Gespräch verschwindet endgültig von diesem Computer, außer einem offenen. Der Dienst behält seine eigenen.',
  'Delete all': 'Alle löschen',
  'Keep them': 'Behalten',
  Deleted: 'Gelöscht',
  'A week': 'Eine Woche',
  'A year': 'Ein Jahr',
  '{count} days': { one: '{count} Tag', other: '{count} Tage' },
  'For ever': 'Für immer',
  '{count} deleted.': '{count} gelöscht.',
  'Hosted voice': 'Gehostete Stimme',
  'Used from the next conversation on.': 'Gilt ab dem nächsten Gespräch.',
  'Another voice…': 'Andere Stimme …',
  'Name of the voice': 'Name der Stimme',
  'Use voice': 'Stimme verwenden',
  'English (UK)': 'Englisch (Großbritannien)',
  'English (US)': 'Englisch (USA)',
  French: 'Französisch',
  German: 'Deutsch',
  Italian: 'Italienisch',
  Portuguese: 'Portugiesisch',
  Spanish: 'Spanisch',
  'Woman, American – the clearest': 'Frau, amerikanisch – am deutlichsten',
  'Man, American': 'Mann, amerikanisch',
  'Man, Scottish': 'Mann, schottisch',
  'Man, American – robotic': 'Mann, amerikanisch – wie ein Roboter',
  'The voice of your system': 'Die Stimme Ihres Systems',
  'Woman, neural – after npm run fetch-voice': 'Frau, neuronal – nach npm run fetch-voice',
  'Paste your key': 'Fügen Sie Ihren Schlüssel ein',
  'Paste a new key to replace it': 'Neuen Schlüssel einfügen, um ihn zu ersetzen',
  'Save {noun}': '{noun} speichern',
  'Result of the key check': 'Ergebnis der Schlüsselprüfung',
  'Checking the key…': 'Der Schlüssel wird geprüft …',
  'Checking the key is free: no conversation is opened.':
    'Die Prüfung ist kostenlos: Es wird kein Gespräch geöffnet.',
  'Check again': 'Noch einmal prüfen',
  'Check key': 'Schlüssel prüfen',
  'Forget {noun}': '{noun} vergessen',
  key: 'Schlüssel',
  'server key': 'Server-Schlüssel',
  'No key yet.': 'Noch kein Schlüssel.',
  'No key. Servers on your own computer rarely need one.':
    'Kein Schlüssel. Server auf Ihrem eigenen Computer brauchen selten einen.',
  'A key is kept in this computer’s keychain.': 'Ein Schlüssel liegt im Schlüsselbund dieses Computers.',
  'A key is kept until Parley closes. This computer has no safe keychain to keep it longer.':
    'Ein Schlüssel wird behalten, bis Parley schließt. Dieser Computer hat keinen sicheren Schlüsselbund dafür.',
  'The key comes from the variable {name}.': 'Der Schlüssel kommt aus der Variablen {name}.',
  'The keychain cannot be read now. Unlock it and try again.':
    'Der Schlüsselbund ist gerade nicht lesbar. Entsperren Sie ihn und versuchen Sie es noch einmal.',
  'It is sent to the address above.': 'Er wird an die Adresse oben gesendet.',
  'Make one in your dashboard at www.assemblyai.com. New accounts have US$50 of free credit.':
    'Erzeugen Sie einen in Ihrem Dashboard auf www.assemblyai.com. Neue Konten haben 50 US$ Guthaben.',
  'Then US${dollars} per hour of conversation.': 'Danach US${dollars} je Stunde Gespräch.',
  Permissions: 'Berechtigungen',
  'Parley asks before it changes anything outside itself. What others wrote, in a file or on a page, never changes what is chosen here; once Parley has read it, it asks about everything.':
    'Parley fragt, bevor es außerhalb seiner selbst etwas ändert. Was andere geschrieben haben, in einer Datei oder auf einer Seite, ändert nie, was hier gewählt ist; hat Parley es gelesen, fragt es bei allem.',
  'Chosen for single places': 'Für einzelne Orte gewählt',
  'Ask again': 'Wieder fragen',
  'Nothing was allowed or forbidden for a single folder or app.':
    'Für keinen einzelnen Ordner und keine App wurde etwas erlaubt oder verboten.',
  'Only looks. Runs without asking.': 'Sieht nur nach. Läuft ohne Rückfrage.',
  'Parley’s own things, which can be taken back. Runs without asking.':
    'Parleys eigene Dinge, die sich zurücknehmen lassen. Läuft ohne Rückfrage.',
  'Can be taken back. Asks first.': 'Kann zurückgenommen werden. Fragt zuerst.',
  'Cannot be taken back, or leaves this computer. Always asks, and only a click or key approves.':
    'Kann nicht zurückgenommen werden oder verlässt diesen Computer. Fragt immer, und nur Klick oder Taste genehmigt.',
  'Without asking': 'Ohne Rückfrage',
  Ask: 'Fragen',
  ask: 'fragen',
  never: 'nie',
  Region: 'Region',
  'Custom host': 'Eigener Host',
  'Your key is sent there.': 'Ihr Schlüssel wird dorthin gesendet.',
  Automatic: 'Automatisch',
  'United States': 'Vereinigte Staaten',
  'European Union': 'Europäische Union',
  'The nearest one, chosen by the service.': 'Die nächste, vom Dienst gewählt.',
  'Agents and recordings made here are unknown in other regions.':
    'Hier angelegte Agenten und Aufnahmen sind in anderen Regionen unbekannt.',
  'Your voice and data stay in the European Union. Agents made in other regions are unknown here.':
    'Ihre Stimme und Daten bleiben in der Europäischen Union. Agenten aus anderen Regionen sind hier unbekannt.',
  'A server that speaks as the service does.': 'Ein Server, der spricht wie der Dienst.',
  Rule: 'Regel',
  'When you say': 'Wenn Sie sagen',
  'Parley changes': 'ändert Parley',
  'The turn preset': 'Die Art des Sprecherwechsels',
  'The loudness of the hosted voice': 'Die Lautstärke der gehosteten Stimme',
  'What it was told': 'Was ihm gesagt wurde',
  To: 'Auf',
  Instruction: 'Anweisung',
  'Added to the prompt, such as “From now on answer in German.”':
    'Der Anweisung angefügt, etwa „Antworte ab jetzt auf Deutsch.“',
  'Save rule': 'Regel speichern',
  'Say the phrase alone, or press its button, and the open conversation changes without a break, until it ends.':
    'Sagen Sie nur die Worte oder drücken Sie ihre Taste, und das offene Gespräch ändert sich ohne Unterbrechung, bis es endet.',
  'Turn preset: {preset}': 'Sprecherwechsel: {preset}',
  'Loudness of the hosted voice: {volume} %': 'Lautstärke der gehosteten Stimme: {volume} %',
  'Instruction: {text}': 'Anweisung: {text}',
  'Go to section': 'Zum Abschnitt',
  Microphone: 'Mikrofon',
  Speakers: 'Lautsprecher',
  'Adjust microphone volume automatically': 'Mikrofon automatisch aussteuern',
  'Keeps your voice at an even loudness.': 'Hält Ihre Stimme gleichmäßig laut.',
  'Start and tray': 'Start und Symbol',
  'Start when I log in': 'Beim Anmelden starten',
  'In the background, without its window.': 'Im Hintergrund, ohne Fenster.',
  'Keep running when the window is closed': 'Weiterlaufen, wenn das Fenster geschlossen wird',
  'Otherwise closing the window quits Parley.': 'Sonst beendet das Schließen des Fensters Parley.',
  'Start without the window': 'Ohne Fenster starten',
  'Also when you start Parley yourself. Starting it once more shows the window.':
    'Auch wenn Sie Parley selbst starten. Noch einmal starten zeigt das Fenster.',
  'The icon in your panel shows what Parley is doing. Its menu starts and ends a conversation, mutes, and pauses listening for an hour.':
    'Das Symbol in der Leiste zeigt, was Parley tut. Sein Menü beginnt und beendet ein Gespräch, schaltet stumm und unterbricht das Zuhören für eine Stunde.',
  'Your desktop shows no tray icons. When the window is closed, start Parley again to see it.':
    'Ihr Desktop zeigt keine Symbole in der Leiste. Ist das Fenster geschlossen, starten Sie Parley noch einmal, um es zu sehen.',
  'Quit Parley': 'Parley beenden',
  'Server address': 'Adresse des Servers',
  'As the server calls it, such as qwen3:4b.': 'Wie der Server es nennt, etwa qwen3:4b.',
  'Seconds to wait': 'Wartezeit in Sekunden',
  'When the first words take longer, the built-in thinking answers.':
    'Brauchen die ersten Worte länger, antwortet das eingebaute Denken.',
  'Test server': 'Server prüfen',
  'Result of the test': 'Ergebnis der Prüfung',
  'Asking the server…': 'Der Server wird gefragt …',
  'Server key': 'Schlüssel des Servers',
  'Built in': 'Eingebaut',
  'Chooses among Parley’s tools by what they are for. Everything stays on this computer.':
    'Wählt unter Parleys Werkzeugen nach ihrem Zweck. Alles bleibt auf diesem Computer.',
  'Language model server': 'Sprachmodell-Server',
  'Ollama, llama.cpp, LM Studio, or any server with the OpenAI chat completions API. Your words go to it as text.':
    'Ollama, llama.cpp, LM Studio oder ein anderer Server mit der Chat-Completions-API von OpenAI. Ihre Worte gehen als Text dorthin.',
  'The conversation as text, the names of your folders, and what tools return go to that server on this computer. Your voice goes nowhere.':
    'Das Gespräch als Text, die Namen Ihrer Ordner und was Werkzeuge liefern gehen an diesen Server auf diesem Computer. Ihre Stimme geht nirgendwohin.',
  'The conversation as text, the names of your folders, and what tools return leave this computer and go to {host}. Your voice does not.':
    'Das Gespräch als Text, die Namen Ihrer Ordner und was Werkzeuge liefern verlassen diesen Computer und gehen an {host}. Ihre Stimme nicht.',
  'The server answers and has the model “{model}”.': 'Der Server antwortet und hat das Modell „{model}“.',
  'The server cannot be reached. Check the address and whether the server runs.':
    'Der Server ist nicht erreichbar. Prüfen Sie die Adresse und ob der Server läuft.',
  'The server did not answer in time. Try again, or allow more time.':
    'Der Server antwortete nicht rechtzeitig. Versuchen Sie es noch einmal, oder geben Sie mehr Zeit.',
  'The server refuses the key. Save the right one below.':
    'Der Server lehnt den Schlüssel ab. Speichern Sie unten den richtigen.',
  'The server answers. Now name a model.': 'Der Server antwortet. Nennen Sie jetzt ein Modell.',
  'The server answers, but has no model “{model}”.': 'Der Server antwortet, hat aber kein Modell „{model}“.',
  'It offers none.': 'Er bietet keines an.',
  'It has: {names}.': 'Er hat: {names}.',
  'It has: {names} and {count} more.': 'Er hat: {names} und {count} weitere.',
  'That model cannot use tools. Choose another.':
    'Dieses Modell kann keine Werkzeuge benutzen. Wählen Sie ein anderes.',
  'The server is busy or still loading. Try again in a moment.':
    'Der Server ist ausgelastet oder lädt noch. Versuchen Sie es gleich noch einmal.',
  'The server refused the request. Check the address and the model.':
    'Der Server hat die Anfrage abgelehnt. Prüfen Sie Adresse und Modell.',
  'The server reports an error of its own. Look at its log.':
    'Der Server meldet einen eigenen Fehler. Sehen Sie in sein Protokoll.',
  'Something answers there, but not as a language model server. Check the address.':
    'Dort antwortet etwas, aber nicht wie ein Sprachmodell-Server. Prüfen Sie die Adresse.',
  Updates: 'Neue Versionen',
  'Version {version}': 'Version {version}',
  'Parley asks where its releases are kept once a day, and sends nothing of yours. Nothing is fetched or installed before you say so.':
    'Parley fragt einmal am Tag dort nach, wo seine Versionen liegen, und sendet nichts von Ihnen. Nichts wird geholt oder installiert, bevor Sie es sagen.',
  'Look for new versions': 'Nach neuen Versionen sehen',
  'Do not look': 'Nicht nachsehen',
  'Finished versions': 'Fertige Versionen',
  'Previews too': 'Auch Vorabversionen',
  'This Parley was started from its source and does not update itself.':
    'Dieses Parley wurde aus seinem Quelltext gestartet und aktualisiert sich nicht selbst.',
  'This Parley was not signed by its makers, so it does not update itself.':
    'Dieses Parley wurde von seinen Machern nicht signiert und aktualisiert sich nicht selbst.',
  'New versions are not looked for.': 'Nach neuen Versionen wird nicht gesehen.',
  'Look for a new version': 'Nach einer neuen Version sehen',
  'Nothing newer as of {time}.': 'Nichts Neueres, Stand {time}.',
  'Looking for a new version …': 'Es wird nach einer neuen Version gesehen …',
  'Version {version} is there. Nothing was fetched yet.':
    'Version {version} ist da. Noch wurde nichts geholt.',
  'Get version {version}': 'Version {version} holen',
  'Getting version {version}: {percent} %': 'Version {version} wird geholt: {percent} %',
  'Version {version} is ready. It takes a restart, which ends an open conversation.':
    'Version {version} ist bereit. Sie braucht einen Neustart, der ein offenes Gespräch beendet.',
  'Restart now': 'Jetzt neu starten',
  'Speaking speed': 'Sprechtempo',
  '{number} times': '{number}-fach',
  'Thinking (section)': 'Denken',
  'Forget: {name}': 'Vergessen: {name}',
  'Import, export and reset': 'Importieren, exportieren, zurücksetzen',
  'A file holds your settings without keys, recordings of your name, folders or devices. From a file nothing is taken before you have seen what would change.':
    'Eine Datei enthält Ihre Einstellungen ohne Schlüssel, Aufnahmen Ihres Namens, Ordner oder Geräte. Aus einer Datei wird nichts übernommen, bevor Sie gesehen haben, was sich ändern würde.',
  'Export settings…': 'Einstellungen exportieren …',
  'Import settings…': 'Einstellungen importieren …',
  'What the file would change': 'Was die Datei ändern würde',
  'From “{from}” to “{to}”.': 'Von „{from}“ zu „{to}“.',
  'Take over {number}': '{number} übernehmen',
  'Set a section back': 'Einen Abschnitt zurücksetzen',
  'Section to set back': 'Zurückzusetzender Abschnitt',
  'Set back': 'Zurücksetzen',
  'Everything in it is as Parley came. Folders, commands, MCP servers and keys stay; they go one by one.':
    'Alles darin ist dann, wie Parley kam. Ordner, Befehle, MCP-Server und Schlüssel bleiben; sie gehen einzeln.',
  'Every section is as Parley came.': 'Jeder Abschnitt ist, wie Parley kam.',
  'What was done with the settings': 'Was mit den Einstellungen getan wurde',
  'Undo: set {section} back': 'Rückgängig: {section} wiederherstellen',
  'Search settings': 'Einstellungen durchsuchen',
  Search: 'Suche',
  'No setting found': 'Keine Einstellung gefunden',
  '{count} settings': { one: '{count} Einstellung', other: '{count} Einstellungen' },
  'Settings found': 'Gefundene Einstellungen',
  'No setting is called that. Some show with the hosted service only.':
    'Keine Einstellung heißt so. Manche erscheinen nur mit dem gehosteten Dienst.',
};
