import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../permissions/temp-grants';
import { batteryOf, linuxPower } from './battery';

const { signal } = new AbortController();

const LAPTOP = `POWER_SUPPLY_NAME=BAT0
POWER_SUPPLY_TYPE=Battery
POWER_SUPPLY_STATUS=Discharging
POWER_SUPPLY_PRESENT=1
POWER_SUPPLY_TECHNOLOGY=Li-poly
POWER_SUPPLY_POWER_NOW=9000000
POWER_SUPPLY_ENERGY_FULL=50000000
POWER_SUPPLY_ENERGY_NOW=40000000
POWER_SUPPLY_CAPACITY=80
POWER_SUPPLY_SERIAL_NUMBER= 1234
`;
const MAINS = 'POWER_SUPPLY_NAME=AC\nPOWER_SUPPLY_TYPE=Mains\nPOWER_SUPPLY_ONLINE=0\n';
const MOUSE =
  'POWER_SUPPLY_NAME=hidpp_battery_0\nPOWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_SCOPE=Device\nPOWER_SUPPLY_CAPACITY=5\nPOWER_SUPPLY_STATUS=Discharging\n';

const changed = (changes: Readonly<Record<string, string>>) =>
  Object.entries(changes).reduce(
    (text, [name, value]) => text.replace(new RegExp(`${name}=.*`, 'u'), `${name}=${value}`),
    LAPTOP,
  );

describe('the battery as the kernel tells it', () => {
  test.each([
    ['running down', [MAINS, LAPTOP], { percent: 80, state: 'discharging', minutesLeft: 267 }],
    ['charging', [changed({ STATUS: 'Charging' })], { percent: 80, state: 'charging', minutesLeft: 67 }],
    [
      'full',
      [changed({ STATUS: 'Full', ENERGY_NOW: '50000000' })],
      { percent: 100, state: 'full', minutesLeft: null },
    ],
    [
      'kept from charging',
      [changed({ STATUS: 'Not charging' })],
      { percent: 80, state: 'plugged in', minutesLeft: null },
    ],
    ['unknown flow', [changed({ POWER_NOW: '0' })], { percent: 80, state: 'discharging', minutesLeft: null }],
    [
      'flow with a minus',
      [changed({ POWER_NOW: '-9000000' })],
      { percent: 80, state: 'discharging', minutesLeft: 267 },
    ],
    [
      'in ampere hours',
      [LAPTOP.replaceAll('ENERGY', 'CHARGE').replace('POWER_NOW', 'CURRENT_NOW')],
      { percent: 80, state: 'discharging', minutesLeft: 267 },
    ],
    [
      'two, one empty',
      [LAPTOP, changed({ ENERGY_NOW: '0', STATUS: 'Unknown' })],
      { percent: 40, state: 'discharging', minutesLeft: 133 },
    ],
    [
      'worn beyond its own measure',
      [changed({ ENERGY_NOW: '51000000' })],
      { percent: 100, state: 'discharging', minutesLeft: 340 },
    ],
  ])('%s', (_, files, battery) => expect(batteryOf(files)).toEqual(battery));

  test.each([
    ['none', [MAINS]],
    ['a mouse has one', [MOUSE, MAINS]],
    ['an empty bay', [changed({ PRESENT: '0' })]],
    ['rubbish', ['POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=?\n', '']],
  ])('none: %s', (_, files) => expect(batteryOf(files)).toBeNull());

  test('read from files; without any it is said', async () => {
    const disk = await tempFolder();
    const power = linuxPower(disk.path);
    expect(await power.battery(signal)).toEqual({ ok: false, sentence: 'This computer has no battery.' });
    await disk.write('BAT0/uevent', LAPTOP);
    expect(await power.battery(signal)).toMatchObject({ ok: true, value: { percent: 80 } });
    expect(await linuxPower(`${disk.path}/nowhere`).battery(signal)).toMatchObject({ ok: false });
  });
});
