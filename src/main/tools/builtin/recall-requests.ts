import { z } from 'zod';
import { orRefused } from '../mind/refused';
import { spokenWhen } from '../time/spoken-when';
import { defineTool } from '../tool';

const MOST_SAID = 3;
const LONGEST_QUOTE = 200;

/** What the person asked before, and what ran for it. */
export const tool = defineTool({
  name: 'recall_requests',
  description:
    'Recalls what the user said in this and earlier talks when the user asks what they asked or said before. Returns how many requests fit and for each its words, when it was and which tools ran.',
  group: 'general',
  class: 'read',
  keywords: [
    'did i',
    'i ask',
    'i say',
    'i said',
    'i told',
    'i asked',
    'ask',
    'before',
    'earlier',
    'history',
    'yesterday',
    'said',
    'last',
  ],
  parameters: z.object({
    query: z
      .string()
      .trim()
      .max(200)
      .optional()
      .describe("Words that were said; leave out for the last requests, e.g. 'budget'.")
      .meta({ examples: ['budget'] }),
    days: z
      .int()
      .min(1)
      .max(365)
      .optional()
      .describe('How many days back at most; leave out for all, e.g. 7.'),
    count: z.int().min(1).max(10).default(5).describe('How many to tell, 1 to 10, e.g. 5.'),
  }),
  run: ({ query = '', days, count }, { mind, now, timeZone }, signal) =>
    orRefused(async () => {
      const since = days === undefined ? 0 : now().getTime() - days * 86_400_000;
      const { requests, kept } = await mind.requests.find(query, since, count, signal);
      const off = kept ? '' : ' Talks are not kept, so I know this one only.';
      const told = requests.map(({ at, words, tools }) => ({
        said: words.slice(0, LONGEST_QUOTE),
        when: at === null ? 'in this talk' : spokenWhen(new Date(at), now(), timeZone),
        ...(tools.length > 0 && { tools: [...new Set(tools)] }),
      }));
      const quotes = told
        .slice(0, MOST_SAID)
        .map(({ said, when }) => `${when} you said: ${said.replace(/[.!]$/, '')}`);
      const about = query ? ` about ${query}` : '';
      return {
        ok: true,
        say:
          quotes.length > 0
            ? `${capital(quotes.join('; '))}.${off}`
            : `I know of nothing you asked${about} before.${off}`,
        data: { total: told.length, requests: told, history_kept: kept },
      };
    }),
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
