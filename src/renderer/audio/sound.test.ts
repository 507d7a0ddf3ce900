import { expect, test, vi } from 'vitest';
import type { AudioSetup } from '../../shared/ipc/audio';
import type { CapturePath } from './capture-path';
import type { PlaybackPath } from './playback-path';
import { Sound } from './sound';

const wanted: AudioSetup = { microphone: true, input: null, output: null, autoGainControl: true };
const nothing = () => undefined;

/** Sound over speakers that never answer; `microphones` tells of each that was opened whether it is still on. */
function soundWithHangingSpeakers() {
  const microphones: boolean[] = [];
  const media = {
    addEventListener: nothing,
    enumerateDevices: () => Promise.resolve([]),
    getUserMedia: () => {
      const at = microphones.push(true) - 1;
      const track = {
        label: 'Laptop',
        readyState: 'live',
        addEventListener: nothing,
        getSettings: () => ({}),
        stop: () => (microphones[at] = false),
      };
      return Promise.resolve({ getAudioTracks: () => [track], getTracks: () => [track] });
    },
  };
  const capture = {
    connect: nothing,
    onSilent: nothing,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const playback = {
    onBreakdown: nothing,
    playOn: () => new Promise(nothing),
    start: () => new Promise(nothing),
    stop: () => Promise.resolve(),
  };
  const sound = new Sound(
    media as unknown as MediaDevices,
    capture as unknown as CapturePath,
    playback as unknown as PlaybackPath,
    nothing,
  );
  return { sound, microphones };
}

test.each([
  ['is over', (sound: Sound) => sound.close()],
  ['wants it no more', (sound: Sound) => sound.open({ ...wanted, microphone: false })],
])('the microphone is let go as soon as its use %s, although the speakers hang', async (_, end) => {
  const { sound, microphones } = soundWithHangingSpeakers();
  sound.open(wanted);
  await vi.waitFor(() => expect(microphones).toEqual([true]));
  await Promise.resolve();
  end(sound);
  expect(microphones).toEqual([false]);
});
