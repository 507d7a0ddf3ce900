import { describe, expect, test } from 'vitest';
import { recorded } from '../run-program.fixture';
import { linuxMedia } from './media';

const { signal } = new AbortController();
const NAMES = (...names: readonly string[]) =>
  `   array [\n      org.freedesktop.DBus      :1.0      ${names
    .map((name) => `org.mpris.MediaPlayer2.${name}`)
    .join('      ')}   ]\n`;
const SEND = 'dbus-send --session --print-reply=literal --reply-timeout=2000 --dest=';
const AT = ' /org/mpris/MediaPlayer2 ';
const get = (name: string, property: string) =>
  `${SEND}org.mpris.MediaPlayer2.${name}${AT}org.freedesktop.DBus.Properties.Get string:org.mpris.MediaPlayer2.Player string:${property}`;
const told = (name: string, method: string) =>
  `${SEND}org.mpris.MediaPlayer2.${name}${AT}org.mpris.MediaPlayer2.Player.${method}`;
const LIST = `${SEND}org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.ListNames`;

function players(states: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  return recorded({
    [LIST]: NAMES(...Object.keys(states)),
    ...Object.fromEntries(
      Object.entries(states).map(([name, state]) => [
        get(name, 'PlaybackStatus'),
        `   variant       ${state}\n`,
      ]),
    ),
    ...more,
    ...Object.fromEntries(Object.keys(states).map((name) => [told(name, ''), ''])),
  });
}

describe('which player is told', () => {
  test.each([
    ['the one that plays', { vlc: 'Paused', spotify: 'Playing' }, 'spotify'],
    ['else a paused one', { vlc: 'Stopped', spotify: 'Paused' }, 'spotify'],
    ['else any', { vlc: 'Stopped' }, 'vlc'],
    ['a browser by its first name', { 'firefox.instance_1_84': 'Playing' }, 'firefox'],
    ['never our own', { 'chromium.instance700': 'Playing', vlc: 'Paused' }, 'vlc'],
  ])('%s', async (_, states, player) => {
    const { run, calls } = players(states);
    expect(await linuxMedia(run, () => [700]).control('pause', null, signal)).toEqual({
      ok: true,
      value: { player },
    });
    expect(calls.at(-1)).toMatch(new RegExp(`MediaPlayer2\\.${player}.*MediaPlayer2\\.Player\\.Pause$`, 'u'));
  });

  test('a named one, whatever the others do', async () => {
    const { run } = players({ vlc: 'Paused', spotify: 'Playing' });
    expect(await linuxMedia(run, () => []).control('play', 'vlc', signal)).toMatchObject({
      value: { player: 'vlc' },
    });
  });
});

test('those that play are told, our own is none of them', async () => {
  const { run } = players({ vlc: 'Playing', spotify: 'Paused', 'chromium.instance700': 'Playing' });
  expect(await linuxMedia(run, () => [700]).playing(signal)).toEqual({ ok: true, value: ['vlc'] });
});

describe('what does not work is said', () => {
  test('no player', async () => {
    expect(
      await linuxMedia(recorded({ [LIST]: NAMES() }).run, () => []).control('play', null, signal),
    ).toEqual({
      ok: false,
      sentence: 'No media player is running.',
    });
  });

  test('no bus', async () => {
    expect(await linuxMedia(recorded({}).run, () => []).control('play', null, signal)).toMatchObject({
      ok: false,
    });
  });

  test('nothing to go on to', async () => {
    const { run, calls } = players(
      { vlc: 'Playing' },
      { [get('vlc', 'CanGoNext')]: '   variant       boolean false\n' },
    );
    expect(await linuxMedia(run, () => []).control('next', null, signal)).toEqual({
      ok: false,
      sentence: 'Vlc has nothing after this.',
    });
    expect(calls).not.toContain(told('vlc', 'Next'));
  });
});
