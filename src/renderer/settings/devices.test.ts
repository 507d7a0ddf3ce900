import { describe, expect, it } from 'vitest';
import { deviceList } from './devices';

const devices = [
  { kind: 'audioinput', deviceId: 'default', label: 'Default - Built-in' },
  { kind: 'audioinput', deviceId: 'communications', label: 'Communications - Built-in' },
  { kind: 'audioinput', deviceId: 'a', label: 'Built-in' },
  { kind: 'audioinput', deviceId: 'b', label: 'Webcam (046d:0825)' },
  { kind: 'audioinput', deviceId: 'c', label: 'Webcam (046d:0825)' },
  { kind: 'audiooutput', deviceId: 's', label: 'Speakers' },
  { kind: 'videoinput', deviceId: 'v', label: 'Camera' },
];
const texts = (choice: Parameters<typeof deviceList>[2]) =>
  deviceList(devices, 'audioinput', choice).options.map(({ text }) => text);

describe('the list of devices', () => {
  it('offers the system default and each real device once, without aliases and USB ids', () => {
    expect(texts(null)).toEqual(['System default', 'Built-in', 'Webcam', 'Webcam 2']);
  });

  it('holds devices of the asked kind only', () => {
    const { options } = deviceList(devices, 'audiooutput', null);
    expect(options.map(({ value }) => value)).toEqual(['', 's']);
  });

  it('stores the label as the system gives it, to find the device again', () => {
    const { options } = deviceList(devices, 'audioinput', null);
    expect(options[2]?.choice).toEqual({ id: 'b', label: 'Webcam (046d:0825)' });
  });

  it('selects the system default when nothing was chosen', () => {
    expect(deviceList(devices, 'audioinput', null).selected).toBe('');
  });

  it('finds a chosen device by its label after its id has rotated', () => {
    const list = deviceList(devices, 'audioinput', { id: 'old', label: 'Built-in' });
    expect(list.selected).toBe('a');
    expect(list.options).toHaveLength(4);
  });

  it('keeps a chosen device that is absent in the list and says so', () => {
    const choice = { id: 'gone', label: 'Headset (1234:abcd)' };
    const list = deviceList(devices, 'audioinput', choice);
    expect(list.selected).toBe('gone');
    expect(list.options.at(-1)).toEqual({ value: 'gone', text: 'Headset (not connected)', choice });
  });

  it('leaves out devices the system does not name yet, and says so', () => {
    const hidden = [{ kind: 'audioinput', deviceId: '', label: '' }];
    const list = deviceList(hidden, 'audioinput', null);
    expect(list.options).toHaveLength(1);
    expect(list.unnamed).toBe(true);
  });
});
