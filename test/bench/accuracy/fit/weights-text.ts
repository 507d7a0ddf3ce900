import type { Weights } from '../../../../src/local-agent/thinking/choosing/score';

/** The text of the module that holds fitted weights, formatted as the linter wants it. */
export function weightsText(withMeaning: Weights, wordsAlone: Weights): string {
  return `import type { Weights } from './score';

/**
 * Fitted on the training and the development set by \`npm run bench -- accuracy-fit\`, which writes this file: change
 * the sets or the fit, not the figures.
 */
export const WITH_MEANING: Weights = ${literal(withMeaning)};

/** The same without an embedder. */
export const WORDS_ALONE: Weights = ${literal(wordsAlone)};
`;
}

const literal = ({ features, nothing }: Weights) =>
  `{\n  features: ${inner(features)},\n  nothing: ${inner(nothing)},\n}`;

const inner = (values: Readonly<Record<string, number>>) =>
  `{\n${Object.entries(values)
    .map(([name, value]) => `    ${name}: ${String(value)},`)
    .join('\n')}\n  }`;
