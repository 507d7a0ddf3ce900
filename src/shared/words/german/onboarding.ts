import type { onboardingTexts } from '../catalogue/onboarding';
import type { TranslationsOf } from '../templates';

/** Texts of the first minute. */
export const onboarding: TranslationsOf<typeof onboardingTexts> = {
  'Show the first minute': 'Erste Minute zeigen',
  'First minute': 'Erste Minute',
  'Step {number} of {most}': 'Schritt {number} von {most}',
  'Skip all': 'Alles überspringen',
  Begin: 'Beginnen',
  'Skip this step': 'Diesen Schritt überspringen',
  Finish: 'Fertig',
  'Welcome to Parley': 'Willkommen bei Parley',
  'Who answers you?': 'Wer antwortet Ihnen?',
  'Can Parley hear you?': 'Hört Parley Sie?',
  'Can you hear Parley?': 'Hören Sie Parley?',
  'How to call Parley': 'Wie Sie Parley rufen',
  'What may Parley see?': 'Was darf Parley sehen?',
  'Your first conversation': 'Ihr erstes Gespräch',
  'Talk to your computer: Parley listens when you ask it to, answers aloud, and does things for you.':
    'Sprechen Sie mit Ihrem Computer: Parley hört zu, wenn Sie es möchten, antwortet laut und erledigt Dinge für Sie.',
  'The next steps take about a minute. Each can be skipped, and you find them again in Settings.':
    'Die nächsten Schritte dauern etwa eine Minute. Jeder kann übersprungen werden, und Sie finden sie in den Einstellungen wieder.',
  'Try it now on this computer': 'Jetzt auf diesem Computer ausprobieren',
  'Free, in English, and nothing you say leaves this computer. No account needed.':
    'Kostenlos, auf Englisch, und nichts, was Sie sagen, verlässt diesen Computer. Ohne Konto.',
  'AssemblyAI, with a key': 'AssemblyAI, mit einem Schlüssel',
  'Hears and answers better. Your voice is sent to AssemblyAI, and every hour of conversation is paid.':
    'Hört und antwortet besser. Ihre Stimme wird an AssemblyAI gesendet, und jede Stunde Gespräch kostet Geld.',
  'Get a key in the browser': 'Einen Schlüssel im Browser holen',
  'Without a key the local agent answers your first question.':
    'Ohne Schlüssel beantwortet der lokale Agent Ihre erste Frage.',
  'Press the button and say a few words. The recording stays on this computer and is thrown away after this step.':
    'Drücken Sie die Taste und sagen Sie ein paar Worte. Die Aufnahme bleibt auf diesem Computer und wird nach diesem Schritt gelöscht.',
  'Check the microphone': 'Mikrofon prüfen',
  'Play what I said': 'Abspielen, was ich gesagt habe',
  'Microphone check': 'Prüfung des Mikrofons',
  'In use: {device}': 'In Gebrauch: {device}',
  'Open the system’s sound settings': 'Toneinstellungen des Systems öffnen',
  'Open the system’s privacy settings': 'Datenschutzeinstellungen des Systems öffnen',
  'This seems to be a Bluetooth headset. While its microphone is open, both sides sound like a telephone. Another microphone is understood better.':
    'Dies scheint ein Bluetooth-Headset zu sein. Solange sein Mikrofon offen ist, klingen beide Seiten wie am Telefon. Ein anderes Mikrofon wird besser verstanden.',
  'The microphone is off.': 'Das Mikrofon ist aus.',
  'Opening the microphone…': 'Das Mikrofon wird geöffnet …',
  'Say something, for example “Hello, Parley”.': 'Sagen Sie etwas, zum Beispiel „Hello, Parley“.',
  'Parley hears you. Go on …': 'Parley hört Sie. Sprechen Sie weiter …',
  'Parley hears nobody speak.': 'Parley hört niemanden sprechen.',
  'Speak up, come nearer, or choose another microphone below.':
    'Sprechen Sie lauter, kommen Sie näher, oder wählen Sie unten ein anderes Mikrofon.',
  'Look for a mute switch or key on it, or choose another microphone below.':
    'Suchen Sie daran nach einem Stummschalter oder wählen Sie unten ein anderes Mikrofon.',
  'Your microphone works.': 'Ihr Mikrofon funktioniert.',
  'Your microphone works, but you are hard to hear.':
    'Ihr Mikrofon funktioniert, aber Sie sind schwer zu hören.',
  'Come nearer to it.': 'Kommen Sie ihm näher.',
  'Your microphone works, but it is too loud.': 'Ihr Mikrofon funktioniert, ist aber zu laut.',
  'Move away from it a little.': 'Gehen Sie etwas weiter weg.',
  'Allow it in the system’s privacy settings, then check again.':
    'Erlauben Sie es in den Datenschutzeinstellungen des Systems und prüfen Sie dann noch einmal.',
  'Connect one and it is used at once. You can also go on and type.':
    'Schließen Sie eines an, es wird sofort benutzt. Sie können auch weitergehen und tippen.',
  'Another program is using the microphone.': 'Ein anderes Programm benutzt das Mikrofon.',
  'Close that program, or choose another microphone below. Then check again.':
    'Schließen Sie jenes Programm oder wählen Sie unten ein anderes Mikrofon. Prüfen Sie dann noch einmal.',
  'Sound does not work on this computer now.': 'Der Ton funktioniert auf diesem Computer gerade nicht.',
  'Check that its sound system runs. You can also go on and type.':
    'Prüfen Sie, ob sein Tonsystem läuft. Sie können auch weitergehen und tippen.',
  'Parley plays two tones and a sentence.': 'Parley spielt zwei Töne und einen Satz.',
  'Play a sound': 'Einen Klang abspielen',
  'I heard it': 'Ich habe es gehört',
  'I heard nothing': 'Ich habe nichts gehört',
  'Speaker check': 'Prüfung der Lautsprecher',
  'Turn the volume up, look for a mute key, or choose other speakers below. Then play it again.':
    'Drehen Sie lauter, suchen Sie nach einer Stummtaste, oder wählen Sie unten andere Lautsprecher. Spielen Sie es dann noch einmal ab.',
  'Playing …': 'Wird abgespielt …',
  'Did you hear it?': 'Haben Sie es gehört?',
  'Nothing was played yet.': 'Es wurde noch nichts abgespielt.',
  'A conversation is started and ended with the button in this window.':
    'Ein Gespräch wird mit der Taste in diesem Fenster begonnen und beendet.',
  'In any other app, hold this key, speak, and let go for the answer:':
    'Halten Sie in jeder anderen App diese Taste, sprechen Sie, und lassen Sie los, um die Antwort zu hören:',
  'Talk key check': 'Prüfung der Sprechtaste',
  'Parley felt the key: it works. Let go when you have spoken.':
    'Parley hat die Taste gespürt: sie funktioniert. Lassen Sie los, wenn Sie gesprochen haben.',
  'Try it now: hold the key for a moment.': 'Probieren Sie es jetzt: Halten Sie die Taste einen Augenblick.',
  'Escape stops an answer at any time.': 'Escape hält eine Antwort jederzeit an.',
  'Parley can find, open and tidy files, in folders that you choose and nowhere else. It asks before it changes anything. You can leave this for later.':
    'Parley kann Dateien finden, öffnen und ordnen, in Ordnern, die Sie wählen, und sonst nirgends. Bevor es etwas ändert, fragt es. Das hat auch später Zeit.',
  'Start a conversation, and when Parley has greeted you, say:':
    'Beginnen Sie ein Gespräch, und wenn Parley Sie begrüßt hat, sagen Sie:',
  'Type it for me': 'Für mich eintippen',
  'First conversation': 'Erstes Gespräch',
  'That worked: Parley heard you, and you heard the answer.':
    'Das hat geklappt: Parley hat Sie gehört, und Sie haben die Antwort gehört.',
};
