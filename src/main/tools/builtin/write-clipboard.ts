import { z } from 'zod';
import { assertNever } from '../../../shared/assert-never';
import { refused } from '../desktop/refused';
import { failure } from '../running';
import { defineTool } from '../tool';

const undoSchema = z.object({ ticket: z.string().max(100) });

/** Puts text onto the clipboard. */
export const tool = defineTool({
  name: 'write_clipboard',
  description:
    'Copies a text onto the clipboard when the user asks to copy something so that they can paste it. Returns how many characters were copied.',
  group: 'desktop',
  class: 'reversible',
  keywords: ['copy', 'paste', 'clipboard'],
  parameters: z.object({
    text: z
      .string()
      .min(1)
      .max(20_000)
      .describe("The text to be pasted, word for word, e.g. '12 Garden Street, Oxford'."),
  }),
  aim: ({ text }) =>
    Promise.resolve({
      ok: true,
      target: undefined,
      card: {
        effect: `Replaces what is on the clipboard with ${text.length === 1 ? '1 character' : `${text.length} characters`} of text.`,
        question: 'Shall I copy it to the clipboard?',
        risk: null,
        verbs: ['copy'],
        preview: text,
      },
      touches: ['clipboard'],
    }),
  async run({ text }, { desktop }) {
    const answer = await desktop.clipboard.replace(text);
    if (!answer.ok) return refused(answer);
    return {
      ok: true,
      say: 'It is on the clipboard.',
      data: { copied_characters: text.length },
      undo: { ticket: answer.value },
    };
  },
  async undo(data, { desktop }) {
    const outcome = await desktop.clipboard.restore(undoSchema.parse(data).ticket);
    switch (outcome) {
      case 'restored':
        return { ok: true, say: 'The clipboard is as it was.', data: {} };
      case 'changed':
        return failure(
          'Something else was copied since.',
          'Tell the person that the clipboard was left alone.',
        );
      case 'forgotten':
        return failure(
          'What was on the clipboard before is no longer known.',
          'Tell the person: old contents are kept in memory only, as they may be secret.',
        );
      default:
        return assertNever(outcome);
    }
  },
});
