import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../shared/problem';
import { KeyStore, type Keychain } from './key-store';

/** Stands in for the system's keychain; the real one is exercised end to end. */
class FakeKeychain implements Keychain {
  locked = false;
  touched = 0;
  constructor(private readonly safe: boolean) {}
  available = () => this.safe;
  async encrypt(text: string) {
    this.touched += 1;
    return Buffer.from([...text].reverse().join(''));
  }
  async decrypt(sealed: Buffer) {
    this.touched += 1;
    if (this.locked) throw new Error('locked');
    return [...sealed.toString()].reverse().join('');
  }
}

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'parley-key-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key store', () => {
  it('has three answers: absent, stored, unavailable', async () => {
    const keychain = new FakeKeychain(true);
    const keys = new KeyStore(folder, 'service-key', keychain, null);
    expect(keys.status()).toBe('absent');
    expect(await keys.save('abc123')).toBe('stored');
    expect(await keys.read()).toBe('abc123');
    keychain.locked = true;
    expect(await keys.read()).toBeNull();
    expect(keys.status()).toBe('unavailable');
    keychain.locked = false;
    expect(await keys.read()).toBe('abc123');
    expect(keys.status()).toBe('stored');
  });

  it('never writes plain text, and writes nothing at all without a keychain', async () => {
    const safe = new KeyStore(folder, 'service-key', new FakeKeychain(true), null);
    await safe.save('secret-key');
    expect(readFileSync(join(folder, 'service-key'), 'utf8')).not.toContain('secret-key');
    const unsafe = new KeyStore(folder, 'service-key', new FakeKeychain(false), null);
    expect(await unsafe.save('secret-key')).toBe('this-run');
    expect(existsSync(join(folder, 'service-key'))).toBe(false);
    expect(await unsafe.read()).toBe('secret-key');
  });

  it('does not touch the keychain before a key is saved', async () => {
    const keychain = new FakeKeychain(true);
    const keys = new KeyStore(folder, 'service-key', keychain, null);
    keys.status();
    await keys.read();
    expect(keychain.touched).toBe(0);
  });

  it('uses the environment only when no key is stored, and never stores it', async () => {
    const keys = new KeyStore(folder, 'service-key', new FakeKeychain(true), 'from-env');
    expect(keys.status()).toBe('environment');
    expect(await keys.read()).toBe('from-env');
    expect(existsSync(join(folder, 'service-key'))).toBe(false);
    await keys.save('own');
    expect(await keys.read()).toBe('own');
    expect(keys.forget()).toBe('environment');
  });

  it('keeps the keys of two services apart', async () => {
    const keychain = new FakeKeychain(true);
    const service = new KeyStore(folder, 'service-key', keychain, null);
    const model = new KeyStore(folder, 'language-model-key', keychain, null);
    await service.save('one');
    expect(model.status()).toBe('absent');
    await model.save('two');
    expect([await service.read(), await model.read()]).toEqual(['one', 'two']);
    service.forget();
    expect(await model.read()).toBe('two');
  });

  it('trims what was pasted and refuses what cannot be a key', async () => {
    const keys = new KeyStore(folder, 'service-key', new FakeKeychain(true), null);
    await keys.save('  abc\n');
    expect(await keys.read()).toBe('abc');
    await expect(keys.save(' \n')).rejects.toBeInstanceOf(ProblemError);
    await expect(keys.save('two words')).rejects.toBeInstanceOf(ProblemError);
    expect(await keys.read()).toBe('abc');
  });

  it('keeps the old key when the keychain refuses the new one', async () => {
    const keychain = new FakeKeychain(true);
    const keys = new KeyStore(folder, 'service-key', keychain, null);
    await keys.save('old');
    keychain.encrypt = () => Promise.reject(new Error('locked'));
    await expect(keys.save('new')).rejects.toThrow('locked');
    expect(await keys.read()).toBe('old');
  });
});
