import type { selfTestTexts } from '../catalogue/selfTest';
import type { TranslationsOf } from '../templates';

/** Sentences of the self-test: what was looked at, and what came of it. */
export const selfTest: TranslationsOf<typeof selfTestTexts> = {
  'Microphone and speakers': 'Mikrofon und Lautsprecher',
  'Sample rate': 'Abtastrate',
  'Echo cancellation': 'Echounterdrückung',
  Interruption: 'Unterbrechung',
  Keychain: 'Schlüsselbund',
  'Speech models': 'Sprachmodelle',
  'Speech process': 'Sprachprozess',
  Network: 'Netzwerk',
  'Hosted service': 'Gehosteter Dienst',
  Tray: 'Symbol in der Leiste',
  Notifications: 'Benachrichtigungen',
  'It was called off.': 'Abgebrochen.',
  'It did not answer in time.': 'Es kam nicht rechtzeitig Antwort.',
  'It could not be tried.': 'Es ließ sich nicht ausprobieren.',
  'Run the test again.': 'Führen Sie den Test noch einmal aus.',
  'Microphone and speakers are in use.': 'Mikrofon und Lautsprecher sind in Benutzung.',
  'End the conversation, or pause listening for the name, and run the test again.':
    'Beenden Sie das Gespräch oder unterbrechen Sie das Hören auf den Namen, und führen Sie den Test noch einmal aus.',
  'The sound did not open in time.': 'Der Ton ließ sich nicht rechtzeitig öffnen.',
  'Start Parley again.': 'Starten Sie Parley neu.',
  'It is open but delivers nothing.': 'Es ist offen, liefert aber nichts.',
  'Choose another microphone under Sound.': 'Wählen Sie unter „Ton“ ein anderes Mikrofon.',
  'It delivers sound.': 'Es liefert Ton.',
  'It delivers silence only.': 'Es liefert nur Stille.',
  'Look whether it is switched off, muted or the wrong one under Sound.':
    'Sehen Sie nach, ob es ausgeschaltet, stumm oder unter „Ton“ das falsche ist.',
  'Too little was heard to measure it.': 'Es war zu wenig zu hören, um sie zu messen.',
  'Sound comes at 24 kHz, as it is sent.': 'Der Ton kommt mit 24 kHz, wie er gesendet wird.',
  'Sound comes at {rate} Hz instead of 24 000.': 'Der Ton kommt mit {rate} Hz statt 24 000.',
  'It is on, so Parley does not hear itself.': 'Sie ist an; Parley hört sich nicht selbst.',
  'It is off: Parley may hear itself.': 'Sie ist aus: Parley hört sich vielleicht selbst.',
  'Use headphones, or choose another microphone under Sound.':
    'Benutzen Sie Kopfhörer oder wählen Sie unter „Ton“ ein anderes Mikrofon.',
  'Nothing was played.': 'Es wurde nichts abgespielt.',
  'Choose other speakers under Sound.': 'Wählen Sie unter „Ton“ andere Lautsprecher.',
  'A quiet tone was played.': 'Ein leiser Ton wurde abgespielt.',
  'The tone could not be cut off.': 'Der Ton ließ sich nicht abbrechen.',
  'Silent {number} ms after an interruption.': 'Nach einer Unterbrechung in {number} ms still.',
  'Silent only {number} ms after an interruption.': 'Nach einer Unterbrechung erst in {number} ms still.',
  'Close programs that keep this computer busy.':
    'Schließen Sie Programme, die diesen Computer beschäftigen.',
  'There is no safe keychain, so keys are kept for this run only.':
    'Es gibt keinen sicheren Schlüsselbund; Schlüssel gelten nur bis zum Beenden.',
  'Install and unlock a keyring, such as GNOME Keyring or KWallet.':
    'Installieren und entsperren Sie einen Schlüsselbund wie GNOME-Schlüsselbund oder KWallet.',
  'It keeps keys and gives them back.': 'Er bewahrt Schlüssel auf und gibt sie zurück.',
  'It does not give back what it was given.': 'Er gibt nicht zurück, was er bekommen hat.',
  'Unlock it and run the test again.': 'Entsperren Sie ihn und führen Sie den Test noch einmal aus.',
  'They are there and unchanged.': 'Sie sind da und unverändert.',
  '{number} of their files have changed.': '{number} ihrer Dateien sind verändert.',
  'Install Parley again.': 'Installieren Sie Parley neu.',
  'It needs the speech models.': 'Er braucht die Sprachmodelle.',
  'It answers.': 'Antwortet.',
  'It does not answer.': 'Antwortet nicht.',
  'This computer has a network.': 'Dieser Computer hat ein Netzwerk.',
  'There is no network; the local agent needs none.':
    'Es gibt kein Netzwerk; der lokale Agent braucht keines.',
  'This computer has no network.': 'Dieser Computer hat kein Netzwerk.',
  'Connect it, or choose the local agent.': 'Verbinden Sie ihn oder wählen Sie den lokalen Agenten.',
  'It could not be reached.': 'War nicht erreichbar.',
  'No app can watch keys on this desktop.': 'Auf diesem Desktop kann keine App Tasten beobachten.',
  'No key is bound.': 'Es ist keine Taste belegt.',
  'Choose a talk key in Settings, Shortcuts.':
    'Wählen Sie unter Einstellungen, Tastenkürzel, eine Sprechtaste.',
  'The talk key is watched, and can be held.': 'Die Sprechtaste wird beobachtet und kann gehalten werden.',
  'The keys are watched; the talk key can be tapped, not held.':
    'Die Tasten werden beobachtet; die Sprechtaste kann angetippt, nicht gehalten werden.',
  'The desktop shows Parley’s icon.': 'Der Desktop zeigt Parleys Symbol.',
  'The desktop shows no tray icons.': 'Der Desktop zeigt keine solchen Symbole.',
  'Start Parley once more to bring its window back.':
    'Starten Sie Parley noch einmal, um sein Fenster zurückzuholen.',
  'The system takes them.': 'Das System nimmt sie an.',
  'The system shows none.': 'Das System zeigt keine.',
  'Requests wait in the window.': 'Anfragen warten im Fenster.',
  'It can be written.': 'Lässt sich schreiben.',
  'It cannot be written.': 'Lässt sich nicht schreiben.',
};
