import { describe, expect, it } from 'vitest';
import type { KeyHookReport } from '../../shared/ipc/key-hook-port';
import { HookShortcuts, type HookSystem } from './hook-shortcuts';
import { macosShortcuts } from './macos/shortcuts';
import { windowsShortcuts } from './windows/shortcuts';

/** A backend whose system has these combinations already. */
function backendOn(system: HookSystem = windowsShortcuts, taken: readonly string[] = []) {
  const told: string[] = [];
  const grabbed = new Set<string>();
  const watched: string[] = [];
  let hear: { report: (report: KeyHookReport) => void; gone: (again: boolean) => void } | null = null;
  const backend = new HookShortcuts(system, {
    createHook: (heard) => {
      hear = heard;
      return {
        watch: (bindings) => watched.push(bindings.map(({ keys }) => keys).join()),
        kill: () => watched.push('killed'),
      };
    },
    grab: {
      register: (keys) => !taken.includes(keys) && Boolean(grabbed.add(keys)),
      unregister: (keys) => grabbed.delete(keys),
    },
    listener: {
      edge: (name, down) => told.push(`${name} ${down ? 'down' : 'up'}`),
      combined: (name) => told.push(`${name} combined`),
      lost: () => told.push('lost'),
      changed: () => told.push('changed'),
    },
  });
  return { backend, told, grabbed, watched, hear: () => hear! };
}

describe('keys by hook and grab', () => {
  it('a modifier alone is watched and not taken away from anybody', async () => {
    const { backend, grabbed, watched } = backendOn();
    expect((await backend.watch({ talk: 'ControlRight' })).size).toBe(0);
    expect(grabbed.size).toBe(0);
    expect(watched).toEqual(['ControlRight']);
  });

  it('combinations are grabbed, each once, and let go when others are wanted', async () => {
    const { backend, grabbed } = backendOn();
    await backend.watch({ talk: 'F9', mute: 'Control+Alt+KeyM' });
    expect([...grabbed]).toEqual(['F9', 'Control+Alt+M']);
    await backend.watch({ talk: 'ControlRight' });
    expect(grabbed.size).toBe(0);
  });

  it('what another app has is told, and the others work', async () => {
    const { backend, watched } = backendOn(windowsShortcuts, ['F9']);
    const refused = await backend.watch({ talk: 'F9', mute: 'Control+Alt+KeyM' });
    expect([...refused.keys()]).toEqual(['talk']);
    expect(watched).toEqual([]);
  });

  it('what its app has let go of is had at the next try, and nothing else is touched', async () => {
    const taken = ['F9', 'F10'];
    const { backend, grabbed, watched } = backendOn(windowsShortcuts, taken);
    await backend.watch({ talk: 'F9', stop: 'F10', mute: 'F8' });
    expect([...backend.tryAgain().keys()]).toEqual(['talk', 'stop']);
    grabbed.delete('F8');
    taken.shift();
    expect([...backend.tryAgain().keys()]).toEqual(['stop']);
    expect([...grabbed]).toEqual(['F9']);
    expect(watched).toEqual(['F9']);
  });

  it('a hook that dies is told, with what is done about it', async () => {
    const { backend, told, hear } = backendOn();
    await backend.watch({ talk: 'ControlRight' });
    expect(backend.state.canHold).toBe(false);
    hear().report({ type: 'listening' });
    told.length = 0;
    hear().report({ type: 'edge', id: 'talk', down: true, at: 0 });
    hear().gone(true);
    expect(told).toEqual(['talk down', 'lost', 'changed']);
    expect(backend.state).toMatchObject({ canHold: false, problem: { code: 'keys_restarting' } });
    hear().report({ type: 'listening' });
    expect(backend.state).toMatchObject({ canHold: true, problem: null });
    hear().gone(false);
    expect(backend.state.problem?.code).toBe('keys_gone');
  });
});

describe('a talk key that may be down', () => {
  it.each([
    ['is taken away', {}],
    ['belongs to another app', { talk: 'F9' }],
  ])('and %s is told to be lost, because nobody sees its release', async (_, wanted) => {
    const { backend, told, hear } = backendOn(windowsShortcuts, ['F9']);
    await backend.watch({ talk: 'ControlRight' });
    hear().report({ type: 'edge', id: 'talk', down: true, at: 0 });
    told.length = 0;
    await backend.watch(wanted);
    expect(told).toEqual(['lost']);
    await backend.watch({});
    expect(told).toEqual(['lost']);
  });
});

it('a hook that may not listen is ended, and the next try begins with another one', async () => {
  const { backend, watched, hear } = backendOn();
  await backend.watch({ talk: 'ControlRight' });
  hear().report({ type: 'refused' });
  expect(backend.state.problem?.code).toBe('keys_refused');
  await backend.watch({ talk: 'F8' });
  expect(watched).toEqual(['ControlRight', 'killed', 'F8']);
});

describe('macOS', () => {
  const never = () => Promise.reject(new Error('must not be asked'));

  it('that refuses though Accessibility is given is asked for Input Monitoring, and the hook starts anew', async () => {
    let asked = 0;
    const askForInputMonitoring = () => {
      asked += 1;
      return Promise.resolve();
    };
    const { backend, watched, hear } = backendOn(
      macosShortcuts({ granted: () => true, ask: never, askForInputMonitoring }),
    );
    await backend.watch({ talk: 'MetaRight' });
    hear().report({ type: 'refused' });
    expect(backend.state).toMatchObject({
      needsPermission: true,
      canHold: false,
      problem: { code: 'input_monitoring_missing' },
    });
    await backend.allow();
    expect(asked).toBe(1);
    expect(watched).toEqual(['MetaRight', 'killed', 'MetaRight']);
    hear().report({ type: 'listening' });
    expect(backend.state).toMatchObject({ needsPermission: false, canHold: true, problem: null });
  });

  it('is not listened to before the person allows it, and is at once afterwards', async () => {
    let granted = false;
    const ask = () => {
      granted = true;
      return Promise.resolve();
    };
    const { backend, watched, hear } = backendOn(
      macosShortcuts({ granted: () => granted, ask, askForInputMonitoring: never }),
    );
    await backend.watch({ talk: 'MetaRight' });
    expect(watched).toEqual([]);
    expect(backend.state).toMatchObject({ needsPermission: true, canHold: false });
    await backend.allow();
    expect(watched).toEqual(['MetaRight']);
    hear().report({ type: 'listening' });
    expect(backend.state).toMatchObject({ needsPermission: false, canHold: true, problem: null });
  });
});
