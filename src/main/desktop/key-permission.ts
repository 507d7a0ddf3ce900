import { dialog, shell, systemPreferences } from 'electron';
import type { KeyPermission } from '../system/macos/shortcuts';

/** The page of macOS's settings where an app is allowed to see keys. */
const PAGE = 'x-apple.systempreferences:com.apple.preference.security?Privacy_Accessibility';

/** macOS's permission for the talk key. The person hears the reason before the system asks. */
export function keyPermission(): KeyPermission {
  return {
    granted: () => systemPreferences.isTrustedAccessibilityClient(false),
    ask: async () => {
      if (systemPreferences.isTrustedAccessibilityClient(false)) return;
      const { response } = await dialog.showMessageBox({
        type: 'info',
        message: 'Parley would like to see its talk key',
        detail:
          'macOS lets an app notice a key that you hold in another app only with your permission. Parley uses it for the talk key alone: other keys never leave the small process that listens, and are not kept.',
        buttons: ['Continue', 'Not now'],
        defaultId: 0,
        cancelId: 1,
      });
      if (response !== 0) return;
      // The first call has the system ask; later ones do nothing, so its page is opened as well.
      systemPreferences.isTrustedAccessibilityClient(true);
      await shell.openExternal(PAGE);
    },
  };
}
