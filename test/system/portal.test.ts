/** Keys on Wayland by the portal, on a real message bus; the portal is a stand-in. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PortalShortcuts } from '../../src/main/system/linux/wayland/portal-shortcuts';
import { FakePortal } from '../support/fake-portal';
import { makeTempFolder, type TempFolder } from '../support/temp-folder';
import { until } from '../support/until';

describe.runIf(process.platform === 'linux')('keys on Wayland', () => {
  let folder: TempFolder;
  let bus: ChildProcess;
  let told: string[] = [];
  let portal: FakePortal | null = null;
  let shortcuts: PortalShortcuts;
  const socket = () => join(folder.path, 'bus');

  beforeAll(async () => {
    folder = await makeTempFolder('bus');
    bus = spawn('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${socket()}`], {
      stdio: 'ignore',
    });
    await until('the message bus listens', () => existsSync(socket()));
  }, 30_000);
  afterEach(() => {
    shortcuts.stop();
    portal?.stop();
    portal = null;
  });
  afterAll(async () => {
    await endBus();
    folder.remove();
  });

  const endBus = async () => {
    if (bus.exitCode !== null || bus.signalCode !== null) return;
    const gone = once(bus, 'exit');
    bus.kill('SIGTERM');
    await gone;
  };

  const shortcutsOn = (address = `unix:path=${socket()}`) => {
    told = [];
    shortcuts = new PortalShortcuts({
      environment: { DBUS_SESSION_BUS_ADDRESS: address },
      appId: 'parley',
      read: (text) => text,
      listener: {
        edge: (name, down) => told.push(`${name} ${down ? 'down' : 'up'}`),
        combined: (name) => told.push(`${name} combined`),
        lost: () => told.push('lost'),
        changed: () => told.push('changed'),
      },
    });
    return shortcuts;
  };

  test('are asked for once, and both edges come', async () => {
    portal = await FakePortal.start(socket(), 'grants');
    const refused = await shortcutsOn().watch({ talk: 'Control+Space', mute: 'F9' });
    expect([...refused]).toEqual([]);
    expect(portal.asked).toEqual([
      ['talk', 'CTRL+space'],
      ['mute', 'F9'],
    ]);
    expect(shortcuts.state).toMatchObject({ backend: 'portal', canHold: true, problem: null });
    expect(shortcuts.chosen.get('talk')).toBe('Press talk');
    portal.key('talk', true);
    portal.key('talk', false);
    await until('both edges came', () => told.length === 2);
    expect(told).toEqual(['talk down', 'talk up']);
  });

  test('are heard from the portal only: another program on the bus presses none', async () => {
    portal = await FakePortal.start(socket(), 'grants');
    await shortcutsOn().watch({ talk: 'Control+Space' });
    const stranger = await FakePortal.start(socket(), 'grants');
    stranger.pretendToBe(portal);
    stranger.key('talk', true);
    // It waits for the name: the bus answers it after having sent the signal.
    await stranger.askedBus();
    portal.key('talk', true);
    portal.key('talk', false);
    await until('both edges came', () => told.length >= 2);
    stranger.stop();
    expect(told).toEqual(['talk down', 'talk up']);
  });

  test('are lost with the portal, and when others are asked for: a key may be down', async () => {
    portal = await FakePortal.start(socket(), 'grants');
    await shortcutsOn().watch({ talk: 'Control+Space' });
    await shortcuts.watch({ talk: 'F9' });
    expect(told).toEqual(['lost']);
    portal.stop();
    await until('it is told', () => told.length > 1);
    expect(told).toEqual(['lost', 'lost', 'changed']);
    expect(shortcuts.state).toMatchObject({ canHold: false, problem: { code: 'shortcuts_closed' } });
  });

  test('that the person does not grant are told, with what else there is', async () => {
    portal = await FakePortal.start(socket(), 'cancels');
    const refused = await shortcutsOn().watch({ talk: 'ControlRight' });
    expect(portal.asked).toEqual([['talk', undefined]]);
    expect(refused.get('talk')?.code).toBe('shortcuts_declined');
    expect(shortcuts.state.canHold).toBe(false);
  });

  test('are told to be impossible where there is no portal, or no bus', async () => {
    for (const address of [undefined, 'unix:path=/nowhere']) {
      await shortcutsOn(address).watch({ talk: 'ControlRight' });
      expect(shortcuts.state).toMatchObject({ canHold: false, problem: { code: 'no_shortcut_portal' } });
    }
  });

  test('are lost with the bus, and that is told', async () => {
    portal = await FakePortal.start(socket(), 'grants');
    await shortcutsOn().watch({ talk: 'ControlRight' });
    await endBus();
    await until('it is told', () => told.includes('lost'));
    expect(shortcuts.state.problem?.code).toBe('shortcuts_closed');
  });
});
