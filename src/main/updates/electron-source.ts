import { hasPlainNames, isManifestSigned } from './manifest-signature';
import type { ReleaseSource } from './updates';

/**
 * Releases through electron-updater. On macOS and Windows it installs only what bears the signature of the app that
 * runs; on Linux, where no system checks one, the manifest's own signature is checked here first.
 */
export async function electronReleases(updateKey: string | null): Promise<ReleaseSource> {
  // Loaded by the first look, which most runs never make.
  const { autoUpdater } = (await import('electron-updater')).default;
  autoUpdater.logger = null;
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.disableWebInstaller = true;
  // Failures are taken from the promises; without a listener they would be thrown as well.
  autoUpdater.on('error', () => undefined);
  const refuse = (manifest: unknown) => {
    if (!hasPlainNames(manifest)) throw new Error('A file of the manifest has no plain name.');
    if (process.platform === 'linux' && !(updateKey && isManifestSigned(manifest, updateKey))) {
      throw new Error('The manifest is not signed.');
    }
  };
  return {
    look: async (withPreviews) => {
      autoUpdater.allowPrerelease = withPreviews;
      const result = await autoUpdater.checkForUpdates();
      if (!result?.isUpdateAvailable) return null;
      const { updateInfo } = result;
      refuse(updateInfo);
      return updateInfo.version;
    },
    fetch: async (progress) => {
      const report = ({ percent }: { readonly percent: number }) => progress(percent);
      let fetched: unknown = null;
      const note = (manifest: unknown) => (fetched = manifest);
      autoUpdater.on('download-progress', report);
      autoUpdater.on('update-downloaded', note);
      try {
        await autoUpdater.downloadUpdate();
      } finally {
        autoUpdater.off('download-progress', report);
        autoUpdater.off('update-downloaded', note);
      }
      // Another look may have come between: what was fetched counts, not what was found before.
      refuse(fetched);
    },
    restart: () => autoUpdater.quitAndInstall(false, true),
  };
}
