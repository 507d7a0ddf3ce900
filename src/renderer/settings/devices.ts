import type { DeviceChoice } from '../../shared/settings/schema';
import { t } from '../words.svelte';

/** What `enumerateDevices` tells of a device, as far as it matters here. */
export interface SoundDevice {
  readonly kind: string;
  readonly deviceId: string;
  readonly label: string;
}

/** One line of a device list. `value` is empty for the system's own choice. */
export interface DeviceOption {
  readonly value: string;
  readonly text: string;
  /** What is stored when the line is chosen. */
  readonly choice: DeviceChoice;
}

/** What the list of devices shows. */
export interface DeviceList {
  readonly options: readonly DeviceOption[];
  /** Value of the chosen line. */
  readonly selected: string;
  /** The system does not tell names yet: the microphone was not allowed so far. */
  readonly unnamed: boolean;
}

/** Chromium's stand-ins for a device that is in the list under its own id as well. */
const ALIASES: ReadonlySet<string> = new Set(['default', 'communications']);
/** The USB ids that Chromium adds to a label. */
const USB_IDS = / \([0-9a-f]{4}:[0-9a-f]{4}\)$/i;

/**
 * The list to choose from: the system's own first, then every device, then a chosen one that is not connected.
 * Ids can rotate, so a choice is found again by its label when its id is unknown.
 */
export function deviceList(
  devices: readonly SoundDevice[],
  kind: 'audioinput' | 'audiooutput',
  choice: DeviceChoice,
): DeviceList {
  const ofKind = devices.filter((device) => device.kind === kind && !ALIASES.has(device.deviceId));
  const named = ofKind.filter(({ deviceId, label }) => deviceId && label);
  const texts = distinct(named.map(({ label }) => label.replace(USB_IDS, '')));
  const present = named.map(({ deviceId, label }, index) => ({
    value: deviceId,
    text: texts[index] ?? label,
    choice: { id: deviceId, label },
  }));
  const options: DeviceOption[] = [{ value: '', text: t('System default'), choice: null }, ...present];
  const selected =
    choice &&
    (present.find(({ value }) => value === choice.id) ??
      present.find((option) => option.choice.label === choice.label));
  if (choice && !selected) {
    const name = choice.label.replace(USB_IDS, '') || t('Chosen device');
    options.push({ value: choice.id, text: t('{name} (not connected)', { name }), choice });
  }
  return {
    options,
    selected: selected?.value ?? choice?.id ?? '',
    unnamed: named.length < ofKind.length,
  };
}

/** Numbers texts that occur more than once: "Webcam", "Webcam 2". */
function distinct(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text} ${count}`;
  });
}
