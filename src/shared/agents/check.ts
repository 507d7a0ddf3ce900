import type { JsonObject } from '../json';
import { publicUrlTrouble } from '../network/public-url';
import {
  inputLanguageSchema,
  INTERRUPTION_DELAY_MS,
  MAX_KEYTERM_CHARACTERS,
  MAX_KEYTERMS,
  MAX_TRANSCRIPTION_PROMPT_CHARACTERS,
  SILENCE_MS,
  VOLUME,
} from '../protocol';
import { MAX_PROMPT_CHARACTERS } from '../settings/profile';
import { keytermsOf } from './body';
import { checkTools } from './check-tools';
import { draftOf, sameDraft, type AgentDraft, type HearingDraft } from './draft';

/** What is wrong with a field of a draft, in a sentence that says what to do. */
export interface FieldTrouble {
  /** Dotted path in the draft, such as `tools.0.http.url`. */
  readonly field: string;
  readonly sentence: string;
}

/** A rule of one field: broken, its sentence is told. */
type Rule = readonly [field: string, broken: boolean, sentence: string];

const LONGEST_NAME = 200;

/**
 * What the service would refuse or silently ignore (protocol.md sections 5, 6 and 10.2); nothing when it may be sent.
 * `agent` is the agent as it was read, null for a new one.
 */
export function checkDraft(draft: AgentDraft, agent: JsonObject | null): readonly FieldTrouble[] {
  return [
    ...broken(basics(draft)),
    ...broken(hearing(draft.hearing)),
    ...checkTools(draft.tools, agent),
    ...broken(model(draft, agent)),
  ];
}

function basics({ name, prompt, greeting, voice, volume }: AgentDraft): readonly Rule[] {
  const most = MAX_PROMPT_CHARACTERS.toLocaleString('en');
  return [
    ['name', name.trim() === '', 'Give the agent a name.'],
    ['name', name.trim().length > LONGEST_NAME, `Shorten the name to ${String(LONGEST_NAME)} characters.`],
    ['prompt', prompt.trim() === '', 'Write instructions: who the agent is and what it does.'],
    ['prompt', prompt.length > MAX_PROMPT_CHARACTERS, `Shorten the instructions to ${most} characters.`],
    ['greeting', greeting.length > 500, 'Shorten the greeting to 500 characters.'],
    ['voice', voice.trim() === '', 'Choose a voice.'],
    ['voice', /[A-Z]/.test(voice), 'Write the name of the voice in lower case.'],
    ['voice', /\s/.test(voice.trim()), 'Write the name of the voice in one word.'],
    ['volume', outside(volume, VOLUME), 'Set the volume from 0 to 100, or leave it empty.'],
  ];
}

function hearing(draft: HearingDraft): readonly Rule[] {
  const terms = keytermsOf(draft.keyterms);
  const long = terms.find((term) => term.length > MAX_KEYTERM_CHARACTERS) ?? '';
  const unknown = draft.languages.find((code) => !inputLanguageSchema.safeParse(code).success);
  const { minSilence, maxSilence } = draft;
  const silence = 'Set this pause from 50 to 10,000 ms, or leave it empty.';
  return [
    [
      'hearing.keyterms',
      terms.length > MAX_KEYTERMS,
      `Keep at most ${String(MAX_KEYTERMS)} key terms: these are ${String(terms.length)}.`,
    ],
    [
      'hearing.keyterms',
      long !== '',
      `Shorten “${long.slice(0, 30)}…” to ${String(MAX_KEYTERM_CHARACTERS)} characters: longer key terms are ignored.`,
    ],
    [
      'hearing.context',
      draft.context.length > MAX_TRANSCRIPTION_PROMPT_CHARACTERS,
      'Shorten this context to 1,750 characters.',
    ],
    [
      'hearing.languages',
      unknown !== undefined,
      `Take out the language “${unknown ?? ''}”: the agent would hear nothing.`,
    ],
    [
      'hearing.voiceFocusThreshold',
      outside(draft.voiceFocusThreshold, { min: 0, max: 1 }),
      'Set it from 0 to 1, or leave it empty.',
    ],
    [
      'hearing.vadThreshold',
      outside(draft.vadThreshold, { min: 0, max: 1 }),
      'Set it from 0 to 1, or leave it empty.',
    ],
    ['hearing.vadThreshold', draft.vadThreshold === 1, 'Set it below 1: at 1 no speech is ever heard.'],
    ['hearing.minSilence', notWholeIn(minSilence, SILENCE_MS), silence],
    ['hearing.maxSilence', notWholeIn(maxSilence, SILENCE_MS), silence],
    [
      'hearing.maxSilence',
      minSilence !== null && maxSilence !== null && minSilence >= maxSilence,
      'Make the longest pause longer than the shortest.',
    ],
    [
      'hearing.interruptionDelay',
      notWholeIn(draft.interruptionDelay, INTERRUPTION_DELAY_MS),
      'Set it from 0 to 1,000 ms, or leave it empty.',
    ],
  ];
}

function model({ model: now }: AgentDraft, agent: JsonObject | null): readonly Rule[] {
  if (!now) return [];
  const was = draftOf(agent ?? {}).model;
  const address = publicUrlTrouble(now.address);
  return [
    ['model.address', address !== null, address ?? ''],
    ['model.name', now.name.trim() === '', 'Name the model, as its server calls it.'],
    ['model.key', /\s/.test(now.key.trim()), 'Paste the key in one piece, without blanks.'],
    [
      'model.key',
      now.key.trim() === '' && !sameDraft(now, was),
      was
        ? 'Type the key again: the service does not keep it when the address or the model changes.'
        : 'Type the key of the model’s server.',
    ],
  ];
}

/** The first broken rule of each field. */
export function broken(rules: readonly Rule[]): readonly FieldTrouble[] {
  const troubles = rules.filter(([, isBroken]) => isBroken);
  return troubles
    .filter(([field], at) => troubles.findIndex(([other]) => other === field) === at)
    .map(([field, , sentence]) => ({ field, sentence }));
}

function outside(
  value: number | null,
  { min, max }: { readonly min: number; readonly max: number },
): boolean {
  return value !== null && !(value >= min && value <= max);
}

function notWholeIn(value: number | null, range: { readonly min: number; readonly max: number }): boolean {
  return value !== null && (!Number.isInteger(value) || outside(value, range));
}
