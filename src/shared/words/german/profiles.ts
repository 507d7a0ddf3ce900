import type { profilesTexts } from '../catalogue/profiles';
import type { TranslationsOf } from '../templates';

/** Texts of the profiles. */
export const profiles: TranslationsOf<typeof profilesTexts> = {
  Agent: 'Agent',
  'Agent id': 'Kennung des Agenten',
  'Choose from your account’s agents, or paste the id as the service shows it.':
    'Wählen Sie unter den Agenten Ihres Kontos, oder fügen Sie die Kennung ein, wie der Dienst sie zeigt.',
  'Set up here': 'Hier eingerichtet',
  'With the prompt, voice and tools below.': 'Mit Anweisung, Stimme und Werkzeugen von unten.',
  'Stored agent': 'Gespeicherter Agent',
  'An agent of your AssemblyAI account, used as it is: its own prompt, greeting, voice and tools.':
    'Ein Agent Ihres AssemblyAI-Kontos, wie er ist: mit eigener Anweisung, Begrüßung, Stimme und eigenen Werkzeugen.',
  'Languages you speak': 'Sprachen, die Sie sprechen',
  'Tick only what you really speak: the service no longer listens for any other language. With none ticked it finds out by itself. For answers in a language, choose a voice of it and say so in the prompt.':
    'Wählen Sie nur, was Sie wirklich sprechen: Der Dienst hört dann auf keine andere Sprache mehr. Ohne Auswahl findet er es selbst heraus. Für Antworten in einer Sprache wählen Sie eine ihrer Stimmen und sagen Sie es in der Anweisung.',
  Profile: 'Profil',
  'Name and engine': 'Name und Antwortender',
  Name: 'Name',
  'The open conversation goes on as it is. The next one uses your choice.':
    'Das offene Gespräch geht weiter wie bisher. Das nächste folgt Ihrer Wahl.',
  'What it is told': 'Was ihm gesagt wird',
  Greeting: 'Begrüßung',
  'Spoken when you start a conversation by hand. Empty for none.':
    'Gesprochen, wenn Sie ein Gespräch von Hand beginnen. Leer: keine.',
  'How it sounds': 'Wie es klingt',
  'Taking turns': 'Sprecherwechsel',
  'Turn preset': 'Art des Sprecherwechsels',
  'Fixed pauses switch off the service’s own pacing, which adapts to how you speak, until the next conversation.':
    'Feste Pausen schalten das eigene Tempo des Dienstes, das sich Ihrem Sprechen anpasst, bis zum nächsten Gespräch ab.',
  'What it may do': 'Was es tun darf',
  'What it should recognise': 'Was es erkennen soll',
  'Names and jargon': 'Namen und Fachwörter',
  'One a line, at most 100, each at most 50 characters.':
    'Einer je Zeile, höchstens 100, je höchstens 50 Zeichen.',
  'Free, English only, on this computer.': 'Kostenlos, nur Englisch, auf diesem Computer.',
  'AssemblyAI, hosted': 'AssemblyAI, gehostet',
  'Paid for every second a conversation is open.': 'Bezahlt für jede Sekunde, die ein Gespräch offen ist.',
  'Profile: {name}': 'Profil: {name}',
  'The last profile stays': 'Das letzte Profil bleibt',
  Profiles: 'Profile',
  'Profile in use': 'Profil in Gebrauch',
  'Delete {name}?': '{name} löschen?',
  'Delete “{name}”? Its prompt and settings are lost.':
    '„{name}“ löschen? Anweisung und Einstellungen gehen verloren.',
  'Delete profile': 'Profil löschen',
  'Keep profile': 'Profil behalten',
  Duplicate: 'Verdoppeln',
  'New profile': 'Neues Profil',
  'There is room for no more profiles.': 'Für weitere Profile ist kein Platz.',
  Prompt: 'Anweisung',
  'Who the agent is and how it answers. Everything it says is spoken: put the most important rule first, and say numbers the way people do.':
    'Wer der Agent ist und wie er antwortet. Alles wird gesprochen: die wichtigste Regel zuerst, und Zahlen so, wie man sie sagt.',
  'Parley’s own prompt is used.': 'Parleys eigene Anweisung gilt.',
  'Bring my prompt back': 'Meine Anweisung zurückholen',
  'Use Parley’s own prompt': 'Parleys eigene Anweisung nehmen',
  'Change a copy of it': 'Eine Kopie davon ändern',
  'What cannot be spoken': 'Was nicht gesprochen werden kann',
  'Line {line}:': 'Zeile {line}:',
  'And {count} more.': { one: 'Und {count} weiterer.', other: 'Und {count} weitere.' },
  'Your own rules': 'Ihre eigenen Regeln',
  '“{phrase}” holds until the conversation ends.': '„{phrase}“ gilt bis zum Ende des Gesprächs.',
  Tools: 'Werkzeuge',
  'Tools the agent may call': 'Werkzeuge, die der Agent rufen darf',
  'Not there now.': 'Jetzt nicht da.',
  'No tool: the agent can only talk.': 'Kein Werkzeug: Der Agent kann nur sprechen.',
  'All tools': 'Alle Werkzeuge',
  'Also those that come later.': 'Auch solche, die später kommen.',
  'Only these': 'Nur diese',
  'The agent does not know of the others.': 'Von den anderen weiß der Agent nichts.',
  Natural: 'Natürlich',
  'For ordinary talk, and the fastest: the service itself judges when you have finished.':
    'Für gewöhnliches Sprechen und am schnellsten: Der Dienst beurteilt selbst, wann Sie fertig sind.',
  Quick: 'Schnell',
  'For short commands: a short pause ends your turn. Fixed pauses.':
    'Für kurze Befehle: Eine kurze Pause genügt. Feste Pausen.',
  Patient: 'Geduldig',
  'For thinking aloud: waits through longer pauses. Fixed pauses.':
    'Für lautes Denken: wartet längere Pausen ab. Feste Pausen.',
  Dictation: 'Diktat',
  'For dictating with long pauses. Fixed pauses.': 'Zum Diktieren mit langen Pausen. Feste Pausen.',
  'Read-aloud': 'Vorlesen',
  'For listening to long texts: speaking does not interrupt, “Stop speaking” does.':
    'Zum Anhören langer Texte: Sprechen unterbricht nicht, „Nicht weitersprechen“ schon.',
  'Noisy room': 'Lauter Raum',
  'For a room where others talk: asks for clearer speech. Fixed pauses.':
    'Für einen Raum, in dem andere reden: verlangt deutlicheres Sprechen. Feste Pausen.',
  'Recognised automatically': 'Automatisch erkannt',
  'AssemblyAI, stored agent': 'AssemblyAI, gespeicherter Agent',
  '{characters} of {most} characters': '{characters} von {most} Zeichen',
  '{count} cents': { one: '{count} Cent', other: '{count} Cent' },
  '{least} to {most} cents': '{least} bis {most} Cent',
  '{count} things cannot be spoken:': {
    one: 'Eines kann nicht gesprochen werden:',
    other: '{count} Dinge können nicht gesprochen werden:',
  },
  'A sample is a paid session of about ten seconds: {price}.':
    'Eine Probe ist eine bezahlte Sitzung von etwa zehn Sekunden: {price}.',
};
