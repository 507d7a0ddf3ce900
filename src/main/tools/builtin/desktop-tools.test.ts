import { describe, expect, test } from 'vitest';
import { changesOf } from '../../permissions/changes/changes.fixture';
import { grantsOf, tempFolder } from '../../permissions/temp-grants';
import { can, cannot, type Battery, type Desktop, type VolumeLevel } from '../../system/desktop';
import { desktopOf } from '../../system/desktop.fixture';
import type { StatusTopic } from '../desktop/status';
import type { ToolResult } from '../tool';
import { callTool, worldOf } from '../tool.fixture';
import { createToolbox } from '../toolbox';

const { signal } = new AbortController();
const toolbox = createToolbox();
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Calls a tool on a computer with these parts, and takes back what it did. */
function computer(parts: Partial<Desktop>, more: Partial<Parameters<typeof worldOf>[0]> = {}) {
  const world = worldOf({ desktop: desktopOf(parts), ...more });
  return {
    call: (name: string, args: unknown = {}) => callTool(toolbox, name, args, world),
    undo: (name: string, result: ToolResult) =>
      toolbox.find(name)!.undo!(result.ok ? result.undo : null, world, signal),
  };
}

/** Speakers in plain memory. */
function speakers(percent: number, muted = false) {
  let level: VolumeLevel = { percent, muted };
  return {
    read: () => Promise.resolve(can(level)),
    set: (change: Partial<VolumeLevel>) => Promise.resolve(can((level = { ...level, ...change }))),
  };
}

describe('a computer that cannot', () => {
  test.each([
    ['get_system_status', { topic: 'battery' }],
    ['get_system_status', { topic: 'disk' }],
    ['get_system_status', { topic: 'memory' }],
    ['get_system_status', { topic: 'network' }],
    ['get_system_status', { topic: 'brightness' }],
    ['get_system_status', { topic: 'do_not_disturb' }],
    ['get_volume', {}],
    ['set_volume', { level: 10 }],
    ['mute_sound', {}],
    ['set_brightness', { level: 10 }],
    ['media_control', { action: 'play' }],
    ['lock_screen', {}],
    ['read_clipboard', {}],
    ['write_clipboard', { text: 'x' }],
  ])('%s %j says so', async (name, args) => {
    expect(await computer({}).call(name, args)).toMatchObject({
      ok: false,
      error: 'This computer cannot do that.',
    });
  });
});

describe('get_system_status', () => {
  const battery = (state: Battery) => ({ power: { battery: () => Promise.resolve(can(state)) } });

  test.each([
    [
      { percent: 80, state: 'charging', minutesLeft: 65 },
      'The battery is at 80 percent, charging; full in about 1 hour 5 minutes.',
    ],
    [
      { percent: 20, state: 'discharging', minutesLeft: 1 },
      'The battery is at 20 percent, not plugged in; about 1 minute left.',
    ],
    [
      { percent: 50, state: 'discharging', minutesLeft: 120 },
      'The battery is at 50 percent, not plugged in; about 2 hours left.',
    ],
    [{ percent: 80, state: 'charging', minutesLeft: null }, 'The battery is at 80 percent, charging.'],
    [{ percent: 100, state: 'full', minutesLeft: null }, 'The battery is at 100 percent, full.'],
    [{ percent: 79, state: 'plugged in', minutesLeft: null }, 'The battery is at 79 percent, plugged in.'],
  ] as const)('battery %j', async (state, say) => {
    expect(await computer(battery(state)).call('get_system_status', { topic: 'battery' })).toMatchObject({
      ok: true,
      say,
    });
  });

  test.each<[StatusTopic, Partial<Desktop>, string]>([
    [
      'disk',
      { disk: { home: () => Promise.resolve(can({ free: 12e9, total: 1e11 })) } },
      'The disk with your home folder has 12 GB free of 100 GB.',
    ],
    [
      'memory',
      { memory: { read: () => Promise.resolve(can({ available: 4.2e9, total: 16e9 })) } },
      '4.2 GB of 16 GB of memory are free.',
    ],
    [
      'brightness',
      { brightness: { read: () => Promise.resolve(can(40)), set: () => Promise.resolve(can(40)) } },
      'The brightness is at 40 percent.',
    ],
    ['do_not_disturb', { doNotDisturb: { read: () => Promise.resolve(can(true)) } }, 'Do not disturb is on.'],
    [
      'network',
      { network: { read: () => can({ online: false, interfaces: [] }) } },
      'This computer is not connected to a network.',
    ],
    [
      'network',
      {
        network: {
          read: () =>
            can({ online: true, interfaces: [{ name: 'wlan0', kind: 'wireless', addresses: ['10.0.0.2'] }] }),
        },
      },
      'This computer is connected to a network, over Wi-Fi.',
    ],
  ])('%s', async (topic, parts, say) => {
    expect(await computer(parts).call('get_system_status', { topic })).toMatchObject({ ok: true, say });
  });
});

