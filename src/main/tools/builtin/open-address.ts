import { z } from 'zod';
import { checkAddress } from '../apps/address';
import { appFailure } from '../apps/find-app';
import { defineTool } from '../tool';

/** Opens a page in the person's own browser. */
export const tool = defineTool({
  name: 'open_address',
  description:
    'Opens a web page in the browser when the user asks to open or visit a site or an address. Returns the host that was opened; only secure addresses are, and nothing of the page is read.',
  group: 'apps',
  class: 'outward',
  keywords: ['browser', 'website', 'page', 'url', 'link', 'visit'],
  parameters: z.object({
    address: z
      .string()
      .trim()
      .min(1)
      .max(2_000)
      .describe("Address of the page, beginning with https, e.g. 'https://www.example.org/news'.")
      .meta({ examples: ['https://www.example.org/news', 'wikipedia.org'] }),
  }),
  aim({ address }) {
    const checked = checkAddress(address);
    if (!checked.ok) return Promise.resolve(checked);
    const { href, host, warning } = checked;
    const told = 'The site gets the whole address and learns that you visit it.';
    return Promise.resolve({
      ok: true,
      target: checked,
      card: {
        effect: `Opens a page of ${host} in your browser.`,
        question: `Shall I open ${host}?`,
        risk: warning === null ? told : `${warning} ${told}`,
        verbs: ['open', 'visit'],
        preview: href,
      },
    });
  },
  async run(_, { apps }, __, { href, host }) {
    const opened = await apps.openAddress(href);
    if (!opened.ok) return appFailure(opened);
    return { ok: true, say: `${host} is opening in the browser.`, data: { opened: host } };
  },
});
