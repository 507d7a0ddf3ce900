import type { serviceProblemsTexts } from '../catalogue/serviceProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about the hosted service and the way to it. */
export const serviceProblems: TranslationsOf<typeof serviceProblemsTexts> = {
  'Check your internet connection, or use the local agent.':
    'Prüfen Sie Ihre Internetverbindung oder benutzen Sie den lokalen Agenten.',
  'Check the proxy in the settings of your system or in the variable HTTPS_PROXY.':
    'Prüfen Sie den Proxy in den Einstellungen Ihres Systems oder in der Variablen HTTPS_PROXY.',
  'The voice service could not be reached: its name was not found.':
    'Der Sprachdienst war nicht erreichbar: Sein Name wurde nicht gefunden.',
  'Check your internet connection and the region in Settings, or use the local agent.':
    'Prüfen Sie Ihre Internetverbindung und die Region in den Einstellungen, oder benutzen Sie den lokalen Agenten.',
  'The voice service could not be reached: this computer has no way to the network.':
    'Der Sprachdienst war nicht erreichbar: Dieser Computer hat keinen Weg ins Netz.',
  'The voice service could not be reached: nothing answers at its address.':
    'Der Sprachdienst war nicht erreichbar: Unter seiner Adresse antwortet nichts.',
  'The voice service could not be reached: it did not answer in time.':
    'Der Sprachdienst war nicht erreichbar: Er antwortete nicht rechtzeitig.',
  'The connection to the voice service was closed before it was ready.':
    'Die Verbindung zum Sprachdienst wurde geschlossen, bevor er bereit war.',
  'Try again. If it keeps happening, a firewall or the API key may be the cause.':
    'Versuchen Sie es noch einmal. Bleibt es dabei, kann eine Firewall oder der API-Schlüssel die Ursache sein.',
  'The connection was not opened: the certificate at the other end is not trusted on this computer.':
    'Die Verbindung wurde nicht geöffnet: Dem Zertifikat der Gegenseite wird auf diesem Computer nicht vertraut.',
  'In a company network, ask for its root certificate and add it to your system, or name its file in SSL_CERT_FILE. Elsewhere, somebody may be reading along: try another network.':
    'In einem Firmennetz: Fragen Sie nach dessen Stammzertifikat und fügen Sie es Ihrem System hinzu, oder nennen Sie seine Datei in SSL_CERT_FILE. Anderswo liest vielleicht jemand mit: Versuchen Sie ein anderes Netz.',
  'The connection was not opened: the certificate at the other end is not valid today.':
    'Die Verbindung wurde nicht geöffnet: Das Zertifikat der Gegenseite gilt heute nicht.',
  'Check the date and time of this computer. If they are right, try another network.':
    'Prüfen Sie Datum und Uhrzeit dieses Computers. Stimmen sie, versuchen Sie ein anderes Netz.',
  'The connection was not opened: the certificate at the other end belongs to another name.':
    'Die Verbindung wurde nicht geöffnet: Das Zertifikat der Gegenseite gehört zu einem anderen Namen.',
  'Check the region and the custom host in Settings, or try another network.':
    'Prüfen Sie Region und eigenen Host in den Einstellungen, oder versuchen Sie ein anderes Netz.',
  'The connection was not opened: the other end does not speak as an encrypted service does.':
    'Die Verbindung wurde nicht geöffnet: Die Gegenseite spricht nicht wie ein verschlüsselter Dienst.',
  'Check the custom host in Settings, or try another network.':
    'Prüfen Sie den eigenen Host in den Einstellungen, oder versuchen Sie ein anderes Netz.',
  'The answer of the service was longer than can be right.':
    'Die Antwort des Dienstes war länger, als sie sein kann.',
  'Check the custom host in Settings, and try again.':
    'Prüfen Sie den eigenen Host in den Einstellungen und versuchen Sie es noch einmal.',
  'The proxy of your network could not be reached.': 'Der Proxy Ihres Netzes war nicht erreichbar.',
  'The proxy of your network wants a user name and a password.':
    'Der Proxy Ihres Netzes verlangt Benutzername und Passwort.',
  'Set the variable HTTPS_PROXY to http://name:password@host:port and start Parley again, or ask who runs the network.':
    'Setzen Sie die Variable HTTPS_PROXY auf http://name:password@host:port und starten Sie Parley neu, oder fragen Sie, wer das Netz betreibt.',
  'The proxy of your network does not let the connection through.':
    'Der Proxy Ihres Netzes lässt die Verbindung nicht durch.',
  'Ask who runs the network to allow the voice service, or use the local agent.':
    'Bitten Sie, wer das Netz betreibt, den Sprachdienst zu erlauben, oder benutzen Sie den lokalen Agenten.',
  'The voice service could not be reached.': 'Der Sprachdienst war nicht erreichbar.',
  'If it happens again, please report it with the log from Diagnostics.':
    'Wenn es wieder geschieht, melden Sie es bitte mit dem Protokoll aus der Diagnose.',
  'Try again; if it happens again, please report it with the log from Diagnostics.':
    'Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es bitte mit dem Protokoll aus der Diagnose.',
  'Reload the list and try again.': 'Laden Sie die Liste neu und versuchen Sie es noch einmal.',
  'Telephony is managed in your AssemblyAI account, not here.':
    'Telefonie wird in Ihrem AssemblyAI-Konto verwaltet, nicht hier.',
  'There is no API key yet.': 'Es gibt noch keinen API-Schlüssel.',
  'Enter your API key in Settings.': 'Geben Sie Ihren API-Schlüssel in den Einstellungen ein.',
  'The service cannot check API keys at the moment.': 'Der Dienst kann API-Schlüssel zur Zeit nicht prüfen.',
  'The service did not accept what was entered.': 'Der Dienst hat das Eingegebene nicht angenommen.',
  'Correct it and try again.': 'Berichtigen Sie es und versuchen Sie es noch einmal.',
  'The service did not accept the request.': 'Der Dienst hat die Anfrage nicht angenommen.',
  'The service did not accept “{field}”: {message}': 'Der Dienst hat „{field}“ nicht angenommen: {message}',
  'The service did not accept what was entered: {message}':
    'Der Dienst hat das Eingegebene nicht angenommen: {message}',
  'The service no longer has this conversation.': 'Der Dienst hat dieses Gespräch nicht mehr.',
  'The service does not know this phone number.': 'Der Dienst kennt diese Telefonnummer nicht.',
  'This phone number is already in use.': 'Diese Telefonnummer wird schon benutzt.',
  'This phone number cannot be had.': 'Diese Telefonnummer ist nicht zu haben.',
  'No agent answers this phone number.': 'Unter dieser Telefonnummer antwortet kein Agent.',
  'The service does not know this call.': 'Der Dienst kennt diesen Anruf nicht.',
  'The service does not know this web address.': 'Der Dienst kennt diese Webadresse nicht.',
  'This web address is already registered.': 'Diese Webadresse ist schon eingetragen.',
  'Nothing was delivered to this web address yet.': 'An diese Webadresse wurde noch nichts geliefert.',
  'The telephone company reported a fault.': 'Die Telefongesellschaft hat einen Fehler gemeldet.',
  'The service had this request before, with other contents.':
    'Der Dienst hatte diese Anfrage schon, mit anderem Inhalt.',
  'The service is still working on this.': 'Der Dienst arbeitet noch daran.',
  'Wait a moment.': 'Warten Sie einen Augenblick.',
  'The service does not have this.': 'Der Dienst hat das nicht.',
  'The service does not offer this.': 'Der Dienst bietet das nicht an.',
  'Check the API key in Settings, or enter a new one.':
    'Prüfen Sie den API-Schlüssel in den Einstellungen oder geben Sie einen neuen ein.',
  'The voice service did not accept the API key.': 'Der Sprachdienst hat den API-Schlüssel nicht angenommen.',
  'This account may not use the voice service.': 'Dieses Konto darf den Sprachdienst nicht benutzen.',
  'Check the plan of your AssemblyAI account.': 'Prüfen Sie den Tarif Ihres AssemblyAI-Kontos.',
  'The chosen agent does not exist at the voice service.':
    'Den gewählten Agenten gibt es beim Sprachdienst nicht.',
  'Choose another agent, or check that the region in Settings is the one it was made in.':
    'Wählen Sie einen anderen Agenten, oder prüfen Sie, ob die Region in den Einstellungen die ist, in der er angelegt wurde.',
  'The agent cannot be changed during a conversation.':
    'Der Agent kann während eines Gesprächs nicht gewechselt werden.',
  'This setting cannot change during a conversation.':
    'Diese Einstellung kann sich während eines Gesprächs nicht ändern.',
  'End the conversation and start a new one to use it.':
    'Beenden Sie das Gespräch und beginnen Sie ein neues, um sie zu benutzen.',
  'The voice service refused a setting.': 'Der Sprachdienst hat eine Einstellung abgelehnt.',
  'The voice service refused the settings.': 'Der Sprachdienst hat die Einstellungen abgelehnt.',
  'Check what you changed last in Settings.':
    'Prüfen Sie, was Sie zuletzt in den Einstellungen geändert haben.',
  'The voice service did not understand a message.': 'Der Sprachdienst hat eine Nachricht nicht verstanden.',
  'The voice service could not read the sound.': 'Der Sprachdienst konnte den Ton nicht lesen.',
  'Some of your words did not reach the voice service.':
    'Einige Ihrer Worte haben den Sprachdienst nicht erreicht.',
  'Please say it again.': 'Bitte sagen Sie es noch einmal.',
  'The voice service refused a web address.': 'Der Sprachdienst hat eine Webadresse abgelehnt.',
  'The conversation could not be picked up again.': 'Das Gespräch ließ sich nicht wieder aufnehmen.',
  'Start a new conversation.': 'Beginnen Sie ein neues Gespräch.',
  'The conversation reached its longest time.': 'Das Gespräch hat seine längste Dauer erreicht.',
  'The voice service is full at the moment.': 'Der Sprachdienst ist zur Zeit ausgelastet.',
  'Too many conversations are open on this account.': 'Auf diesem Konto sind zu viele Gespräche offen.',
  'Close the others, wait half a minute and try again.':
    'Schließen Sie die anderen, warten Sie eine halbe Minute und versuchen Sie es noch einmal.',
  'The voice service had a fault of its own.': 'Der Sprachdienst hatte einen eigenen Fehler.',
  'The agent could not be started.': 'Der Agent konnte nicht gestartet werden.',
  'Try again, or choose another agent.':
    'Versuchen Sie es noch einmal oder wählen Sie einen anderen Agenten.',
  'The agent did not start in time.': 'Der Agent ist nicht rechtzeitig gestartet.',
  'Check your internet connection, then try again.':
    'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
  'The voice service closed the connection.': 'Der Sprachdienst hat die Verbindung geschlossen.',
  'The voice service is restarting.': 'Der Sprachdienst startet neu.',
  'Try again in a moment.': 'Versuchen Sie es gleich noch einmal.',
  'The connection to the voice service was lost.': 'Die Verbindung zum Sprachdienst ging verloren.',
  'Check your internet connection and the API key, then try again.':
    'Prüfen Sie Internetverbindung und API-Schlüssel, dann versuchen Sie es noch einmal.',
  'The voice service ended the conversation.': 'Der Sprachdienst hat das Gespräch beendet.',
  'The way to the voice service is blocked.': 'Der Weg zum Sprachdienst ist versperrt.',
  'A firewall, your region or your plan may be the cause; the API key is not. Try another network.':
    'Eine Firewall, Ihre Region oder Ihr Tarif kann die Ursache sein; der API-Schlüssel ist es nicht. Versuchen Sie ein anderes Netz.',
  'There is no voice service at this address.': 'Unter dieser Adresse gibt es keinen Sprachdienst.',
  'Check the region and the custom host in Settings.':
    'Prüfen Sie Region und eigenen Host in den Einstellungen.',
  'The voice service is busy.': 'Der Sprachdienst ist beschäftigt.',
  'Something answered that is not the voice service.':
    'Etwas hat geantwortet, das nicht der Sprachdienst ist.',
  'Check the region and the custom host in Settings. In a public network, sign in to it first.':
    'Prüfen Sie Region und eigenen Host in den Einstellungen. In einem öffentlichen Netz melden Sie sich dort zuerst an.',
  'The service does not offer this check now, so the key could not be tried (426).':
    'Der Dienst bietet diese Prüfung jetzt nicht an; der Schlüssel ließ sich nicht ausprobieren (426).',
  'It is kept. Start a conversation to try it.':
    'Er wird behalten. Beginnen Sie ein Gespräch, um ihn auszuprobieren.',
  'It is kept. Check again in a few minutes.': 'Er wird behalten. Prüfen Sie in ein paar Minuten wieder.',
  'It is kept. Check again in {number} seconds.': 'Er wird behalten. Prüfen Sie in {number} Sekunden wieder.',
  'It is kept. Check again in {number} minutes.': 'Er wird behalten. Prüfen Sie in {number} Minuten wieder.',
  'The recording is not at a safe address, so it was not fetched.':
    'Die Aufnahme liegt an keiner sicheren Adresse, daher wurde sie nicht geholt.',
  'Check the custom host in Settings.': 'Prüfen Sie den eigenen Host in den Einstellungen.',
  'The address of the recording is no longer good.': 'Die Adresse der Aufnahme gilt nicht mehr.',
  'Fetch it again: the service gives a new address each time, for one hour.':
    'Holen Sie sie noch einmal: Der Dienst gibt jedes Mal eine neue Adresse, für eine Stunde.',
  'The service did not give the recording.': 'Der Dienst hat die Aufnahme nicht herausgegeben.',
  'The recording is larger than Parley fetches.': 'Die Aufnahme ist größer, als Parley holt.',
  'Fetch it in the AssemblyAI dashboard.': 'Holen Sie sie im AssemblyAI-Dashboard.',
  'Check that the disk has room and that Parley may write to the folder.':
    'Prüfen Sie, ob auf der Platte Platz ist und Parley in den Ordner schreiben darf.',
  'The service did not let the voice speak.': 'Der Dienst ließ die Stimme nicht sprechen.',
  'The tool was not called.': 'Das Werkzeug wurde nicht aufgerufen.',
  'The agent was changed somewhere else meanwhile, so it was not saved.':
    'Der Agent wurde inzwischen anderswo geändert, daher wurde er nicht gespeichert.',
  'Copy what you want to keep, then open the agent again.':
    'Kopieren Sie, was Sie behalten wollen, dann öffnen Sie den Agenten wieder.',
};
