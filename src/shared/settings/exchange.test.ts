import { describe, expect, test } from 'vitest';
import { changedSections, exportedSettings, importChanges, mergedSettings, readExchange } from './exchange';
import { defaultProfile } from './profile';
import { defaultSettings, type Settings } from './schema';

const settings = (changes: Partial<Settings>): Settings => ({ ...defaultSettings, ...changes });
const file = (stored: object, version = 2) =>
  JSON.stringify({ format: 'parley-settings', version, settings: stored });
function read(text: string) {
  const result = readExchange(text);
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

test('what is exported is read again, and changes nothing', () => {
  const here = settings({ appearance: 'dark', speakingSpeed: 1.5, capDay: null });
  const result = read(exportedSettings(here));
  expect(result).toMatchObject({ unknown: [], unfit: [], left: [], newer: false });
  expect(importChanges(here, result.settings)).toEqual([]);
  expect(
    importChanges(defaultSettings, result.settings).map(({ name, from, to }) => [name, from, to]),
  ).toEqual([
    ['speakingSpeed', '1', '1.5'],
    ['capDay', '5', 'none'],
    ['appearance', 'system', 'dark'],
  ]);
});

test('devices, folders and what is allowed in them do not leave the computer', () => {
  const text = exportedSettings(
    settings({
      inputDevice: { id: 'x1', label: 'Headset of Ada' },
      grants: [{ id: 'g1', path: '/home/ada/Secret' }],
      namesToService: ['g1'],
      toolChoices: [{ tool: 'move_item', scope: 'g1', scopeLabel: 'Secret', choice: 'always' }],
    }),
  );
  for (const word of ['Ada', 'Secret', 'g1']) expect(text).not.toContain(word);
});

test('a file of an older version is upgraded', () => {
  const { settings: imported, unknown } = read(file({ engine: 'hosted', appearance: 'dark' }, 1));
  expect(imported.profiles?.[0]?.engine).toBe('hosted');
  expect(unknown).toEqual([]);
});

test('what is not known, does not fit or belongs elsewhere is told, and the rest is taken', () => {
  const result = read(file({ appearance: 'pink', warp: 9, bargeIn: false, grants: [], wakeWord: true }, 7));
  expect(result).toMatchObject({
    settings: { bargeIn: false },
    unknown: ['warp'],
    unfit: ['appearance'],
    left: ['Folders Parley may use', 'Listen for its name'],
    newer: true,
  });
  expect(Object.keys(result.settings)).toEqual(['bargeIn']);
});

test.each(['', 'null', '{}', '[1]', '{"format":"other","version":2,"settings":{}}'])(
  '%j is refused',
  (text) => expect(readExchange(text).ok).toBe(false),
);

describe('nothing that could harm is switched on by itself', () => {
  const server = {
    id: 's',
    name: 'Notes',
    enabled: true,
    transport: { type: 'stdio' as const, command: 'npx', args: [], env: [], cwd: null },
    tools: { wipe: { choice: 'read' as const, fingerprint: 'f' } },
  };

  const command = {
    ...{ id: 'c', name: 'backup', when: 'asks for a backup', program: '/usr/bin/rsync', arguments: [] },
    ...{ parameters: [], folder: 'home', seconds: 30, class: 'read' as const, tellsOutput: true },
  };

  test('an MCP server comes switched off, and what its tools may do is not taken', () => {
    const { mcpServers } = mergedSettings(defaultSettings, { mcpServers: [server] });
    expect(mcpServers).toEqual([{ ...server, enabled: false, tools: {} }]);
  });

  test('an MCP server that is there stays as it is', () => {
    const here = settings({ mcpServers: [server] });
    const hostile = { ...server, transport: { ...server.transport, command: '/tmp/evil' } };
    const others = [hostile, { ...hostile, name: 'Other' }, { ...hostile, id: 'other' }];
    for (const one of others) {
      expect(mergedSettings(here, { mcpServers: [one] }).mcpServers).toEqual([server]);
    }
  });

  test('a choice for a single place is not taken, and those that are there stay', () => {
    const own = { tool: 'move_item', scope: 'g1', scopeLabel: 'Here', choice: 'deny' as const };
    const hostile = { ...own, choice: 'always' as const };
    expect(mergedSettings(settings({ toolChoices: [own] }), { toolChoices: [hostile] }).toolChoices).toEqual([
      own,
    ]);
  });

  test.each<Partial<Settings>>([
    { toolChoices: [{ tool: 'move_item', scope: null, scopeLabel: null, choice: 'always' }] },
    { mcpServers: [server] },
    { commands: [command] },
    { region: 'custom' },
    { customHost: 'evil.example' },
    { thinking: 'language-model' },
    { digestBy: 'gateway' },
    { dollarsPerHour: 0 },
    { idleSeconds: null },
    { capConversation: null },
    { capDay: null },
    { languageModelAddress: 'https://evil.example/v1' },
    { capMonth: null },
    { keepHistoryDays: 1 },
    { keepHistory: false },
    { updates: 'off' },
    { gatewayModel: 'other' },
    { profiles: [{ ...defaultProfile, engine: 'hosted' }] },
  ])('%j waits for the person', (imported) => {
    expect(importChanges(defaultSettings, imported).map(({ careful }) => careful)).toEqual([
      expect.any(String),
    ]);
  });
});

test('a file that only names another profile does not switch to one that costs money unasked', () => {
  const paid = { ...defaultProfile, id: 'paid', engine: 'hosted' as const };
  const here = settings({ profiles: [defaultProfile, paid] });
  const [change] = importChanges(here, { activeProfile: 'paid' });
  expect(change?.careful).toMatch(/costs money/);
  expect(
    importChanges({ ...here, activeProfile: 'paid' }, { activeProfile: 'parley' })[0]?.careful,
  ).toBeNull();
});

test('a profile that comes with more tools than the person gave it waits for the person', () => {
  const few = { ...defaultProfile, tools: ['find_files'] };
  const here = settings({ profiles: [few] });
  const carefulAbout = (tools: string[] | null) =>
    importChanges(here, { profiles: [{ ...few, name: 'Other', tools }] })[0]?.careful;
  expect(carefulAbout(null)).toMatch(/more tools/);
  expect(carefulAbout(['find_files', 'trash_item'])).toMatch(/more tools/);
  expect(carefulAbout(['find_files'])).toBeNull();
  expect(carefulAbout([])).toBeNull();
});

test('what is allowed is not hidden behind a long list of what is not', () => {
  const choice = (tool: string, allowed: 'always' | 'deny') => ({
    ...{ tool, scope: null, scopeLabel: null, choice: allowed },
  });
  const many = Array.from({ length: 100 }, (_, at) => choice(`tool_${at}`, 'deny'));
  const [change] = importChanges(defaultSettings, { toolChoices: [...many, choice('quit_app', 'always')] });
  expect(change?.to).toMatch(/^quit_app: always, /);
});

test('profiles of the person stay beside those that come', () => {
  const here = settings({ profiles: [{ ...defaultProfile, id: 'mine', name: 'Mine' }] });
  const { profiles } = mergedSettings(here, { profiles: [{ ...defaultProfile, name: 'Theirs' }] });
  expect(profiles?.map(({ name }) => name)).toEqual(['Mine', 'Theirs']);
});

test('sections with something changed can be set back, but entries of the person stay', () => {
  const changed = settings({
    appearance: 'dark',
    capDay: null,
    idleSeconds: 30,
    grants: [{ id: 'g', path: '/home/ada' }],
  });
  expect([...changedSections(changed)]).toEqual([
    ['Cost and limits', ['idleSeconds', 'capDay']],
    ['Appearance', ['appearance']],
  ]);
});
