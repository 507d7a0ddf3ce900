/** A setting as the search knows it. */
export interface FoundSetting {
  readonly section: string;
  /** As it stands beside its control. */
  readonly name: string;
  /** Its hint; may be empty. */
  readonly explanation: string;
}

/** Most results that are worth looking through. */
const MOST = 12;

/** Where a word was found; a name counts more than an explanation. */
const WEIGHT = { name: 8, also: 4, section: 3, explanation: 1 } as const;

/**
 * The settings that a search means, best first; none for an empty search. Every word must be found somewhere: at the
 * start of a word of the name, of what else it is called (`alsoCalled`), of its section or of its explanation.
 */
export function findSettings<Setting extends FoundSetting>(
  typed: string,
  settings: readonly Setting[],
  alsoCalled: (section: string, name: string) => string,
): readonly Setting[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  return settings
    .map((setting, at) => ({
      setting,
      at,
      score: scoreOf(words, setting, alsoCalled(setting.section, setting.name)),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST)
    .map(({ setting }) => setting);
}

function scoreOf(
  typed: readonly string[],
  { section, name, explanation }: FoundSetting,
  also: string,
): number {
  const places = [
    [WEIGHT.name, wordsOf(name)],
    [WEIGHT.also, wordsOf(also)],
    [WEIGHT.section, wordsOf(section)],
    [WEIGHT.explanation, wordsOf(explanation)],
  ] as const;
  const scores = typed.map((word) =>
    Math.max(
      0,
      ...places.map(([weight, known]) =>
        known.includes(word) ? weight + 1 : known.some((one) => one.startsWith(word)) ? weight : 0,
      ),
    ),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

/** Letters and digits only, without case and accents. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
