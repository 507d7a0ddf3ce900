import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';

/** Asks in the system's dialog where to save a file of that name; null when the person would rather not. */
export async function askWhereToSave(
  parent: BrowserWindow | null,
  name: string,
  filter: { readonly name: string; readonly extensions: string[] },
): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('documents'), name), filters: [filter] };
  const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}
