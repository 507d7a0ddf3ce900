import type { privacyTexts } from '../catalogue/privacy';
import type { TranslationsOf } from '../templates';

/** Texts of what is kept and how it is deleted. */
export const privacy: TranslationsOf<typeof privacyTexts> = {
  Privacy: 'Datenschutz',
  'Everything that Parley keeps is on this computer, in files that only you can read.':
    'Alles, was Parley aufbewahrt, liegt auf diesem Computer, in Dateien, die nur Sie lesen können.',
  'What is kept': 'Was aufbewahrt wird',
  'Nothing yet. {what}': 'Noch nichts. {what}',
  '{size}. {what}': '{size}. {what}',
  '{number} bytes': '{number} Byte',
  '{number} KB': '{number} KB',
  '{number} MB': '{number} MB',
  'Show in folder': 'Im Ordner zeigen',
  'Show in folder: {name}': 'Im Ordner zeigen: {name}',
  'What was said, with times and costs. No sound.': 'Was gesagt wurde, mit Zeiten und Kosten. Kein Ton.',
  'Every use of a tool, with its arguments.': 'Jeder Gebrauch eines Werkzeugs, mit seinen Argumenten.',
  'Copies for undoing': 'Kopien zum Rückgängigmachen',
  'Files as they were before Parley changed or removed them.':
    'Dateien, wie sie waren, bevor Parley sie änderte oder entfernte.',
  'Notes, to-do list, reminders': 'Notizen, Aufgaben, Erinnerungen',
  'What you asked Parley to keep.': 'Was Parley sich für Sie merken sollte.',
  'Your name for Parley': 'Ihr Name für Parley',
  'Figures made from your three recordings. No sound.': 'Zahlen aus Ihren drei Aufnahmen. Kein Ton.',
  'With profiles, rules, permissions, folders, commands, and MCP servers with their keys.':
    'Mit Profilen, Regeln, Erlaubnissen, Ordnern, Befehlen und MCP-Servern samt Schlüsseln.',
  Keys: 'Schlüssel',
  'Sealed by the system’s keychain.': 'Versiegelt vom Schlüsselbund des Systems.',
  Costs: 'Kosten',
  'When hosted sessions began and ended. It stays, so that the caps hold.':
    'Wann gehostete Sitzungen begannen und endeten. Das bleibt, damit die Obergrenzen halten.',
  Log: 'Protokoll',
  'What went wrong, without words, keys or names. At most 4 MB; it stays.':
    'Was schiefging, ohne Wörter, Schlüssel oder Namen. Höchstens 4 MB; es bleibt.',
  Conversations: 'Gespräche',
  'What each engine is sent': 'Was an wen gesendet wird',
  'Local agent: nothing leaves this computer, unless you chose a language model server elsewhere; that one is sent what was said and what tools answered.':
    'Lokaler Agent: Nichts verlässt diesen Computer, es sei denn, Sie haben anderswo einen Sprachmodell-Server gewählt; dieser erhält, was gesagt wurde und was Werkzeuge geantwortet haben.',
  'AssemblyAI, while a conversation is open: the sound of your microphone unless it is muted, what you type, the prompt, the names of the tools and what they answer, words to recognise, and names from folders that you allowed. AssemblyAI keeps sessions until they are deleted.':
    'AssemblyAI, solange ein Gespräch offen ist: den Ton Ihres Mikrofons, wenn es nicht stumm ist, was Sie tippen, den Prompt, die Namen der Werkzeuge und was sie antworten, zu erkennende Wörter und Namen aus Ordnern, die Sie erlaubt haben. AssemblyAI bewahrt Sitzungen auf, bis sie gelöscht werden.',
  'Summaries, when you ask for one: whoever you chose for them is sent the text of that conversation.':
    'Zusammenfassungen, wenn Sie eine verlangen: Wen Sie dafür gewählt haben, der erhält den Text dieses Gesprächs.',
  'MCP servers and HTTP tools: the arguments of a call, and nothing else.':
    'MCP-Server und HTTP-Werkzeuge: die Argumente eines Aufrufs und sonst nichts.',
  'Delete everything here': 'Alles hier löschen',
  'Delete: {name}': 'Löschen: {name}',
  'Delete their sessions at AssemblyAI, too': 'Auch ihre Sitzungen bei AssemblyAI löschen',
  'It needs your key and the network. Agents stored in your account stay; they are deleted in Agents.':
    'Das braucht Ihren Schlüssel und das Netz. In Ihrem Konto gespeicherte Agenten bleiben; sie werden unter Agenten gelöscht.',
  Deleting: 'Wird gelöscht',
  'What was deleted': 'Was gelöscht wurde',
  'Delete this for good?': 'Endgültig löschen?',
  'Delete for good': 'Endgültig löschen',
  'This goes from this computer for good: {names}.':
    'Dies wird endgültig von diesem Computer gelöscht: {names}.',
  'Sessions of kept conversations are deleted at AssemblyAI, too.':
    'Sitzungen aufbewahrter Gespräche werden auch bei AssemblyAI gelöscht.',
  'The service keeps what it has of them.': 'Der Dienst behält, was er davon hat.',
  'Agents stored in your account, costs and the log stay.':
    'In Ihrem Konto gespeicherte Agenten, Kosten und Protokoll bleiben.',
};
