import { expect, test } from 'vitest';
import type { SoundDevice } from './device-choice';
import { Speakers } from './speakers';

const device = (deviceId: string, label: string): SoundDevice => ({
  kind: 'audiooutput',
  deviceId,
  label,
  groupId: label,
});
const system = device('default', 'Default');
const headset = device('2', 'Headset');
const choice = { id: '2', label: 'Headset' };

/** An output on which only these devices start. */
function speakersWith(working: ReadonlySet<string | null>) {
  const played: (string | null)[] = [];
  let current: string | null = '';
  const speakers = new Speakers({
    playOn: async (deviceId) => {
      current = deviceId;
      played.push(deviceId);
    },
    start: async () => {
      if (!working.has(current)) throw new Error('It does not start.');
    },
    stop: async () => undefined,
  });
  return { speakers, played };
}

test('the system default needs no change', async () => {
  const { speakers, played } = speakersWith(new Set(['']));
  expect(await speakers.settle(null, [])).toBe(false);
  expect(played).toEqual([]);
});

test('plays on the chosen device without an alarm', async () => {
  const { speakers, played } = speakersWith(new Set(['', '2']));
  expect(await speakers.settle(choice, [system, headset])).toBe(false);
  expect(played).toEqual(['2']);
  expect(speakers.label(choice, [system, headset])).toBe('Headset');
});

test('a device that goes is replaced by the system default, told, and taken up again when it is back', async () => {
  const { speakers, played } = speakersWith(new Set(['', '2']));
  await speakers.settle(choice, [system, headset]);
  expect(await speakers.settle(choice, [system])).toBe(true);
  expect(speakers.label(choice, [system])).toBe('Default');
  expect(await speakers.settle(choice, [system, headset])).toBe(false);
  expect(played).toEqual(['2', '', '2']);
});

test('a chosen device that does not start is told and replaced', async () => {
  const { speakers, played } = speakersWith(new Set(['']));
  expect(await speakers.settle(choice, [system, headset])).toBe(true);
  expect(played.at(-1)).toBe('');
});

test('a device that broke is started afresh, by way of none', async () => {
  const { speakers, played } = speakersWith(new Set(['']));
  await speakers.settle(null, [system]);
  speakers.breakDown();
  await speakers.settle(null, [system]);
  expect(played).toEqual([null, '']);
});

test('with no speakers at all replies pass unheard, and that is told once', async () => {
  const working = new Set<string | null>([null]);
  const { speakers } = speakersWith(working);
  expect(await speakers.settle(null, [])).toBe(true);
  expect(speakers.label(null, [])).toBe('');
  expect(await speakers.settle(null, [])).toBe(false);
  working.add('');
  expect(await speakers.settle(null, [system])).toBe(false);
  expect(speakers.label(null, [system])).toBe('Default');
});
