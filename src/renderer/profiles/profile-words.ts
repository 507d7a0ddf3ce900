import { assertNever } from '../../shared/assert-never';
import type { InputLanguage } from '../../shared/protocol';
import { MAX_PROMPT_CHARACTERS, type Profile, type TurnPreset } from '../../shared/settings/profile';
import type { PlainText } from '../../shared/words/catalogue';
import { inUse, numberWritten, t } from '../words.svelte';

/** A turn preset in words: what it is for, and whether it sets silences (protocol.md section 8.2). */
export const turnPresets: readonly {
  readonly value: TurnPreset;
  readonly text: PlainText;
  readonly hint: PlainText;
}[] = [
  {
    value: 'natural',
    text: 'Natural',
    hint: 'For ordinary talk, and the fastest: the service itself judges when you have finished.',
  },
  {
    value: 'quick',
    text: 'Quick',
    hint: 'For short commands: a short pause ends your turn. Fixed pauses.',
  },
  {
    value: 'patient',
    text: 'Patient',
    hint: 'For thinking aloud: waits through longer pauses. Fixed pauses.',
  },
  {
    value: 'dictation',
    text: 'Dictation',
    hint: 'For dictating with long pauses. Fixed pauses.',
  },
  {
    value: 'read-aloud',
    text: 'Read-aloud',
    hint: 'For listening to long texts: speaking does not interrupt, “Stop speaking” does.',
  },
  {
    value: 'noisy',
    text: 'Noisy room',
    hint: 'For a room where others talk: asks for clearer speech. Fixed pauses.',
  },
];

/** A language as the window's language calls it, such as "German". */
export function languageName(code: InputLanguage): string {
  return new Intl.DisplayNames([inUse().locale], { type: 'language' }).of(code) ?? code;
}

/** The chosen languages in a few words. */
export function languagesText(codes: readonly InputLanguage[]): string {
  return codes.length === 0 ? t('Recognised automatically') : codes.map(languageName).join(', ');
}

/** Who answers with this profile, in a few words. */
export function engineWords({ engine, agentId }: Pick<Profile, 'engine' | 'agentId'>): string {
  switch (engine) {
    case 'local':
      return t('Local agent');
    case 'hosted':
      return agentId === null ? t('AssemblyAI, hosted') : t('AssemblyAI, stored agent');
    default:
      return assertNever(engine);
  }
}

/** How long the prompt is against what it may be. */
export function lengthText(characters: number): string {
  return t('{characters} of {most} characters', {
    characters: numberWritten(characters),
    most: numberWritten(MAX_PROMPT_CHARACTERS),
  });
}

/** What is wrong with a prompt of this length; undefined when nothing is. */
export function lengthTrouble(characters: number): string | undefined {
  const over = characters - MAX_PROMPT_CHARACTERS;
  if (over <= 0) return undefined;
  const many = over === 1 ? '1 character' : `${over.toLocaleString('en')} characters`;
  return `Too long by ${many}, so it is not saved. It stays here until Parley closes.`;
}

/** What a sample of a hosted voice costs, in words: about ten seconds of a session. */
export function samplePrice(dollarsPerHour: number): string {
  const cents = (seconds: number) => Math.round((dollarsPerHour * 100 * seconds) / 3_600);
  const least = Math.max(1, cents(8));
  const most = Math.max(least, cents(15));
  const price =
    least === most ? t('{count} cents', { count: most }) : t('{least} to {most} cents', { least, most });
  return t('A sample is a paid session of about ten seconds: {price}.', { price });
}
