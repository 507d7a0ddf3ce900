import { profileSchema, type ProfilePatch } from '../../shared/settings/profile';

/** What becomes of a typed text: the change of the profile, or the sentence that says why not. */
interface Read {
  readonly patch: ProfilePatch | null;
  readonly trouble?: string;
}

/** Reads the name of a profile. */
export function readName(typed: string): Read {
  const name = typed.trim();
  if (profileSchema.shape.name.safeParse(name).success) return { patch: { name } };
  const trouble = name === '' ? 'A profile needs a name.' : 'A name has at most 60 characters.';
  return { patch: null, trouble: `${trouble} The old one is kept.` };
}

/** Reads a greeting; empty is none. */
export function readGreeting(typed: string): Read {
  const greeting = typed.trim();
  if (profileSchema.shape.greeting.safeParse(greeting).success) return { patch: { greeting } };
  return {
    patch: null,
    trouble: 'A greeting has at most 500 characters: keep it to a sentence. It is not saved.',
  };
}
