import type { BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import type { WindowRequests } from '../shared/ipc';
import type { agentsRequests } from '../shared/ipc/agents';
import type { approvalRequests } from '../shared/ipc/approvals';
import type { auditRequests } from '../shared/ipc/audit';
import type { historyRequests } from '../shared/ipc/history';
import type { mcpRequests } from '../shared/ipc/mcp';
import type { onboardingRequests } from '../shared/ipc/onboarding';
import type { wakeWordRequests } from '../shared/ipc/wake-word';
import type { presenceRequests } from '../shared/ipc/presence';
import type { overlaySettingsRequests } from '../shared/ipc/overlay';
import type { reminderRequests } from '../shared/ipc/reminders';
import type { updateRequests } from '../shared/ipc/updates';
import type { shortcutRequests } from '../shared/ipc/shortcuts';
import type { ServerCheck } from '../shared/ipc/local-agent-port';
import type { KeyCheck } from '../shared/ipc/settings';
import { ProblemError, type Problem } from '../shared/problem';
import { withProfile, type Profile } from '../shared/settings/profile';
import type { Settings } from '../shared/settings/schema';
import { commandHandlers } from './commands/handlers';
import type { Conversation } from './conversation/conversation';
import type { Cost } from './cost/cost';
import type { Handlers } from './ipc/request-server';
import { profileHandlers, type ProfileWorld } from './profiles/handlers';
import type { KeyStore } from './storage/key-store';
import type { UpkeepRequests } from './start-upkeep';
import type { SettingsStore } from './storage/settings-store';
import { askWhichToOpen } from './desktop/file-dialogs';
import { tongueOf } from './desktop/tongue';
import { translate } from '../shared/words/translate';

/** What the main window's requests reach. */
export interface WindowWorld extends ProfileWorld {
  readonly conversation: Conversation;
  readonly settings: SettingsStore;
  readonly keys: KeyStore;
  readonly engine: () => Profile['engine'];
  readonly window: () => BrowserWindow | null;
  readonly keyChanged: () => void;
  readonly checkKey: () => Promise<KeyCheck>;
  /** The key of the language model server. */
  readonly modelKeys: KeyStore;
  readonly modelKeyChanged: () => void;
  readonly cost: Cost;
  readonly checkLanguageModel: () => Promise<ServerCheck>;
  /** The answers to the requests of the history view. */
  readonly history: Handlers<typeof historyRequests>;
  /** The answers to the requests of the agents screen. */
  readonly agents: Handlers<typeof agentsRequests>;
  /** The answers to the requests of the first minute. */
  readonly onboarding: Handlers<typeof onboardingRequests>;
  /** The answers to the requests about MCP servers. */
  readonly mcp: Handlers<typeof mcpRequests>;
  /** The answers to the requests of approval cards. */
  readonly approvals: Handlers<typeof approvalRequests & typeof auditRequests>;
  /** The answers to the requests of timers, alarms and reminders. */
  readonly reminders: Handlers<typeof reminderRequests>;
  /** The answers to the requests about settings as a file. */
  readonly upkeep: Handlers<UpkeepRequests>;
  /** The answers to the requests about new versions. */
  readonly updates: Handlers<typeof updateRequests>;
  /** The answers to the requests about the wake word. */
  readonly wakeWord: Handlers<typeof wakeWordRequests>;
  /** The answers to the settings' requests about the overlay. */
  readonly overlay: Handlers<typeof overlaySettingsRequests>;
  /** The answers to the requests about the window itself. */
  readonly presence: Handlers<typeof presenceRequests>;
  /** The answers to the requests about keys that work in every app. */
  readonly shortcuts: Handlers<typeof shortcutRequests>;
}

/** The answers to the main window's requests, one line each. */
export function windowHandlers(world: WindowWorld): Handlers<WindowRequests> {
  const { conversation, settings, keys, modelKeys } = world;
  const tell = (...event: Parameters<Conversation['dispatch']>) => {
    conversation.dispatch(...event);
    return undefined;
  };
  const begin = (...how: Parameters<Conversation['begin']>) => {
    conversation.begin(...how);
    return undefined;
  };
  const keyAnswer = <T>(answer: T): T => (world.keyChanged(), answer);
  const modelKeyAnswer = <T>(answer: T): T => (world.modelKeyChanged(), answer);
  return {
    ...world.history,
    ...world.agents,
    ...world.approvals,
    ...world.onboarding,
    ...world.mcp,
    ...world.reminders,
    ...world.updates,
    ...world.upkeep,
    ...world.wakeWord,
    ...world.overlay,
    ...world.presence,
    ...world.shortcuts,
    ...commandHandlers(world),
    'conversation.start': () => begin({ microphone: true, text: null, greeting: true, before: [] }),
    'conversation.end': () => tell({ type: 'end', reason: 'person' }),
    'conversation.mute': (muted) => tell({ type: 'mute', muted }),
    'conversation.stopSpeaking': () => tell({ type: 'stop-speaking' }),
    'conversation.send': (text) =>
      conversation.active
        ? tell({ type: 'send-text', text })
        : begin({ microphone: false, text, greeting: false, before: [] }),
    'conversation.dismissNotice': () => tell({ type: 'dismiss-notice' }),
    'conversation.stay': () => tell({ type: 'stay' }),
    'conversation.useLocalAgent': () => tell({ type: 'exchange', engine: 'local' }),
    'conversation.applyRule': (id) => {
      // A rule that was just deleted has no button any more.
      const rule = settings.current.rules.find((other) => other.id === id);
      return rule && tell({ type: 'rule', change: rule.change });
    },
    'conversation.current': () => conversation.current(),
    ...profileHandlers(world),
    'settings.get': () => settings.current,
    'settings.change': (patch) => settings.change(patch),
    'profile.change': ({ id, patch }) => {
      const { profiles } = settings.current;
      if (!profiles.some((profile) => profile.id === id)) throw new ProblemError(profileGone);
      return settings.change({ profiles: withProfile(profiles, id, patch) });
    },
    'key.status': () => keys.status(),
    'key.save': async (key) => keyAnswer(await keys.save(key)),
    'key.forget': () => keyAnswer(keys.forget()),
    'key.check': () => world.checkKey(),
    'languageModelKey.status': () => modelKeys.status(),
    'languageModelKey.save': async (key) => modelKeyAnswer(await modelKeys.save(key)),
    'languageModelKey.forget': () => modelKeyAnswer(modelKeys.forget()),
    'languageModel.check': () => world.checkLanguageModel(),
    'cost.totals': () => world.cost.totals(),
    'grants.add': () => addGrant(world),
    'grants.remove': (id) =>
      settings.change({ grants: settings.current.grants.filter((grant) => grant.id !== id) }),
  };
}

async function addGrant({ settings, window }: WindowWorld): Promise<Settings> {
  const tongue = tongueOf(settings.current);
  const folder = await askWhichToOpen(window(), 'folder', {
    title: translate(tongue, 'Choose a folder that Parley may use'),
    buttonLabel: translate(tongue, 'Allow this folder'),
  });
  if (folder === null) return settings.current;
  const path = await realpath(folder);
  const { grants } = settings.current;
  if (grants.some((grant) => grant.path === path)) return settings.current;
  return settings.change({ grants: [...grants, { id: randomUUID(), path }] });
}

const profileGone: Problem = {
  code: 'profile_gone',
  sentence: 'This profile is not there any more.',
  next: 'Choose another profile.',
};
