import { z } from 'zod';
import { profileSchema } from '../settings/profile';
import type { ToolClass } from '../tool-class';
import { request } from './contract';
import { VOICE_CHOICES } from './speech-port';

/** A voice to be heard before it is chosen. */
export const voiceSampleSchema = z.discriminatedUnion('engine', [
  /** Synthesized on this computer, free. */
  z.object({ engine: z.literal('local'), voice: z.enum(VOICE_CHOICES) }),
  /** Spoken in a short session at the service, which is paid for. */
  z.object({ engine: z.literal('hosted'), voice: profileSchema.shape.hostedVoice }),
]);
/** A voice to be heard before it is chosen. */
export type VoiceSample = Readonly<z.infer<typeof voiceSampleSchema>>;

/** A tool as it is offered for choosing. */
export interface ToolSummary {
  readonly name: string;
  /** Written for the model: when to call it and what comes back. */
  readonly description: string;
  readonly class: ToolClass;
}

const nothing = z.undefined();

/** Requests about profiles. */
export const profileRequests = {
  /** Every tool that a profile may allow, by name. */
  'tools.list': request(nothing).returning<readonly ToolSummary[]>(),
  /** Plays a sample of a voice; resolves when it was heard or stopped. */
  'voice.play': request(voiceSampleSchema).returning<undefined>(),
  'voice.stop': request(nothing).returning<undefined>(),
} as const;
