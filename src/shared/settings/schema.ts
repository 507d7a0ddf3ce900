import { z } from 'zod';
import { ONBOARDING_PROGRESS } from '../onboarding';
import { transcriptionModeSchema } from '../protocol';
import { commandSchema, MAX_COMMANDS } from './commands';
import { MAX_MCP_SERVERS, mcpServerSchema } from './mcp-server';
import { defaultProfile, DEFAULT_PROFILE_ID, haveUniqueIds, MAX_PROFILES, profileSchema } from './profile';
import { defaultRules, ruleSchema } from './rules';
import { defaultShortcuts, shortcutsSchema } from '../shortcuts/shortcuts';
import type { SettingPlace } from './sections';
import { readServerAddress } from './server-address';
import { WAKE_WORD_SENSITIVITIES } from '../wake-word';
import { LANGUAGE_CHOICES } from '../words/languages';
import { MOST_TOOL_CHOICES, toolChoiceSchema } from './tool-choices';

/** A sound device as chosen: the id may rotate, so the label is kept to find it again. `null` is the system's own. */
const device = z.object({ id: z.string().max(512), label: z.string().max(512) }).nullable();
/** The chosen device, or null for the system's own. */
export type DeviceChoice = z.infer<typeof device>;

/** A folder that tools may touch, chosen by the person in the system's dialog. */
const grantSchema = z.object({
  id: z.string().min(1).max(64),
  /** Absolute, symlinks resolved. */
  path: z.string().min(1).max(4_096),
});
/** A granted folder. */
export type Grant = z.infer<typeof grantSchema>;

/** The sizes in which the windows can be shown. */
export const TEXT_SIZES = [1, 1.25, 1.5, 2] as const;

/** Version of the settings file. Raise it together with an entry in `upgrades.ts`. */
export const SETTINGS_VERSION = 3;

const setting = <T extends z.ZodType>(type: T, fallback: z.infer<T>, place: SettingPlace) => ({
  type,
  fallback,
  place,
});

/**
 * Every setting, its shape, its default and its place: section and name, as the page of the settings has them. Adding
 * one is one entry here.
 * A stored value that does not fit falls back to its default on its own; the others survive.
 */
