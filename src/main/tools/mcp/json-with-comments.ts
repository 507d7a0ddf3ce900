/**
 * Parses JSON as people keep it in configuration files: with comments, and commas behind the last item. Throws a
 * SyntaxError when it is none.
 */
export function parseJsonWithComments(text: string): unknown {
  return JSON.parse(withoutLastCommas(withoutComments(text.replace(/^\ufeff/u, ''))));
}

/** Strings first, so that what looks like a comment inside one stays. */
const STRING_OR_COMMENT = /"(?:\\.|[^"\\])*"|\/\/[^\n\r]*|\/\*[^]*?\*\//gu;
const STRING_OR_LAST_COMMA = /"(?:\\.|[^"\\])*"|,(?=\s*[}\]])/gu;

function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (found) => (found.startsWith('"') ? found : ' '));
}

function withoutLastCommas(text: string): string {
  return text.replace(STRING_OR_LAST_COMMA, (found) => (found.startsWith('"') ? found : ''));
}
