import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyStatus } from '../../shared/ipc/settings';
import { ProblemError, type Problem } from '../../shared/problem';

/** The part of Electron's `safeStorage` that is needed; newer versions answer asynchronously. */
export interface Keychain {
  /** False when there is no safe place, as with `basic_text` on Linux. */
  available(): boolean;
  encrypt(text: string): Promise<Buffer>;
  decrypt(sealed: Buffer): Promise<string>;
}

/** Whose key it is; the name of its file. */
export type KeyName = 'service-key' | 'language-model-key' | 'mcp-secrets';

/**
 * The key of a service: sealed by the system's keychain, never in plain text on disk. Without a keychain it is
 * kept for this run only. The keychain is not touched before a key is saved or needed.
 */
export class KeyStore {
  private readonly file: string;
  private inMemory: string | null = null;
  private keychainFailed = false;

  constructor(
    folder: string,
    name: KeyName,
    private readonly keychain: Keychain,
    /** From the environment: used when no key is stored, never written to disk. */
    private readonly environmentKey: string | null,
  ) {
    this.file = join(folder, name);
  }

  status(): KeyStatus {
    if (this.inMemory !== null) return 'this-run';
    if (this.sealed() !== null) return this.keychainFailed ? 'unavailable' : 'stored';
    return this.environmentKey !== null ? 'environment' : 'absent';
  }

  /** The key, or null when there is none or the keychain does not give it. */
  async read(): Promise<string | null> {
    if (this.inMemory !== null) return this.inMemory;
    const sealed = this.sealed();
    if (sealed === null) return this.environmentKey;
    try {
      const key = await this.keychain.decrypt(sealed);
      this.keychainFailed = false;
      return key;
    } catch {
      // Not "absent": the keychain may be locked now and open later.
      this.keychainFailed = true;
      return null;
    }
  }

  /** Takes a key as pasted. Rejects with {@link ProblemError} when it cannot be one. */
  async save(pasted: string): Promise<KeyStatus> {
    const key = pasted.trim();
    if (key === '') throw new ProblemError(emptyKey);
    if (!/^[\x21-\x7e]+$/.test(key)) throw new ProblemError(strangeKey);
    // The old key goes only when the new one is safe.
    if (this.keychain.available()) {
      this.write(await this.keychain.encrypt(key));
      this.inMemory = null;
      this.keychainFailed = false;
    } else {
      this.forgetStored();
      this.inMemory = key;
    }
    return this.status();
  }

  forget(): KeyStatus {
    this.forgetStored();
    return this.status();
  }

  private write(sealed: Buffer): void {
    try {
      // Text survives every copy of the folder; raw bytes may not.
      writeFileSync(`${this.file}.new`, sealed.toString('base64'), { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
    } catch {
      throw new ProblemError(unwritable);
    }
  }

  private forgetStored(): void {
    this.inMemory = null;
    this.keychainFailed = false;
    // With what a write that was cut short has left.
    for (const file of [this.file, `${this.file}.new`]) rmSync(file, { force: true });
  }

  private sealed(): Buffer | null {
    try {
      return Buffer.from(readFileSync(this.file, 'utf8'), 'base64');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      this.keychainFailed = true;
      return Buffer.alloc(0);
    }
  }
}

const unwritable: Problem = {
  code: 'key_unwritable',
  sentence: 'The key could not be saved.',
  next: 'Check that the disk has room and that Parley may write to its folder.',
};

const emptyKey: Problem = {
  code: 'key_empty',
  sentence: 'The key is empty.',
  next: 'Paste the key as its provider shows it.',
};

const strangeKey: Problem = {
  code: 'key_malformed',
  sentence: 'The key holds spaces, line breaks or other characters that no key has.',
  next: 'Copy the key again, on its own, and paste it.',
};
