import { z } from 'zod';
import { MOST_FOUND } from '../offer/offered-tools';
import { defineTool } from '../tool';

/** The way to tools that are not offered now. */
export const tool = defineTool({
  name: 'find_tools',
  description:
    'Finds further tools by what they shall do when the user asks for something that no other offered tool does. Returns the names and purposes of up to five tools, which can be called from then on.',
  group: 'general',
  class: 'read',
  parameters: z.object({
    request: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe("What is wanted, in the user's own words, e.g. 'make the screen darker'.")
      .meta({ examples: ['make the screen darker', 'zip the holiday photos'] }),
  }),
  run({ request }, { findTools }) {
    const found = findTools(request).slice(0, MOST_FOUND);
    if (found.length === 0) {
      return Promise.resolve({
        ok: false,
        error: 'No tool does that.',
        hint: 'Tell the person in one sentence that you cannot do this.',
      });
    }
    return Promise.resolve({
      ok: true,
      say: found.length === 1 ? 'One more tool is there.' : `${found.length} more tools are there.`,
      data: {
        tools: found.map(({ tool: { name, description }, fit }) => ({
          name,
          purpose: purposeOf(description),
          fit: Math.round(fit * 100) / 100,
        })),
        next: 'Now call the one that fits, for the same request. Nothing has been done yet.',
      },
      offers: found.map(({ tool: one }) => one.name),
      // Whoever runs a server wrote its descriptions.
      foreign: found.some(({ tool: one }) => one.group === 'mcp'),
    });
  },
});

function purposeOf(description: string): string {
  const [first = ''] = description.split(/(?<=[.!?])\s/u, 1);
  return first.length > 300 ? `${first.slice(0, 299)}…` : first;
}
