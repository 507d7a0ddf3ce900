import type { AudioTrouble } from '../../shared/ipc/audio';

/** An open microphone. */
export interface Microphone {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** As it was asked for; null is the system's own. */
  readonly deviceId: string | null;
  readonly autoGainControl: boolean;
}

/** Which microphone to open. */
export interface MicrophoneWish {
  /** Null is the system's own. */
  readonly deviceId: string | null;
  readonly autoGainControl: boolean;
  /** It takes the place of one that is gone: then any is better than none. */
  readonly lost: boolean;
}

/**
 * Opens a microphone. A named one that vanished meanwhile is replaced by the system's own.
 * Rejects with what `getUserMedia` gives; see {@link troubleOf}.
 */
export async function openMicrophone(
  media: Pick<MediaDevices, 'getUserMedia'>,
  wish: MicrophoneWish,
): Promise<Microphone> {
  const { deviceId, autoGainControl } = wish;
  try {
    const stream = await media.getUserMedia({
      audio: {
        echoCancellation: true,
        noiseSuppression: false,
        autoGainControl,
        channelCount: 1,
        ...(deviceId !== null && { deviceId: { exact: deviceId } }),
      },
    });
    const [track] = stream.getAudioTracks();
    if (!track) throw new DOMException('The stream has no sound.', 'NotFoundError');
    return { stream, track, deviceId, autoGainControl };
  } catch (error) {
    const vanished = wish.lost || ['OverconstrainedError', 'NotFoundError'].includes(nameOf(error));
    if (deviceId !== null && vanished) return openMicrophone(media, { ...wish, deviceId: null });
    throw error;
  }
}

/** Switches a microphone off. */
export function closeMicrophone({ stream }: Microphone): void {
  for (const track of stream.getTracks()) track.stop();
}

/** What an error of `getUserMedia` means for the person. */
export function troubleOf(error: unknown): AudioTrouble {
  switch (nameOf(error)) {
    case 'NotAllowedError':
      return 'permission_denied';
    case 'NotFoundError':
      return 'no_microphone';
    case 'NotReadableError':
      return 'microphone_busy';
    default:
      return 'sound_failed';
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
