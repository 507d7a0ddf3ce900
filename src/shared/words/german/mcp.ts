import type { mcpTexts } from '../catalogue/mcp';
import type { TranslationsOf } from '../templates';

/** Texts of the settings of MCP servers. */
export const mcp: TranslationsOf<typeof mcpTexts> = {
  Variables: 'Variablen',
  'Name of {noun} {number}': 'Name: {noun} {number}',
  'Value of {noun} {number}': 'Wert: {noun} {number}',
  variable: 'Variable',
  header: 'Kopfzeile',
  'Kept; type to replace': 'Behalten; zum Ersetzen eingeben',
  Value: 'Wert',
  'Remove {noun} {name}': '{noun} {name} entfernen',
  'Import MCP servers': 'MCP-Server importieren',
  '{program} has these. Choose what Parley should have, too.':
    '{program} hat diese. Wählen Sie, was auch Parley haben soll.',
  '{program} has none.': '{program} hat keine.',
  'The file is read when you press its program. Nothing in it is changed.':
    'Die Datei wird gelesen, wenn Sie ihr Programm drücken. Nichts darin wird geändert.',
  'No file of a program that Parley knows is on this computer. Paste the configuration instead.':
    'Auf diesem Computer ist keine Datei eines Programms, das Parley kennt. Fügen Sie die Konfiguration stattdessen ein.',
  'Import {number}': '{number} importieren',
  'Paste configuration': 'Konfiguration einfügen',
  Configuration: 'Konfiguration',
  'The JSON that a server’s page shows for Claude Desktop, Cursor or VS Code. Keys in it go to the keychain. Nothing runs until you switch it on.':
    'Das JSON, das die Seite eines Servers für Claude Desktop, Cursor oder VS Code zeigt. Schlüssel darin kommen in den Schlüsselbund. Nichts läuft, bis Sie es einschalten.',
  'Add from it': 'Daraus hinzufügen',
  'MCP servers': 'MCP-Server',
  'Servers bring tools of other makers: programs that run on this computer, or addresses. What they say and what they do is theirs. Their tools ask before each use, by click, until you choose otherwise.':
    'Server bringen Werkzeuge anderer Hersteller: Programme, die auf diesem Computer laufen, oder Adressen. Was sie sagen und tun, ist ihre Sache. Ihre Werkzeuge fragen vor jeder Benutzung, per Klick, bis Sie es anders wählen.',
  'Add server': 'Server hinzufügen',
  Import: 'Importieren',
  'What was done with MCP servers': 'Was mit MCP-Servern getan wurde',
  'MCP server': 'MCP-Server',
  'You say it to mean this server’s tools.': 'Sie sagen ihn, um die Werkzeuge dieses Servers zu meinen.',
  'Kind of server': 'Art des Servers',
  'It runs with your rights, such as npx or /usr/bin/my-server.':
    'Es läuft mit Ihren Rechten, etwa npx oder /usr/bin/my-server.',
  'One a line. What looks like a key goes to the keychain.':
    'Eines je Zeile. Was wie ein Schlüssel aussieht, kommt in den Schlüsselbund.',
  'Working folder': 'Arbeitsordner',
  'Empty for your home folder.': 'Leer: Ihr persönlicher Ordner.',
  'Without a value it is taken from Parley’s own surroundings. Values are kept in the keychain.':
    'Ohne Wert wird sie aus Parleys eigener Umgebung genommen. Werte liegen im Schlüsselbund.',
  'Such as https://example.com/mcp. Plain http is for this computer only.':
    'Etwa https://example.com/mcp. Einfaches http gilt nur für diesen Computer.',
  'Such as Authorization. Values are kept in the keychain.':
    'Etwa Authorization. Werte liegen im Schlüsselbund.',
  'Save server': 'Server speichern',
  'MCP server {name}': 'MCP-Server {name}',
  'Edit {name}': '{name} bearbeiten',
  'State of {name}': 'Stand von {name}',
  'Remove {name} and its keys?': '{name} und seine Schlüssel entfernen?',
  'Sign in to {name}': 'Bei {name} anmelden',
  Start: 'Starten',
  Restart: 'Neu starten',
  'Sign out': 'Abmelden',
  'Tools of {name} ({count})': 'Werkzeuge von {name} ({count})',
  'Log of {name}': 'Protokoll von {name}',
  'Nothing yet.': 'Noch nichts.',
  'It has changed since you chose.': 'Es hat sich seit Ihrer Wahl geändert.',
  'Waiting for you to sign in, in your browser': 'Wartet auf Ihre Anmeldung im Browser',
  'Switched off': 'Ausgeschaltet',
  'Starts with the next conversation': 'Startet mit dem nächsten Gespräch',
  'Starting…': 'Startet …',
  'Ready, {count} tools': { one: 'Bereit, {count} Werkzeug', other: 'Bereit, {count} Werkzeuge' },
  'Needs you to sign in': 'Sie müssen sich anmelden',
  'Not running': 'Läuft nicht',
  'Asks; click only': 'Fragt; nur Klick',
  'Asks; voice or click': 'Fragt; Sprechen oder Klick',
  'Runs without asking': 'Läuft ohne Rückfrage',
  Off: 'Aus',
  'The server claims: {claims}.': 'Der Server behauptet: {claims}.',
  '{count} tools have changed since you chose for them, so Parley asks again. Look at what is new before you choose.':
    {
      one: 'Ein Werkzeug hat sich seit Ihrer Wahl geändert; Parley fragt wieder. Sehen Sie nach, was neu ist, bevor Sie wählen.',
      other:
        '{count} Werkzeuge haben sich seit Ihrer Wahl geändert; Parley fragt wieder. Sehen Sie nach, was neu ist, bevor Sie wählen.',
    },
  'of {name}': 'von {name}',
};
