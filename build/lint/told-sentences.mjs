/** Finds the English sentences that main tells a person, in its sources, as they would come to a window. */
import ts from 'typescript';

/** Properties that hold a sentence for the person: of problems, approval cards, findings and results of tools. */
const PROPERTIES = new Set('sentence next effect question risk remedy because careful error'.split(' '));
/** Functions whose arguments are such sentences, by their places. */
const CALLS = new Map(
  Object.entries({
    cannot: [0, 1],
    failure: [0],
    goesOn: [0, 1],
    lost: [1, 2],
    notRun: [0],
    refusal: [0],
    refuse: [0],
    refused: [0],
    result: [1, 3, 4],
    taken: [0, 1],
    told: [1, 2],
    wrong: [0],
  }),
);
/** What stands for a value. */
const VALUE = 'Budget2026';
/** More ways to write one sentence than this are none to look at. */
const MOST = 32;

/**
 * The texts that an expression may have, values put in; null where it has none of its own.
 *
 * @param {ts.Expression} node
 * @param {ReadonlyMap<string, ts.Expression>} known constants of the file
 * @returns {readonly string[] | null}
 */
function textsOf(node, known) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return textsOf(node.expression, known);
  if (ts.isConditionalExpression(node)) {
    const both = [node.whenTrue, node.whenFalse].map((branch) => textsOf(branch, known));
    return both.some((texts) => texts !== null) ? both.flatMap((texts) => texts ?? []) : null;
  }
  if (ts.isIdentifier(node)) {
    const constant = known.get(node.text);
    return constant ? textsOf(constant, new Map()) : null;
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [node.left, node.right].map((side) => textsOf(side, known));
    return left || right ? joined([left ?? [VALUE], right ?? [VALUE]]) : null;
  }
  if (!ts.isTemplateExpression(node)) return null;
  const parts = node.templateSpans.flatMap(({ expression, literal }) => [
    textsOf(expression, known) ?? [VALUE],
    [literal.text],
  ]);
  return joined([[node.head.text], ...parts]);
}

/** @param {readonly (readonly string[])[]} parts */
const joined = (parts) =>
  parts.reduce(
    (texts, ways) => texts.flatMap((text) => ways.map((way) => text + way)).slice(0, MOST),
    /** @type {readonly string[]} */ (['']),
  );

/**
 * Sentences of a source file that a person is told, with their lines.
 *
 * @param {string} source
 * @returns {readonly { line: number, text: string }[]}
 */
export function toldSentences(source) {
  const file = ts.createSourceFile('told.ts', source, ts.ScriptTarget.Latest, true);
  /** @type {Map<string, ts.Expression>} */
  const known = new Map();
  /** @type {{ line: number, text: string }[]} */
  const found = [];
  /** @param {ts.Expression | undefined} node */
  const tell = (node) => {
    if (!node) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const text of textsOf(node, known) ?? []) {
      // A sentence begins with a capital or a value and ends as one; names of codes and states do not.
      if (/^["“\p{Lu}].*[.?:!)"]$/su.test(text)) found.push({ line, text });
    }
  };
  /** @param {ts.Node} node */
  const constants = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      known.set(node.name.text, node.initializer);
    ts.forEachChild(node, constants);
  };
  /** @param {ts.Node} node */
  const walk = (node) => {
    if (ts.isPropertyAssignment(node) && PROPERTIES.has(node.name.getText())) tell(node.initializer);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      for (const place of CALLS.get(node.expression.text) ?? []) tell(node.arguments[place]);
    ts.forEachChild(node, walk);
  };
  constants(file);
  walk(file);
  return found;
}
