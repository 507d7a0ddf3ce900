import { describe, expect, test } from 'vitest';
import { CUES, cueFor, noTalk, signsOf, type CueWishes, type TalkPicture, type TalkSigns } from './cue';

const all: CueWishes = { cues: 'all', cuesWithScreenReader: false, screenReader: false };
const signs = (more: Partial<TalkSigns>): TalkSigns => ({ ...noTalk, ...more });
const picture = (more: Partial<TalkPicture>): TalkPicture => ({
  status: 'listening',
  live: true,
  muted: false,
  hangUpAt: null,
  talkKey: 'unused',
  ...more,
});

describe('which cue goes with a step', () => {
  test.each<[string, Partial<TalkSigns>, Partial<TalkSigns>, string | null]>([
    ['the microphone is live', {}, { status: 'listening', listening: true }, 'listening'],
    ['it stays live', { listening: true }, { status: 'listening', listening: true }, null],
    ['shown as listening, not heard yet', { status: 'connecting' }, { status: 'listening' }, null],
    [
      'a turn is taken',
      { status: 'hearing', listening: true },
      { status: 'thinking', listening: true },
      'heard',
    ],
    [
      'a turn came to nothing',
      { status: 'hearing', listening: true },
      { status: 'listening', listening: true },
      null,
    ],
    ['a tool runs', { status: 'thinking' }, { status: 'working' }, 'working'],
    ['a tool is done', { status: 'working' }, { status: 'speaking' }, 'done'],
    ['the talk ends in mid-work', { status: 'working' }, { status: 'ended' }, null],
    ['a problem', { status: 'connecting' }, { status: 'problem' }, 'problem'],
    ['the same problem', { status: 'problem' }, { status: 'problem' }, null],
    ['muted', { status: 'listening', listening: true }, { status: 'muted', muted: true }, 'muted'],
    ['a talk begun by typing', { status: 'connecting' }, { status: 'muted', muted: true }, null],
    ['unmuted', { status: 'muted', muted: true }, { status: 'listening', listening: true }, 'listening'],
    ['the end is announced', { listening: true }, { listening: true, hangUp: true }, 'hang-up'],
    ['the announcement stands', { hangUp: true }, { hangUp: true }, null],
    ['a problem while muting', { listening: true }, { status: 'problem', muted: true }, 'problem'],
  ])('%s', (_, before, after, cue) => {
    expect(cueFor(signs(before), signs(after), all)).toBe(cue);
  });
});

describe('who wants to hear it', () => {
  const steps: Readonly<Record<(typeof CUES)[number], readonly [TalkSigns, TalkSigns]>> = {
    listening: [noTalk, signs({ status: 'listening', listening: true })],
    heard: [signs({ status: 'hearing' }), signs({ status: 'thinking' })],
    working: [noTalk, signs({ status: 'working' })],
    done: [signs({ status: 'working' }), signs({ status: 'speaking' })],
    problem: [noTalk, signs({ status: 'problem' })],
    muted: [signs({ listening: true }), signs({ muted: true })],
    'hang-up': [noTalk, signs({ hangUp: true })],
  };
  const heard = (wishes: Partial<CueWishes>) =>
    CUES.filter((cue) => cueFor(...steps[cue], { ...all, ...wishes }) === cue);

  test.each<[string, Partial<CueWishes>, readonly string[]]>([
    ['all', {}, CUES],
    ['essential', { cues: 'essential' }, ['listening', 'problem', 'muted', 'hang-up']],
    ['off', { cues: 'off' }, []],
    ['under a screen reader', { screenReader: true }, []],
    ['under a screen reader, wanted', { screenReader: true, cuesWithScreenReader: true }, CUES],
    ['off, and wanted under a screen reader', { cues: 'off', cuesWithScreenReader: true }, []],
  ])('%s', (_, wishes, cues) => expect(heard(wishes)).toEqual(cues));
});

describe('when the microphone counts as live', () => {
  test('only when it is shown as listening and really heard', () => {
    expect(signsOf(noTalk, picture({}), false).listening).toBe(false);
    expect(signsOf(noTalk, picture({ status: 'connecting' }), true).listening).toBe(false);
    expect(signsOf(noTalk, picture({}), true).listening).toBe(true);
  });

  test('a talk key that is let go closes the microphone, which is not muting', () => {
    const held = signsOf(noTalk, picture({ talkKey: 'held' }), true);
    const up = signsOf(held, picture({ status: 'thinking', muted: true, talkKey: 'up' }), false);
    expect(cueFor(noTalk, held, all)).toBe('listening');
    expect(cueFor(held, up, { ...all, cues: 'essential' })).toBeNull();
  });

  test('then it lasts through answers, until it is muted or the talk ends', () => {
    const listening = signs({ listening: true });
    expect(signsOf(listening, picture({ status: 'speaking' }), true).listening).toBe(true);
    expect(signsOf(listening, picture({ status: 'muted', muted: true }), true).listening).toBe(false);
    expect(signsOf(listening, picture({ status: 'ended', live: false }), true).listening).toBe(false);
  });
});
