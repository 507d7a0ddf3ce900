/** What of a profile cannot be sent to the service, told by field and with a remedy before anything is sent. */
import type { Problem } from '../problem';
import { inputLanguageSchema } from '../protocol/catalogue';
import { MAX_KEYTERM_CHARACTERS, MAX_KEYTERMS } from '../protocol/limits';
import { MAX_PROMPT_CHARACTERS, profilePatchSchema, type ProfilePatch } from './profile';

/** A problem and the field of the profile that it stands at. */
export interface ProfileProblem {
  readonly field: keyof ProfilePatch;
  readonly problem: Problem;
}

/** The first problem of these fields, or null when they can be stored and sent. */
export function profileProblem(patch: Readonly<Record<string, unknown>>): ProfileProblem | null {
  const parsed = profilePatchSchema.safeParse(patch);
  if (parsed.success) return null;
  const field = parsed.error.issues[0]?.path[0] as keyof ProfilePatch | undefined;
  if (field === undefined) return { field: 'name', problem: unfit('profile') };
  return { field, problem: explained(field, patch[field]) };
}

function explained(field: keyof ProfilePatch, value: unknown): Problem {
  const told: Partial<Record<keyof ProfilePatch, Problem | null>> = {
    prompt: typeof value === 'string' ? promptProblem(value) : null,
    keyterms: keytermsProblem(textsOf(value)),
    languages: languagesProblem(textsOf(value)),
  };
  return told[field] ?? PLAIN[field] ?? unfit(LABELS[field]);
}

/** What is wrong with a prompt of this length, or null. */
export function promptProblem(prompt: string, most = MAX_PROMPT_CHARACTERS): Problem | null {
  if (prompt.length <= most) return null;
  return {
    code: 'prompt_too_long',
    sentence: `The prompt is ${prompt.length} characters long; at most ${most} fit.`,
    next: 'Shorten it: say the most important rule first, and leave out what the tools tell by themselves.',
  };
}

/** What is wrong with these key terms, or null. */
export function keytermsProblem(terms: readonly string[]): Problem | null {
  const long = terms.find((term) => term.trim().length > MAX_KEYTERM_CHARACTERS);
  if (long !== undefined) {
    return {
      code: 'keyterm_too_long',
      sentence: `The key term “${long.trim().slice(0, 30)}…” has more than ${MAX_KEYTERM_CHARACTERS} characters; the service would ignore it.`,
      next: 'Shorten it to the words that are said.',
    };
  }
  if (terms.length > MAX_KEYTERMS) {
    return {
      code: 'too_many_keyterms',
      sentence: `There are ${terms.length} key terms; the service takes ${MAX_KEYTERMS}.`,
      next: `Keep the ${MAX_KEYTERMS} that are most often misheard.`,
    };
  }
  const trimmed = terms.map((term) => term.trim());
  if (trimmed.includes('') || new Set(trimmed).size < terms.length) {
    return {
      code: 'keyterms_repeated',
      sentence: 'A key term is empty or stands there twice.',
      next: 'Write each term once, each on a line of its own.',
    };
  }
  return null;
}

/** What is wrong with these language codes, or null. */
export function languagesProblem(codes: readonly string[]): Problem | null {
  const unknown = codes.find((code) => !inputLanguageSchema.safeParse(code).success);
  if (unknown === undefined) return null;
  return {
    code: 'language_unsupported',
    sentence: `The service does not recognise the language “${unknown.slice(0, 20)}” and would hear nothing at all.`,
    next: 'Choose among the languages listed in Settings, or none for automatic.',
  };
}

const LABELS: Readonly<Record<keyof ProfilePatch, string>> = {
  name: 'name',
  engine: 'choice of who answers',
  agentId: 'stored agent',
  prompt: 'prompt',
  greeting: 'greeting',
  hostedVoice: 'hosted voice',
  localVoice: 'voice',
  turnPreset: 'way of taking turns',
  tools: 'choice of tools',
  keyterms: 'list of key terms',
  languages: 'list of languages',
};

const PLAIN: Partial<Readonly<Record<keyof ProfilePatch, Problem>>> = {
  name: {
    code: 'profile_name',
    sentence: 'The name is empty or longer than 60 characters.',
    next: 'Give the profile a short name.',
  },
  greeting: {
    code: 'greeting_too_long',
    sentence: 'The greeting is longer than 500 characters.',
    next: 'Keep it to a sentence: it is spoken at the start of every conversation.',
  },
  hostedVoice: {
    code: 'voice_name',
    sentence: 'This is no name of a voice.',
    next: 'Type it in lower case as the service lists it, such as anna.',
  },
  agentId: {
    code: 'agent_id',
    sentence: 'This is no id of a stored agent.',
    next: 'Choose the agent from the list, or paste its id, which begins with agent_.',
  },
};

const unfit = (label: string): Problem => ({
  code: 'profile_unfit',
  sentence: `The ${label} cannot be used as it is.`,
  next: 'Check what was entered and try again.',
});

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
