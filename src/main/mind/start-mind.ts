/** Puts the mind together with what tells of it: the voice, the system's notifications, the windows. */
import type { ConversationStatus, TranscriptEntry } from '../../shared/ipc/conversation';
import type { ReminderPicture, reminderRequests } from '../../shared/ipc/reminders';
import type { Problem } from '../../shared/problem';
import { activeProfile } from '../../shared/settings/profile';
import type { Settings } from '../../shared/settings/schema';
import type { SoundUse } from '../desktop/sound-use';
import type { Handlers } from '../ipc/request-server';
import type { Processes } from '../processes/start-processes';
import { Announcer } from './announcer';
import { createMind, type Mind } from './mind';
import type { PastWorld } from './past-requests';
import type { Reminder } from './reminders/reminder';
import { tongueOf } from '../desktop/tongue';
import { headline, missedWords, spokenRing } from './reminders/words';

/** What it needs of the app. */
export interface MindSurroundings {
  readonly userData: string;
  readonly history: PastWorld['history'];
  readonly settings: () => Settings;
  /** The talk that is open or was last. */
  readonly talk: () => {
    readonly snapshot: { readonly status: ConversationStatus };
    readonly transcript: readonly TranscriptEntry[];
  };
  readonly sound: SoundUse;
  readonly synthesize: Processes['synthesize'];
  /** Whether a sample of a voice plays. */
  readonly samplePlays: () => boolean;
  /** Shows a notification of the system. */
  readonly notify: (title: string, body: string) => void;
  readonly changed: (reminders: readonly ReminderPicture[]) => void;
  readonly onProblem: (problem: Problem) => void;
  readonly log: (line: string) => void;
}

/** The mind as the app sees it. */
export interface StartedMind {
  readonly mind: Mind;
  readonly announcer: Announcer;
  readonly handlers: Handlers<typeof reminderRequests>;
  /** For the end of the app: nothing comes due any more, and the speakers are given back. */
  readonly close: () => Promise<void>;
}

/** Makes the mind. Nothing comes due before `mind.reminders.look()`, which is to be called after sleep as well. */
export function startMind(around: MindSurroundings): StartedMind {
  const now = () => new Date();
  const written = (at: number) =>
    new Intl.DateTimeFormat(tongueOf(around.settings()).locale, {
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(at);
  const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { sound, log } = around;
  const announcer = new Announcer({
    synthesize: (text, signal) => {
      const settings = around.settings();
      const wanted = { text, voice: activeProfile(settings).localVoice, speed: settings.speakingSpeed };
      return around.synthesize(wanted, signal);
    },
    audio: sound.as('announcement'),
    busy: () => around.samplePlays() || isBusy(around.talk().snapshot.status),
    alone: () => !sound.has('talk') && !sound.has('sample'),
    now: () => performance.now(),
    log,
  });
  const mind = createMind({
    folder: around.userData,
    now,
    timeZone,
    past: {
      history: around.history,
      keepsHistory: () => around.settings().keepHistory,
      transcript: () => around.talk().transcript,
    },
    onProblem: around.onProblem,
    log,
    silence: (id) => announcer.silence(id),
    tell: (told) => {
      announcer.say(
        spokenRing(told, now().getTime(), timeZone()),
        told.map(({ reminder }) => reminder.id),
      );
      for (const { reminder, missed } of told) {
        around.notify(headline(reminder), missedWords(reminder, missed, now().getTime(), written));
      }
    },
    changed: () => void publish(),
  });
  const { reminders } = mind;
  const pictures = async () =>
    (await reminders.all()).map((reminder) => pictureOf(reminder, reminders.nextDue(reminder)));
  const publish = async () => around.changed(await pictures());
  return {
    mind,
    announcer,
    close: () => {
      reminders.close();
      return announcer.stop();
    },
    handlers: {
      'reminders.current': () => pictures(),
      'reminders.dismiss': (id) => reminders.dismiss(id).then(() => undefined),
      'reminders.snooze': (id) => reminders.snooze(id).then(() => undefined),
      'reminders.cancel': (id) => reminders.cancel(id).then(() => undefined),
    },
  };
}

function pictureOf({ id, kind, label, due, ringing }: Reminder, dueAt: number | null): ReminderPicture {
  return { id, kind, label, dueAt, repeats: due.type === 'repeat', ringingSince: ringing?.dueAt ?? null };
}

/** Somebody speaks in the talk, or is about to. */
function isBusy(status: ConversationStatus): boolean {
  switch (status) {
    case 'connecting':
    case 'hearing':
    case 'thinking':
    case 'working':
    case 'approval':
    case 'speaking':
      return true;
    case 'ready':
    case 'listening':
    case 'muted':
    case 'reconnecting':
    case 'ending':
    case 'ended':
    case 'problem':
      return false;
  }
}
