import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindShortcuts } from '../wayland/portal-messages';
import { busAddress } from './bus-connection';
import { entryOf, splitSignature } from './bus-values';
import { readMessage, writeCall, type BusCall } from './bus-wire';

const call: BusCall = {
  destination: 'a.b',
  path: '/a',
  interface: 'a.b',
  member: 'C',
  signature: '',
  body: [],
};

describe('messages of the bus', () => {
  it('are read as they were written, whole or in pieces', () => {
    const written = bindShortcuts(
      '/session/1',
      'parley1',
      [
        ['talk', 'Control+Space'],
        ['undo', 'Control+Alt+KeyZ'],
      ],
      (text) => text,
    );
    const bytes = writeCall(written, 7);
    for (let cut = 0; cut < bytes.length; cut += 1) expect(readMessage(bytes.subarray(0, cut))).toBeNull();
    const read = readMessage(Buffer.concat([bytes, Buffer.from('more')]));
    expect(read?.rest.toString()).toBe('more');
    expect(read?.message).toMatchObject({
      type: 'call',
      serial: 7,
      member: 'BindShortcuts',
      signature: 'oa(sa{sv})sa{sv}',
    });
    expect(read?.message.body[0]).toBe('/session/1');
    const [talk] = read?.message.body[1] as readonly (readonly never[])[];
    expect(entryOf(talk?.[1], 'preferred_trigger')).toBe('CTRL+space');
  });

  it('hold every value at its place', () => {
    const value = fc.tuple(
      fc.nat(255),
      fc.boolean(),
      fc.string(),
      fc.array(fc.tuple(fc.nat(255), fc.string())),
      fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    );
    fc.assert(
      fc.property(value, ([byte, yes, text, list, large]) => {
        const body = [byte, yes, text, list, large, { variant: '(sb)', value: [text, yes] }];
        const bytes = writeCall({ ...call, signature: 'ybsa(ys)tv', body }, 1);
        expect(readMessage(bytes)?.message.body).toEqual(body);
      }),
    );
  });

  it('that are broken end in an error, never in a loop', () => {
    const bytes = writeCall(
      bindShortcuts('/s', 't', [['talk', 'F9']], (text) => text),
      1,
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        const broken = Buffer.from(bytes);
        broken[at] = byte;
        try {
          readMessage(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(() => splitSignature('a()')).toThrow(RangeError);
    expect(() => splitSignature('a'.repeat(200))).toThrow(RangeError);
    expect(() => splitSignature('(s')).toThrow(RangeError);
  });
});

it('the bus is where the environment says', () => {
  expect(busAddress({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus,guid=ab' })).toBe(
    '/run/user/1/bus',
  );
  expect(busAddress({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a;unix:abstract=/tmp/x' })).toBe('\0/tmp/x');
  expect(busAddress({})).toBeNull();
});
