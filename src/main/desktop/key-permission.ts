import { dialog, shell, systemPreferences } from 'electron';
import type { Settings } from '../../shared/settings/schema';
import type { PlainText } from '../../shared/words/catalogue';
import type { Tongue } from '../../shared/words/languages';
import { translate } from '../../shared/words/translate';
import type { KeyPermission } from '../system/macos/shortcuts';
import { tongueOf } from './tongue';

/** The pages of macOS's settings where an app is allowed to see keys. */
const PAGES = 'x-apple.systempreferences:com.apple.preference.security?Privacy_';
const ACCESSIBILITY = `${PAGES}Accessibility`;
const INPUT_MONITORING = `${PAGES}ListenEvent`;

const REASON =
  'macOS lets an app notice a key that you hold in another app only with your permission. Parley uses it for the talk key alone: other keys never leave the small process that listens, and are not kept.';

/** macOS's permissions for the talk key. The person hears the reason before the system asks or a page opens. */
export function keyPermission(settings: () => Pick<Settings, 'language'>): KeyPermission {
  return {
    granted: () => systemPreferences.isTrustedAccessibilityClient(false),
    ask: async () => {
      if (systemPreferences.isTrustedAccessibilityClient(false)) return;
      const where = 'Allow Parley on the page that opens: Privacy & Security, Accessibility.';
      if (!(await agrees(tongueOf(settings()), where))) return;
      // The first call has the system ask; later ones do nothing, so its page is opened as well.
      systemPreferences.isTrustedAccessibilityClient(true);
      await shell.openExternal(ACCESSIBILITY);
    },
    // Electron can ask for microphone and camera alone (`systemPreferences.askForMediaAccess`).
    askForInputMonitoring: async () => {
      const where =
        'An app like Parley cannot ask for it by itself. Allow Parley on the page that opens: Privacy & Security, Input Monitoring.';
      if (await agrees(tongueOf(settings()), where)) await shell.openExternal(INPUT_MONITORING);
    },
  };
}

async function agrees(tongue: Tongue, where: PlainText): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'info',
    message: translate(tongue, 'Parley would like to see its talk key'),
    detail: `${translate(tongue, REASON)}\n\n${translate(tongue, where)}`,
    buttons: [translate(tongue, 'Continue'), translate(tongue, 'Not now')],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
