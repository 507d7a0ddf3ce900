/** The system's dialogs in which the person chooses a file or a folder. */
import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';

/** Asks where to save a file of that name, documents first; null when the person would rather not. */
export async function askWhereToSave(
  parent: BrowserWindow | null,
  name: string,
  filter: { readonly name: string; readonly extensions: string[] },
  look: Pick<SaveDialogOptions, 'title'> = {},
): Promise<string | null> {
  const options = { ...look, defaultPath: join(app.getPath('documents'), name), filters: [filter] };
  const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}

/** Asks for one file or folder that is there; null when the person would rather not. */
export async function askWhichToOpen(
  parent: BrowserWindow | null,
  what: 'file' | 'folder',
  look: Pick<OpenDialogOptions, 'title' | 'buttonLabel' | 'filters'>,
): Promise<string | null> {
  const options = {
    ...look,
    properties: [what === 'file' ? 'openFile' : 'openDirectory'],
  } satisfies OpenDialogOptions;
  const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