describe('volume', () => {
  test.each([
    ['to a level', { level: 30 }, { percent: 30, muted: false }],
    ['louder', { change: 10 }, { percent: 50, muted: false }],
    ['louder than loud', { change: 90 }, { percent: 100, muted: false }],
    ['softer', { change: -10 }, { percent: 30, muted: false }],
    ['softer than silent', { change: -90 }, { percent: 0, muted: false }],
  ])('%s', async (_, args, level) => {
    expect(await computer({ volume: speakers(40) }).call('set_volume', args)).toMatchObject({ data: level });
  });

  test.each([
    ['asking for a level is asking for sound', { level: 30 }, false],
    ['so is asking for louder', { change: 5 }, false],
    ['softer leaves it off', { change: -5 }, true],
  ])('while the sound is off: %s', async (_, args, muted) => {
    expect(await computer({ volume: speakers(40, true) }).call('set_volume', args)).toMatchObject({
      data: { muted },
    });
  });

  test('what is louder than full is never made softer by asking for more', async () => {
    expect(await computer({ volume: speakers(120) }).call('set_volume', { change: 10 })).toMatchObject({
      data: { percent: 120 },
    });
  });

  test.each([{}, { level: 10, change: 5 }])('%j is not enough or too much', async (args) => {
    expect(await computer({ volume: speakers(40) }).call('set_volume', args)).toMatchObject({ ok: false });
  });

  test.each([{ level: 101 }, { level: -1 }, { level: 1.5 }, { change: 1e9 }])(
    '%j is refused',
    async (args) => {
      expect(await computer({ volume: speakers(40) }).call('set_volume', args)).toMatchObject({
        ok: false,
        error: expect.stringContaining('do not fit'),
      });
    },
  );

  test.each([
    ['set_volume', { level: 0 }],
    ['mute_sound', { muted: false }],
  ])('%s is undone to what was, sound off included', async (name, args) => {
    const volume = speakers(70, true);
    const { call, undo } = computer({ volume });
    const result = await call(name, args);
    expect(await undo(name, result)).toMatchObject({ ok: true });
    expect(await volume.read()).toEqual({ ok: true, value: { percent: 70, muted: true } });
  });

  test('mute and unmute', async () => {
    const { call } = computer({ volume: speakers(70) });
    expect(await call('mute_sound')).toMatchObject({ say: 'The sound is off; its volume is at 70 percent.' });
    expect(await call('mute_sound', { muted: false })).toMatchObject({ say: 'The volume is at 70 percent.' });
  });
});

test('brightness is undone to what it was, and never goes out', async () => {
  let level = 50;
  const brightness = {
    read: () => Promise.resolve(can(level)),
    set: (percent: number) => Promise.resolve(can((level = percent))),
  };
  const { call, undo } = computer({ brightness });
  const result = await call('set_brightness', { change: -90 });
  expect(result).toMatchObject({ data: { percent: 1 } });
  expect(await undo('set_brightness', result)).toMatchObject({ ok: true, data: { percent: 50 } });
});

test.each([
  ['play', 'pause'],
  ['pause', 'play'],
  ['next', 'previous'],
  ['stop', 'play'],
])('media_control %s is undone by %s on the same player', async (action, opposite) => {
  const told: unknown[] = [];
  const media: Desktop['media'] = {
    playing: () => Promise.resolve(can([])),
    control: (...[one, player]) => (told.push([one, player]), Promise.resolve(can({ player: 'vlc' }))),
  };
  const { call, undo } = computer({ media });
  const result = await call('media_control', { action });
  expect(result).toMatchObject({ ok: true, data: { player: 'vlc' } });
  await undo('media_control', result);
  expect(told).toEqual([
    [action, null],
    [opposite, 'vlc'],
  ]);
});

