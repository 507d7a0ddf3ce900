import { z } from 'zod';
import type { TrashedItem } from '../../permissions/changes/trash-list';
import { scoreName, wantedWords } from '../files/match-name';
import { spokenList, spokenName } from '../files/speak';
import { folderOf, guarded, scopeOf } from '../files/targets';
import { undoChange } from '../files/undo-change';
import { nameOf } from '../files/walk';
import { spokenWhen } from '../time/spoken-when';
import { defineTool, type ToolContext, type ToolFailure } from '../tool';

/** Below it, a name only resembles what was said. */
const GOOD_NAME = 0.5;
const CLEAR_LEAD = 0.1;
const MOST_NAMED = 5;

/** Out of the trash, back to where it was. */
export const tool = defineTool<{ item?: string | undefined }, TrashedItem>({
  name: 'restore_item',
  description:
    'Takes a file or folder out of the trash and puts it back where it was when the user asks to restore or undelete it. Returns its name and folder; nothing is written over.',
  group: 'files',
  class: 'reversible',
  foreign: 'names',
  keywords: ['undelete', 'recover', 'trash', 'bring back', 'get back'],
  parameters: z.object({
    item: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Name of what to take back; leave out for the last one thrown away, e.g. 'old draft'."),
  }),
  async aim({ item: named }, context, signal) {
    const trashed = await context.changes.trashed();
    signal.throwIfAborted();
    const chosen = choose(named, trashed, context);
    if ('ok' in chosen) return chosen;
    return {
      ok: true,
      target: chosen,
      card: {
        effect: `Puts ${nameOf(chosen.from)} from the trash back into ${folderOf(chosen.from)}.`,
        question: `Shall I put ${spokenName(chosen.from)} back into ${folderOf(chosen.from).replace(/^.*\//u, '')}?`,
        risk: null,
        verbs: ['restore', 'put back', 'take back'],
      },
      scope: await scopeOf([chosen.from], context),
      touches: [chosen.from.absolute],
    };
  },
  run: (_, { changes }, __, item) =>
    guarded(nameOf(item.from), async () => {
      const { path, undo } = await changes.restore(item);
      return {
        ok: true,
        say: `${spokenName(path)} is back in ${folderOf(path).replace(/^.*\//u, '')}.`,
        data: { restored: path.spoken },
        undo,
      };
    }),
  undo: undoChange,
});

function choose(
  named: string | undefined,
  trashed: readonly TrashedItem[],
  context: ToolContext,
): TrashedItem | ToolFailure {
  const [newest] = trashed;
  if (!newest) {
    return {
      ok: false,
      error: 'There is nothing from the granted folders in a trash that can be looked into.',
      hint: 'Tell the person; on macOS and Windows things are taken out of the trash by hand.',
    };
  }
  if (named === undefined) return newest;
  const wanted = wantedWords(named);
  const byName = trashed.filter(({ from }) => nameOf(from).toLowerCase() === named.toLowerCase());
  const scored = (byName.length > 0 ? byName : trashed)
    .map((item) => ({ item, score: byName.length > 0 ? 1 : scoreName(wanted, nameOf(item.from)) }))
    .filter(({ score }) => score >= GOOD_NAME)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) {
    return {
      ok: false,
      error: `Nothing called "${named}" from the granted folders is in the trash.`,
      hint: `Ask for another name. Last thrown away: ${told(trashed, context)}.`,
      foreign: true,
    };
  }
  const rivals = scored.filter(({ score }) => best.score - score < CLEAR_LEAD).map(({ item }) => item);
  if (rivals.length === 1) return best.item;
  // The same file thrown away twice: the last one is meant.
  if (rivals.every(({ from }) => from.absolute === best.item.from.absolute)) {
    return rivals.reduce((last, item) => (item.trashedAt > last.trashedAt ? item : last));
  }
  return {
    ok: false,
    error: `${rivals.length} things in the trash fit "${named}": ${told(rivals, context)}.`,
    hint: 'Ask which one is meant, then call again with its full name.',
    foreign: true,
  };
}

function told(items: readonly TrashedItem[], { now, timeZone }: ToolContext): string {
  const named = items
    .slice(0, MOST_NAMED)
    .map(({ from, trashedAt }) => `${from.spoken}, thrown away ${spokenWhen(trashedAt, now(), timeZone)}`);
  return spokenList(named, 'and');
}
