import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWritten, isBelieved, readings, soundKey } from './keyterms';

describe('how words sound', () => {
  it.each([
    ['Kubernetes', 'cube and its'],
    ['knight', 'night'],
    ['Phil', 'fill'],
    ['Siobhan', 'Shabban'],
  ])('%j shares sounds with %j', (a, b) => {
    const consonants = (text: string) => new Set(soundKey(text).replaceAll('a', ''));
    const [one, other] = [consonants(a), consonants(b)];
    expect([...one].filter((sound) => other.has(sound)).length).toBeGreaterThanOrEqual(2);
  });
});

describe('readings of what was heard', () => {
  it('puts a term where it sounds alike, and keeps signs and capitals', () => {
    expect(readings('Show me the Gravana, board.', ['Grafana'], 4)).toMatchObject([
      { text: 'Show me the Grafana, board.', term: 'Grafana' },
    ]);
    expect(readings('park lee, help me', ['parley'], 4)[0]!.text).toBe('Parley, help me');
  });
  it('reads several words as one term', () => {
    expect(readings('Deploy it with cooper netis', ['Kubernetes'], 4)[0]?.text).toBe(
      'Deploy it with Kubernetes',
    );
  });
  it('keeps a genitive', () => {
    expect(readings("Open Gravana's page", ['Grafana'], 4)[0]!.text).toBe("Open Grafana's page");
  });
  it('gives none for a term that stands there, none for one that is nowhere near', () => {
    expect(readings('Open Grafana.', ['grafana'], 4)).toEqual([]);
    expect(readings('What time is it?', ['Grafana', 'Zettelkasten'], 4)).toEqual([]);
  });
  it('never gives more than asked for, best first, whatever was said', () => {
    const words = fc.array(fc.string({ maxLength: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (said, terms) => {
        const found = readings(said.join(' '), terms, 3);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(found.map(({ likeness }) => likeness)).toEqual(
          found.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
        );
      }),
    );
  });
});

describe('how terms are written', () => {
  it('is how their owner writes them, and only whole words', () => {
    expect(asWritten('Open inkscape, then libre office.', ['Inkscape', 'Libre Office'])).toBe(
      'Open Inkscape, then Libre Office.',
    );
    expect(asWritten('Annas anna', ['Anna'])).toBe('Annas Anna');
    expect(asWritten('Kitchen light', ['kitchen'])).toBe('Kitchen light');
  });
  it('holds for any term without a failure', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (text, term) => void asWritten(text, [`A${term}`])));
    expect(asWritten('c++ (x)', ['C++'])).toBe('C++ (x)');
  });
});

describe('believing a term', () => {
  it('takes one that is nearly as likely, and the more alike the sooner', () => {
    expect(isBelieved(-10, -6, 0.9)).toBe(true);
    expect(isBelieved(-10, -6, 0.6)).toBe(false);
  });
  it('takes none that is far less likely, however alike', () => {
    expect(isBelieved(-30, -6, 1)).toBe(false);
  });
});
