import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busAddress } from './bus-connection';
import { entryOf, splitSignature } from './bus-values';
import { readMessage, writeCall, type BusCall } from './bus-wire';
import { bindShortcuts, portalNews, preferredTrigger, requestPath } from './portal-messages';

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

describe('the portal', () => {
  const signal = { ...call, type: 'signal', serial: 1, replyTo: null, error: '', sender: ':1.2' } as const;
  const shortcuts = 'org.freedesktop.portal.GlobalShortcuts';

  it('tells edges of a shortcut', () => {
    const message = { ...signal, interface: shortcuts, body: ['/s', 'talk', 1n, []] };
    expect(portalNews({ ...message, member: 'Activated' })).toEqual({
      type: 'edge',
      session: '/s',
      name: 'talk',
      down: true,
    });
    expect(portalNews({ ...message, member: 'Deactivated' })).toMatchObject({ down: false });
    expect(portalNews({ ...message, member: 'Activated', body: [1, 2] })).toBeNull();
  });

  it('tells what was bound, and what was not', () => {
    const response = { ...signal, interface: 'org.freedesktop.portal.Request', member: 'Response' };
    const bound = [['talk', [['trigger_description', { variant: 's', value: 'Ctrl+Space' }]]]] as const;
    const results = [['shortcuts', { variant: 'a(sa{sv})', value: bound }]] as const;
    expect(portalNews({ ...response, body: [0, results] })).toMatchObject({
      outcome: 'granted',
      triggers: new Map([['talk', 'Ctrl+Space']]),
    });
    expect(portalNews({ ...response, body: [1, []] })).toMatchObject({ outcome: 'cancelled' });
    expect(portalNews({ ...response, body: [2, []] })).toMatchObject({ outcome: 'failed' });
  });

  it('is asked for keys as the XDG shortcuts specification writes them', () => {
    expect(preferredTrigger('Control+Shift+Space')).toBe('CTRL+SHIFT+space');
    expect(preferredTrigger('Meta+KeyJ')).toBe('LOGO+j');
    expect(preferredTrigger('F9')).toBe('F9');
    expect(preferredTrigger('ControlRight')).toBeNull();
    expect(requestPath(':1.42', 't')).toBe('/org/freedesktop/portal/desktop/request/1_42/t');
  });
});

it('the bus is where the environment says', () => {
  expect(busAddress({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus,guid=ab' })).toBe(
    '/run/user/1/bus',
  );
  expect(busAddress({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a;unix:abstract=/tmp/x' })).toBe('\0/tmp/x');
  expect(busAddress({})).toBeNull();
});
