import type { DeviceChoice } from '../../shared/settings/schema';

/** What `enumerateDevices` tells of a device. */
export interface SoundDevice {
  readonly kind: string;
  readonly deviceId: string;
  readonly groupId: string;
  readonly label: string;
}
type Kind = 'audioinput' | 'audiooutput';

/** Chromium's stand-ins for a device that is in the list under its own id as well. */
const ALIASES: ReadonlySet<string> = new Set(['default', 'communications']);

/** The devices of a kind, without Chromium's aliases. */
export function realDevices(devices: readonly SoundDevice[], kind: Kind): readonly SoundDevice[] {
  return devices.filter((device) => device.kind === kind && device.deviceId && !ALIASES.has(device.deviceId));
}

/**
 * The device that was chosen: found by its id, else by its label because ids rotate (anchors.md B10).
 * Null when the system's own was chosen or the chosen one is not connected.
 */
export function findChosen(
  choice: DeviceChoice,
  devices: readonly SoundDevice[],
  kind: Kind,
): SoundDevice | null {
  if (!choice) return null;
  const real = realDevices(devices, kind);
  return (
    real.find(({ deviceId }) => deviceId === choice.id) ??
    real.find(({ label }) => label !== '' && label === choice.label) ??
    null
  );
}

/** The system's own device: its name where it can be told, and a mark that changes when another takes its place. */
export function systemDefault(
  devices: readonly SoundDevice[],
  kind: Kind,
): { readonly label: string; readonly mark: string } {
  const alias = devices.find((device) => device.kind === kind && device.deviceId === 'default');
  const real = realDevices(devices, kind);
  const device = real.find(({ groupId }) => groupId !== '' && groupId === alias?.groupId);
  const label = device?.label ?? alias?.label ?? real[0]?.label ?? '';
  return { label, mark: alias ? `${alias.groupId} ${alias.label}` : '' };
}

/** The microphone in use. */
export interface InputInUse {
  /** As it was asked for; null is the system's own. */
  readonly deviceId: string | null;
  /** {@link systemDefault}'s mark when it was opened. */
  readonly defaultMark: string;
  readonly autoGainControl: boolean;
  /** The system took it away. */
  readonly ended: boolean;
}

export type InputPlan =
  | { readonly type: 'stay' }
  /** `deviceId` null is the system's own. `lost`: the one in use is gone, so the person must be told. */
  | { readonly type: 'open'; readonly deviceId: string | null; readonly lost: boolean };

/** Which microphone to use now (anchors.md B9): the chosen one, else the system's own; it comes back when it can. */
export function planInput(
  wanted: { readonly choice: DeviceChoice; readonly autoGainControl: boolean },
  devices: readonly SoundDevice[],
  inUse: InputInUse | null,
): InputPlan {
  const deviceId = findChosen(wanted.choice, devices, 'audioinput')?.deviceId ?? null;
  if (!inUse) return { type: 'open', deviceId, lost: false };
  const lost = inUse.ended || isGone(inUse.deviceId, devices, 'audioinput');
  const followsDefault =
    deviceId === null &&
    inUse.deviceId === null &&
    inUse.defaultMark !== systemDefault(devices, 'audioinput').mark;
  const changed = deviceId !== inUse.deviceId || wanted.autoGainControl !== inUse.autoGainControl;
  return lost || changed || followsDefault ? { type: 'open', deviceId, lost } : { type: 'stay' };
}

/** Which speakers to use now; '' is the system's own. `lost`: the ones in use are gone. */
export function planOutput(
  choice: DeviceChoice,
  devices: readonly SoundDevice[],
  inUse: string,
): { readonly deviceId: string; readonly lost: boolean } {
  return {
    deviceId: findChosen(choice, devices, 'audiooutput')?.deviceId ?? '',
    lost: inUse !== '' && isGone(inUse, devices, 'audiooutput'),
  };
}

function isGone(deviceId: string | null, devices: readonly SoundDevice[], kind: Kind): boolean {
  return deviceId !== null && !realDevices(devices, kind).some((device) => device.deviceId === deviceId);
}
