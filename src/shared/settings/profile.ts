import { z } from 'zod';
import { ENGINES } from '../engine';
import { VOICE_CHOICES } from '../ipc/speech-port';
import { fitKeyterms, inputLanguageSchema } from '../protocol';

/** How the service takes turns (protocol.md section 8.2); `natural` leaves it to the service's adaptive pacing. */
export const turnPresetSchema = z.enum(['natural', 'quick', 'patient', 'dictation', 'read-aloud', 'noisy']);
/** A turn preset as a person chooses it. `Hold` is not among them: the push-to-talk key brings it. */
export type TurnPreset = z.infer<typeof turnPresetSchema>;

/** Most profiles there may be. */
export const MAX_PROFILES = 50;

/** Longest prompt a profile may hold, in characters; the service publishes no limit (protocol.md section 11). */
export const MAX_PROMPT_CHARACTERS = 20_000;

/** Who answers and how: engine, prompt, voice, tools and turn preset under one name. */
export const profileSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(60),
  /** Who answers. `hosted` only after the person chose it (it costs money). */
  engine: z.enum(ENGINES),
  /** Hosted only: a stored agent's id, used as it is; null for the configuration below. */
  agentId: z.string().min(1).max(200).nullable(),
  /** The person's own prompt; empty for Parley's default. */
  prompt: z.string().max(MAX_PROMPT_CHARACTERS),
  /** Spoken when a conversation is started by hand; empty for none. */
  greeting: z.string().trim().max(500),
  /** Voice of the hosted service (protocol.md section 12). */
  hostedVoice: z.string().regex(/^[a-z][a-z0-9_-]{0,40}$/),
  /** Voice of the local synthesizer. */
  localVoice: z.enum(VOICE_CHOICES),
  turnPreset: turnPresetSchema,
  /** Names of the tools the agent may call; null for all. */
  tools: z.array(z.string().max(64)).max(200).nullable(),
  /** The person's own names and jargon for recognition. */
  keyterms: z
    .array(z.string().trim().max(200))
    .max(500)
    .refine((terms) => fitKeyterms(terms).length === terms.length),
  /** Languages that are spoken, hosted only; empty for automatic. */
  languages: z.array(inputLanguageSchema).max(18),
});
/** Who answers and how. */
export type Profile = Readonly<z.infer<typeof profileSchema>>;

/** A change of some fields of one profile; its id stays. */
export const profilePatchSchema = z.strictObject(profileSchema.shape).omit({ id: true }).partial();
/** Some fields of a profile with new values. */
export type ProfilePatch = Readonly<z.infer<typeof profilePatchSchema>>;

/** Whether no id occurs twice. */
export function haveUniqueIds(profiles: readonly { readonly id: string }[]): boolean {
  return new Set(profiles.map(({ id }) => id)).size === profiles.length;
}

/** Id of the profile that is always there. */
export const DEFAULT_PROFILE_ID = 'parley';

/** The profile of a fresh installation. */
export const defaultProfile: Profile = {
  id: DEFAULT_PROFILE_ID,
  name: 'Parley',
  engine: 'local',
  agentId: null,
  prompt: '',
  greeting: 'Hi, how can I help?',
  hostedVoice: 'anna',
  localVoice: 'slt',
  turnPreset: 'natural',
  tools: null,
  keyterms: [],
  languages: [],
};

/** The profile in use: the active one, or the first when that is gone. */
export function activeProfile(settings: {
  readonly profiles: readonly Profile[];
  readonly activeProfile: string;
}): Profile {
  const { profiles } = settings;
  return profiles.find(({ id }) => id === settings.activeProfile) ?? profiles[0] ?? defaultProfile;
}

/** The profiles with one of them changed; all as they were when there is none of that id. */
export function withProfile(profiles: readonly Profile[], id: string, patch: ProfilePatch): Profile[] {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return profiles.map((profile) => (profile.id === id ? { ...profile, ...given } : profile));
}
