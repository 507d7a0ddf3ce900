/** Finds texts in a Svelte component that do not go through the catalogue (src/shared/words). */
import { parse } from 'svelte/compiler';

/** Attributes, of elements and of our own parts, that people read or hear. */
const TOLD = new Set(
  'alt aria-description aria-label aria-valuetext detail hint label legend no none noneOf placeholder question summary text title yes'.split(
    ' ',
  ),
);
/** Names that are the same in every language. */
const NAMES = new Set(['Parley', 'HTTP', 'JSON', 'Authorization', 'agents.example.com']);
/** Elements whose words are nobody's language. */
const CODE = new Set(['code', 'pre', 'style']);
const isWords = (text) => /\p{L}{2,}/u.test(text) && !NAMES.has(text.trim());
/** A literal in an expression may be a key or a class; a capital at its start or a space in it makes it a text. */
const isSentence = (text) => isWords(text) && (/^\p{Lu}\p{Ll}/u.test(text) || /\S\s\S/.test(text));

/**
 * Texts that stand bare in a component's markup, with their lines.
 *
 * @param {string} source
 * @returns {readonly { line: number, text: string }[]}
 */
export function bareTexts(source) {
  /** @type {{ line: number, text: string }[]} */
  const found = [];
  const tell = (at, text) => found.push({ line: source.slice(0, at).split('\n').length, text: text.trim() });

  const expression = (node) => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(expression);
    // Words that are compared, called by, or asked of the catalogue are not shown as they stand.
    if (node.type === 'CallExpression' || node.type === 'MemberExpression') return;
    if (node.type === 'BinaryExpression' && node.operator !== '+') return;
    if (node.type === 'Literal' && typeof node.value === 'string' && isSentence(node.value)) {
      tell(node.start, node.value);
    }
    if (node.type === 'TemplateElement' && isSentence(node.value.raw)) tell(node.start, node.value.raw);
    for (const [key, child] of Object.entries(node)) if (key !== 'loc') expression(child);
  };

  const walk = (node) => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) return node.forEach(walk);
    if (CODE.has(node.name)) return;
    if (node.type === 'Text') return isWords(node.data) ? tell(node.start, node.data) : undefined;
    if (node.type === 'ExpressionTag') return expression(node.expression);
    if (node.type === 'Attribute') {
      if (!TOLD.has(node.name) || node.value === true) return;
      return walk(node.value);
    }
    if (/Directive$|^SpreadAttribute$/.test(node.type ?? '')) return;
    for (const [key, child] of Object.entries(node)) if (key !== 'loc') walk(child);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}
