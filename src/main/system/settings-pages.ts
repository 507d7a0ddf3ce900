import { linuxSettingsPages } from './linux/settings-pages';

/** Pages of the system's own settings that a person may be sent to. */
export type SettingsPage = 'microphone-permission' | 'sound';

/** The system's own settings. */
export interface SettingsPages {
  /** Which pages this system has. */
  available(): Promise<readonly SettingsPage[]>;
  /** Resolves to whether the page was opened. */
  open(page: SettingsPage): Promise<boolean>;
}

/** Addresses that open a page: Apple's "Security & Privacy" anchors, and Microsoft's "ms-settings" scheme. */
const ADDRESSES: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<SettingsPage, string>>>>> = {
  darwin: {
    'microphone-permission': 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    sound: 'x-apple.systempreferences:com.apple.preference.sound',
  },
  win32: {
    'microphone-permission': 'ms-settings:privacy-microphone',
    sound: 'ms-settings:sound',
  },
};

/** The settings of this system. `openExternal` is Electron's. */
export function settingsPages(
  platform: NodeJS.Platform,
  openExternal: (address: string) => Promise<void>,
): SettingsPages {
  const addresses = ADDRESSES[platform];
  if (!addresses) return linuxSettingsPages(process.env);
  return {
    available: () => Promise.resolve(Object.keys(addresses) as SettingsPage[]),
    open: (page) =>
      openExternal(addresses[page]).then(
        () => true,
        () => false,
      ),
  };
}
