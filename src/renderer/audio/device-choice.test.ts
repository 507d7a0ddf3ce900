import { describe, expect, test } from 'vitest';
import {
  findChosen,
  planInput,
  planOutput,
  realDevices,
  systemDefault,
  type InputInUse,
  type SoundDevice,
} from './device-choice';

const input = (deviceId: string, label: string, groupId = `group of ${label}`): SoundDevice => ({
  kind: 'audioinput',
  deviceId,
  label,
  groupId,
});
const output = (deviceId: string, label: string): SoundDevice => ({
  ...input(deviceId, label),
  kind: 'audiooutput',
});

const laptop = input('1', 'Laptop');
const headset = input('2', 'Headset');
const defaultIs = (device: SoundDevice) => input('default', `Default - ${device.label}`, device.groupId);
const both = [
  defaultIs(laptop),
  input('communications', 'Communications'),
  laptop,
  headset,
  output('9', 'Speakers'),
];
const withoutHeadset = [defaultIs(laptop), laptop];

describe('finding the chosen device', () => {
  test('aliases are no devices', () => {
    expect(realDevices(both, 'audioinput')).toEqual([laptop, headset]);
    expect(findChosen({ id: 'default', label: 'x' }, both, 'audioinput')).toBeNull();
  });

  test('by id, even when its name has changed', () => {
    expect(findChosen({ id: '2', label: 'Old name' }, both, 'audioinput')).toBe(headset);
  });

  test('by label when ids have rotated', () => {
    expect(findChosen({ id: 'gone', label: 'Headset' }, both, 'audioinput')).toBe(headset);
  });

  test('never by an empty label or in the other kind', () => {
    expect(findChosen({ id: 'gone', label: '' }, [input('3', '')], 'audioinput')).toBeNull();
    expect(findChosen({ id: '9', label: 'Speakers' }, both, 'audioinput')).toBeNull();
  });

  test('the system default is called by the name of its device', () => {
    expect(systemDefault(both, 'audioinput').label).toBe('Laptop');
    expect(systemDefault([input('default', 'Default', '')], 'audioinput').label).toBe('Default');
    expect(systemDefault([], 'audioinput').label).toBe('');
  });
});

describe('the microphone', () => {
  const chosen = { choice: { id: '2', label: 'Headset' }, autoGainControl: true };
  const system = { choice: null, autoGainControl: true };
  const using = (deviceId: string | null, more: Partial<InputInUse> = {}): InputInUse => ({
    deviceId,
    defaultMark: systemDefault(both, 'audioinput').mark,
    autoGainControl: true,
    ended: false,
    ...more,
  });

  test('opens as chosen', () => {
    expect(planInput(chosen, both, null)).toEqual({ type: 'open', deviceId: '2', lost: false });
  });

  test('opens the system default while the chosen one is not connected', () => {
    expect(planInput(chosen, withoutHeadset, null)).toEqual({ type: 'open', deviceId: null, lost: false });
  });

  test('stays when devices come and go that are not its own', () => {
    expect(planInput(chosen, both, using('2'))).toEqual({ type: 'stay' });
    expect(planInput(system, withoutHeadset, using(null))).toEqual({ type: 'stay' });
  });

  test('falls back to the system default when it is unplugged, and says so', () => {
    const fallback = { type: 'open', deviceId: null, lost: true };
    expect(planInput(chosen, withoutHeadset, using('2'))).toEqual(fallback);
    expect(planInput(chosen, withoutHeadset, using('2', { ended: true }))).toEqual(fallback);
  });

  test('is lost when its track ends although the device is still listed', () => {
    expect(planInput(chosen, both, using('2', { ended: true }))).toEqual({
      type: 'open',
      deviceId: '2',
      lost: true,
    });
  });

  test('goes back to the chosen one when it returns, without an alarm', () => {
    expect(planInput(chosen, both, using(null))).toEqual({ type: 'open', deviceId: '2', lost: false });
  });

  test('follows the system default when the person moves it', () => {
    const moved = [defaultIs(headset), laptop, headset];
    expect(planInput(system, moved, using(null))).toEqual({ type: 'open', deviceId: null, lost: false });
    expect(planInput(chosen, moved, using('2'))).toEqual({ type: 'stay' });
  });

  test('is opened anew for another gain control', () => {
    expect(planInput({ ...chosen, autoGainControl: false }, both, using('2'))).toMatchObject({
      type: 'open',
    });
  });
});

describe('the speakers', () => {
  const devices = [output('default', 'Default'), output('1', 'Laptop'), output('2', 'Headset')];
  const choice = { id: '2', label: 'Headset' };

  test('are as chosen, or the system default', () => {
    expect(planOutput(choice, devices, '')).toEqual({ deviceId: '2', lost: false });
    expect(planOutput(null, devices, '2')).toEqual({ deviceId: '', lost: false });
  });

  test('fall back when they are gone, and say so', () => {
    expect(planOutput(choice, devices.slice(0, 2), '2')).toEqual({ deviceId: '', lost: true });
  });
});
