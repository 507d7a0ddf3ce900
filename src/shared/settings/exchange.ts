/**
 * Settings as a file that goes from one computer to another. It holds no key: those are in the keychain. What belongs
 * to one computer (devices, folders, what is allowed in them) stays there.
 */
import { z } from 'zod';
import { isRecord } from '../json';
import { MAX_MCP_SERVERS } from './mcp-server';
import { activeProfile, MAX_PROFILES } from './profile';
import { readSettings } from './read';
import { defaultSettings, settingEntries, SETTINGS_VERSION, type SettingName, type Settings } from './schema';
import type { SettingPlace, SettingsSection } from './sections';
import { upgradeSettings } from './upgrades';

const FORMAT = 'parley-settings';
/** Longest file that is read, in characters. */
export const MOST_IMPORTED = 4_000_000;
const MOST_TOLD = 160;

/** Mean something on one computer only, or were chosen in a dialog of the system there. */
const STAYS: readonly SettingName[] = [
  ...(['inputDevice', 'outputDevice', 'grants', 'namesToService', 'wakeWord', 'onboarding'] as const),
];

const names = Object.keys(settingEntries) as SettingName[];
const travelling = names.filter((name) => !STAYS.includes(name));

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number().int().min(1),
  settings: z.record(z.string().max(200), z.unknown()),
});

/** One setting that an imported file would change. */
export interface ImportChange {
  readonly name: SettingName;
  readonly section: SettingsSection;
  readonly label: SettingPlace[1];
  /** The value now and then, in words. */
  readonly from: string;
  readonly to: string;
  /** Why it is not taken unless the person chooses it; null for what does no harm. */
  readonly careful: string | null;
}

/** What a file would bring, or why it cannot be read. */
export type ReadExchange =
  | {
      readonly ok: true;
      readonly settings: Partial<Settings>;
      /** Names that this Parley does not know, that do not fit, and that belong to the other computer. */
      readonly unknown: readonly string[];
      readonly unfit: readonly string[];
      readonly left: readonly string[];
      readonly newer: boolean;
    }
  | { readonly ok: false; readonly sentence: string };

