import { z } from 'zod';
import type { FileChanges } from '../../permissions/changes/file-changes';
import type { GrantedPath } from '../../permissions/granted-files';
import { refused } from '../desktop/refused';
import { foldersMeant } from '../files/locate';
import { changeRefused, inWords, undoChange } from '../files/undo-change';
import { inZone, isoDate, isoTime } from '../time/zoned';
import { defineTool, type ToolContext } from '../tool';

/** Pictures taken in one second get numbers up to this. */
const MOST_NUMBER = 20;

/** The main screen as a picture in a granted folder. */
export const tool = defineTool({
  name: 'take_screenshot',
  description:
    'Saves a picture of the main screen as a new file when the user asks for a screenshot. Returns the name of the file and its folder, not what is to be seen on it.',
  group: 'desktop',
  class: 'reversible',
  foreign: 'names',
  keywords: ['screenshot', 'picture', 'screen', 'capture', 'photo'],
  parameters: z.object({
    folder: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .describe("Which granted folder it goes to; leave out if not said, e.g. 'Pictures'.")
      .meta({ examples: ['Pictures', 'Documents/Screenshots'] }),
  }),
  async aim({ folder }, context, signal) {
    const meant = await foldersMeant(folder, context.files, signal);
    if (!meant.ok) return meant;
    const chosen = meant.folders.find(isForPictures) ?? meant.folders[0]!;
    const placed = await freePlace(chosen, context);
    if (!placed.ok) return inWords(placed.refusal, 'The screenshot');
    const { place } = placed;
    return {
      ok: true,
      target: place,
      card: {
        effect: `Saves a picture of the main screen as ${place.spoken}.`,
        question: `Shall I save a screenshot in ${chosen.spoken}?`,
        risk: null,
        verbs: ['save', 'take', 'capture'],
      },
      scope: await context.files.scopeOf(chosen),
      touches: [place.absolute],
    };
  },
  async run(_, context, signal, place) {
    const picture = await context.desktop.screen.capture(signal);
    if (!picture.ok) return refused(picture);
    try {
      const { path, undo } = await context.changes.writeNew(place, picture.value, { signal });
      return {
        ok: true,
        say: `The screenshot is in ${place.folder.spoken}.`,
        data: { saved: path.spoken },
        undo: { ...undo },
      };
    } catch (error) {
      return changeRefused(error, place.name);
    }
  },
  undo: undoChange,
});

function isForPictures({ spoken }: GrantedPath): boolean {
  return /(^|[/\\])(screenshots|pictures)$/iu.test(spoken);
}

type Placed = Awaited<ReturnType<FileChanges['place']>>;

/** A name that is free. */
async function freePlace(folder: GrantedPath, { changes, now, timeZone }: ToolContext): Promise<Placed> {
  const name = nameAt(now(), timeZone);
  let placed = await changes.place(`${name}.png`, folder);
  for (let number = 2; placed.ok && placed.place.taken && number <= MOST_NUMBER; number++) {
    placed = await changes.place(`${name} (${number}).png`, folder);
  }
  return placed;
}

/** "Screenshot 2026-11-21 at 14.05.09", by the person's clock; no system takes a colon. */
function nameAt(moment: Date, timeZone: string): string {
  const local = inZone(moment, timeZone);
  // No zone is seconds apart.
  const seconds = String(moment.getUTCSeconds()).padStart(2, '0');
  return `Screenshot ${isoDate(local)} at ${isoTime(local).replace(':', '.')}.${seconds}`;
}
