import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HiddenSections } from './hidden-sections';
import { SpeakableText } from './speakable';

function clausesOf(parts: readonly string[]): readonly string[] {
  const text = new SpeakableText();
  return [...parts.flatMap((part) => text.push(part)), ...text.end()];
}
const spoken = (text: string) => clausesOf([text]).join(' ');

describe('a model’s text for the ear', () => {
  it.each([
    ['It is **really** *very* _warm_ `now`.', 'It is really very warm now.'],
    ['# Weather\nSunny today', 'Weather. Sunny today.'],
    ['- apples\n- two pears\n* bread', 'apples. two pears. bread.'],
    ['1. First this\n2. Then that', 'First this. Then that.'],
    ['42. That is the answer.', '42. That is the answer.'],
    ['See [the manual](https://example.com/a?b=c) for it.', 'See the manual for it.'],
    ['See https://www.example.com/a/b?c=d.', 'See example.com.'],
    ['Look: ![a cat](cat.png)', 'Look: a cat.'],
    ['Do this:\n```sh\nrm -rf x\n```\nand wait.', 'Do this: and wait.'],
    ['Well done! 🎉👍', 'Well done!'],
    ['a_file_name.txt and 3 * 4', 'a_file_name.txt and 3 times 4.'],
    ['| a | b |\n|---|---|\n| c | d |', 'a b. c d.'],
    ['One.<br>Two.<|im_end|>', 'One. Two.'],
    ['Mr. Smith pays $5, not 4.50 dollars.', 'Mr. Smith pays $5, not 4.50 dollars.'],
    ['', ''],
    ['***\n---\n', ''],
  ])('says %j as %j', (text, expected) => {
    expect(spoken(text)).toBe(expected);
  });

  it('gives the first clause while the rest is still coming', () => {
    const text = new SpeakableText();
    expect(text.push('The sun is shining, ')).toEqual([]);
    expect(text.push('and it is ')).toEqual(['The sun is shining,']);
    expect(text.push('warm. Good')).toEqual([]);
    expect(text.end()).toEqual(['and it is warm. Good.']);
  });
  it('goes on when markup is never closed', () => {
    expect(spoken(`Open [ here ${'and so on '.repeat(60)}`)).toContain('and so on and so on');
  });

  const words = fc.array(
    fc.constantFrom(
      'a',
      'Dr. ',
      'word, ',
      'end. ',
      '\n',
      '- ',
      '1. ',
      '[x](',
      'http://a.b/c',
      ') ',
      '**',
      '`',
      '```',
      '<b>',
      '🎈',
      '|',
      ' ',
    ),
    { maxLength: 40 },
  );
  it('does not depend on how it was cut, and leaves no markup', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const whole = clausesOf([parts.join('')]);
        expect(clausesOf(parts)).toEqual(whole);
        expect(clausesOf([...parts.join('')])).toEqual(whole);
        expect(whole.join(' ')).not.toMatch(/`|\||\*\*|http/);
      }),
    );
  });
});

describe('sections that are not for the person', () => {
  const reveal = (parts: readonly string[]) => {
    const hidden = new HiddenSections();
    const all = [...parts.map((part) => hidden.push(part)), hidden.end()];
    return { text: all.map(({ text }) => text).join(''), calls: all.flatMap(({ calls }) => calls) };
  };
  it.each([
    ['<think>Hm, 2 < 3.</think>Two.', 'Two.', []],
    ['<THINK>x</THINK>\n\nTwo.', '\n\nTwo.', []],
    ['Hm.</think>Two.', 'Hm.Two.', []],
    ['a < b <thin <think', 'a < b <thin <think', []],
    ['<<think>x</think>', '<', []],
    ['<think>never ends', '', []],
    ['<tool_call>{"name":"a"}</tool_call>', '', ['{"name":"a"}']],
    ['Ok.<tool_call>{"name":"a"}', 'Ok.', ['{"name":"a"}']],
  ])('are kept back in %j', (text, shown, calls) => {
    expect(reveal([text])).toEqual({ text: shown, calls });
    expect(reveal([...text])).toEqual({ text: shown, calls });
  });
});
