import { z } from 'zod';
import type { McpResult } from '../shared/ipc/mcp-port';
import { manyLines, oneLine } from './clean-text';

/** Characters of a whole result: more than anybody reads; the model gets far less. */
const MOST_TEXT = 100_000;
const MOST_STRUCTURED_BYTES = 100_000;
const MOST_ITEMS = 500;

const base64 = z.string().catch('');
const item = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), data: base64, mimeType: z.string().catch('') }),
  z.object({ type: z.literal('audio'), data: base64, mimeType: z.string().catch('') }),
  z.object({
    type: z.literal('resource'),
    resource: z.object({
      uri: z.string().catch(''),
      mimeType: z.string().optional().catch(undefined),
      text: z.string().optional().catch(undefined),
      blob: z.string().optional().catch(undefined),
    }),
  }),
  z.object({
    type: z.literal('resource_link'),
    uri: z.string().catch(''),
    name: z.string().catch(''),
    mimeType: z.string().optional().catch(undefined),
    size: z.number().optional().catch(undefined),
  }),
]);

/** The result of `tools/call`, as much of it as is needed; what an item is, is looked at one by one. */
export const callResultSchema = z.looseObject({
  content: z.array(z.unknown()).catch([]),
  structuredContent: z.unknown().optional(),
  isError: z.boolean().catch(false),
});

/** A result in words: text as it is, everything else described. */
export function renderResult(result: z.infer<typeof callResultSchema>): McpResult {
  const texts = result.content.slice(0, MOST_ITEMS).map(renderItem);
  const more = result.content.length - texts.length;
  if (more > 0) texts.push(`[and ${more} more parts]`);
  return {
    text: manyLines(texts.join('\n'), MOST_TEXT),
    structured: structuredOf(result.structuredContent),
    isError: result.isError,
  };
}

function renderItem(raw: unknown): string {
  const parsed = item.safeParse(raw);
  if (!parsed.success) return '[a part of an unknown kind]';
  const part = parsed.data;
  switch (part.type) {
    case 'text':
      return part.text;
    case 'image':
      return `[an image of ${sizeOf(bytesOf(part.data))}${kindOf(part.mimeType)}]`;
    case 'audio':
      return `[a recording of ${sizeOf(bytesOf(part.data))}${kindOf(part.mimeType)}]`;
    case 'resource': {
      const { uri, mimeType = '', text, blob = '' } = part.resource;
      const name = oneLine(uri, 200);
      if (text !== undefined) return `[from ${name}]\n${text}`;
      return `[a file of ${sizeOf(bytesOf(blob))}${kindOf(mimeType)}, ${name}]`;
    }
    case 'resource_link': {
      const size = part.size === undefined ? '' : ` of ${sizeOf(part.size)}`;
      return `[a link to ${oneLine(part.name || 'a file', 100)}${size}${kindOf(part.mimeType ?? '')}, ${oneLine(part.uri, 200)}]`;
    }
  }
}

function structuredOf(raw: unknown): McpResult['structured'] {
  const parsed = z.record(z.string(), z.json()).safeParse(raw);
  if (!parsed.success) return null;
  return JSON.stringify(parsed.data).length <= MOST_STRUCTURED_BYTES ? parsed.data : null;
}

/** Bytes of a base64 text. */
function bytesOf(data: string): number {
  return Math.floor((data.replace(/=+$/u, '').length * 3) / 4);
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function kindOf(mimeType: string): string {
  const [, kind = ''] = /^[a-z]+\/(?:x-)?([A-Za-z0-9.+-]{1,40})$/u.exec(mimeType) ?? [];
  return kind === '' ? '' : `, ${kind.toUpperCase()}`;
}
