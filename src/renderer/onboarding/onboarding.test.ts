import { describe, expect, test } from 'vitest';
import type { TranscriptEntry } from '../../shared/ipc/conversation';
import type { SoundCheckPicture } from '../../shared/ipc/onboarding';
import { FakeBridge } from '../fake-bridge';
import { microphoneAction, microphoneWords } from './check-words';
import { firstTalk } from './first-talk';
import { OnboardingStore } from './onboarding.svelte';

const kept = (bridge: FakeBridge) =>
  bridge
    .asked()
    .filter(([name]) => name === 'settings.change')
    .map(([, patch]) => patch);

describe('the first minute in the window', () => {
  test('keeps every step that is reached, and nothing when there is no way back', async () => {
    const bridge = new FakeBridge();
    const store = new OnboardingStore(bridge);
    await store.back();
    void store.onward();
    void store.onward();
    void store.back();
    void store.leave();
    expect(kept(bridge)).toEqual([
      { onboarding: 'engine' },
      { onboarding: 'microphone' },
      { onboarding: 'engine' },
      { onboarding: 'done' },
    ]);
  });

  test('goes on where it was left, and closes the microphone when it is left', () => {
    const bridge = new FakeBridge();
    const store = new OnboardingStore(bridge);
    const end = store.connect();
    store.resume('microphone');
    expect(store.at).toBe('microphone');
    end();
    expect(bridge.asked().map(([name]) => name)).toContain('soundCheck.stop');
  });

  test('tells why main refused, until the next step', async () => {
    const bridge = new FakeBridge();
    const store = new OnboardingStore(bridge);
    const listening = store.listen();
    await bridge.refuse('soundCheck.listen', 'A conversation is open.');
    await listening;
    expect(store.failure).toBe('A conversation is open.');
    void store.onward();
    expect(store.failure).toBe('');
  });
});

describe('the button of the microphone’s check', () => {
  const open = { device: 'Laptop', bluetooth: false };
  const action = (
    microphone: SoundCheckPicture['microphone'],
    playing: SoundCheckPicture['playing'] = 'nothing',
  ) => microphoneAction({ microphone, playing, speakerTrouble: '' });

  test('opens, ends, plays back, and ends that', () => {
    const heard = { name: 'heard', loudness: 'good', ...open } as const;
    expect(action({ name: 'off' })).toBe('listen');
    expect(action({ name: 'waiting', ...open })).toBe('stop');
    expect(action(heard)).toBe('play-back');
    expect(action(heard, 'recording')).toBe('stop');
  });

  test('tries again after a failure', () => {
    expect(action({ name: 'failed', why: 'permission' })).toBe('listen');
  });
});

test('only a refused permission leads to the privacy settings', () => {
  const page = (why: 'permission' | 'none' | 'busy') => microphoneWords({ name: 'failed', why }).page;
  expect([page('permission'), page('none'), page('busy')]).toEqual(['microphone-permission', 'sound', null]);
});

describe('the first talk', () => {
  const user = (id: string, final = true): TranscriptEntry => ({
    ...{ kind: 'user', id, text: 'What time is it?', final, typed: false },
  });
  const agent = (id: string, final = true, text = 'It is nine.'): TranscriptEntry => ({
    ...{ kind: 'agent', id, text, final, interrupted: false },
  });
  const none = new Set<string>();

  test('has not succeeded by a greeting, nor by an answer that is still spoken', () => {
    expect(firstTalk([agent('1')], none)).toMatchObject({
      said: null,
      answer: { id: '1' },
      succeeded: false,
    });
    expect(firstTalk([agent('1'), user('2')], none)).toMatchObject({ answer: null, succeeded: false });
    expect(firstTalk([agent('1'), user('2'), agent('3', false)], none).succeeded).toBe(false);
  });

  test('has succeeded once an answer was heard to its end, whatever is said next', () => {
    const answered = [agent('1'), user('2'), agent('3')];
    expect(firstTalk(answered, none)).toMatchObject({
      said: { id: '2' },
      answer: { id: '3' },
      succeeded: true,
    });
    expect(firstTalk([...answered, user('4')], none).succeeded).toBe(true);
  });

  test('does not count what was said before', () => {
    expect(firstTalk([user('1'), agent('2')], new Set(['1', '2'])).succeeded).toBe(false);
  });
});
