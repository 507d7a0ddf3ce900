import type { conversationProblemsTexts } from '../catalogue/conversationProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about a talk: what went wrong, and what to do next. */
export const conversationProblems: TranslationsOf<typeof conversationProblemsTexts> = {
  'Parley heard its own voice, so speaking over it does not interrupt it in this talk.':
    'Parley hat seine eigene Stimme gehört; Dazwischensprechen unterbricht es in diesem Gespräch nicht.',
  'Use headphones to interrupt by voice, or press Stop speaking.':
    'Benutzen Sie Kopfhörer, um durch Sprechen zu unterbrechen, oder drücken Sie „Nicht weitersprechen“.',
  'A word like “yes” alone approves nothing, so it was not done.':
    'Ein Wort wie „yes“ allein genehmigt nichts; es wurde nicht getan.',
  'Ask again, and answer with what to do: “open it”, “go ahead and move it”.':
    'Bitten Sie noch einmal und antworten Sie mit dem, was zu tun ist: „open it“, „go ahead and move it“.',
  'Several requests wait and these words fit more than one, so none was approved.':
    'Mehrere Anfragen warten und die Worte passen zu mehr als einer; keine wurde genehmigt.',
  'Say which, or press Approve on its card.':
    'Sagen Sie welche, oder drücken Sie „Genehmigen“ auf ihrer Karte.',
  'That was said before Parley had finished asking, so it does not count.':
    'Das wurde gesagt, bevor Parley fertig gefragt hatte; es zählt nicht.',
  'Say it again, or press Approve on the card.':
    'Sagen Sie es noch einmal, oder drücken Sie „Genehmigen“ auf der Karte.',
  'Press Approve on the card, or Deny.': 'Drücken Sie auf der Karte „Genehmigen“ oder „Ablehnen“.',
  'Something else may be playing sound, so these words do not approve it.':
    'Etwas anderes gibt vielleicht Ton aus; diese Worte genehmigen es nicht.',
  'Press Approve on the card, or hold the talk key while you say it.':
    'Drücken Sie „Genehmigen“ auf der Karte, oder halten Sie die Sprechtaste, während Sie es sagen.',
  'The local agent stopped unexpectedly.': 'Der lokale Agent hielt unerwartet an.',
  'Start the conversation again; it is started anew.':
    'Beginnen Sie das Gespräch noch einmal; er wird neu gestartet.',
  'The voice service does not offer the chosen voice any more; another one speaks.':
    'Der Sprachdienst bietet die gewählte Stimme nicht mehr an; eine andere spricht.',
  'The voice service does not offer the chosen voice.':
    'Der Sprachdienst bietet die gewählte Stimme nicht an.',
  'Choose another voice in Settings.': 'Wählen Sie in den Einstellungen eine andere Stimme.',
  'The answer failed at the voice service.': 'Die Antwort ist beim Sprachdienst gescheitert.',
  'Ask again.': 'Fragen Sie noch einmal.',
  'The voice service did not answer.': 'Der Sprachdienst hat nicht geantwortet.',
  'Check the connection and start again.': 'Prüfen Sie die Verbindung und beginnen Sie noch einmal.',
  'No answer came.': 'Es kam keine Antwort.',
  'Say it again, or in other words.': 'Sagen Sie es noch einmal oder mit anderen Worten.',
  'A message of the voice service could not be read and was skipped.':
    'Eine Nachricht des Sprachdienstes war nicht lesbar und wurde übergangen.',
  'The conversation goes on. If answers are missing, end it and start again.':
    'Das Gespräch geht weiter. Fehlen Antworten, beenden Sie es und beginnen Sie neu.',
  'The voice engine could not be started.': 'Die Sprachausgabe konnte nicht gestartet werden.',
  'Start again. If it keeps failing, install Parley again.':
    'Beginnen Sie noch einmal. Wenn es weiter scheitert, installieren Sie Parley neu.',
  'This conversation has reached its cap of {amount}.':
    'Dieses Gespräch hat seine Grenze von {amount} erreicht.',
  'Begin a new one, raise the cap in Settings under “Cost and limits”, or use the local agent.':
    'Beginnen Sie ein neues, heben Sie die Grenze in den Einstellungen unter „Kosten und Grenzen“ an, oder nehmen Sie den lokalen Agenten.',
  'The hosted service has reached its cap of {amount} for today.':
    'Der gehostete Dienst hat seine Grenze von {amount} für heute erreicht.',
  'Raise the cap in Settings under “Cost and limits”, or use the local agent until tomorrow.':
    'Heben Sie die Grenze in den Einstellungen unter „Kosten und Grenzen“ an, oder nehmen Sie bis morgen den lokalen Agenten.',
  'The hosted service has reached its cap of {amount} for this month.':
    'Der gehostete Dienst hat seine Grenze von {amount} für diesen Monat erreicht.',
  'Raise the cap in Settings under “Cost and limits”, or use the local agent.':
    'Heben Sie die Grenze in den Einstellungen unter „Kosten und Grenzen“ an, oder nehmen Sie den lokalen Agenten.',
  'The system does not let Parley use the microphone.':
    'Das System lässt Parley das Mikrofon nicht benutzen.',
  'Allow the microphone for Parley in the system’s privacy settings, or type a message.':
    'Erlauben Sie Parley das Mikrofon in den Datenschutz-Einstellungen des Systems, oder schreiben Sie eine Nachricht.',
  'No microphone was found.': 'Es wurde kein Mikrofon gefunden.',
  'Connect one and unmute, or type a message.':
    'Schließen Sie eines an und schalten Sie es ein, oder schreiben Sie eine Nachricht.',
  'The microphone is in use by another program.': 'Das Mikrofon wird von einem anderen Programm benutzt.',
  'Close that program or choose another microphone in Settings.':
    'Schließen Sie dieses Programm, oder wählen Sie in den Einstellungen ein anderes Mikrofon.',
  'The microphone was lost; now using {device}.': 'Das Mikrofon ging verloren; jetzt wird {device} benutzt.',
  'The microphone was lost.': 'Das Mikrofon ging verloren.',
  'Choose another in Settings if you like.': 'Wählen Sie in den Einstellungen ein anderes, wenn Sie möchten.',
  'Connect one, or type a message.': 'Schließen Sie eines an, oder schreiben Sie eine Nachricht.',
  'The microphone delivers only silence.': 'Das Mikrofon liefert nur Stille.',
  'Check its mute switch and the system’s sound settings.':
    'Prüfen Sie seinen Stummschalter und die Toneinstellungen des Systems.',
  'The speakers were lost; now using {device}.':
    'Die Lautsprecher gingen verloren; jetzt wird {device} benutzt.',
  'The speakers were lost.': 'Die Lautsprecher gingen verloren.',
  'Choose others in Settings if you like.': 'Wählen Sie in den Einstellungen andere, wenn Sie möchten.',
  'Sound could not be opened.': 'Der Ton konnte nicht geöffnet werden.',
  'Check that the sound system works, or type a message.':
    'Prüfen Sie, ob das Tonsystem arbeitet, oder schreiben Sie eine Nachricht.',
  'Sound stopped working and was opened again.': 'Der Ton fiel aus und wurde neu geöffnet.',
  'Ask again for what you did not hear.': 'Fragen Sie noch einmal nach dem, was Sie nicht gehört haben.',
  'The local agent did not start in time.': 'Der lokale Agent startete nicht rechtzeitig.',
  'Start the conversation again.': 'Beginnen Sie das Gespräch noch einmal.',
  'The local agent could not be started.': 'Der lokale Agent konnte nicht gestartet werden.',
  'Start the conversation again. If it keeps failing, install Parley again.':
    'Beginnen Sie das Gespräch noch einmal. Wenn es weiter scheitert, installieren Sie Parley neu.',
  'The speech models of the local agent are missing.': 'Die Sprachmodelle des lokalen Agenten fehlen.',
  'Install Parley again, or run npm start where it runs from its source; it fetches them. Or choose the hosted engine in Settings.':
    'Installieren Sie Parley neu, oder führen Sie npm start aus, wo es aus dem Quelltext läuft; es holt sie. Oder wählen Sie in den Einstellungen den gehosteten Dienst.',
  'The hosted engine needs an AssemblyAI key.': 'Der gehostete Dienst braucht einen AssemblyAI-Schlüssel.',
  'Add the key in Settings, or choose the local agent there.':
    'Tragen Sie den Schlüssel in den Einstellungen ein, oder wählen Sie dort den lokalen Agenten.',
  'The key is stored, but the keychain does not give it out now.':
    'Der Schlüssel ist gespeichert, aber der Schlüsselbund gibt ihn jetzt nicht heraus.',
  'Unlock the keychain and start again, or save the key anew in Settings.':
    'Entsperren Sie den Schlüsselbund und beginnen Sie noch einmal, oder speichern Sie den Schlüssel in den Einstellungen neu.',
  'The custom host in Settings cannot be used.':
    'Der eigene Host in den Einstellungen kann nicht benutzt werden.',
  'The address of the language model server cannot be used.':
    'Die Adresse des Sprachmodell-Servers kann nicht benutzt werden.',
  'The voice service reported a problem.': 'Der Sprachdienst hat ein Problem gemeldet.',
  'Start a new conversation to have it now.': 'Beginnen Sie ein neues Gespräch, damit es jetzt gilt.',
};
