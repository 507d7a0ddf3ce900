/** The world as tools see it, of real parts: granted folders, apps, the desktop. Nothing here knows a talk. */
import { homedir } from 'node:os';
import type { Settings } from '../../shared/settings/schema';
import { openPath } from '../desktop/open-path';
import { createFileChanges } from '../permissions/changes/file-changes';
import { GrantNames } from '../permissions/grant-names';
import { createGrantedFiles } from '../permissions/granted-files';
import { AppNames } from '../system/app-names';
import { appsFor } from '../system/apps-for';
import type { Desktop } from '../system/desktop';
import { runProgram } from '../system/run-program';
import { WarmUp } from './files/warm-up';
import type { ToolContext } from './tool';

/** What of Electron and the settings the world is made of. */
export interface WorldParts {
  readonly settings: () => Settings;
  /** Parley's own folder: no tool may touch it. */
  readonly userData: string;
  /** As Electron's shell has them. */
  readonly shell: {
    trashItem(path: string): Promise<void>;
    openExternal(address: string): Promise<void>;
    openPath(path: string): Promise<string>;
    showItemInFolder(path: string): void;
  };
  readonly desktop: Desktop;
}

/** Made once; names are read ahead, because a session's configuration cannot wait for the disk. */
export interface ToolWorld {
  readonly context: () => Omit<ToolContext, 'tainted' | 'progress' | 'findTools' | 'undo' | 'mind'>;
  readonly grantNames: GrantNames;
  readonly appNames: AppNames;
  /** Reads names ahead while a talk is open. */
  readonly warmUp: WarmUp;
}

/** Builds the world. */
export function createToolWorld({ settings, userData, shell, desktop }: WorldParts): ToolWorld {
  const grants = () => settings().grants;
  const files = createGrantedFiles(grants, { forbidden: [userData] });
  const changes = createFileChanges(grants, {
    ownFolder: userData,
    trashItem: (path) => shell.trashItem(path),
  });
  const apps = appsFor(process.platform, {
    env: process.env,
    home: homedir(),
    run: runProgram,
    openExternal: (address) => shell.openExternal(address),
  });
  const grantNames = new GrantNames(grants, files);
  const appNames = new AppNames(apps);
  void grantNames.look();
  void appNames.look();
  return {
    grantNames,
    appNames,
    warmUp: new WarmUp(files),
    context: () => ({
      now: () => new Date(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      files,
      changes,
      apps,
      desktop,
      openPath: (path) =>
        openPath(path, { platform: process.platform, shellOpen: (opened) => shell.openPath(opened) }),
      revealPath: (path) => Promise.resolve(shell.showItemInFolder(path)),
    }),
  };
}
