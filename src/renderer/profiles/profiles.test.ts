import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitKeyterms } from '../../shared/protocol';
import {
  defaultProfile,
  MAX_PROMPT_CHARACTERS,
  profileSchema,
  turnPresetSchema,
} from '../../shared/settings/profile';
import { freeName, mayAdd, withCopy, withNew, without } from './edit-profiles';
import { findingsText, shownFinding } from './prompt-findings';
import { checkPrompt } from '../../shared/settings/prompt-check';
import { keytermsTrouble, readKeyterms } from './keyterms';
import { languageName, lengthTrouble, samplePrice, turnPresets } from './profile-words';

const work = { ...defaultProfile, id: 'work', name: 'Work', prompt: 'Be brief.' };

describe('the list of profiles', () => {
  it('gets a new one at its end, with the defaults and a free name', () => {
    const once = withNew([defaultProfile], 'a');
    expect(once.at(-1)).toEqual({ ...defaultProfile, id: 'a', name: 'New profile' });
    expect(withNew(once, 'b').at(-1)?.name).toBe('New profile 2');
  });

  it('gets a copy right behind the one that was copied', () => {
    const copied = withCopy([work, defaultProfile], 'work', 'c');
    expect(copied.map(({ id }) => id)).toEqual(['work', 'c', 'parley']);
    expect(copied[1]).toEqual({ ...work, id: 'c', name: 'Work copy' });
  });

  it('loses one, but never the last', () => {
    expect(without([defaultProfile, work], 'parley')).toEqual([work]);
    expect(without([work], 'work')).toEqual([work]);
  });

  it('takes fifty', () => {
    const full = Array.from({ length: 50 }, (_, at) => ({ ...work, id: String(at) }));
    expect(mayAdd(full)).toBe(false);
    expect(mayAdd(full.slice(1))).toBe(true);
  });

  it('never gets two of one name, nor a name that is too long', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 62 })), fc.nat(40), (names, repeats) => {
        const profiles = names.filter((name) => name.trim()).map((name) => ({ name }));
        const wanted = 'x'.repeat(70);
        const numbered = Array.from({ length: repeats }).reduce<{ name: string }[]>(
          (all) => [...all, { name: freeName(wanted, all) }],
          profiles,
        );
        const made = numbered.slice(profiles.length).map(({ name }) => name);
        expect(new Set(made).size).toBe(made.length);
        for (const name of made) expect(profileSchema.shape.name.safeParse(name).success).toBe(true);
      }),
    );
  });
});

describe('key terms', () => {
  it('are one a line, trimmed, each once', () => {
    expect(readKeyterms(' Ada \n\nGrace Hopper\nAda\n').terms).toEqual(['Ada', 'Grace Hopper']);
  });

  it('that cannot be used are told', () => {
    const read = readKeyterms(`${'x'.repeat(51)}\nfine`);
    expect(read.terms).toEqual(['fine']);
    expect(keytermsTrouble(read)).toContain('Longer than 50 characters');
    const many = readKeyterms(Array.from({ length: 103 }, (_, at) => `name ${String(at)}`).join('\n'));
    expect(many.terms).toHaveLength(100);
    expect(keytermsTrouble(many)).toBe('Only 100 can be used; the last 3 are left out.');
    expect(keytermsTrouble(readKeyterms('fine'))).toBeUndefined();
  });

  it('as read always fit a profile', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 130 }), (lines) => {
        const { terms } = readKeyterms(lines.join('\n'));
        expect(fitKeyterms(terms)).toEqual(terms);
        expect(profileSchema.shape.keyterms.safeParse(terms).success).toBe(true);
      }),
    );
  });
});

describe('what cannot be spoken in a prompt', () => {
  it('is told with its line and the very words', () => {
    const text = 'Be brief.\n\nSee **the\trules**.';
    const [finding] = checkPrompt(text);
    expect(shownFinding(text, finding!)).toEqual({ line: 3, excerpt: '**the rules**' });
  });

  it('is shown in part when it is long, without cutting a character in half', () => {
    const text = `**${'😀'.repeat(50)}**`;
    const excerpts = checkPrompt(text).map((finding) => shownFinding(text, finding).excerpt);
    expect(excerpts).toEqual([`**${'😀'.repeat(38)}…`]);
  });

  it('is counted in words', () => {
    expect([0, 1, 3].map(findingsText)).toEqual([
      '',
      'One thing cannot be spoken:',
      '3 things cannot be spoken:',
    ]);
  });
});

describe('words', () => {
  it('tell of every turn preset', () => {
    expect(turnPresets.map(({ value }) => value)).toEqual(turnPresetSchema.options);
  });

  it('say which presets have fixed pauses: those that set silences', () => {
    const fixed = turnPresets.filter(({ hint }) => hint.includes('Fixed pauses'));
    expect(fixed.map(({ value }) => value)).toEqual(['quick', 'patient', 'dictation', 'noisy']);
  });

  it('name languages in English', () => {
    expect(languageName('de')).toBe('German');
    expect(languageName('zh')).toBe('Chinese');
  });

  it('tell how much too long a prompt is', () => {
    expect(lengthTrouble(MAX_PROMPT_CHARACTERS)).toBeUndefined();
    expect(lengthTrouble(MAX_PROMPT_CHARACTERS + 1)).toContain('Too long by 1 character,');
  });

  it('tell the price of a sample', () => {
    expect(samplePrice(4.5)).toContain('1 to 2 cents');
    expect(samplePrice(36)).toContain('8 to 15 cents');
  });
});
