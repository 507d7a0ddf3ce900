import type { computerOutcomesTexts } from '../catalogue/computerOutcomes';
import type { TranslationsOf } from '../templates';

/** More of what became of calls: sentences about this computer and about what was meant. */
export const computerOutcomes: TranslationsOf<typeof computerOutcomesTexts> = {
  'The disk does not tell how much room it has.': 'Die Platte sagt nicht, wie viel Platz sie hat.',
  '{name} did not answer.': '{name} hat nicht geantwortet.',
  'No sound output was found whose volume can be changed.':
    'Es wurde keine Tonausgabe gefunden, deren Lautstärke sich ändern lässt.',
  'The sound system did not take the change.': 'Das Tonsystem hat die Änderung nicht übernommen.',
  'Neither Music nor Spotify is running; no other player can be told on macOS.':
    'Weder Musik noch Spotify läuft; anderen Spielern lässt sich auf macOS nichts sagen.',
  '{name} did not answer, or macOS did not allow it.':
    '{name} hat nicht geantwortet, oder macOS hat es nicht erlaubt.',
  'Allow it below. Parley learns of that one key only, never of what you type.':
    'Erlauben Sie es unten. Parley erfährt nur von dieser einen Taste, nie, was Sie tippen.',
  'The sound output that is in use has no volume of its own.':
    'Die benutzte Tonausgabe hat keine eigene Lautstärke.',
  'Windows did not tell about the battery.': 'Windows hat nichts über den Akku gesagt.',
  'Windows did not lock the screen.': 'Windows hat den Bildschirm nicht gesperrt.',
  'Windows does not tell Parley what plays.': 'Windows sagt Parley nicht, was spielt.',
  'Windows did not take the media key.': 'Windows hat die Medientaste nicht angenommen.',
  'Windows does not tell programs whether Do not disturb is on.':
    'Windows sagt Programmen nicht, ob „Nicht stören“ an ist.',
  '{number} apps fit that: {names}.': '{number} Apps passen dazu: {names}.',
  'That text is in {name} several times: line {lines}.':
    'Dieser Text steht mehrmals in {name}: Zeile {lines}.',
  '{name} has several time zones, for example those of {places}.':
    '{name} hat mehrere Zeitzonen, etwa die von {places}.',
  'No time zone is known for "{name}".': 'Für „{name}“ ist keine Zeitzone bekannt.',
  '{number} things in the trash fit "{name}": {names}.':
    '{number} Dinge im Papierkorb passen zu „{name}“: {names}.',
  '"{text}" is no length of time.': '„{text}“ ist keine Zeitdauer.',
  '{number} things fit "{name}": {names}.': '{number} Dinge passen zu „{name}“: {names}.',
  'There is no {kindWords}.': 'Nicht vorhanden: {kindWords}.',
  'No {kindWords} fits "{name}".': 'Zu „{name}“ passt nichts: {kindWords}.',
  '{number} {kindWords} fit: {names}.': '{number} {kindWords} passen: {names}.',
  note: 'Notiz',
  'to-do': 'Aufgabe',
  notes: 'Notizen',
  'to-dos': 'Aufgaben',
  timers: 'Timer',
  alarms: 'Wecker',
  reminders: 'Erinnerungen',
  'The window manager here brings no windows to the front.':
    'Der Fensterverwalter hier holt keine Fenster nach vorn.',
  'The window manager did not bring {name} to the front.':
    'Der Fensterverwalter hat {name} nicht nach vorn geholt.',
  '{name} is what you are talking to: close its window to end it.':
    'Mit {name} sprechen Sie gerade: Schließen Sie sein Fenster, um es zu beenden.',
  'The windows of {name} cannot be asked to close.':
    'Die Fenster von {name} lassen sich nicht ums Schließen bitten.',
  'The screen could not be reached.': 'Der Bildschirm war nicht erreichbar.',
  '{name} has changed just now.': '{name} hat sich eben geändert.',
  'Windows did not tell what is running.': 'Windows hat nicht gesagt, was läuft.',
  'On Windows, Parley cannot choose the app that a file is opened with.':
    'Unter Windows kann Parley nicht wählen, mit welcher App eine Datei geöffnet wird.',
  'Windows did not let Parley bring {name} to the front.':
    'Windows hat Parley {name} nicht nach vorn holen lassen.',
  'Windows did not ask {name} to close.': 'Windows hat {name} nicht ums Schließen gebeten.',
  'The timer is done in {lengthWords}.': 'Der Timer ist fertig in: {lengthWords}.',
  'The timer for {name} is done in {lengthWords}.': 'Der Timer für {name} ist fertig in: {lengthWords}.',
  '{name} has nothing to play.': '{name} hat nichts abzuspielen.',
  '{name} cannot pause now.': '{name} kann gerade nicht anhalten.',
  '{name} has nothing after this.': '{name} hat danach nichts mehr.',
  '{name} has nothing before this.': '{name} hat davor nichts.',
  '{name} cannot be stopped from outside.': '{name} lässt sich von außen nicht beenden.',
  '{number} files moved': '{number} Dateien verschoben',
  '{number} files copied': '{number} Dateien kopiert',
  '{number} files packed': '{number} Dateien gepackt',
  '{number} files unpacked': '{number} Dateien entpackt',
  '{number} files counted': '{number} Dateien gezählt',
  '{number} files looked at': '{number} Dateien angesehen',
  '{number} names looked through': '{number} Namen durchgesehen',
  '{number} texts looked through': '{number} Texte durchgesehen',
  '{found} found, {number} names looked through': '{found} gefunden, {number} Namen durchgesehen',
  '{found} found, {number} texts looked through': '{found} gefunden, {number} Texte durchgesehen',
  '{count} seconds': { one: '{count} Sekunde', other: '{count} Sekunden' },
  '{count} minutes': { one: '{count} Minute', other: '{count} Minuten' },
  '{count} hours': { one: '{count} Stunde', other: '{count} Stunden' },
};
