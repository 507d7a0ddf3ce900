import { createHash } from 'node:crypto';
import { MAX_TOOL_NAME_CHARACTERS } from '../../../shared/protocol';

const MOST_SERVER = 20;

/** A server's name as part of the names of its tools: lower case, no underscore, so that the parts stay apart. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, MOST_SERVER)
    .replace(/^-+|-+$/gu, '');
  return plain || 'server';
}

/**
 * The name under which the agent calls a tool: `mcp_<server>_<tool>`, valid for the service and the same every time.
 * Where the tool's own name had to be changed, a mark made of it keeps it apart from others.
 */
export function agentName(slug: string, tool: string): string {
  const plain = `mcp_${slug}_${tool}`;
  const valid = plain.replace(/[^A-Za-z0-9_-]/gu, '_');
  if (valid === plain && valid.length <= MAX_TOOL_NAME_CHARACTERS) return valid;
  const mark = createHash('sha256').update(`${slug}\n${tool}`).digest('hex').slice(0, 6);
  return `${valid.slice(0, MAX_TOOL_NAME_CHARACTERS - mark.length - 1)}_${mark}`;
}

/** The slugs of servers, by id, each its own: a later one of the same name is told by its id. */
export function slugsOf(
  servers: readonly { readonly id: string; readonly name: string }[],
): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    servers.map(({ id, name }) => {
      const plain = slugOf(name);
      const mark = createHash('sha256').update(id).digest('hex').slice(0, 4);
      const slug = taken.has(plain) ? `${plain.slice(0, MOST_SERVER - 5)}-${mark}` : plain;
      taken.add(slug);
      return [id, slug] as const;
    }),
  );
}
