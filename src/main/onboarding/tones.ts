import { floatToPcm16 } from '../../shared/audio/pcm';
import { AUDIO_RATE } from '../../shared/ipc/audio-port';

/** A fifth, upwards: two frequencies in Hz. */
const NOTES = [440, 660] as const;
const NOTE_SECONDS = 0.28;
const GAP_SECONDS = 0.12;
/** About -15 dBFS: well heard, and nobody is startled. */
const LOUDNESS = 0.18;

/** Two soft tones with a pause after each, as samples of 24 kHz: what speakers are tried with. */
export function checkTones(): Int16Array {
  const note = Math.round(NOTE_SECONDS * AUDIO_RATE);
  const whole = new Float32Array(NOTES.length * (note + Math.round(GAP_SECONDS * AUDIO_RATE)));
  for (const [index, frequency] of NOTES.entries()) {
    const start = (index * whole.length) / NOTES.length;
    for (let at = 0; at < note; at += 1) {
      const swell = Math.sin((Math.PI * at) / note) ** 2;
      whole[start + at] = LOUDNESS * swell * Math.sin((2 * Math.PI * frequency * at) / AUDIO_RATE);
    }
  }
  return floatToPcm16(whole);
}
