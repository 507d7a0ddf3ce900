import type { Rule } from './rule';
import type { Result } from './runner';

/** One result, for the console. */
export function resultText({ rule, outcome }: Result): string {
  const name = `${rule.id} (${rule.section})`;
  switch (outcome.kind) {
    case 'passed':
      return `pass  ${name}${outcome.note === null ? '' : `: ${outcome.note}`}`;
    case 'failed':
      return `FAIL  ${name}\n      rule: ${rule.says}\n      how:  ${rule.how}\n      seen: ${outcome.seen}`;
    case 'not-applicable':
      return `n/a   ${name}: ${outcome.reason}`;
  }
}

/** How many of each. */
export function summaryText(results: readonly Result[]): string {
  const count = (kind: Result['outcome']['kind']) =>
    String(results.filter(({ outcome }) => outcome.kind === kind).length);
  return `${count('passed')} passed, ${count('failed')} failed, ${count('not-applicable')} not applicable`;
}

/** A rule, for `--list`. */
export function ruleText({ id, section, says, how, applies, speaks }: Rule): string {
  const conditions = [...(applies === 'any' ? [] : [applies]), ...(speaks ? ['speaks'] : [])];
  return `${id} (${section})${conditions.length > 0 ? ` [${conditions.join(', ')}]` : ''}\n  ${says}\n  ${how}`;
}

/** The results as a file holds them. */
export function resultsJson(url: string, at: Date, results: readonly Result[]): string {
  const rules = results.map(({ rule, outcome, milliseconds }) => {
    const { id, section, says, how, applies, speaks } = rule;
    return { id, section, says, how, applies, speaks, ...outcome, milliseconds: Math.round(milliseconds) };
  });
  return `${JSON.stringify({ url, at: at.toISOString(), summary: summaryText(results), rules }, null, 2)}\n`;
}
