/** Puts together the keys that work in every app: their backend, what is bound, and what each does. */
import { join } from 'node:path';
import { app, globalShortcut, powerMonitor } from 'electron';
import type { WindowEvents } from '../../shared/ipc';
import type { ConversationSnapshot } from '../../shared/ipc/conversation';
import type { shortcutRequests } from '../../shared/ipc/shortcuts';
import { assertNever } from '../../shared/assert-never';
import type { Problem } from '../../shared/problem';
import type { ShortcutName } from '../../shared/shortcuts/shortcuts';
import { shortcutTrouble } from '../../shared/shortcuts/trouble';
import type { Conversation } from '../conversation/conversation';
import { keyPermission } from '../desktop/key-permission';
import { watchPower } from '../desktop/power';
import { showNotice } from '../desktop/system-notice';
import { readIn } from '../desktop/tongue';
import type { Handlers } from '../ipc/request-server';
import type { LaunchCommand } from '../presence/launch-commands';
import type { Listening } from '../presence/listening';
import { KeyHookProcess } from '../processes/key-hook-process';
import type { Probe } from '../probe';
import type { SettingsStore } from '../storage/settings-store';
import { createShortcuts, keyboardSystem } from '../system/create-shortcuts';
import { PushToTalk } from './push-to-talk';
import { ShortcutDesk } from './shortcut-desk';

/** What it needs of the app. */
export interface KeyParts {
  /** Folder of the bundles. */
  readonly built: string;
  readonly settings: SettingsStore;
  readonly conversation: () => Conversation;
  /** Whether keys may start a talk now, and whether anything may be kept loaded for it. */
  readonly presence: { readonly listening: Pick<Listening, 'rules' | 'onChange'>; refresh(): void };
  readonly showWindow: () => void;
  /** Takes back what was done last; what came of it, as a sentence. */
  readonly undoLast: () => Promise<string>;
  readonly tell: <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => void;
  readonly probe: Probe | null;
  readonly log: (line: string) => void;
}

/** The keys as the rest of the app sees them. */
export interface StartedKeys {
  readonly handlers: Handlers<typeof shortcutRequests>;
  /** A talk may begin at any moment by a key, and should not wait for the audio page. */
  readonly inUse: () => boolean;
  /** Why a key that the person chose does not work; null while all do. */
  readonly trouble: () => Problem | null;
  readonly talkChanged: (snapshot: ConversationSnapshot) => void;
  /** What a launch asks for. */
  readonly command: (command: LaunchCommand) => void;
  /** As a tap of the talk key, by the person's own click: a pause of listening does not hold it up. */
  readonly talkHandsFree: () => void;
}

/** Starts it: from now on the keys work. */
export function startPushToTalk(parts: KeyParts): StartedKeys {
  const { settings, log } = parts;
  const { listening } = parts.presence;
  let away = false;
  const system = keyboardSystem(process.platform);
  const talkKey = new PushToTalk({
    now: () => performance.now(),
    snapshot: () => parts.conversation().current().snapshot,
    mayOpen: () => listening.rules.shortcuts && !away,
    hold: () =>
      parts.conversation().begin({ microphone: true, text: null, greeting: false, before: [], held: true }),
    tell: (event) => parts.conversation().dispatch(event),
    anyKeyDown: () => backend.anyKeyDown(),
    refused: () =>
      listening.rules.shortcuts
        ? undefined
        : showNotice(settings.current, listeningPaused.sentence, listeningPaused.next, parts.showWindow),
  });
  const backend = createShortcuts({
    system,
    environment: process.env,
    permission: keyPermission(() => settings.current),
    read: (sentence) => readIn(settings.current)(sentence),
    createHook: (hear) => new KeyHookProcess(join(parts.built, 'main', 'key-hook.js'), hear, log),
    grab: globalShortcut,
    listener: {
      edge: (name, down) => {
        if (name === 'talk') talkKey.edge(down);
        else if (down) press(parts, name);
      },
      combined: (name) => name === 'talk' && talkKey.combined(),
      lost: () => talkKey.reset(),
      changed: () => desk.tell(),
    },
  });
  const desk = new ShortcutDesk({
    system,
    backend,
    kept: () => settings.current.shortcuts,
    keep: (shortcuts) => settings.change({ shortcuts }),
    changed: (state) => {
      parts.tell('shortcuts.changed', state);
      parts.presence.refresh();
      if (state.canHold) watched();
    },
  });
  let told = false;
  const watched = () => {
    const milliseconds = performance.now();
    if (!told)
      parts.probe?.({ name: 'keys-watched', at: performance.timeOrigin + milliseconds, milliseconds });
    told = true;
  };
  settings.onChange(() => void desk.apply());
  listening.onChange(({ shortcuts }) => {
    if (!shortcuts) talkKey.reset();
  });
  // Whoever has freed a key in another app looks here whether it works.
  app.on('browser-window-focus', () => void desk.look());
  // Who sleeps or has locked the computer holds no key, and what is typed at the lock is for nobody here.
  watchPower(powerMonitor, {
    away: () => {
      away = true;
      talkKey.reset();
    },
    back: () => (away = false),
    shutdown: () => undefined,
  });
  app.once('will-quit', () => {
    talkKey.stop();
    desk.stop();
  });
  void desk.apply();
  return {
    handlers: {
      'shortcuts.state': () => desk.state,
      'shortcuts.set': ({ name, keys }) => desk.set(name, keys),
      'shortcuts.recording': async (on) => {
        talkKey.reset();
        await desk.recording(on);
        return undefined;
      },
      'shortcuts.allow': () => desk.allow(),
    },
    inUse: () => {
      const { shortcuts, warmth } = listening.rules;
      const bound = backend.state.backend !== 'switches' && settings.current.shortcuts.talk !== null;
      return bound && shortcuts && warmth;
    },
    trouble: () => shortcutTrouble(desk.state),
    talkChanged: (snapshot) => talkKey.talkChanged(snapshot),
    command: (command) => talkKey.command(command),
    talkHandsFree: () => talkKey.openHandsFree(),
  };
}

const listeningPaused: Problem = {
  code: 'listening_paused',
  sentence: 'Listening is paused.',
  next: '“Listen again” in the menu of Parley’s icon ends the pause.',
};

function press(
  { conversation: talk, settings, showWindow, undoLast, log }: KeyParts,
  name: Exclude<ShortcutName, 'talk'>,
): void {
  switch (name) {
    case 'stop':
      return talk().dispatch({ type: 'stop-speaking' });
    case 'mute':
      return talk().dispatch({ type: 'mute', muted: !talk().current().snapshot.muted });
    case 'show':
      return showWindow();
    case 'undo':
      return void undoLast().then(
        (said) => showNotice(settings.current, 'Undo', said, showWindow),
        () => log('undo by key failed'),
      );
    default:
      return assertNever(name);
  }
}
