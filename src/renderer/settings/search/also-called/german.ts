import type { AlsoCalled } from './also-called';

/** What people also call the settings, in German. */
export const german: AlsoCalled = {
  sections: {
    Profiles: 'Persona Assistent Charakter Konto Voreinstellung Prompt Begrüßung Anweisungen',
    'Who answers': 'Engine Anbieter Cloud online offline Dienst API Server AssemblyAI gehostet lokal Agent',
    'Thinking (section)': 'LLM Modell KI Ollama OpenAI GPT Sprachmodell Intelligenz',
    Voice: 'Stimme Sprache TTS Sprecher Klang Akzent Aussprache',
    'Turn-taking and hearing':
      'unterbrechen Unterbrechung dazwischenreden Pause Stille Geduld Erkennung Spracherkennung VAD',
    'Your own rules': 'Satz Phrase Auslöser Makro Regel',
    Shortcuts: 'Taste Tastatur Hotkey Sprechtaste Kürzel halten Kombination Push-to-talk',
    Sound: 'Audio Gerät Headset Klang',
    'Wake word': 'Name Aktivierungswort Hotword Freisprechen Rufname zuhören',
    'Folders Parley may use': 'Dateien Verzeichnis Freigabe Zugriff Erlaubnis Dokumente',
    Commands: 'Programm Skript ausführen Terminal Shell',
    Permissions: 'erlauben verbieten fragen genehmigen Genehmigung Sicherheit Werkzeuge Rechte Berechtigung',
    'MCP servers': 'Plugin Erweiterung Integration Anbindung Werkzeug',
    'Cost and limits': 'Geld Preis Budget Rechnung Ausgaben Obergrenze Dollar Verbrauch Limit',
    History: 'Protokoll Mitschrift Aufzeichnung Aufbewahrung Gespräche Privatsphäre',
    Privacy: 'Daten löschen entfernen DSGVO Speicher Privatsphäre',
    'Start and tray': 'Anmeldung Autostart Hintergrund Hochfahren Login Symbol Leiste',
    'Overlay and sounds': 'Fenster schwebend Signale Piepton Gong Musik Medien anhalten',
    Language: 'Übersetzung Deutsch Arabisch Englisch Sprache',
    Appearance: 'Thema Design dunkel hell Modus Farbe Aussehen Nacht',
    Updates: 'Version Aktualisierung Upgrade neu',
    'Import, export and reset':
      'Sicherung Wiederherstellung übertragen Vorgaben Standard zurücksetzen Backup',
    'Self-test': 'Diagnose Prüfung Problem Störung Fehler Bericht Hilfe Test',
  },
  settings: {
    'AssemblyAI key': 'API Token Passwort Geheimnis Zugang',
    Region: 'Land EU Europa USA Datenstandort',
    'Speaking speed': 'Tempo schnell langsam Rate',
    'Saying “stop” silences Parley': 'Stoppwort Ruhe still schweigen unterbrechen abbrechen genug',
    Microphone: 'Mikro Eingabe Aufnahme Headset',
    Speakers: 'Ausgabe Wiedergabe Kopfhörer Boxen',
    'Adjust microphone volume automatically': 'AGC Verstärkung Lautstärke Pegel',
    'Text size': 'Zoom groß größer vergrößern Buchstaben Skalierung',
    'Close when idle (seconds)': 'Zeitüberschreitung auflegen Untätigkeit automatisch beenden Leerlauf',
    'Keep conversations': 'speichern behalten merken',
    'Keep them for': 'Aufbewahrung Tage Ablauf',
  },
};
