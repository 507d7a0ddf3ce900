import { expect, test } from 'vitest';
import { callTool, worldOf } from '../tool.fixture';
import { createToolbox } from '../toolbox';

const world = worldOf({ now: () => new Date('2026-11-21T06:10:00Z'), timeZone: 'Europe/Berlin' });
const ask = (args: unknown) => callTool(createToolbox(), 'get_time', args, world);

test('the time in another place', async () => {
  expect(await ask({ place: 'Tokyo' })).toEqual({
    ok: true,
    say: 'It is ten past three in the afternoon in Tokyo, Saturday the 21st of November.',
    data: {
      place: 'Tokyo',
      time: '15:10',
      date: '2026-11-21',
      weekday: 'Saturday',
      time_zone: 'Asia/Tokyo',
      utc_offset: '+09:00',
    },
  });
});

test.each([{}, { place: 'here' }, { place: null }, { place: 'Local' }])(
  '%j is the time here',
  async (args) => {
    expect(await ask(args)).toMatchObject({
      ok: true,
      say: 'It is ten past seven in the morning, Saturday the 21st of November.',
      data: { time_zone: 'Europe/Berlin' },
    });
  },
);

test('a country with several zones asks for a city', async () => {
  expect(await ask({ place: 'Australia' })).toEqual({
    ok: false,
    error: 'Australia has several time zones, for example those of Sydney, Adelaide or Perth.',
    hint: 'Ask which city is meant.',
  });
});

test('an unknown place is no place', async () => {
  expect(await ask({ place: 'Atlantis' })).toMatchObject({
    ok: false,
    hint: expect.stringContaining('city'),
  });
});
