import { z } from 'zod';
import type { DeviceChoice } from '../settings/schema';
import { request } from './contract';

/** Why there is no sound; each has its sentence in `audioProblems` of main. */
export const audioTroubles = [
  'permission_denied',
  'no_microphone',
  'microphone_busy',
  'microphone_lost',
  'microphone_silent',
  'speaker_lost',
  'sound_failed',
  'sound_lost',
] as const;
/** What can go wrong with the sound devices. */
export type AudioTrouble = (typeof audioTroubles)[number];

/** What the audio page tells main. */
export const audioReportSchema = z.discriminatedUnion('type', [
  /** Microphone and speakers are open; labels as the system names them. */
  z.object({
    type: z.literal('opened'),
    input: z.string().max(512),
    output: z.string().max(512),
    sampleRate: z.number(),
    echoCancellation: z.boolean(),
  }),
  z.object({ type: z.literal('closed') }),
  /** `fatal`: there is no microphone any more. Otherwise the talk went on with the named device. */
  z.object({
    type: z.literal('trouble'),
    trouble: z.enum(audioTroubles),
    fatal: z.boolean(),
    device: z.string().max(512),
  }),
]);
/** One report of the audio page. */
export type AudioReport = z.infer<typeof audioReportSchema>;

/** Requests of the audio page. */
export const audioRequests = {
  'audio.report': request(audioReportSchema).returning<undefined>(),
  /** The page is loaded and ready for `audio.open`. */
  'audio.ready': request(z.undefined()).returning<undefined>(),
} as const;

/** How the page opens sound. */
export interface AudioSetup {
  /** False: only the speakers; the microphone stays off (a talk begun by typing). */
  readonly microphone: boolean;
  readonly input: DeviceChoice;
  readonly output: DeviceChoice;
  readonly autoGainControl: boolean;
}

/** Events from main to the audio page. Ports come apart, as `audio-ports` messages (capture, then playback). */
export interface AudioEvents {
  readonly 'audio.open': AudioSetup;
  /** Change devices or gain control without a break in the conversation. */
  readonly 'audio.change': AudioSetup;
  readonly 'audio.close': undefined;
}
