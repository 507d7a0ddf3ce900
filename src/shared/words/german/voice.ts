import type { voiceTexts } from '../catalogue/voice';
import type { TranslationsOf } from '../templates';

/** Texts of the settings about voice, hearing and taking turns. */
export const voice: TranslationsOf<typeof voiceTexts> = {
  'Turn-taking and hearing': 'Sprecherwechsel und Hören',
  'For the hosted engine. The turn preset belongs to each profile.':
    'Für den gehosteten Dienst. Die Art des Sprecherwechsels gehört zu jedem Profil.',
  'Speaking interrupts Parley': 'Sprechen unterbricht Parley',
  'Off: it speaks to the end unless you press “Stop speaking”.':
    'Aus: Es spricht zu Ende, wenn Sie nicht „Nicht weitersprechen“ drücken.',
  Recognition: 'Erkennung',
  'Careful recognition makes fewer mistakes and answers later.':
    'Sorgfältige Erkennung macht weniger Fehler und antwortet später.',
  Fastest: 'Am schnellsten',
  'Most careful': 'Am sorgfältigsten',
  'What you talk about': 'Worüber Sie sprechen',
  'Helps the recogniser to expect the right words, such as “Calls about boat engines”. It is no instruction to the agent.':
    'Hilft der Erkennung, die richtigen Worte zu erwarten, etwa „Anrufe über Bootsmotoren“. Es ist keine Anweisung an den Agenten.',
  'Fine tuning': 'Feineinstellung',
  'Speech before an interruption counts': 'Sprechen, bevor eine Unterbrechung zählt',
  'Longer keeps a cough from interrupting. Setting it may switch off the service’s own pacing.':
    'Länger verhindert, dass ein Husten unterbricht. Es zu setzen kann das eigene Tempo des Dienstes abschalten.',
  'Voice focus': 'Wahl der Stimme',
  'What the service takes for your voice and what for background. Used from the next conversation on.':
    'Was der Dienst für Ihre Stimme hält und was für Hintergrund. Gilt ab dem nächsten Gespräch.',
  'You are close to the microphone': 'Sie sind nah am Mikrofon',
  'You are across the room': 'Sie sind am anderen Ende des Raums',
  'Suppression of other voices': 'Unterdrückung anderer Stimmen',
  'Higher takes away more of what is not you. Used from the next conversation on.':
    'Höher nimmt mehr von dem weg, was nicht Sie sind. Gilt ab dem nächsten Gespräch.',
  'Loudness of the hosted voice': 'Lautstärke der gehosteten Stimme',
  'As the service sends it; your speakers have their own.':
    'Wie der Dienst sie sendet; Ihre Lautsprecher haben ihre eigene.',
  'When a tool’s result is sent': 'Wann das Ergebnis eines Werkzeugs gesendet wird',
  'Leave to the service': 'Dem Dienst überlassen',
  'At once': 'Sofort',
  'The answer comes about a second sooner.': 'Die Antwort kommt etwa eine Sekunde früher.',
  'After the reply': 'Nach der Antwort',
  'Waits until nobody speaks. For a service that mishandles results in the middle of a reply.':
    'Wartet, bis niemand spricht. Für einen Dienst, der Ergebnisse mitten in einer Antwort falsch behandelt.',
  'Wake word': 'Weckwort',
  'Parley can begin a conversation when you say a name that you choose. It is listened for on this computer only. Another voice that says it much alike may wake it too, so nothing is approved by it.':
    'Parley kann ein Gespräch beginnen, wenn Sie einen von Ihnen gewählten Namen sagen. Auf ihn wird nur auf diesem Computer gehört. Eine andere, ähnliche Stimme kann es auch wecken, daher wird damit nichts genehmigt.',
  'Listen for its name': 'Auf seinen Namen hören',
  'How readily it answers to its name': 'Wie leicht es auf seinen Namen hört',
  'Record it anew': 'Neu aufnehmen',
  'Stop trying': 'Nicht mehr ausprobieren',
  'Try it out': 'Ausprobieren',
  'Delete the name': 'Den Namen löschen',
  'Microphone level': 'Pegel des Mikrofons',
  Strict: 'Streng',
  Normal: 'Normal',
  Recordings: 'Aufnahmen',
  'Go on recording': 'Weiter aufnehmen',
  'Start recording': 'Aufnahme beginnen',
  'to come': 'kommt noch',
  'Recording {number}: {state}': 'Aufnahme {number}: {state}',
  good: 'gut',
  listening: 'hört zu',
  next: 'als Nächstes',
  'Record a name, {number} times': 'Einen Namen aufnehmen, {number}-mal',
  'Saying “stop” silences Parley': '„Stop“ bringt Parley zum Schweigen',
  '“Stop”, “stop it”, “quiet”, “that’s enough” or “cancel”, said on its own while Parley speaks, stops it at once, also where speaking does not interrupt it. English, recognised on this computer. It opens no microphone; during a conversation with the hosted service it keeps the recogniser in memory.':
    '„Stop“, „stop it“, „quiet“, „that’s enough“ oder „cancel“, für sich gesagt, während Parley spricht, lässt es sofort verstummen, auch wenn Sprechen es nicht unterbricht. Auf Englisch, auf diesem Computer erkannt. Es öffnet kein Mikrofon; in einem Gespräch mit dem gehosteten Dienst hält es die Erkennung im Speicher.',
};
