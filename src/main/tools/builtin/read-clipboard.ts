import { z } from 'zod';
import { fitText } from '../fit';
import { refused } from '../desktop/refused';
import { defineTool } from '../tool';

/** Said aloud, in characters; more is in the window. */
const MOST_SAID = 200;
/** Bytes that the model gets. */
const MOST_FOR_MODEL = 1_500;
/** Characters that the window gets. */
const MOST_SHOWN = 50_000;

/** Text of the clipboard. */
export const tool = defineTool({
  name: 'read_clipboard',
  description:
    'Reads the text on the clipboard when the user asks what they have copied or wants something done with it. Returns the text, its length in characters, and whether it was cut.',
  group: 'desktop',
  class: 'read',
  foreign: true,
  keywords: ['copied', 'paste', 'clipboard'],
  parameters: z.object({}),
  async run(_, { desktop }) {
    const answer = await desktop.clipboard.read();
    if (!answer.ok) return refused(answer);
    const { text, other } = answer.value;
    if (text.trim() === '') {
      const say = other ? 'The clipboard holds something that is no text.' : 'The clipboard is empty.';
      return { ok: true, say, data: { text: '', holds: other ? 'no text' : 'nothing' } };
    }
    const part = fitText(text, MOST_FOR_MODEL);
    const words = text.trim().split(/\s+/u).length;
    const long = text.length > MOST_SAID;
    return {
      ok: true,
      say: long ? `The clipboard holds a text of ${words} words.` : `The clipboard says: ${text.trim()}`,
      data: { text: part, characters: text.length, cut: part.length < text.length },
      ...(long && { detail: text.slice(0, MOST_SHOWN) }),
    };
  },
});
