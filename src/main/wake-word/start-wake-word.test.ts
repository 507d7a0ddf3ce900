import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SpeechClient } from '../../shared/ipc/speech-client';
import { defaultSettings } from '../../shared/settings/schema';
import { initialState } from '../conversation/state';
import { snapshotOf } from '../conversation/snapshot';
import type { Conversation } from '../conversation/conversation';
import { SoundUse } from '../desktop/sound-use';
import { startWakeWord } from './start-wake-word';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'parley-name-'))));
afterEach(() => rm(folder, { recursive: true }));

/** The wake word over a sound of which `microphone` tells whether it is open. */
function started() {
  const state = { microphone: false };
  const sound = new SoundUse(
    {
      open: ({ microphone }) => void (state.microphone = microphone),
      close: () => void (state.microphone = false),
      play: () => undefined,
    },
    (microphone) => ({ microphone, input: null, output: null, autoGainControl: true }),
  );
  const conversation = {
    active: false,
    current: () => ({ snapshot: snapshotOf(initialState, 0, 0), transcript: [] }),
    dispatch: () => undefined,
  };
  const wakeWord = startWakeWord({
    userData: folder,
    settings: { current: defaultSettings, change: () => defaultSettings },
    conversation: () => conversation as unknown as Conversation,
    processes: {
      connectSpeech: () => new SpeechClient({ post: () => undefined, listen: () => undefined }),
    },
    sound,
    announcer: { saying: null },
    presence: {
      listening: {
        rules: { wakeWord: true, shortcuts: true, warmth: true },
        onChange: () => () => undefined,
      },
      refresh: () => undefined,
    },
    tell: () => undefined,
    log: () => undefined,
  });
  return { wakeWord, state };
}

test.each([
  ['the window is out of sight', (wakeWord: ReturnType<typeof startWakeWord>) => wakeWord.unseen()],
  ['the computer is locked', (wakeWord: ReturnType<typeof startWakeWord>) => wakeWord.setAway(true)],
  ['Parley ends', (wakeWord: ReturnType<typeof startWakeWord>) => void wakeWord.close()],
])('a recording of the name ends, and its microphone closes, when %s', async (_, happens) => {
  const { wakeWord, state } = started();
  const recorded = Promise.resolve(wakeWord.handlers['wakeWord.record'](0));
  expect(state.microphone).toBe(true);
  happens(wakeWord);
  expect(await recorded).toEqual({ ok: false, why: 'stopped' });
  expect(state.microphone).toBe(false);
});

test('trying the name out ends with the window that shows it', async () => {
  const { wakeWord } = started();
  await wakeWord.handlers['wakeWord.test'](true);
  expect(await wakeWord.handlers['wakeWord.current'](undefined)).toMatchObject({ testing: true });
  wakeWord.unseen();
  expect(await wakeWord.handlers['wakeWord.current'](undefined)).toMatchObject({ testing: false });
});