export const settingEntries = {
  /** What the local agent thinks with. A server is asked only after the person chose it. */
  thinking: setting(z.enum(['built-in', 'language-model']), 'built-in', [
    'Thinking (section)',
    'Thinking (section)',
  ]),
  /** Base address of an OpenAI-compatible server, its model, and how long its first words may take. */
  languageModelAddress: setting(
    z
      .string()
      .max(512)
      .refine((typed) => readServerAddress(typed).ok),
    'http://127.0.0.1:11434/v1',
    ['Thinking (section)', 'Server address'],
  ),
  languageModelName: setting(z.string().trim().max(200), '', ['Thinking (section)', 'Model']),
  languageModelSeconds: setting(z.number().min(1).max(60), 10, ['Thinking (section)', 'Seconds to wait']),
  /** Microphone and speakers. */
  inputDevice: setting(device, null, ['Sound', 'Microphone']),
  outputDevice: setting(device, null, ['Sound', 'Speakers']),
  autoGainControl: setting(z.boolean(), true, ['Sound', 'Adjust microphone volume automatically']),
  /** Speed of the local voice; 1 is normal. */
  speakingSpeed: setting(z.number().min(0.5).max(2), 1, ['Voice', 'Speaking speed']),
  /** Whether Parley listens for its name, and how readily it answers to it. */
  wakeWord: setting(z.boolean(), false, ['Wake word', 'Listen for its name']),
  wakeWordSensitivity: setting(z.enum(WAKE_WORD_SENSITIVITIES), 'normal', [
    'Wake word',
    'How readily it answers to its name',
  ]),
  /** Whether "stop", said over Parley's voice, silences it; recognised on this computer. */
  stopWord: setting(z.boolean(), false, ['Wake word', 'Saying “stop” silences Parley']),
  /** Who answers and how; one is active. */
  profiles: setting(
    z.array(profileSchema).min(1).max(MAX_PROFILES).refine(haveUniqueIds),
    [defaultProfile],
    ['Profiles', 'Profiles'],
  ),
  activeProfile: setting(z.string().max(64), DEFAULT_PROFILE_ID, ['Profiles', 'Profile in use']),
  /** Where the hosted service is (protocol.md section 1.1); `custom` takes `customHost`. */
  region: setting(z.enum(['automatic', 'us', 'eu', 'custom']), 'automatic', ['Who answers', 'Region']),
  customHost: setting(z.string().trim().max(253), '', ['Who answers', 'Custom host']),
  /** Hosted recognition (protocol.md section 5.2); null leaves a value to the service. */
  transcriptionMode: setting(transcriptionModeSchema.nullable(), null, [
    'Turn-taking and hearing',
    'Recognition',
  ]),
  transcriptionPrompt: setting(z.string().max(1_750), '', ['Turn-taking and hearing', 'What you talk about']),
  voiceFocus: setting(z.enum(['near-field', 'far-field']).nullable(), null, [
    'Turn-taking and hearing',
    'Voice focus',
  ]),
  voiceFocusThreshold: setting(z.number().min(0).max(1).nullable(), null, [
    'Turn-taking and hearing',
    'Suppression of other voices',
  ]),
  /** Loudness of the hosted voice, 0 to 100. */
  volume: setting(z.number().int().min(0).max(100).nullable(), null, [
    'Turn-taking and hearing',
    'Loudness of the hosted voice',
  ]),
  /** Speech in ms before an interruption counts. */
  interruptionDelay: setting(z.number().int().min(0).max(1_000).nullable(), null, [
    'Turn-taking and hearing',
    'Speech before an interruption counts',
  ]),
  /** Whether speaking over the agent interrupts it. */
  bargeIn: setting(z.boolean(), true, ['Turn-taking and hearing', 'Speaking interrupts Parley']),
  /** When a tool's result is sent (protocol.md section 6.3). */
  toolResults: setting(z.enum(['at-once', 'after-reply']), 'at-once', [
    'Turn-taking and hearing',
    'When a tool’s result is sent',
  ]),
  /** The person's own rules: words heard at the start of a turn that change the talk at once. */
  rules: setting(z.array(ruleSchema).max(50), defaultRules, ['Your own rules', 'Your own rules']),
  /** Published price of the hosted service (protocol.md section 11). */
  dollarsPerHour: setting(z.number().min(0).max(1_000), 4.5, ['Cost and limits', 'Price per hour (US$)']),
  /** Seconds without speech or tool work after which a hosted talk is closed; null for never. */
  idleSeconds: setting(z.number().int().min(15).max(3_600).nullable(), 60, [
    'Cost and limits',
    'Close when idle (seconds)',
  ]),
  /** Most that the hosted service may cost, in dollars; null for no cap. */
  capConversation: setting(z.number().positive().max(10_000).nullable(), 1, [
    'Cost and limits',
    'Most for one conversation (US$)',
  ]),
  capDay: setting(z.number().positive().max(10_000).nullable(), 5, [
    'Cost and limits',
    'Most for a day (US$)',
  ]),
  capMonth: setting(z.number().positive().max(10_000).nullable(), 50, [
    'Cost and limits',
    'Most for a month (US$)',
  ]),
  /** Talks are kept on this computer, for so many days; null for ever. */
  keepHistory: setting(z.boolean(), true, ['History', 'Keep conversations']),
  /** Who makes summaries of kept conversations, when the person asks for one. */
  digestBy: setting(z.enum(['server', 'gateway']), 'server', ['History', 'Who makes summaries']),
  /** Model of AssemblyAI's LLM gateway. */
  gatewayModel: setting(z.string().trim().max(200), 'claude-sonnet-4-6', ['History', 'Model for summaries']),
  /** The person's JSON schema for what is extracted; empty for none. */
  extractionSchema: setting(z.string().max(20_000), '', ['History', 'What to extract']),
  keepHistoryDays: setting(z.number().int().min(1).max(3_650).nullable(), null, ['History', 'Keep them for']),
  /** Folders that tools may touch. */
  grants: setting(z.array(grantSchema).max(100), [], ['Folders Parley may use', 'Folders Parley may use']),
  /** What tools may do without asking, or not at all. Outward ones ask in any case. */
  toolChoices: setting(z.array(toolChoiceSchema).max(MOST_TOOL_CHOICES), [], ['Permissions', 'Permissions']),
  /** Ids of the grants whose names may be sent to the hosted service as key terms. */
  namesToService: setting(
    z.array(z.string().max(64)).max(100),
    [],
    ['Folders Parley may use', 'Names sent to the service'],
  ),
  /** MCP servers; their secrets are in the keychain. Changed by requests of their own only: a server is a program. */
  /** Programs that the person lets Parley run. */
  commands: setting(
    z.array(commandSchema).max(MAX_COMMANDS).refine(haveUniqueIds),
    [],
    ['Commands', 'Commands'],
  ),
  mcpServers: setting(
    z.array(mcpServerSchema).max(MAX_MCP_SERVERS).refine(haveUniqueIds),
    [],
    ['MCP servers', 'MCP servers'],
  ),
  /** Which new versions a signed release looks for: none, finished ones, or previews too. */
  updates: setting(z.enum(['off', 'releases', 'previews']), 'releases', ['Updates', 'Look for new versions']),
  /** Closing the window leaves Parley running. */
  closeKeepsRunning: setting(z.boolean(), true, ['Start and tray', 'Keep running when the window is closed']),
  /** Parley starts without its window. */
  startHidden: setting(z.boolean(), false, ['Start and tray', 'Start without the window']),
  /** Language of the window; `system` is English where the system speaks none of ours. */
  language: setting(z.enum(LANGUAGE_CHOICES), 'system', ['Language', 'Language of the window']),
  /** Whether Parley shows itself above other windows while it talks, out of the way. */
  overlay: setting(z.boolean(), true, [
    'Overlay and sounds',
    'Show a small panel above other windows while you talk',
  ]),
  /** Short sounds that tell where the talk stands; with a screen reader only if wanted. */
  cues: setting(z.enum(['off', 'essential', 'all']), 'essential', ['Overlay and sounds', 'Sounds']),
  cuesWithScreenReader: setting(z.boolean(), false, [
    'Overlay and sounds',
    'Sounds with a screen reader, too',
  ]),
  /** Whether a media player that plays is paused while somebody talks with Parley. */
  pauseMedia: setting(z.boolean(), false, ['Overlay and sounds', 'Pause music and videos while you talk']),
  /** Keys that work in every app. Changed by requests of their own only: what cannot be had is refused. */
  shortcuts: setting(shortcutsSchema, defaultShortcuts, ['Shortcuts', 'Shortcuts']),
  /** How far the first minute has come. */
  onboarding: setting(z.enum(ONBOARDING_PROGRESS), 'welcome', ['Start and tray', 'Show the first minute']),
  appearance: setting(z.enum(['system', 'light', 'dark']), 'system', ['Appearance', 'Appearance']),
  /** Size of everything in the windows; 1 is the system's. */
  textSize: setting(z.literal(TEXT_SIZES), 1, ['Appearance', 'Text size']),
} as const;

type Entries = typeof settingEntries;
/** Name of a setting. */
export type SettingName = keyof Entries;

/** The whole of the settings. */
export type Settings = { readonly [Name in SettingName]: z.infer<Entries[Name]['type']> };

const typesOf = <E extends Record<string, { type: z.ZodType }>>(entries: E) =>
  Object.fromEntries(Object.entries(entries).map(([name, { type }]) => [name, type])) as {
    [Name in keyof E]: E[Name]['type'];
  };

/** The settings when nothing was chosen yet. */
export const defaultSettings = Object.fromEntries(
  Object.entries(settingEntries).map(([name, { fallback }]) => [name, fallback]),
) as unknown as Settings;

/** A change of some settings by a window; unknown names, grants (chosen in a dialog only) and MCP servers and commands (programs) are refused. */
export const settingsPatchSchema = z
  .strictObject(typesOf(settingEntries))
  .omit({ grants: true, mcpServers: true, commands: true, shortcuts: true })
  .partial();
/** Some settings with new values. */
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
