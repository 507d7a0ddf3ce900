/** What the computer tells of itself, in sentences. */
import type { Answer, Battery, Desktop, DiskSpace, MemoryUse, NetworkState } from '../../system/desktop';
import type { Json } from '../../../shared/json';
import { assertNever } from '../../../shared/assert-never';
import { sizeWithUnit, spokenList } from '../files/speak';

/** What can be asked about. */
export const STATUS_TOPICS = [
  'battery',
  'disk',
  'memory',
  'network',
  'brightness',
  'do_not_disturb',
] as const;

/** What can be asked about. */
export type StatusTopic = (typeof STATUS_TOPICS)[number];

/** A state of the computer: a sentence and its figures. */
export interface Status {
  readonly say: string;
  readonly data: Json;
}

/** Asks the computer. */
export async function statusOf(
  topic: StatusTopic,
  desktop: Desktop,
  signal: AbortSignal,
): Promise<Answer<Status>> {
  switch (topic) {
    case 'battery':
      return told(await desktop.power.battery(signal), batteryStatus);
    case 'disk':
      return told(await desktop.disk.home(), diskStatus);
    case 'memory':
      return told(await desktop.memory.read(signal), memoryStatus);
    case 'network':
      return told(desktop.network.read(), networkStatus);
    case 'brightness':
      return told(await desktop.brightness.read(signal), (percent) => ({
        say: `The brightness is at ${percent} percent.`,
        data: { percent },
      }));
    case 'do_not_disturb':
      return told(await desktop.doNotDisturb.read(signal), (on) => ({
        say: on ? 'Do not disturb is on.' : 'Do not disturb is off.',
        data: { on },
      }));
    default:
      return assertNever(topic);
  }
}

function told<Value>(answer: Answer<Value>, tell: (value: Value) => Status): Answer<Status> {
  return answer.ok ? { ok: true, value: tell(answer.value) } : answer;
}

/** "The battery is at 80 percent, charging; full in 1 hour 5 minutes." */
function batteryStatus({ percent, state, minutesLeft }: Battery): Status {
  const states = {
    charging: 'charging',
    discharging: 'not plugged in',
    full: 'full',
    'plugged in': 'plugged in',
  } as const satisfies Record<Battery['state'], string>;
  const left = minutesLeft === null ? '' : spokenMinutes(minutesLeft);
  const until = state === 'charging' ? `; full in about ${left}` : `; about ${left} left`;
  return {
    say: `The battery is at ${percent} percent, ${states[state]}${left && until}.`,
    data: { percent, state, minutes_left: minutesLeft },
  };
}

/** "1 hour 5 minutes". */
function spokenMinutes(minutes: number): string {
  const count = (amount: number, unit: string) => (amount === 1 ? `1 ${unit}` : `${amount} ${unit}s`);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? count(hours, 'hour') : '', rest > 0 || hours === 0 ? count(rest, 'minute') : '']
    .filter(Boolean)
    .join(' ');
}

function diskStatus({ free, total }: DiskSpace): Status {
  return {
    say: `The disk with your home folder has ${sizeWithUnit(free)} free of ${sizeWithUnit(total)}.`,
    data: { free_bytes: free, total_bytes: total, free: sizeWithUnit(free), total: sizeWithUnit(total) },
  };
}

function memoryStatus({ available, total }: MemoryUse): Status {
  return {
    say: `${sizeWithUnit(available)} of ${sizeWithUnit(total)} of memory are free.`,
    data: {
      available_bytes: available,
      total_bytes: total,
      available: sizeWithUnit(available),
      total: sizeWithUnit(total),
    },
  };
}

const KINDS = { wired: 'by cable', wireless: 'over Wi-Fi', other: '' } as const;

function networkStatus({ online, interfaces }: NetworkState): Status {
  const ways = [...new Set(interfaces.map(({ kind }) => KINDS[kind]).filter(Boolean))];
  const by = ways.length > 0 ? `, ${spokenList(ways, 'and')}` : '';
  return {
    say: online
      ? `This computer is connected to a network${by}.`
      : 'This computer is not connected to a network.',
    data: {
      online,
      interfaces: interfaces.map(({ name, kind, addresses }) => ({ name, kind, addresses })),
      note: 'Whether the internet beyond the local network answers was not tried.',
    },
  };
}
