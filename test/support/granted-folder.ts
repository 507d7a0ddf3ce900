import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, makeTempFolder } from './temp-folder';

/** A folder with a few harmless files, granted to the tools before the app starts. */
export interface GrantedFolder {
  readonly path: string;
  /** For the settings file. */
  readonly grants: readonly { readonly id: string; readonly path: string }[];
  remove(): void;
}

const FILES = {
  'spring plan.txt': 'Sow the beans in May. Water the roses every evening. Paint the fence in June.\n',
  'shopping list.txt': 'Bread, butter, six eggs, two lemons and a bunch of parsley.\n',
  'travel notes.txt': 'The train to the coast leaves at nine. The room is booked for three nights.\n',
  'budget.csv': 'item,amount\nrent,900\nfood,350\n',
} as const;

/** Makes the folder, apart from the app's home, where no tool may look. */
export async function makeGrantedFolder(): Promise<GrantedFolder> {
  const parent = await makeTempFolder('documents');
  const path = join(parent.path, 'Garden');
  mkdirSync(path);
  await handOver(path);
  let age = 1;
  for (const [file, text] of Object.entries(FILES)) {
    writeFileSync(join(path, file), text);
    await handOver(join(path, file));
    const changed = new Date(Date.now() - 86_400_000 * age++);
    utimesSync(join(path, file), changed, changed);
  }
  return { path, grants: [{ id: 'garden', path }], remove: parent.remove };
}
