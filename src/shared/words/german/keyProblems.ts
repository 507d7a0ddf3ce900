import type { keyProblemsTexts } from '../catalogue/keyProblems';
import type { TranslationsOf } from '../templates';

/** Sentences of main about the keys that work in every app. */
export const keyProblems: TranslationsOf<typeof keyProblemsTexts> = {
  '{keys} is needed for typing.': '{keys} wird zum Schreiben gebraucht.',
  'Add Ctrl, Alt or another such key, or take a function key.':
    'Nehmen Sie Strg, Alt oder eine solche Taste dazu, oder eine Funktionstaste.',
  '{keys} is already the key for “{deedWords}”.': '{keys} ist schon die Taste für „{deedWords}“.',
  '{keys} alone can only be the key for “{deedWords}”.':
    '{keys} allein kann nur die Taste für „{deedWords}“ sein.',
  'Add another key to it.': 'Nehmen Sie eine weitere Taste dazu.',
  'Another app has taken the key for “{deedWords}”.':
    'Eine andere App hat die Taste für „{deedWords}“ belegt.',
  'Other apps have taken several keys of Parley.': 'Andere Apps haben mehrere Tasten von Parley belegt.',
  'Choose another one in Settings, or free it in that app.':
    'Wählen Sie in den Einstellungen eine andere, oder geben Sie sie in der anderen App frei.',
  '{keys} copies.': '{keys} kopiert.',
  '{keys} pastes.': '{keys} fügt ein.',
  '{keys} cuts.': '{keys} schneidet aus.',
  '{keys} undoes in every app.': '{keys} macht in jeder App rückgängig.',
  '{keys} selects everything.': '{keys} wählt alles aus.',
  '{keys} saves.': '{keys} speichert.',
  '{keys} searches.': '{keys} sucht.',
  '{keys} closes a tab or window.': '{keys} schließt einen Tab oder ein Fenster.',
  '{keys} quits apps.': '{keys} beendet Apps.',
  '{keys} switches between windows.': '{keys} wechselt zwischen Fenstern.',
  '{keys} switches between apps.': '{keys} wechselt zwischen Apps.',
  '{keys} closes windows.': '{keys} schließt Fenster.',
  '{keys} belongs to the system.': '{keys} gehört dem System.',
  '{keys} belongs to Windows.': '{keys} gehört Windows.',
  '{keys} locks the screen.': '{keys} sperrt den Bildschirm.',
  '{keys} opens a terminal.': '{keys} öffnet ein Terminal.',
  '{keys} writes characters on many keyboards (AltGr).':
    '{keys} schreibt auf vielen Tastaturen Zeichen (AltGr).',
  '{keys} writes characters (Option).': '{keys} schreibt Zeichen (Option).',
  '{keys} opens the Task Manager.': '{keys} öffnet den Task-Manager.',
  '{keys} shows the desktop.': '{keys} zeigt den Desktop.',
  '{keys} opens the menu of a window.': '{keys} öffnet das Menü eines Fensters.',
  '{keys} opens Spotlight.': '{keys} öffnet Spotlight.',
  '{keys} changes the input source.': '{keys} wechselt die Eingabequelle.',
  'Use the window, or parley --toggle-talk.': 'Benutzen Sie das Fenster oder parley --toggle-talk.',
  'Choose another one, or free it in that app.':
    'Wählen Sie eine andere oder geben Sie sie in jener App frei.',
  'Use the window, or bind a key of the desktop to parley --toggle-talk.':
    'Benutzen Sie das Fenster oder legen Sie eine Taste des Desktops auf parley --toggle-talk.',
  'Try the key in a moment.': 'Versuchen Sie die Taste gleich.',
  'Choose the key anew in Settings under Shortcuts, or restart Parley.':
    'Wählen Sie die Taste in den Einstellungen unter „Tastenkürzel“ neu, oder starten Sie Parley neu.',
  'Bind a key in the settings of your desktop to: parley --toggle-talk. Where it can bind the press and the release apart, use parley --talk and parley --stop.':
    'Legen Sie in den Einstellungen Ihres Desktops eine Taste auf: parley --toggle-talk. Wo Drücken und Loslassen getrennt gehen, nehmen Sie parley --talk und parley --stop.',
  'Your desktop (Wayland) keeps the keys that work in every app, and asks you for them; change them in its settings.':
    'Ihr Desktop (Wayland) verwaltet die Tasten, die in jeder App gelten, und fragt Sie danach; ändern Sie sie in seinen Einstellungen.',
  'Bind a key in its settings to parley --toggle-talk.':
    'Legen Sie in seinen Einstellungen eine Taste auf parley --toggle-talk.',
  'Restart Parley to be asked again, or bind a key to parley --toggle-talk.':
    'Starten Sie Parley neu, um wieder gefragt zu werden, oder legen Sie eine Taste auf parley --toggle-talk.',
  'Choose one in its settings.': 'Wählen Sie eine in seinen Einstellungen.',
  'Restart Parley to ask for them again.': 'Starten Sie Parley neu, um sie wieder zu verlangen.',
  'Listening is paused.': 'Das Zuhören ist unterbrochen.',
  '“Listen again” in the menu of Parley’s icon ends the pause.':
    '„Wieder zuhören“ im Menü von Parleys Symbol beendet die Pause.',
};
