/** What views show in tests, with names and texts as long as they come in life. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApprovalCard } from '../../../src/shared/ipc/approvals';
import type { TranscriptEntry } from '../../../src/shared/ipc/conversation';
import type { CheckResult } from '../../../src/shared/ipc/self-test';
import type { ShortcutsState } from '../../../src/shared/ipc/shortcuts';
import { defaultProfile } from '../../../src/shared/settings/profile';
import { handOver, type TempFolder } from '../temp-folder';

const LONG = `${'a-very-long-name-of-a-file-without-any-blank-'.repeat(4)}end.txt`;

type ToolEntry = Extract<TranscriptEntry, { kind: 'tool' }>;

function tool(state: ToolEntry['state'], more: Partial<ToolEntry> = {}): TranscriptEntry {
  return {
    kind: 'tool',
    id: `${state} ${JSON.stringify(more).length}`,
    name: 'write_file',
    arguments: JSON.stringify({ name: LONG, text: 'Hello.' }, null, 2),
    state,
    outcome: state === 'running' ? '' : `I wrote ${LONG} in Garden.`,
    milliseconds: state === 'running' ? null : 1_234,
    progress: null,
    detail: null,
    action: null,
    undone: false,
    foreign: false,
    ...more,
  };
}

/** A talk with every kind of entry, and tools in every state. */
export const entries: readonly TranscriptEntry[] = [
  { kind: 'user', id: 'said', text: 'Write a greeting, please.', final: true, typed: false },
  { kind: 'agent', id: 'answered', text: 'Here is what I did so far:', final: true, interrupted: true },
  tool('running', { progress: '120 of 400 files searched' }),
  tool('waiting', { outcome: 'Shall I write greeting.txt in Garden?' }),
  tool('refused', { outcome: 'Nobody answered in time, so nothing was done.' }),
  tool('failed', { outcome: 'The disk is full.' }),
  tool('cancelled', { outcome: 'You stopped it.' }),
  tool('done', { detail: 'line\n'.repeat(60), action: 'a1' }),
  tool('done', { action: 'a2', undone: true }),
  { kind: 'user', id: 'heard', text: 'And then', final: false, typed: false },
];

/** A request that waits, with all that a card may hold. */
export function card(id: string, name: string = LONG): ApprovalCard {
  return {
    id,
    tool: 'write_file',
    effect: `Writes the new file “${name}” in Garden.`,
    question: `Shall I write ${name} in Garden?`,
    risk: 'An older file of that name is overwritten.',
    arguments: JSON.stringify({ name, text: 'Hello, this is a long text. '.repeat(30) }, null, 2),
    preview: '-Hello, this was a text.\n+Hello, this is a long text.\n'.repeat(10),
    because: 'Parley has read text by others in this conversation.',
    verbs: ['write'],
    remember: ['conversation', 'always'],
    scope: 'Garden',
    expiresAt: Date.now() + 3_600_000,
  };
}

/** A reminder that rings since then, or a timer that runs. */
export function reminder(label: string, ringingSince: number | null) {
  const dueAt = ringingSince === null ? Date.now() + 3_600_000 : null;
  return { id: `r ${label}`, kind: 'reminder', label, dueAt, repeats: false, ringingSince } as const;
}

/** Shortcuts of which another app has one. */
export const takenShortcuts: ShortcutsState = {
  system: 'linux',
  backend: 'x11',
  sentence: 'Your desktop (X11) lets Parley see the talk key in every app.',
  canHold: true,
  chosenHere: true,
  problem: null,
  needsPermission: false,
  shortcuts: [
    {
      name: 'talk',
      keys: 'F9',
      isDefault: false,
      inSystem: null,
      problem: {
        code: 'shortcut_taken',
        sentence: 'Another app has taken this combination.',
        next: 'Choose another one, or free it in that app.',
      },
    },
  ],
};

/** Results of the self-test, one of each outcome. */
export const checks: readonly CheckResult[] = (['good', 'attention', 'failed', 'skipped'] as const).map(
  (outcome) => ({
    id: outcome,
    name: 'Sample rate',
    outcome,
    sentence: 'Microphones deliver 24,000 samples a second, as they should.',
    next: outcome === 'failed' ? 'Connect another microphone, then try again.' : '',
    facts: '',
  }),
);

/** Settings in which every list has something in it. */
export const fullSettings = {
  profiles: [
    defaultProfile,
    {
      ...defaultProfile,
      id: 'work',
      name: 'Work at the observatory in the mountains',
      engine: 'hosted',
      prompt: 'You are **brief**.\n- one\nSee https://example.com.',
      tools: ['get_time', 'a_tool_that_is_gone'],
    },
  ],
  commands: [
    {
      id: 'c1',
      name: 'photo backup',
      when: 'asks to back up the photos',
      program: `/opt/${LONG}`,
      arguments: ['--to', '{where}'],
      parameters: [{ name: 'where', type: 'text', description: 'where to', choices: [] }],
      folder: 'home',
      seconds: 60,
      class: 'outward',
      tellsOutput: true,
    },
  ],
  mcpServers: [
    {
      id: 'everything',
      name: 'everything',
      enabled: false,
      transport: { type: 'stdio', command: '/usr/bin/true', args: [LONG], env: [], cwd: null },
      tools: {},
    },
  ],
} as const;

const ACTIONS = [
  {
    outcome: 'done',
    allowed: 'approved',
    by: 'click',
    said: 'I wrote greeting.txt.',
    effect: 'Writes greeting.txt',
  },
  { outcome: 'not-run', allowed: 'denied', by: 'click', said: 'You said no.', effect: `Writes ${LONG}` },
  { outcome: 'failed', allowed: 'class', by: null, said: 'The disk is full.', effect: null },
  { outcome: 'done', allowed: 'always', by: null, said: 'I opened greeting.txt.', effect: 'Opens it' },
] as const;

/** Puts a record of actions into a home that no app uses yet. */
export async function keepActions(home: TempFolder): Promise<void> {
  const now = new Date();
  const folder = join(home.path, 'audit');
  mkdirSync(folder, { recursive: true });
  await handOver(folder);
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
  const lines = ACTIONS.map((action, at) =>
    JSON.stringify({
      type: 'action',
      id: `action-${at}`,
      at: now.getTime() - 60_000 * (at + 1),
      conversation: 'earlier',
      heard: 'Please write it down.',
      tool: 'write_file',
      class: 'reversible',
      arguments: { name: LONG },
      undo: null,
      ...action,
    }),
  ).reverse();
  const file = join(folder, `${month}.jsonl`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  await handOver(file);
}
