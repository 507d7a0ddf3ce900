import { z } from 'zod';
import { chooseNote } from '../mind/choose-note';
import { orRefused } from '../mind/refused';
import { spokenWhen } from '../time/spoken-when';
import { defineTool } from '../tool';

/** Characters that go to the model; the window gets all. */
const MOST_READ = 1_500;
/** Characters that are said. */
const MOST_SAID = 400;

/** A note, read out. */
export const tool = defineTool({
  name: 'read_note',
  description:
    'Reads a note when the user asks to hear one or what it says. Returns its title, its text and when it was changed.',
  group: 'notes',
  class: 'read',
  keywords: ['hear', 'show', 'open'],
  parameters: z.object({
    note: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe("Words of the note's title, e.g. 'shopping'.")
      .meta({ examples: ['shopping'] }),
  }),
  run: ({ note: named }, { mind, now, timeZone }) =>
    orRefused(async () => {
      const chosen = chooseNote(named, await mind.notes.all());
      if (!chosen.ok) return chosen;
      const { title, text, changed, foreign } = chosen.one;
      const long = text.length > MOST_SAID;
      return {
        ok: true,
        say: long ? `${text.slice(0, MOST_SAID).trimEnd()}, and more.` : text,
        data: { title, text: text.slice(0, MOST_READ), changed: spokenWhen(changed, now(), timeZone) },
        ...(text.length > MOST_READ && { detail: text }),
        foreign,
      };
    }),
});
