/** Puts the first minute's part in main together: the check of microphone and speakers, and the pages outside Parley. */
import { shell } from 'electron';
import type { WindowEvents } from '../../shared/ipc';
import type { onboardingRequests, OnboardingPage } from '../../shared/ipc/onboarding';
import { ProblemError, type Problem } from '../../shared/problem';
import { activeProfile } from '../../shared/settings/profile';
import type { Conversation } from '../conversation/conversation';
import { explainTrouble } from '../desktop/audio-troubles';
import type { SoundUse } from '../desktop/sound-use';
import type { Handlers } from '../ipc/request-server';
import type { Processes } from '../processes/start-processes';
import type { SettingsStore } from '../storage/settings-store';
import { settingsPages } from '../system/settings-pages';
import { SoundCheck } from './sound-check';

/** Where an account and its key are made: the address that the vendor's own client libraries give for it. */
const KEY_PAGE = 'https://www.assemblyai.com/dashboard/signup';

/** The parts of the app that the first minute takes. */
export interface OnboardingSurroundings {
  readonly settings: SettingsStore;
  readonly sound: SoundUse;
  readonly processes: Processes;
  readonly conversation: () => Conversation;
  readonly tell: <Name extends keyof WindowEvents>(name: Name, payload: WindowEvents[Name]) => void;
  readonly log: (line: string) => void;
}

/** The first minute as the app sees it. */
export interface StartedOnboarding {
  readonly check: SoundCheck;
  readonly handlers: Handlers<typeof onboardingRequests>;
}

/** Makes it; nothing is opened before a window asks. */
export function startOnboarding(around: OnboardingSurroundings): StartedOnboarding {
  const { settings, sound, processes } = around;
  const check = new SoundCheck({
    sound: sound.as('check'),
    inTalk: () => around.conversation().active || sound.has('talk'),
    speech: processes.connectSpeech,
    synthesize: (text, signal) => {
      const { localVoice } = activeProfile(settings.current);
      return processes.synthesize({ text, voice: localVoice, speed: settings.current.speakingSpeed }, signal);
    },
    explainTrouble,
    changed: (picture) => around.tell('soundCheck.changed', picture),
    level: (level) => around.tell('soundCheck.level', level),
    log: around.log,
  });
  const system = settingsPages(process.platform, (address) => shell.openExternal(address));
  const openPage = async (page: OnboardingPage): Promise<undefined> => {
    const opened =
      page === 'service-key'
        ? await shell.openExternal(KEY_PAGE).then(
            () => true,
            () => false,
          )
        : await system.open(page);
    if (!opened) throw new ProblemError(pageNotOpened);
  };
  return {
    check,
    handlers: {
      'soundCheck.current': () => check.picture,
      'soundCheck.listen': () => void check.listen(),
      'soundCheck.playBack': () => void check.playBack(),
      'soundCheck.playSample': () => void check.playSample(),
      'soundCheck.stop': () => void check.stop(),
      'onboarding.pages': async () => ['service-key', ...(await system.available())],
      'onboarding.openPage': openPage,
    },
  };
}

const pageNotOpened: Problem = {
  code: 'page_not_opened',
  sentence: 'This page could not be opened.',
  next: 'Open it yourself, in the system’s settings or your browser.',
};
