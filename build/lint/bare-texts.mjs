/** Finds texts in a Svelte component that do not go through the catalogue (src/shared/words). */
import { parse } from 'svelte/compiler';

/** Attributes, of elements and of our own parts, that people read or hear. */
const TOLD = new Set(
  'alt aria-description aria-label aria-valuetext detail hint label legend no none noneOf nothing placeholder question summary text title yes'.split(
    ' ',
  ),
);
/** Names that are the same in every language. */
const NAMES = /Parley|HTTP|JSON|Authorization|agents\.example\.com/g;
/** Elements whose words are nobody's language. */
const CODE = new Set(['code', 'pre', 'style']);
/** @param {string} text */
const isWords = (text) => /\p{L}{2,}/u.test(text.replace(NAMES, ''));
/**
 * A literal in an expression may be a key or a class; a capital at its start or a space in it makes it a text.
 *
 * @param {string} text
 */
const isSentence = (text) => isWords(text) && (/^\p{Lu}\p{Ll}/u.test(text) || /\S\s\S/.test(text));

/**
 * A part of the syntax tree, of markup or of an expression, as far as it matters here.
 *
 * @typedef {{ readonly type?: string, readonly name?: string, readonly start: number, readonly data: string,
 *   readonly value: unknown, readonly operator: string, readonly expression: unknown }} Part
 */

/**
 * @param {unknown} value
 * @returns {value is Part}
 */
const isPart = (value) => typeof value === 'object' && value !== null;

/**
 * Texts that stand bare in a component's markup, with their lines.
 *
 * @param {string} source
 * @returns {readonly { line: number, text: string }[]}
 */
export function bareTexts(source) {
  /** @type {{ line: number, text: string }[]} */
  const found = [];
  /**
   * @param {number} at
   * @param {string} text
   */
  const tell = (at, text) => {
    found.push({ line: source.slice(0, at).split('\n').length, text: text.trim() });
  };

  /**
   * @param {unknown} node
   * @param {(child: unknown) => void} visit
   */
  const children = (node, visit) => {
    for (const [key, child] of Object.entries(node ?? {})) if (key !== 'loc') visit(child);
  };

  /** @param {unknown} node */
  const expression = (node) => {
    if (!isPart(node)) return;
    // Words that are compared, called by, or asked of the catalogue are not shown as they stand.
    if (node.type === 'CallExpression' || node.type === 'MemberExpression') return;
    if (node.type === 'BinaryExpression' && node.operator !== '+') return;
    if (node.type === 'Literal' && typeof node.value === 'string' && isSentence(node.value)) {
      tell(node.start, node.value);
    }
    if (node.type === 'TemplateElement') {
      const raw = isPart(node.value) && 'raw' in node.value ? String(node.value.raw) : '';
      if (isSentence(raw)) tell(node.start, raw);
    }
    children(node, expression);
  };

  /** @param {unknown} node */
  const walk = (node) => {
    if (!isPart(node) || CODE.has(node.name ?? '')) return;
    if (node.type === 'Text') {
      if (isWords(node.data)) tell(node.start, node.data);
    } else if (node.type === 'ExpressionTag') {
      expression(node.expression);
    } else if (node.type === 'Attribute') {
      if (TOLD.has(node.name ?? '')) children(isPart(node.value) ? [node.value].flat() : [], walk);
    } else if (!/Directive$|^SpreadAttribute$/.test(node.type ?? '')) {
      children(node, walk);
    }
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}
