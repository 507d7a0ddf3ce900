import type { AudioReport, AudioTrouble } from '../../shared/ipc/audio';
import type { Problem } from '../../shared/problem';

const troubles: Readonly<Record<AudioTrouble, (device: string) => Omit<Problem, 'code'>>> = {
  permission_denied: () => ({
    sentence: 'The system does not let Parley use the microphone.',
    next: 'Allow the microphone for Parley in the system’s privacy settings, or type a message.',
  }),
  no_microphone: () => ({
    sentence: 'No microphone was found.',
    next: 'Connect one and unmute, or type a message.',
  }),
  microphone_busy: () => ({
    sentence: 'The microphone is in use by another program.',
    next: 'Close that program or choose another microphone in Settings.',
  }),
  microphone_lost: (device) => ({
    sentence: device ? `The microphone was lost; now using ${device}.` : 'The microphone was lost.',
    next: device ? 'Choose another in Settings if you like.' : 'Connect one, or type a message.',
  }),
  microphone_silent: () => ({
    sentence: 'The microphone delivers only silence.',
    next: 'Check its mute switch and the system’s sound settings.',
  }),
  speaker_lost: (device) => ({
    sentence: device ? `The speakers were lost; now using ${device}.` : 'The speakers were lost.',
    next: 'Choose others in Settings if you like.',
  }),
  sound_failed: () => ({
    sentence: 'Sound could not be opened.',
    next: 'Check that the sound system works, or type a message.',
  }),
  sound_lost: () => ({
    sentence: 'Sound stopped working and was opened again.',
    next: 'Ask again for what you did not hear.',
  }),
};

/** The sentence for a trouble of the audio page; null for reports that are none. */
export function explainTrouble(report: AudioReport): Problem | null {
  return report.type === 'trouble'
    ? { code: report.trouble, ...troubles[report.trouble](report.device) }
    : null;
}
