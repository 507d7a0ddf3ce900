import { describe, expect, it } from 'vitest';
import type { BusMessage } from '../bus/bus-wire';
import { portalNews, preferredTrigger, requestPath } from './portal-messages';

describe('the portal', () => {
  const signal: BusMessage = {
    type: 'signal',
    serial: 1,
    replyTo: null,
    path: '/a',
    interface: 'a.b',
    member: 'C',
    error: '',
    sender: ':1.2',
    signature: '',
    body: [],
  };
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
