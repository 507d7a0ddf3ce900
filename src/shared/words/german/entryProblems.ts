import type { entryProblemsTexts } from '../catalogue/entryProblems';
import type { TranslationsOf } from '../templates';

/** Sentences about what was entered: in agents, profiles, commands, addresses and files of settings. */
export const entryProblems: TranslationsOf<typeof entryProblemsTexts> = {
  'Shorten this instruction to 500 characters.': 'Kürzen Sie diese Anweisung auf 500 Zeichen.',
  'Keep at most {number} headers.': 'Behalten Sie höchstens {number} Kopfzeilen.',
  'Give the tool a name, such as order_status.': 'Geben Sie dem Werkzeug einen Namen, etwa order_status.',
  'Use letters, digits, _ and - only in the tool’s name, at most 64 of them.':
    'Benutzen Sie im Namen des Werkzeugs nur Buchstaben, Ziffern, _ und -, höchstens 64.',
  'Name this tool otherwise: another one is called {name} too.':
    'Nennen Sie dieses Werkzeug anders: Ein anderes heißt auch {name}.',
  'Describe in one sentence what the tool does and when to use it.':
    'Beschreiben Sie in einem Satz, was das Werkzeug tut und wann es zu benutzen ist.',
  'Correct the arguments: this is not valid JSON.':
    'Berichtigen Sie die Argumente: Das ist kein gültiges JSON.',
  'Make the arguments a JSON Schema object: it begins with { and ends with }.':
    'Machen Sie aus den Argumenten ein JSON-Schema-Objekt: Es beginnt mit { und endet mit }.',
  'Give the arguments "type": "object".': 'Geben Sie den Argumenten "type": "object".',
  'Give the arguments "properties" that is an object.':
    'Geben Sie den Argumenten "properties", das ein Objekt ist.',
  'Make the property “{name}” an object, such as {"type": "string"}.':
    'Machen Sie aus der Eigenschaft „{name}“ ein Objekt, etwa {"type": "string"}.',
  'Name in "required" only arguments that stand in "properties".':
    'Nennen Sie in "required" nur Argumente, die in "properties" stehen.',
  'Set the time-out from {min} to {max} seconds, or leave it empty.':
    'Setzen Sie die Zeitgrenze auf {min} bis {max} Sekunden oder lassen Sie sie leer.',
  'Name the header, such as Authorization, or remove it.':
    'Nennen Sie die Kopfzeile, etwa Authorization, oder entfernen Sie sie.',
  'Use letters, digits and - only in the header’s name “{name}”.':
    'Benutzen Sie im Namen der Kopfzeile „{name}“ nur Buchstaben, Ziffern und -.',
  'Remove the header {name}: the service sets it itself.':
    'Entfernen Sie die Kopfzeile {name}: Der Dienst setzt sie selbst.',
  'Keep one header {name}: there are two.': 'Behalten Sie eine Kopfzeile {name}: Es sind zwei.',
  'Write the value of {name} in one line of plain characters, at most 8,192.':
    'Schreiben Sie den Wert von {name} in eine Zeile aus einfachen Zeichen, höchstens 8192.',
  'Type a value for the header {name}.': 'Geben Sie einen Wert für die Kopfzeile {name} ein.',
  'Type the value of {name} again: it is lost with the tool’s old name.':
    'Geben Sie den Wert von {name} noch einmal ein: Er geht mit dem alten Namen des Werkzeugs verloren.',
  'Give the agent a name.': 'Geben Sie dem Agenten einen Namen.',
  'Shorten the name to {number} characters.': 'Kürzen Sie den Namen auf {number} Zeichen.',
  'Write instructions: who the agent is and what it does.':
    'Schreiben Sie Anweisungen: wer der Agent ist und was er tut.',
  'Shorten the instructions to {number} characters.': 'Kürzen Sie die Anweisungen auf {number} Zeichen.',
  'Shorten the greeting to 500 characters.': 'Kürzen Sie die Begrüßung auf 500 Zeichen.',
  'Choose a voice.': 'Wählen Sie eine Stimme.',
  'Write the name of the voice in lower case.': 'Schreiben Sie den Namen der Stimme klein.',
  'Write the name of the voice in one word.': 'Schreiben Sie den Namen der Stimme in einem Wort.',
  'Set the volume from 0 to 100, or leave it empty.':
    'Setzen Sie die Lautstärke auf 0 bis 100 oder lassen Sie sie leer.',
  'Set this pause from 50 to 10,000 ms, or leave it empty.':
    'Setzen Sie diese Pause auf 50 bis 10 000 ms oder lassen Sie sie leer.',
  'Keep at most {most} key terms: these are {number}.':
    'Behalten Sie höchstens {most} Begriffe: Das sind {number}.',
  'Shorten “{term}…” to {number} characters: longer key terms are ignored.':
    'Kürzen Sie „{term}…“ auf {number} Zeichen: Längere Begriffe werden nicht beachtet.',
  'Shorten this context to 1,750 characters.': 'Kürzen Sie diesen Zusammenhang auf 1750 Zeichen.',
  'Take out the language “{name}”: the agent would hear nothing.':
    'Nehmen Sie die Sprache „{name}“ heraus: Der Agent würde nichts hören.',
  'Set it from 0 to 1, or leave it empty.': 'Setzen Sie es auf 0 bis 1 oder lassen Sie es leer.',
  'Set it below 1: at 1 no speech is ever heard.': 'Setzen Sie es unter 1: Bei 1 wird nie Sprache gehört.',
  'Make the longest pause longer than the shortest.': 'Machen Sie die längste Pause länger als die kürzeste.',
  'Set it from 0 to 1,000 ms, or leave it empty.': 'Setzen Sie es auf 0 bis 1000 ms oder lassen Sie es leer.',
  'Name the model, as its server calls it.': 'Nennen Sie das Modell, wie sein Server es nennt.',
  'Paste the key in one piece, without blanks.':
    'Fügen Sie den Schlüssel in einem Stück ein, ohne Leerzeichen.',
  'Type the key again: the service does not keep it when the address or the model changes.':
    'Geben Sie den Schlüssel noch einmal ein: Der Dienst behält ihn nicht, wenn sich Adresse oder Modell ändern.',
  'Type the key of the model’s server.': 'Geben Sie den Schlüssel des Modell-Servers ein.',
  'Type an address that begins with https://.': 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
  'Shorten the address to 2,048 characters.': 'Kürzen Sie die Adresse auf 2048 Zeichen.',
  'Take the name and password out of the address; use a header.':
    'Nehmen Sie Namen und Passwort aus der Adresse; benutzen Sie eine Kopfzeile.',
  'Check the address: it cannot be read.': 'Prüfen Sie die Adresse: Sie ist nicht lesbar.',
  'Use an address on the public internet: private ones cannot be reached by the service.':
    'Benutzen Sie eine Adresse im öffentlichen Internet: Private erreicht der Dienst nicht.',
  'Give the whole path of the program, or choose it.':
    'Geben Sie den ganzen Pfad des Programms an oder wählen Sie es.',
  'A batch file reads its arguments as commands, so nothing may be put in there. Name the script itself as the program, or as the first argument.':
    'Eine Batch-Datei liest ihre Argumente als Befehle, daher darf dort nichts eingesetzt werden. Nennen Sie das Skript selbst als Programm oder als erstes Argument.',
  '{name} runs other programs or text that it is given, so nothing may be put in there. Name the script itself as the program, or as the first argument.':
    '{name} führt andere Programme oder übergebenen Text aus, daher darf dort nichts eingesetzt werden. Nennen Sie das Skript selbst als Programm oder als erstes Argument.',
  '{name} would run what is put in, so nothing may be put in there. Name the script itself as the program, or as the first argument.':
    '{name} würde ausführen, was eingesetzt wird, daher darf dort nichts eingesetzt werden. Nennen Sie das Skript selbst als Programm oder als erstes Argument.',
  'There are two parameters called {name}.': 'Es gibt zwei Parameter namens {name}.',
  'Write what can be chosen for {name}.': 'Schreiben Sie, was für {name} gewählt werden kann.',
  'There is no parameter called {name}; add it below.':
    'Es gibt keinen Parameter namens {name}; fügen Sie ihn unten hinzu.',
  'The parameter {name} is not used; write it in braces where it belongs.':
    'Der Parameter {name} wird nicht benutzt; schreiben Sie ihn in geschweiften Klammern, wo er hingehört.',
  'An argument holds a character that no program can be given.':
    'Ein Argument enthält ein Zeichen, das keinem Programm gegeben werden kann.',
  'A profile in it uses the hosted service, which costs money and is sent what you say.':
    'Ein Profil darin benutzt den gehosteten Dienst; der kostet Geld und bekommt, was Sie sagen.',
  'It decides what tools may do without asking.': 'Es bestimmt, was Werkzeuge ohne Nachfrage tun dürfen.',
  'These are programs. You are asked about each.': 'Das sind Programme. Sie werden zu jedem gefragt.',
  'These are programs and addresses of others. They come switched off and without their keys.':
    'Das sind Programme und Adressen von anderen. Sie kommen ausgeschaltet und ohne ihre Schlüssel.',
  'Your key and what you say would go there.': 'Ihr Schlüssel und was Sie sagen gingen dorthin.',
  'A profile in it may use more tools than before.':
    'Ein Profil darin darf mehr Werkzeuge benutzen als bisher.',
  'It decides whether conversations are kept.': 'Es bestimmt, ob Gespräche aufbewahrt werden.',
  'It decides which new versions are looked for.': 'Es bestimmt, nach welchen neuen Versionen gesucht wird.',
  'It decides who is sent what was said.': 'Es bestimmt, wer bekommt, was gesagt wurde.',
  'It decides how much the hosted service may cost.':
    'Es bestimmt, wie viel der gehostete Dienst kosten darf.',
  'Conversations that are older are deleted.': 'Ältere Gespräche werden gelöscht.',
  'Type an address such as https://example.com/mcp, without a name and password in it.':
    'Geben Sie eine Adresse wie https://example.com/mcp ein, ohne Namen und Passwort darin.',
  'Plain http is allowed on this computer only. Use https for servers elsewhere.':
    'Einfaches http ist nur auf diesem Computer erlaubt. Benutzen Sie für andere Server https.',
  'The prompt is {number} characters long; at most {most} fit.':
    'Der Prompt ist {number} Zeichen lang; höchstens {most} passen.',
  'Shorten it: say the most important rule first, and leave out what the tools tell by themselves.':
    'Kürzen Sie ihn: die wichtigste Regel zuerst, und ohne das, was die Werkzeuge selbst sagen.',
  'The key term “{term}…” has more than {number} characters; the service would ignore it.':
    'Der Begriff „{term}…“ hat mehr als {number} Zeichen; der Dienst würde ihn nicht beachten.',
  'Shorten it to the words that are said.': 'Kürzen Sie ihn auf die Wörter, die gesagt werden.',
  'There are {number} key terms; the service takes {most}.':
    'Es sind {number} Begriffe; der Dienst nimmt {most}.',
  'Keep the {number} that are most often misheard.':
    'Behalten Sie die {number}, die am häufigsten falsch gehört werden.',
  'A key term is empty or stands there twice.': 'Ein Begriff ist leer oder steht zweimal da.',
  'Write each term once, each on a line of its own.':
    'Schreiben Sie jeden Begriff einmal, jeden in eine eigene Zeile.',
  'The service does not recognise the language “{name}” and would hear nothing at all.':
    'Der Dienst erkennt die Sprache „{name}“ nicht und würde gar nichts hören.',
  'Choose among the languages listed in Settings, or none for automatic.':
    'Wählen Sie unter den Sprachen in den Einstellungen, oder keine für automatisch.',
  'The name is empty or longer than 60 characters.': 'Der Name ist leer oder länger als 60 Zeichen.',
  'Give the profile a short name.': 'Geben Sie dem Profil einen kurzen Namen.',
  'The greeting is longer than 500 characters.': 'Die Begrüßung ist länger als 500 Zeichen.',
  'Keep it to a sentence: it is spoken at the start of every conversation.':
    'Beschränken Sie sie auf einen Satz: Sie wird am Anfang jedes Gesprächs gesprochen.',
  'This is no name of a voice.': 'Das ist kein Name einer Stimme.',
  'Type it in lower case as the service lists it, such as anna.':
    'Geben Sie ihn klein ein, wie der Dienst ihn führt, etwa anna.',
  'This is no id of a stored agent.': 'Das ist keine ID eines gespeicherten Agenten.',
  'Choose the agent from the list, or paste its id, which begins with agent_.':
    'Wählen Sie den Agenten aus der Liste oder fügen Sie seine ID ein, die mit agent_ beginnt.',
  'The {whatWords} cannot be used as it is.': '„{whatWords}“ lässt sich so nicht benutzen.',
  name: 'Name',
  'choice of who answers': 'Wahl, wer antwortet',
  'stored agent': 'Gespeicherter Agent',
  prompt: 'Prompt',
  greeting: 'Begrüßung',
  'hosted voice': 'Gehostete Stimme',
  voice: 'Stimme',
  'way of taking turns': 'Sprecherwechsel',
  'choice of tools': 'Wahl der Werkzeuge',
  'list of key terms': 'Liste der Begriffe',
  'list of languages': 'Liste der Sprachen',
  'Code cannot be spoken, and a model that reads code answers with code.':
    'Code lässt sich nicht sprechen, und ein Modell, das Code liest, antwortet mit Code.',
  'Say in words what is meant.': 'Sagen Sie in Worten, was gemeint ist.',
  'A link cannot be spoken.': 'Ein Link lässt sich nicht sprechen.',
  'Write the name of the place instead.': 'Schreiben Sie stattdessen den Namen des Orts.',
  'An address would be read out letter by letter.': 'Eine Adresse würde Buchstabe für Buchstabe vorgelesen.',
  'Write the name of the place or person, or spell the address in words.':
    'Schreiben Sie den Namen des Orts oder der Person, oder die Adresse in Worten.',
  'A heading or ruled line is for the eye.': 'Eine Überschrift oder Linie ist fürs Auge.',
  'Write plain sentences, the most important first.': 'Schreiben Sie einfache Sätze, den wichtigsten zuerst.',
  'A list teaches the agent to answer in lists, which cannot be heard.':
    'Eine Liste lehrt den Agenten, in Listen zu antworten; die kann man nicht hören.',
  'Write sentences; join the points with “and” or “then”.':
    'Schreiben Sie Sätze; verbinden Sie die Punkte mit „und“ oder „dann“.',
  'A table cannot be spoken.': 'Eine Tabelle lässt sich nicht sprechen.',
  'Say each row as a sentence.': 'Sagen Sie jede Zeile als Satz.',
  'Marks for bold or slanted letters cannot be heard, and the agent may say them.':
    'Zeichen für fette oder schräge Schrift hört man nicht, und der Agent spricht sie vielleicht.',
  'Leave out the marks; put what matters first.':
    'Lassen Sie die Zeichen weg; stellen Sie das Wichtige voran.',
  'An emoji is left out or read by its name.': 'Ein Emoji wird ausgelassen oder mit seinem Namen gelesen.',
  'Say the feeling in words, or leave it out.': 'Sagen Sie das Gefühl in Worten oder lassen Sie es weg.',
  'Words in capitals are spelt out or shouted.': 'Wörter in Großbuchstaben werden buchstabiert oder gerufen.',
  'Write them small. Say once more what matters instead of shouting it.':
    'Schreiben Sie sie klein. Sagen Sie das Wichtige lieber noch einmal, als es zu rufen.',
  'Exclamation marks make the agent sound excited.': 'Ausrufezeichen lassen den Agenten aufgeregt klingen.',
  'End the sentence with a full stop.': 'Beenden Sie den Satz mit einem Punkt.',
  'Type an address such as http://127.0.0.1:11434 or https://example.com/v1.':
    'Geben Sie eine Adresse wie http://127.0.0.1:11434 oder https://example.com/v1 ein.',
  'Type the name of a host, such as agents.example.com.':
    'Geben Sie den Namen eines Hosts ein, etwa agents.example.com.',
  'Leave out the user name and password: the key has its own field.':
    'Lassen Sie Benutzernamen und Passwort weg: Der Schlüssel hat ein eigenes Feld.',
  'Type only the name of a host, such as agents.example.com or https://agents.example.com.':
    'Geben Sie nur den Namen eines Hosts ein, etwa agents.example.com oder https://agents.example.com.',
  'Unencrypted addresses are allowed on this computer only. Use https or wss.':
    'Unverschlüsselte Adressen sind nur auf diesem Computer erlaubt. Benutzen Sie https oder wss.',
  'It uses the older SSE transport, which is not supported.':
    'Er benutzt den älteren SSE-Transport, der nicht unterstützt wird.',
  'One of its headers has a name that cannot be used.':
    'Eine seiner Kopfzeilen hat einen unbrauchbaren Namen.',
  'It has neither a command nor an address.': 'Er hat weder Befehl noch Adresse.',
  'Its arguments are not all text.': 'Seine Argumente sind nicht alle Text.',
  'One of its variables has a name that cannot be used.':
    'Eine seiner Variablen hat einen unbrauchbaren Namen.',
  'Changes with the next conversation: {whatWords}.': 'Ändert sich mit dem nächsten Gespräch: {whatWords}.',
  'the agent': 'der Agent',
  'the greeting': 'die Begrüßung',
  'the voice': 'die Stimme',
  'the languages': 'die Sprachen',
  'the loudness': 'die Lautstärke',
  'the natural way of taking turns': 'der natürliche Sprecherwechsel',
  'list of reminders': 'Liste der Erinnerungen',
  'to-do list': 'To-do-Liste',
  'name that Parley listens for': 'Name, auf den Parley hört',
};
