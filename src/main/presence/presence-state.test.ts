import { describe, expect, it } from 'vitest';
import type { ConversationStatus } from '../../shared/ipc/conversation';
import { presenceState, presenceWords, type TalkGlance } from './presence-state';
import { trayMenu, type TrayEntry, type TrayPicture } from './tray-menu';

const glance = (status: ConversationStatus, more: Partial<TalkGlance> = {}): TalkGlance => ({
  status,
  problem: null,
  live: !['ready', 'ended', 'problem'].includes(status),
  muted: false,
  resting: false,
  ...more,
});

describe('the icon', () => {
  it.each([
    ['ready', 'idle'],
    ['ended', 'idle'],
    ['connecting', 'working'],
    ['listening', 'listening'],
    ['hearing', 'listening'],
    ['thinking', 'working'],
    ['working', 'working'],
    ['approval', 'approval'],
    ['speaking', 'speaking'],
    ['muted', 'muted'],
    ['reconnecting', 'working'],
    ['ending', 'working'],
    ['problem', 'problem'],
  ] as const)('%s is shown as %s', (status, state) => {
    expect(presenceState(glance(status), false)).toBe(state);
  });

  it('shows a pause only while nothing goes on', () => {
    expect(presenceState(glance('ready'), true)).toBe('paused');
    expect(presenceState(glance('listening'), true)).toBe('listening');
  });

  it('does not hide that a resting talk is listened to', () => {
    expect(presenceState(glance('ready', { resting: true }), false)).toBe('listening');
    expect(presenceState(glance('ready', { resting: true }), true)).toBe('listening');
    expect(presenceState(glance('ready', { resting: true, muted: true }), false)).toBe('idle');
  });
});

describe('the words', () => {
  it('name the problem itself', () => {
    const problem = { code: 'x', sentence: 'No microphone was found.', next: 'Connect one.' };
    const talk = glance('problem', { problem });
    expect(presenceWords('problem', talk, '')).toBe('No microphone was found.');
  });

  it('tell until when listening is paused', () => {
    expect(presenceWords('paused', glance('ready'), '15:40')).toBe('Paused until 15:40');
  });
});

const picture = (more: Partial<TrayPicture> = {}): TrayPicture => ({
  words: 'Ready',
  trouble: null,
  talk: glance('ready'),
  pausedUntil: null,
  profiles: [
    { id: 'parley', name: 'Parley' },
    { id: 'work', name: 'R & D' },
  ],
  activeProfile: 'work',
  ...more,
});
const labels = (entries: readonly TrayEntry[]) =>
  entries.flatMap((entry) => (entry.type === 'separator' ? [] : [entry.label]));
const named = (entries: readonly TrayEntry[], label: string) =>
  entries.find((entry) => entry.type !== 'separator' && entry.label === label);

describe('the menu', () => {
  it('begins with the state and ends with the way out', () => {
    expect(labels(trayMenu(picture()))).toEqual([
      'Ready',
      'Start conversation',
      'Mute microphone',
      'Profile',
      'Pause listening for an hour',
      'Show Parley',
      'Settings…',
      'Quit Parley',
    ]);
  });

  it('tells of what does not work under the state, with the way to the settings', () => {
    const menu = trayMenu(picture({ trouble: 'Another app has taken the key for “Talk”.' }));
    expect(labels(menu).slice(0, 2)).toEqual(['Ready', 'Another app has taken the key for “Talk”.']);
    expect(menu[1]).toMatchObject({ enabled: true, action: { type: 'settings' } });
  });

  it('mutes only what is open', () => {
    expect(named(trayMenu(picture()), 'Mute microphone')).toMatchObject({ enabled: false });
    const open = trayMenu(picture({ talk: glance('listening') }));
    expect(named(open, 'Mute microphone')).toMatchObject({ enabled: true, action: { muted: true } });
    expect(named(open, 'End conversation')).toMatchObject({ action: { type: 'end' } });
    const muted = trayMenu(picture({ talk: glance('muted', { muted: true }) }));
    expect(named(muted, 'Unmute microphone')).toMatchObject({ action: { muted: false } });
  });

  it('ends a talk that rests, so that its microphone can be closed', () => {
    const menu = trayMenu(picture({ talk: glance('ready', { resting: true }) }));
    expect(named(menu, 'End conversation')).toMatchObject({ enabled: true });
  });

  it('marks the profile in use, and underlines nothing in its name', () => {
    expect(named(trayMenu(picture()), 'Profile')).toMatchObject({
      options: [
        { label: 'Parley', chosen: false },
        { label: 'R && D', chosen: true },
      ],
    });
  });

  it('takes a pause back', () => {
    const menu = trayMenu(picture({ pausedUntil: '15:40' }));
    expect(named(menu, 'Listen again (paused until 15:40)')).toMatchObject({ action: { type: 'resume' } });
  });
});