/** The settings as the text of a file. */
export function exportedSettings(settings: Settings): string {
  const kept = Object.fromEntries(travelling.map((name) => [name, settings[name]]));
  const toolChoices = settings.toolChoices.filter(({ scope }) => scope === null);
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, settings: { ...kept, toolChoices } }, null, 2)}\n`;
}

/** Reads such a file of any version. Each value is checked on its own, as in the settings file. */
export function readExchange(text: string): ReadExchange {
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success) return { ok: false, sentence: 'This file holds no settings of Parley.' };
  const { version, settings: stored } = file.data;
  const record = upgradeSettings({ ...stored, version });
  const read = readSettings(record);
  const has = (name: SettingName) => Object.hasOwn(record, name);
  const taken = travelling.filter((name) => has(name) && !read.replaced.includes(name));
  const unfit = new Set(read.replaced);
  return {
    ok: true,
    settings: Object.fromEntries(taken.map((name) => [name, read.settings[name]])),
    unknown: Object.keys(record)
      .filter((name) => name !== 'version' && !Object.hasOwn(settingEntries, name))
      .filter((name) => version > 1 || !['engine', 'hostedVoice', 'localVoice'].includes(name))
      .map(clipped),
    unfit: [...unfit].map(clipped),
    left: STAYS.filter((name) => Object.hasOwn(stored, name)).map((name) => settingEntries[name].place[1]),
    newer: read.fromTheFuture,
  };
}

/**
 * The settings as they would be with what was imported: profiles and rules are added to the ones there are, permissions
 * for single places stay as they are, the rest is replaced.
 */
export function mergedSettings(current: Settings, imported: Partial<Settings>): Partial<Settings> {
  const { profiles, rules, toolChoices, mcpServers, commands } = imported;
  // By id as well: keys are kept by it, and none may come to be another program's.
  const knownServers = new Set(current.mcpServers.flatMap(({ id, name }) => [id, name]));
  return {
    ...imported,
    ...(profiles && { profiles: byId(current.profiles, profiles).slice(0, MAX_PROFILES) }),
    ...(rules && { rules: byId(current.rules, rules).slice(0, 50) }),
    ...(toolChoices && {
      toolChoices: [
        ...current.toolChoices.filter(({ scope }) => scope !== null),
        ...toolChoices.filter(({ scope }) => scope === null),
      ],
    }),
    // Programs are only ever added, never switched on, and what their tools may do is not taken.
    ...(mcpServers && {
      mcpServers: [
        ...current.mcpServers,
        ...mcpServers
          .filter(({ id, name }) => !knownServers.has(id) && !knownServers.has(name))
          .map((server) => ({ ...server, enabled: false, tools: {} })),
      ].slice(0, MAX_MCP_SERVERS),
    }),
    ...(commands && { commands: byId(current.commands, commands) }),
  };
}

/** What would change, setting by setting, in the order of the settings. */
export function importChanges(current: Settings, imported: Partial<Settings>): readonly ImportChange[] {
  const merged = mergedSettings(current, imported);
  return names.flatMap((name) => {
    if (!Object.hasOwn(merged, name) || same(merged[name], current[name])) return [];
    const [section, label] = settingEntries[name].place;
    const careful = carefulAbout(name, { ...current, ...merged }, current);
    return [{ name, section, label, from: inWords(current[name]), to: inWords(merged[name]), careful }];
  });
}

/** The settings that differ from their defaults and can be set back, by section. */
export function changedSections(settings: Settings): ReadonlyMap<SettingsSection, readonly ResettableName[]> {
  const sections = new Map<SettingsSection, readonly ResettableName[]>();
  for (const name of names.filter(isResettable)) {
    if (same(settings[name], defaultSettings[name])) continue;
    const [section] = settingEntries[name].place;
    sections.set(section, [...(sections.get(section) ?? []), name]);
  }
  return sections;
}

/** What a reset leaves alone: entries of the person's own, which go one by one, and how far the first minute has come. */
const OWN = [
  ...(['grants', 'mcpServers', 'commands', 'namesToService', 'onboarding'] as const),
] as const satisfies readonly SettingName[];
/** A setting that a reset sets back. */
export type ResettableName = Exclude<SettingName, (typeof OWN)[number]>;
const isResettable = (name: SettingName): name is ResettableName =>
  !(OWN as readonly SettingName[]).includes(name);

function carefulAbout(name: SettingName, merged: Settings, current: Settings): string | null {
  switch (name) {
    case 'profiles':
      return aboutProfiles(merged, current);
    case 'activeProfile':
      return activeProfile(merged).engine === 'hosted' ? USES_HOSTED : null;
    case 'toolChoices':
      return 'It decides what tools may do without asking.';
    case 'commands':
      return 'These are programs. You are asked about each.';
    case 'mcpServers':
      return 'These are programs and addresses of others. They come switched off and without their keys.';
    case 'region':
    case 'customHost':
      return 'Your key and what you say would go there.';
    case 'thinking':
    case 'languageModelAddress':
    case 'digestBy':
    case 'gatewayModel':
      return 'It decides who is sent what was said.';
    case 'keepHistory':
      return 'It decides whether conversations are kept.';
    case 'updates':
      return 'It decides which new versions are looked for.';
    case 'dollarsPerHour':
    case 'idleSeconds':
    case 'capConversation':
    case 'capDay':
    case 'capMonth':
      return 'It decides how much the hosted service may cost.';
    case 'keepHistoryDays':
      return 'Conversations that are older are deleted.';
    default:
      return null;
  }
}

const USES_HOSTED = 'A profile in it uses the hosted service, which costs money and is sent what you say.';

/** A profile of the person may be replaced: it must not come to cost money, or to use more tools, unasked. */
function aboutProfiles({ profiles }: Settings, current: Settings): string | null {
  if (profiles.some(({ engine }) => engine === 'hosted')) return USES_HOSTED;
  const widened = current.profiles.some(({ id, tools }) => {
    const after = profiles.find((profile) => profile.id === id);
    return tools !== null && (after?.tools?.some((tool) => !tools.includes(tool)) ?? after !== undefined);
  });
  return widened ? 'A profile in it may use more tools than before.' : null;
}

/** A value in a few words. Long texts and lists are told by their beginning. */
function inWords(value: unknown): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) {
    // What is allowed comes first, so that a long list does not hide it.
    const list = [...value].sort((a, b) => Number(isAllowed(b)) - Number(isAllowed(a)));
    return list.length === 0 ? 'none' : clipped(list.map(entryName).join(', '));
  }
  return clipped(typeof value === 'string' ? value : JSON.stringify(value));
}

const isAllowed = (entry: unknown): boolean => isRecord(entry) && entry['choice'] === 'always';

function entryName(entry: unknown): string {
  if (!isRecord(entry)) return String(entry);
  const { tool, choice } = entry;
  if (typeof tool === 'string') return `${tool}: ${String(choice)}`;
  const name = entry['name'] ?? entry['phrase'];
  return typeof name === 'string' ? name : '?';
}

const clipped = (text: string): string => (text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)}…` : text);

function byId<Entry extends { readonly id: string }>(
  current: readonly Entry[],
  added: readonly Entry[],
): Entry[] {
  const replaced = current.map((entry) => added.find(({ id }) => id === entry.id) ?? entry);
  return [...replaced, ...added.filter(({ id }) => !current.some((entry) => entry.id === id))];
}

/** Both come from zod, which gives the names of a record in one order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
