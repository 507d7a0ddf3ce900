import { safeStorage } from 'electron';
import type { Keychain } from './key-store';

/** Electron 46 keeps only these; Electron 33 has none of them. */
interface AsyncSafeStorage {
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string }>;
}

function asyncStorage(): AsyncSafeStorage | null {
  return 'encryptStringAsync' in safeStorage ? (safeStorage as unknown as AsyncSafeStorage) : null;
}

/** The system's keychain behind `safeStorage`. On Linux `basic_text` is no safe place and counts as none. */
export const systemKeychain: Keychain = {
  available: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: async (text) => asyncStorage()?.encryptStringAsync(text) ?? safeStorage.encryptString(text),
  decrypt: async (sealed) => {
    const storage = asyncStorage();
    return storage ? (await storage.decryptStringAsync(sealed)).result : safeStorage.decryptString(sealed);
  },
};
