import { can, cannot, type Answer, type Volume, type VolumeLevel } from '../desktop';
import type { RunProgram } from '../run-program';
import { powerShell } from './power-shell';

const NONE = cannot('No sound output was found whose volume can be changed.');

/**
 * Windows has no program for the volume, so PowerShell asks its sound interface (Core Audio, `IAudioEndpointVolume`).
 * The methods stand in the order of that interface; those that are not used only keep their places.
 */
const SCRIPT = `
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System; using System.Runtime.InteropServices;
[Guid("5CDF2C82-841E-4546-9722-0CF74078229A"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface IAudioEndpointVolume {
  int RegisterControlChangeNotify(IntPtr a); int UnregisterControlChangeNotify(IntPtr a);
  int GetChannelCount(out uint a);
  int SetMasterVolumeLevel(float a, Guid b); int SetMasterVolumeLevelScalar(float a, Guid b);
  int GetMasterVolumeLevel(out float a); int GetMasterVolumeLevelScalar(out float a);
  int SetChannelVolumeLevel(uint a, float b, Guid c); int SetChannelVolumeLevelScalar(uint a, float b, Guid c);
  int GetChannelVolumeLevel(uint a, out float b); int GetChannelVolumeLevelScalar(uint a, out float b);
  int SetMute([MarshalAs(UnmanagedType.Bool)] bool a, Guid b); int GetMute([MarshalAs(UnmanagedType.Bool)] out bool a);
}
[Guid("D666063F-1587-4E43-81F1-B948E807363F"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface IMMDevice { int Activate(ref Guid a, int b, IntPtr c, [MarshalAs(UnmanagedType.IUnknown)] out object d); }
[Guid("A95664D2-9614-4F35-A746-DE8DB63617E6"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface IMMDeviceEnumerator { int EnumAudioEndpoints(int a, int b, out IntPtr c); int GetDefaultAudioEndpoint(int a, int b, out IMMDevice c); }
[ComImport, Guid("BCDE0395-E52F-467C-8E3D-C4579291692E")] class MMDeviceEnumerator { }
public static class Speakers {
  static IAudioEndpointVolume Open() {
    IMMDevice device; object volume; Guid id = typeof(IAudioEndpointVolume).GUID;
    Marshal.ThrowExceptionForHR(((IMMDeviceEnumerator)new MMDeviceEnumerator()).GetDefaultAudioEndpoint(0, 1, out device));
    Marshal.ThrowExceptionForHR(device.Activate(ref id, 23, IntPtr.Zero, out volume));
    return (IAudioEndpointVolume)volume;
  }
  public static void Level(int percent) { Marshal.ThrowExceptionForHR(Open().SetMasterVolumeLevelScalar(percent / 100f, Guid.Empty)); }
  public static void Mute(bool muted) { Marshal.ThrowExceptionForHR(Open().SetMute(muted, Guid.Empty)); }
  public static string Read() {
    float level; bool muted; var volume = Open();
    Marshal.ThrowExceptionForHR(volume.GetMasterVolumeLevelScalar(out level));
    Marshal.ThrowExceptionForHR(volume.GetMute(out muted));
    return Math.Round(level * 100) + (muted ? " muted" : " audible");
  }
}
'@
if ($env:PARLEY_LEVEL) { [Speakers]::Level([int]$env:PARLEY_LEVEL) }
if ($env:PARLEY_MUTED) { [Speakers]::Mute($env:PARLEY_MUTED -eq 'yes') }
[Speakers]::Read()
`;

/** Volume on Windows. */
export function windowsVolume(run: RunProgram): Volume {
  const ask = async (
    { percent, muted }: Partial<VolumeLevel>,
    signal: AbortSignal,
  ): Promise<Answer<VolumeLevel>> => {
    const environment = {
      ...(percent !== undefined && { PARLEY_LEVEL: `${Math.round(Math.min(100, Math.max(0, percent)))}` }),
      ...(muted !== undefined && { PARLEY_MUTED: muted ? 'yes' : 'no' }),
    };
    const outcome = await powerShell(run, SCRIPT, environment, signal);
    const level = outcome.ok ? levelOf(outcome.output) : null;
    return level ? can(level) : NONE;
  };
  return { read: (signal) => ask({}, signal), set: ask };
}

/** From "37 audible". */
function levelOf(output: string): VolumeLevel | null {
  const [, percent, state] = /^(\d+) (muted|audible)\s*$/u.exec(output) ?? [];
  return percent ? { percent: Number(percent), muted: state === 'muted' } : null;
}
