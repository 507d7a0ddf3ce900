import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { McpTool } from '../shared/ipc/mcp-port';
import { isRecord } from '../shared/json';
import { cleanSchema } from './clean-schema';
import { oneLine } from './clean-text';

/** A tool as a server lists it; whatever else it says of it counts for the fingerprint only. */
const listedTool = z.looseObject({
  name: z.string().min(1).max(256),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  inputSchema: z.unknown().optional(),
  annotations: z.unknown().optional(),
});

/** What has become of a listed tool. */
export type CleanedTool =
  | { readonly ok: true; readonly tool: McpTool }
  /** `why` is a sentence for the log. */
  | { readonly ok: false; readonly why: string };

/** Descriptions are words of strangers that the model reads with every turn: short ones do the least harm. */
const MOST_DESCRIPTION = 300;

/** Makes a listed tool into one that can be offered; never throws. */
export function cleanTool(listed: unknown): CleanedTool {
  const parsed = listedTool.safeParse(listed);
  if (!parsed.success) return { ok: false, why: 'A tool without a usable name was left out.' };
  const { name, title, description, inputSchema, annotations } = parsed.data;
  const leftOut = (why: string): CleanedTool => ({
    ok: false,
    why: `The tool "${oneLine(name, 60)}" was left out: ${why}.`,
  });
  if (name !== oneLine(name, 256)) return leftOut('its name holds characters that cannot be seen');
  try {
    const parameters = cleanSchema(inputSchema);
    if (!parameters) return leftOut('its arguments are not described in a way that can be used');
    const hints = isRecord(annotations) ? annotations : {};
    const titleOf = typeof hints['title'] === 'string' ? hints['title'] : (title ?? '');
    return {
      ok: true,
      tool: {
        name,
        title: oneLine(titleOf, 80),
        description: oneLine(description ?? '', MOST_DESCRIPTION),
        parameters,
        claims: claimsOf(hints),
        fingerprint: fingerprintOf([name, title, description, inputSchema, annotations]),
      },
    };
  } catch {
    // Nested so deeply that it cannot even be walked through.
    return leftOut('its description is nested too deeply');
  }
}

/** Annotations in words; a server can claim what it likes (MCP specification, "Tools"). */
function claimsOf(hints: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    hints['readOnlyHint'] === true ? 'only reads' : null,
    hints['destructiveHint'] === true && hints['readOnlyHint'] !== true ? 'may destroy' : null,
    hints['destructiveHint'] === false && hints['readOnlyHint'] !== true ? 'destroys nothing' : null,
    hints['idempotentHint'] === true ? 'can be repeated' : null,
    hints['openWorldHint'] === true ? 'reaches out' : null,
    hints['openWorldHint'] === false ? 'stays with itself' : null,
  ].filter((claim) => claim !== null);
}

/** Equal for equal values, whatever the order of their keys. */
function fingerprintOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value ?? null;
  const keys = Object.keys(value).sort();
  return keys.map((key) => [key, sorted(value[key])]);
}