describe('the clipboard', () => {
  const holding = (text: string, other = false): Partial<Desktop> => ({
    clipboard: {
      read: () => Promise.resolve(can({ text, other })),
      replace: () => Promise.resolve(can('ticket')),
      restore: (ticket) => Promise.resolve(ticket === 'ticket' ? 'restored' : 'forgotten'),
    },
  });

  test.each([
    ['a few words', 'Call Sam', 'The clipboard says: Call Sam'],
    ['a long text', 'word '.repeat(2_000), 'The clipboard holds a text of 2000 words.'],
    ['nothing', '  ', 'The clipboard is empty.'],
  ])('%s', async (_, text, say) => {
    expect(await computer(holding(text)).call('read_clipboard')).toMatchObject({ ok: true, say });
  });

  test('a picture is told of', async () => {
    expect(await computer(holding('', true)).call('read_clipboard')).toMatchObject({
      say: 'The clipboard holds something that is no text.',
    });
  });

  test('a long text is cut for the model, and the window has it', async () => {
    const result = await computer(holding('x'.repeat(80_000))).call('read_clipboard');
    expect(result).toMatchObject({ data: { characters: 80_000, cut: true }, detail: 'x'.repeat(50_000) });
    expect(JSON.stringify(result.ok && result.data).length).toBeLessThan(2_000);
  });

  test('what it says is somebody else’s word', () => {
    expect(toolbox.find('read_clipboard')).toMatchObject({ foreign: true, class: 'read' });
  });

  test('the card shows the whole text before it is copied', async () => {
    const prepared = toolbox.find('write_clipboard')!.prepare({ text: 'rm -rf /' });
    const aimed =
      prepared.ok && (await prepared.call.aim(worldOf({ desktop: desktopOf(holding('')) }), signal));
    expect(aimed).toMatchObject({ call: { card: { preview: 'rm -rf /', verbs: ['copy'] } } });
  });

  test('what was replaced is kept out of the record', async () => {
    const { call, undo } = computer(holding('hunter2'));
    const result = await call('write_clipboard', { text: 'new' });
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(await undo('write_clipboard', result)).toMatchObject({ ok: true });
  });

  test('after a restart an undo says that nothing is kept', async () => {
    const { undo } = computer({});
    expect(
      await undo('write_clipboard', { ok: true, say: '', data: {}, undo: { ticket: 'old' } }),
    ).toMatchObject({
      ok: false,
      error: expect.stringContaining('no longer known'),
    });
  });
});

describe('take_screenshot', () => {
  async function house(...folders: readonly string[]) {
    const disk = await tempFolder();
    const roots = await Promise.all(folders.map((name) => disk.folder(name)));
    const screen: Desktop['screen'] = { capture: () => Promise.resolve(can(PNG)) };
    const made = (parts: Partial<Desktop> = { screen }) =>
      computer(parts, { files: grantsOf(roots), changes: changesOf(roots) });
    return { disk, made };
  }

  test('goes to Pictures if that is granted, under the time of the person’s clock', async () => {
    const { made } = await house('Documents', 'Pictures');
    expect(await made().call('take_screenshot')).toMatchObject({
      ok: true,
      say: 'The screenshot is in Pictures.',
      data: { saved: 'Pictures/Screenshot 2026-11-21 at 12.00.00.png' },
    });
  });

  test('else to a granted folder; a second one of the same second gets a number', async () => {
    const { made } = await house('Documents');
    const { call } = made();
    await call('take_screenshot');
    expect(await call('take_screenshot')).toMatchObject({
      data: { saved: 'Documents/Screenshot 2026-11-21 at 12.00.00 (2).png' },
    });
  });

  test('is undone into the trash', async () => {
    const { made } = await house('Documents');
    const { call, undo } = made();
    const result = await call('take_screenshot', { folder: 'Documents' });
    expect(await undo('take_screenshot', result)).toMatchObject({ ok: true });
    expect(await call('take_screenshot')).toMatchObject({
      data: { saved: 'Documents/Screenshot 2026-11-21 at 12.00.00.png' },
    });
  });

  test('without a grant, outside of one, or without a picture nothing is written', async () => {
    const none = await house();
    expect(await none.made().call('take_screenshot')).toMatchObject({ ok: false });
    const { made, disk } = await house('Documents');
    expect(await made().call('take_screenshot', { folder: disk.path })).toMatchObject({ ok: false });
    const dark = made({ screen: { capture: () => Promise.resolve(cannot('No picture.')) } });
    expect(await dark.call('take_screenshot')).toMatchObject({ ok: false, error: 'No picture.' });
    expect(await made().call('list_files', { folder: 'Documents' })).toMatchObject({ data: { total: 0 } });
  });
});

test('the screen is locked on a click only, and what is not certain is not said to be', async () => {
  expect(toolbox.find('lock_screen')).toMatchObject({ class: 'outward', undo: null });
  const lock = { lock: () => Promise.resolve(can({ certain: false })) };
  expect(await computer({ lock }).call('lock_screen')).toMatchObject({
    say: 'I asked the system to lock the screen.',
  });
});
