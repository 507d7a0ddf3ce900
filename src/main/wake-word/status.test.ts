import { expect, test } from 'vitest';
import { keepsMicrophone, wakeWordStatus, type WakeWordFacts } from './status';

const ready: WakeWordFacts = {
  ...{ wanted: true, enrolled: true, recording: false, inTalk: false, away: false },
  ...{ allowed: true, microphone: true, models: true, ownSound: false },
};

test('listens when everything is as it should be', () => {
  expect(wakeWordStatus(ready)).toEqual({ name: 'listening' });
});

test.each([
  [{ wanted: false }, { name: 'off' }],
  [{ enrolled: false }, { name: 'off' }],
  [{ recording: true }, { name: 'waiting', why: 'recording' }],
  [{ inTalk: true }, { name: 'waiting', why: 'talk' }],
  [{ away: true }, { name: 'waiting', why: 'away' }],
  [{ allowed: false }, { name: 'waiting', why: 'paused' }],
  [{ models: false }, { name: 'waiting', why: 'models' }],
  [{ microphone: false }, { name: 'waiting', why: 'microphone' }],
  [{ ownSound: true }, { name: 'waiting', why: 'sound' }],
] as const)('with %j it is %j', (change, status) => {
  expect(wakeWordStatus({ ...ready, ...change })).toEqual(status);
});

test('the microphone is open only while listening, for a moment of own sound, and along with an unmuted talk', () => {
  expect(keepsMicrophone({ name: 'off' }, false)).toBe(false);
  expect(keepsMicrophone({ name: 'listening' }, true)).toBe(true);
  for (const why of ['paused', 'away', 'recording', 'models'] as const) {
    expect(keepsMicrophone({ name: 'waiting', why }, false)).toBe(false);
  }
  expect(keepsMicrophone({ name: 'waiting', why: 'talk' }, true)).toBe(false);
  expect(keepsMicrophone({ name: 'waiting', why: 'talk' }, false)).toBe(true);
});
