import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeviceWatch } from './device-watch';

const SECONDS = 1_000;
const microphone = { kind: 'audioinput', deviceId: '1', groupId: 'g', label: 'Laptop' } as MediaDeviceInfo;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const events = new EventTarget();
  let devices: MediaDeviceInfo[] = [microphone];
  const changed = vi.fn();
  let missed = false;
  const watch = new DeviceWatch(
    {
      addEventListener: events.addEventListener.bind(events),
      enumerateDevices: () => Promise.resolve(devices),
    },
    changed,
    () => missed,
  );
  return { watch, changed, events, unplug: () => (devices = []), miss: (now: boolean) => (missed = now) };
}

test('a device that goes without an event is noticed within a few seconds, once', async () => {
  const { watch, changed, unplug } = watched();
  watch.start();
  await vi.advanceTimersByTimeAsync(4 * SECONDS);
  expect(changed).not.toHaveBeenCalled();
  unplug();
  await vi.advanceTimersByTimeAsync(10 * SECONDS);
  expect(changed).toHaveBeenCalledTimes(1);
});

test('an event of the system is passed on at once, but only between start and stop', () => {
  const { watch, changed, events } = watched();
  events.dispatchEvent(new Event('devicechange'));
  watch.start();
  events.dispatchEvent(new Event('devicechange'));
  watch.stop();
  events.dispatchEvent(new Event('devicechange'));
  expect(changed).toHaveBeenCalledTimes(1);
});

test('a missed device is tried again at every look, because not every list tells of it', async () => {
  const { watch, changed, miss } = watched();
  watch.start();
  miss(true);
  await vi.advanceTimersByTimeAsync(10 * SECONDS);
  expect(changed).toHaveBeenCalledTimes(3);
  miss(false);
  await vi.advanceTimersByTimeAsync(10 * SECONDS);
  expect(changed).toHaveBeenCalledTimes(3);
});

test('nothing is looked at after stop', async () => {
  const { watch, changed, unplug } = watched();
  watch.start();
  await vi.advanceTimersByTimeAsync(4 * SECONDS);
  watch.stop();
  unplug();
  await vi.advanceTimersByTimeAsync(10 * SECONDS);
  expect(changed).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
