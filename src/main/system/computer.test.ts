import { describe, expect, test } from 'vitest';
import { tempFolder } from '../permissions/temp-grants';
import { diskOf, freeMemory, networkOf } from './computer';

describe('the disk', () => {
  test('tells its room in bytes', async () => {
    const answer = await diskOf((await tempFolder()).path).home();
    const { free, total } = answer.ok ? answer.value : { free: -1, total: -1 };
    expect(total).toBeGreaterThan(1_000_000);
    expect(free).toBeGreaterThanOrEqual(0);
    expect(free).toBeLessThanOrEqual(total);
  });

  test('one that is not there is told of', async () => {
    expect(await diskOf('/no/such/folder').home()).toMatchObject({ ok: false });
  });
});

test('memory is told in bytes', async () => {
  const answer = await freeMemory.read(new AbortController().signal);
  const { available, total } = answer.ok ? answer.value : { available: 0, total: 0 };
  expect(available).toBeGreaterThan(1_000_000);
  expect(available).toBeLessThanOrEqual(total);
});

describe('the network', () => {
  const address = (name: string, internal: boolean) => ({
    address: name,
    netmask: '255.255.255.0',
    family: 'IPv4' as const,
    mac: '00:00:00:00:00:00',
    internal,
    cidr: null,
  });

  test('ways out with their kind; the way to oneself is none', () => {
    const network = networkOf(
      () => true,
      () => ({
        lo: [address('127.0.0.1', true)],
        enp3s0: [address('192.168.1.5', false)],
        wlan0: [address('192.168.1.6', false)],
        'Wi-Fi': [address('192.168.1.7', false)],
        en0: [address('192.168.1.8', false)],
      }),
    );
    expect(network.read()).toEqual({
      ok: true,
      value: {
        online: true,
        interfaces: [
          { name: 'enp3s0', kind: 'wired', addresses: ['192.168.1.5'] },
          { name: 'wlan0', kind: 'wireless', addresses: ['192.168.1.6'] },
          { name: 'Wi-Fi', kind: 'wireless', addresses: ['192.168.1.7'] },
          { name: 'en0', kind: 'other', addresses: ['192.168.1.8'] },
        ],
      },
    });
  });
});
